/**
 * What is being written.
 *
 * Tags stand in the text as `@Title`. When the message is sent, each is looked for where it was
 * put; one that was edited away is text like any other.
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

export interface Draft {
  text: string;
  /** In the order in which they stand in the text. */
  tags: readonly TagContent[];
  quote: string;
  uploads: readonly Upload[];
}

export const emptyDraft: Draft = { text: "", tags: [], quote: "", uploads: [] };

/** How a tag reads in the text field. */
export function tagMarker(tag: TagContent): string {
  return `@${tag.text}`;
}

/** The text and tags of content parts, as the text field shows them. */
export function draftOf(content: readonly UserContent[]): Pick<Draft, "text" | "tags"> {
  const tags = content.filter((part) => part.type === "input_tag");
  const text = content
    .map((part) => (part.type === "input_tag" ? tagMarker(part) : part.text))
    .join("");
  return { text, tags };
}

/** The draft as content parts; leading and trailing white space of the whole goes. */
export function contentOf(draft: Pick<Draft, "text" | "tags">): UserContent[] {
  const content: UserContent[] = [];
  let rest = draft.text.trim();
  for (const tag of draft.tags) {
    const marker = tagMarker(tag);
    const index = rest.indexOf(marker);
    if (index < 0) continue;
    if (index > 0) content.push({ type: "input_text", text: rest.slice(0, index) });
    content.push(tag);
    rest = rest.slice(index + marker.length);
  }
  if (rest !== "") content.push({ type: "input_text", text: rest });
  return content;
}

/** Where a tag that ends at `position` of the text starts, or `null` when none does. */
export function tagStart(draft: Pick<Draft, "text" | "tags">, position: number): number | null {
  for (const tag of draft.tags) {
    const start = position - tagMarker(tag).length;
    if (start >= 0 && draft.text.startsWith(tagMarker(tag), start)) return start;
  }
  return null;
}

export function isEmptyDraft(draft: Draft): boolean {
  return draft.text.trim() === "" && draft.uploads.length === 0;
}
