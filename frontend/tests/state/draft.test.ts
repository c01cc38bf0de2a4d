import { expect, test } from "vitest";
import type { TagContent, UserContent } from "../../src/protocol/types";
import { contentOf, draftOf, tagStart } from "../../src/state/draft";

const ann: TagContent = { type: "input_tag", id: "u1", text: "Ann", data: {} };
const bob: TagContent = { type: "input_tag", id: "u2", text: "Bob", data: { role: "x" } };

test("content goes through the text field and back", () => {
  const content: UserContent[] = [
    { type: "input_text", text: "Hi " },
    ann,
    { type: "input_text", text: " and " },
    bob,
    { type: "input_text", text: "!" },
  ];
  expect(draftOf(content)).toEqual({ text: "Hi @Ann and @Bob!", tags: [ann, bob] });
  expect(contentOf(draftOf(content))).toEqual(content);
});

test("a tag that was edited away is text like any other", () => {
  expect(contentOf({ text: "Hi @An and @Bob", tags: [ann, bob] })).toEqual([
    { type: "input_text", text: "Hi @An and " },
    bob,
  ]);
});

test("white space around the message goes", () => {
  expect(contentOf({ text: "  Hi\nyou \n", tags: [] })).toEqual([
    { type: "input_text", text: "Hi\nyou" },
  ]);
  expect(contentOf({ text: "  \n ", tags: [] })).toEqual([]);
});

test("a tag is found by where it ends", () => {
  const draft = draftOf([{ type: "input_text", text: "Hi " }, ann]);
  expect(tagStart(draft, 7)).toBe(3);
  expect(tagStart(draft, 6)).toBeNull();
});
