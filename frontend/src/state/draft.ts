/**
 * What is being written.
 *
 * A tag stands in the text as `@Title`, at a place that is kept through every edit. An edit inside
 * of it makes it text like any other.
 */

import type { TagContent, UserContent, WireAttachment } from "../protocol/types";

export interface Upload {
  key: number;
  name: string;
  mimeType: string;
  /** `null` for what the page attached: the server has had it before. */
  file: File | null;
  /** `null` while the file is on its way, and when it did not get there. */
  attachment: WireAttachment | null;
  failed: boolean;
  abort: AbortController;
}

export interface PlacedTag {
  readonly tag: TagContent;
  /** Where in the text its `@` is. */
  readonly start: number;
}

/** Text with tags in it, in the order of their places. */
export interface TaggedText {
  readonly text: string;
  readonly tags: readonly PlacedTag[];
}

export interface Draft extends TaggedText {
  readonly quote: string;
}

export const emptyDraft: Draft = { text: "", tags: [], quote: "" };

/** How a tag reads in the text field. */
export function tagMarker(tag: TagContent): string {
  return `@${tag.text}`;
}

export function tagEnd({ tag, start }: PlacedTag): number {
  return start + tag.text.length + 1;
}

/** The text and tags of content parts, as the text field shows them. */
export function draftOf(content: readonly UserContent[]): TaggedText {
  const tags: PlacedTag[] = [];
  let text = "";
  for (const part of content) {
    if (part.type === "input_tag") {
      // A line break would be two things in the field: the text's and the tag's.
      const tag = { ...part, text: part.text.replace(/[\r\n]+/g, " ") };
      tags.push({ tag, start: text.length });
      text += tagMarker(tag);
    } else text += part.text;
  }
  return { text, tags };
}

/** The draft as content parts; leading and trailing white space of the whole goes. */
export function contentOf({ text, tags }: TaggedText): UserContent[] {
  const content: UserContent[] = [];
  let at = text.length - text.trimStart().length;
  const end = Math.max(at, text.trimEnd().length);
  const say = (until: number) => {
    if (until > at) content.push({ type: "input_text", text: text.slice(at, until) });
  };
  for (const placed of tags) {
    say(placed.start);
    content.push(placed.tag);
    at = tagEnd(placed);
  }
  say(end);
  return content;
}

export interface Edit {
  /** How many letters before the edit stayed, and how many after it. */
  readonly before: number;
  readonly after: number;
  readonly shift: number;
}

/**
 * What an edit did to a text.
 *
 * @param caret where the edit ended, in the new text: it tells which of two equal letters is new.
 */
export function editOf(old: string, text: string, caret: number): Edit {
  const most = Math.min(old.length, text.length);
  let after = 0;
  const mostAfter = Math.min(most, text.length - caret);
  while (after < mostAfter && old[old.length - 1 - after] === text[text.length - 1 - after]) {
    after += 1;
  }
  let before = 0;
  while (before < most - after && old[before] === text[before]) before += 1;
  return { before, after, shift: text.length - old.length };
}

/** The tags after an edit: those beside it move with their words, those in it are gone. */
export function keepTags(old: TaggedText, text: string, caret: number): PlacedTag[] {
  const { before, after, shift } = editOf(old.text, text, caret);
  return old.tags.flatMap((placed) => {
    if (tagEnd(placed) <= before) return placed;
    if (placed.start < old.text.length - after) return [];
    return { ...placed, start: placed.start + shift };
  });
}

/** The tags of a stretch of the text, placed in that stretch. */
export function sliceTags({ text, tags }: TaggedText, start: number, end: number): TaggedText {
  const inside = tags.filter((placed) => placed.start >= start && tagEnd(placed) <= end);
  return {
    text: text.slice(start, end),
    tags: inside.map((placed) => ({ ...placed, start: placed.start - start })),
  };
}

/** One draft after another. */
export function joinText(first: TaggedText, between: string, second: TaggedText): TaggedText {
  const shift = first.text.length + between.length;
  const moved = second.tags.map((placed) => ({ ...placed, start: placed.start + shift }));
  return { text: first.text + between + second.text, tags: [...first.tags, ...moved] };
}

/** The tag that a place in the text is inside of, its edges excluded. */
export function tagAround({ tags }: TaggedText, position: number): PlacedTag | undefined {
  return tags.find((placed) => position > placed.start && position < tagEnd(placed));
}
