import { expect, test } from "vitest";
import type { ThreadItem } from "../../src/protocol/types";
import { copyText, turnsOf } from "../../src/ui/turns";
import { assistantMessage, toolCall, userMessage, widget } from "../samples";

const endOfTurn: ThreadItem = {
  id: "eot",
  thread_id: "thr_1",
  created_at: "2026-11-20T11:09:31Z",
  type: "end_of_turn",
};

test("the last visible item of an answer ends it, for all the items of the turn", () => {
  const turns = turnsOf([
    userMessage("u1"),
    toolCall("tc"),
    assistantMessage("a1", "One"),
    widget("w1"),
    endOfTurn,
    userMessage("u2"),
  ]);
  const entries = turns.flatMap((turn) => turn.entries);
  expect(turns.map(({ key }) => key)).toEqual(["u1", "u2"]);
  expect(entries.map(({ item, end }) => [item.id, end?.itemIds ?? null])).toEqual([
    ["u1", null],
    ["a1", null],
    ["w1", ["tc", "a1", "w1", "eot"]],
    ["u2", null],
  ]);
  expect(entries[2]?.end).toMatchObject({ messageId: "u1", text: "One\n\nCopied" });
});

test("an answer of nothing visible has no end, and one without a question names none", () => {
  expect(turnsOf([userMessage("u1"), toolCall("tc")])[0]?.entries).toEqual([
    { item: userMessage("u1"), end: null },
  ]);
  expect(turnsOf([assistantMessage("a1", "Hi")])[0]?.entries[0]?.end?.messageId).toBeNull();
  expect(turnsOf([toolCall("tc")])).toEqual([]);
});

test("turns that did not change are the same objects again", () => {
  const first = [userMessage("u1"), assistantMessage("a1", "One")];
  const before = turnsOf([...first, userMessage("u2"), assistantMessage("a2", "Tw")]);
  const after = turnsOf(
    [...first, before[1]!.items[0]!, assistantMessage("a2", "Two")],
    before,
  );
  expect(after[0]).toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
});

test("a turn keeps its key when an earlier page brings its beginning", () => {
  const answer = assistantMessage("a1", "One");
  const before = turnsOf([answer, userMessage("u2")]);
  const after = turnsOf([userMessage("u0"), userMessage("u1"), answer, before[1]!.items[0]!], before);
  expect(after.map(({ key }) => key)).toEqual(["u0", "a1", "u2"]);
});

test("copies Markdown as it was written, and what widgets offer", () => {
  expect(copyText([assistantMessage("a", "**A**", ""), widget("w"), endOfTurn])).toBe(
    "**A**\n\nCopied",
  );
});
