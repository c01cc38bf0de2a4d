import { expect, test } from "vitest";
import { emptyThread, type ThreadState } from "../../src/state/thread-state";
import { isGrown } from "../../src/ui/growth";
import { assistantMessage, thread, userMessage } from "../samples";

const question = userMessage("msg_1");
const answered = (text: string) => [question, assistantMessage("msg_2", text)];

function grown(before: Partial<ThreadState>, now: Partial<ThreadState>): boolean {
  const state = { ...emptyThread, items: answered("Hel"), ...before };
  // What a conversation has besides its state is compared in the same way.
  return isGrown({ state }, { state: { ...state, ...now } });
}

// A part keeps its list of annotations while only its text grows.
const begun = assistantMessage("msg_2", "Hel");
const longer = { ...begun, content: begun.content.map((part) => ({ ...part, text: "Hello" })) };

test("more text at the end is all that happened", () => {
  expect(grown({ items: [question, begun] }, { items: [question, longer] })).toBe(true);
});

test.each<[string, Partial<ThreadState>, Partial<ThreadState>]>([
  ["the first words", { items: answered("") }, { items: answered("Hel") }],
  ["another item", {}, { items: [...answered("Hel"), userMessage("msg_3")] }],
  ["another question", { items: [question, begun] }, { items: [userMessage("msg_1"), longer] }],
  ["a source", { items: [question, begun] }, { items: answered("Hello") }],
  ["another part", { items: [question, begun] }, {
    items: [question, { ...longer, content: [...longer.content, longer.content[0]!] }],
  }],
  ["the thread", { items: [question, begun] }, { items: [question, longer], thread }],
  ["the end of the message", { unfinished: new Set(["msg_2"]) }, { unfinished: new Set() }],
])("%s is more than that", (_, before, now) => {
  expect(grown(before, now)).toBe(false);
});
