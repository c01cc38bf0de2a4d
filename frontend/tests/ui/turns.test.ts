import { expect, test } from "vitest";
import type { ThreadItem } from "../../src/protocol/types";
import { copyText, entriesOf } from "../../src/ui/turns";
import { assistantMessage, toolCall, userMessage, widget } from "../samples";

const endOfTurn: ThreadItem = {
  id: "eot",
  thread_id: "thr_1",
  created_at: "2026-11-20T11:09:31Z",
  type: "end_of_turn",
};

test("the last visible item of an answer ends it, for all the items of the turn", () => {
  const entries = entriesOf([
    userMessage("u1"),
    toolCall("tc"),
    assistantMessage("a1", "One"),
    widget("w1"),
    endOfTurn,
    userMessage("u2"),
  ]);
  expect(entries.map(({ item, end }) => [item.id, end?.itemIds ?? null])).toEqual([
    ["u1", null],
    ["a1", null],
    ["w1", ["tc", "a1", "w1", "eot"]],
    ["u2", null],
  ]);
  expect(entries[2]?.end).toMatchObject({ messageId: "u1", text: "One\n\nCopied" });
});

test("an answer of nothing visible has no end, and one without a question names none", () => {
  expect(entriesOf([userMessage("u1"), toolCall("tc")])).toEqual([
    { item: userMessage("u1"), end: null },
  ]);
  expect(entriesOf([assistantMessage("a1", "Hi")])[0]?.end?.messageId).toBeNull();
});

test("copies Markdown as it was written, and what widgets offer", () => {
  expect(copyText([assistantMessage("a", "**A**", ""), widget("w"), endOfTurn])).toBe(
    "**A**\n\nCopied",
  );
});
