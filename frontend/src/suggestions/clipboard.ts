/** Tags on their way through the clipboard, beside the text that every other program gets. */

import type { TagContent } from "../protocol/types";
import { sliceTags, tagMarker, type PlacedTag, type TaggedText } from "../state/draft";

const TYPE = "application/x-chatkit-tags+json";

/** Copies a stretch with its tags; `false` when there are none, which the browser does better. */
export function onCopy(
  event: ClipboardEvent,
  draft: TaggedText,
  start: number,
  end: number,
): boolean {
  const slice = sliceTags(draft, start, end);
  if (slice.tags.length === 0 || !event.clipboardData) return false;
  event.clipboardData.setData("text/plain", slice.text);
  event.clipboardData.setData(TYPE, JSON.stringify(slice));
  event.preventDefault();
  return true;
}

/** What is pasted, when it has tags. Whoever filled the clipboard: only what fits is a tag. */
export function pasted({ clipboardData }: ClipboardEvent): TaggedText | null {
  const json = clipboardData?.getData(TYPE);
  if (!json) return null;
  try {
    const { text, tags } = JSON.parse(json) as TaggedText;
    if (text !== clipboardData?.getData("text/plain") || !Array.isArray(tags)) return null;
    return { text, tags: (tags as PlacedTag[]).filter((placed) => isPlaced(placed, text)) };
  } catch {
    return null;
  }
}

/** Whether this is a tag that stands in the text where it says. */
function isPlaced({ tag, start }: PlacedTag, text: string): boolean {
  return isTag(tag) && Number.isInteger(start) && text.startsWith(tagMarker(tag), start);
}

function isTag({ type, id, text, data }: Partial<TagContent>): boolean {
  const isData = typeof data === "object" && data !== null && !Array.isArray(data);
  return type === "input_tag" && typeof id === "string" && typeof text === "string" && isData;
}
