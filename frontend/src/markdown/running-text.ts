/** Running text: words behind words, which need no parsing to be shown. */
import type { Token } from "./parser";

/** What means nothing in Markdown wherever it stands behind a word. */
const WORDS = /^[\p{L}\p{M}\p{N} ,]+$/u;

/** A word by itself at the end: no part of an address, a mark or a character reference. */
const LAST_WORD = /(?:^|[ \n])([\p{L}\p{M}\p{N}]+)$/u;

const BLOCKS: ReadonlySet<string> = new Set(["paragraph", "heading", "list", "blockquote"]);

export interface RunningText {
  node: Text;
  /** How much of the whole text is shown. */
  length: number;
}

/**
 * Where the text that `node` shows may go on with plain words.
 *
 * @param source the source of the last block, in which nothing is open or held back.
 * @param length the length of the whole text so far.
 * @returns `undefined` when the next words may mean something else, or may not be the last thing.
 */
export function runningText(
  source: string,
  token: Token | undefined,
  node: HTMLElement | undefined,
  length: number,
): RunningText | undefined {
  const word = LAST_WORD.exec(source)?.[1];
  if (word === undefined || !node || !BLOCKS.has(token?.type ?? "")) return undefined;
  let last: Node | null = node;
  while (last instanceof Element) last = last.lastChild;
  // The label of a task's box repeats its text.
  if (!(last instanceof Text) || node.querySelector(".ck-md-task")) return undefined;
  return last.data.endsWith(word) ? { node: last, length } : undefined;
}

/**
 * Goes on with what `text` has more than is shown.
 *
 * @returns whether that were words alone; if not, nothing was done.
 */
export function goOn(running: RunningText, text: string): boolean {
  const more = text.slice(running.length);
  if (!WORDS.test(more)) return false;
  // A space at the end shows once something follows.
  const visible = more.trimEnd();
  if (visible) running.node.appendData(visible);
  running.length += visible.length;
  return true;
}
