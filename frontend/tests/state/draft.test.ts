import { expect, test } from "vitest";
import type { TagContent, UserContent } from "../../src/protocol/types";
import {
  contentOf,
  draftOf,
  joinText,
  keepTags,
  sliceTags,
  tagAround,
  type TaggedText,
} from "../../src/state/draft";

const ann: TagContent = { type: "input_tag", id: "u1", text: "Ann", data: {} };
const bob: TagContent = { type: "input_tag", id: "u2", text: "Bob", data: { role: "x" } };
const content: UserContent[] = [
  { type: "input_text", text: "Hi " },
  ann,
  { type: "input_text", text: " and " },
  bob,
  { type: "input_text", text: "!" },
];
/** "Hi @Ann and @Bob!" */
const written = draftOf(content);

function edit(text: string, caret: number, before: TaggedText = written): UserContent[] {
  return contentOf({ text, tags: keepTags(before, text, caret) });
}

test("content goes through the text field and back", () => {
  expect(written.text).toBe("Hi @Ann and @Bob!");
  expect(written.tags.map(({ start }) => start)).toEqual([3, 12]);
  expect(contentOf(written)).toEqual(content);
});

test("white space around the message goes", () => {
  expect(contentOf({ text: "  Hi\nyou \n", tags: [] })).toEqual([
    { type: "input_text", text: "Hi\nyou" },
  ]);
  expect(contentOf({ text: "  \n ", tags: [] })).toEqual([]);
  expect(contentOf({ text: " @Ann ", tags: [{ tag: ann, start: 1 }] })).toEqual([ann]);
});

test("tags move with their words", () => {
  expect(edit("Oh, Hi @Ann and @Bob!", 4)).toEqual([
    { type: "input_text", text: "Oh, Hi " },
    ...content.slice(1),
  ]);
  expect(edit("Hi @Ann, and @Bob!", 8)).toEqual([
    { type: "input_text", text: "Hi " },
    ann,
    { type: "input_text", text: ", and " },
    bob,
    { type: "input_text", text: "!" },
  ]);
});

test("a tag that was edited is text like any other", () => {
  expect(edit("Hi @An and @Bob!", 6)).toEqual([
    { type: "input_text", text: "Hi @An and " },
    bob,
    { type: "input_text", text: "!" },
  ]);
});

test("words that read like a tag are none", () => {
  expect(edit("@Ann Hi @Ann and @Bob!", 5).slice(0, 2)).toEqual([
    { type: "input_text", text: "@Ann Hi " },
    ann,
  ]);
});

test("where the same letters stand twice, the caret tells which of them are new", () => {
  const before: TaggedText = { text: "@Ann", tags: [{ tag: ann, start: 0 }] };
  expect(keepTags(before, "@Ann@Ann", 4)).toEqual([{ tag: ann, start: 4 }]);
  expect(keepTags(before, "@Ann@Ann", 8)).toEqual([{ tag: ann, start: 0 }]);
});

test("a stretch takes the tags that are whole in it along", () => {
  expect(sliceTags(written, 3, 14)).toEqual({ text: "@Ann and @B", tags: [{ tag: ann, start: 0 }] });
});

test("drafts are put together with their tags", () => {
  const both = joinText(draftOf([ann]), " / ", draftOf([bob]));
  expect(contentOf(both)).toEqual([ann, { type: "input_text", text: " / " }, bob]);
});

test("the edges of a tag are outside of it", () => {
  expect([3, 4, 6, 7].map((place) => tagAround(written, place)?.tag.id)).toEqual([
    undefined,
    "u1",
    "u1",
    undefined,
  ]);
});
