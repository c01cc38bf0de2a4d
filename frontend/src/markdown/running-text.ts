/** Running text: words behind words, or a line of code, which need no parsing to be shown. */
import type { Token, Tokens } from "./parser";
import { cells } from "./unfinished";

/** What means nothing in Markdown wherever it stands behind a word. */
const WORDS = /^[\p{L}\p{M}\p{N} ,]+$/u;

/** What cannot end a block of code behind a line that has begun. */
const CODE = /^[^\n`~]*$/;

/** A word by itself at the end: no part of an address, a mark or a character reference. */
const LAST_WORD = /(?:^|[ \n])([\p{L}\p{M}\p{N}]+)$/u;

const BLOCKS: ReadonlySet<string> = new Set(["paragraph", "heading", "list", "blockquote"]);

export interface RunningText {
  node: Text;
  /** How much of the whole text is shown. */
  length: number;
  /** What it may go on with. */
  more: RegExp;
}

/**
 * Where the text that `node` shows may go on with plain words, or with code.
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
  if (!token || !node) return undefined;
  const line = source.slice(source.lastIndexOf("\n") + 1);
  if (token.type === "code") {
    const last = node.querySelector("pre > code")?.lastChild;
    // The line that opens the block is not shown; one of blanks may still become its end.
    const shown = last instanceof Text && line.trim() !== "" && last.data.endsWith(line);
    return shown ? { node: last, length, more: CODE } : undefined;
  }
  const word = LAST_WORD.exec(source)?.[1];
  let last = word === undefined ? undefined : lastNode(node, token, line);
  while (last instanceof Element) last = last.lastChild ?? undefined;
  // The label of a task's box repeats its text.
  if (!(last instanceof Text) || node.querySelector(".ck-md-task")) return undefined;
  return last.data.endsWith(word!) ? { node: last, length, more: WORDS } : undefined;
}

/** The node that shows the end of `line`, the last one of the block. */
function lastNode(node: HTMLElement, token: Token, line: string): Node | undefined {
  if (BLOCKS.has(token.type)) return node;
  // A row has all cells from its beginning; one that has too many does not show them.
  const fits =
    token.type === "table" &&
    line.startsWith("|") &&
    cells(line) <= (token as Tokens.Table).header.length;
  if (!fits) return undefined;
  const shown = node.querySelectorAll("tr:last-child > td:not(:empty)");
  return shown[shown.length - 1];
}

/**
 * Goes on with what `text` has more than is shown.
 *
 * @returns whether that was nothing else; if not, nothing was done.
 */
export function goOn(running: RunningText, text: string): boolean {
  const more = text.slice(running.length);
  if (!running.more.test(more)) return false;
  // Between words, a space at the end shows once something follows.
  const visible = running.more === WORDS ? more.trimEnd() : more;
  if (visible) running.node.appendData(visible);
  running.length += visible.length;
  return true;
}
