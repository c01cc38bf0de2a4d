import { expect, test } from "vitest";
import type { TaggedText } from "../../src/state/draft";
import { triggerAt } from "../../src/suggestions/trigger";

const both = { mention: true, command: true };

/** The trigger at the `|` of a text. */
function at(marked: string, asks = both) {
  const caret = marked.indexOf("|");
  return triggerAt({ text: marked.replace("|", ""), tags: [] }, caret, asks);
}

test("an @ asks for mentions, with what follows it", () => {
  expect(at("@|")).toEqual({ kind: "mention", start: 0, query: "" });
  expect(at("Ask @an|n")).toEqual({ kind: "mention", start: 4, query: "an" });
  expect(at("(@ann|")).toEqual({ kind: "mention", start: 1, query: "ann" });
  expect(at("你好@灯|")).toEqual({ kind: "mention", start: 2, query: "灯" });
});

test("a title of several words can be looked for", () => {
  expect(at("Light @north la|")).toEqual({ kind: "mention", start: 6, query: "north la" });
});

test.each(["ann@example|", "@ ann|", "@ann\nand|", "a/@b|", "ann|", `@${"a".repeat(61)}|`])(
  "%j asks for no mention",
  (text) => expect(at(text)).toBeNull(),
);

test("a / asks for commands where a word begins", () => {
  expect(at("/|")).toEqual({ kind: "command", start: 0, query: "" });
  expect(at("Now /to|")).toEqual({ kind: "command", start: 4, query: "to" });
  expect(at("One\n/to|")).toEqual({ kind: "command", start: 4, query: "to" });
});

test.each(["and/or|", "/usr/bin|", "https://a|", "/ to|"])("%j asks for no command", (text) =>
  expect(at(text)).toBeNull(),
);

test("nothing is asked for that the page does not offer", () => {
  expect(at("@a|", { mention: false, command: true })).toBeNull();
  expect(at("/a|", { mention: true, command: false })).toBeNull();
});

test("a tag asks for nothing, nor does what stands before it", () => {
  const tag = { type: "input_tag", id: "a", text: "Ann", data: {} } as const;
  const text: TaggedText = { text: "@x @Ann and", tags: [{ tag, start: 3 }] };
  expect(triggerAt(text, 7, both)).toBeNull();
  expect(triggerAt(text, 11, both)).toBeNull();
  expect(triggerAt(text, 2, both)).toEqual({ kind: "mention", start: 0, query: "x" });
});
