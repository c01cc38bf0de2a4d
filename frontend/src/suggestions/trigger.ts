/** Whether what is being written asks for suggestions. */

import { tagEnd, type TaggedText } from "../state/draft";

export interface Trigger {
  readonly kind: "mention" | "command";
  /** Where its `@` or `/` is. */
  readonly start: number;
  /** What stands between that and the caret. */
  readonly query: string;
}

/** Whoever writes this much after an `@` is not looking for anything any more. */
const LONGEST_QUERY = 60;

/** Letters and signs of addresses: an `@` after one of them is part of a word. */
const IN_A_WORD = /[\wÀ-ɏ.%+@/-]/;

/**
 * The trigger that the caret stands behind.
 *
 * @param asks which kinds there are suggestions for.
 */
export function triggerAt(
  { text, tags }: TaggedText,
  caret: number,
  asks: { mention: boolean; command: boolean },
): Trigger | null {
  // What is before a tag is done with.
  const floor = Math.max(
    0,
    caret - LONGEST_QUERY - 1,
    ...tags.map(tagEnd).filter((end) => end <= caret),
  );
  for (let start = caret - 1; start >= floor; start -= 1) {
    const sign = text[start];
    if (sign === "\n") return null;
    const before = start === 0 ? "" : (text[start - 1] ?? "");
    const query = text.slice(start + 1, caret);
    if (/^\s/.test(query)) continue;
    if (sign === "@" && asks.mention && !IN_A_WORD.test(before)) {
      return { kind: "mention", start, query };
    }
    const isCommand = sign === "/" && asks.command && /^\s?$/.test(before);
    if (isCommand && !query.includes("/")) return { kind: "command", start, query };
  }
  return null;
}
