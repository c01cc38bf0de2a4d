/**
 * Text that is still being written, made whole for the moment.
 *
 * What the next characters may turn into something else is held back or closed, so that nobody sees
 * `**`, half a link, or a paragraph that becomes a heading.
 */
import { completeInline } from "./unfinished-inline";

/** Lines that are no text yet, behind the marks of the quotes and list items they stand in. */
const PENDING_LINE = new RegExp(
  "^(?:[ >]|[-*+] |\\d{1,9}[.)] )*(?:" +
    [
      "#{1,6} *", // a heading without its text
      "(?:[-*+_=] *)+", // a list item, a rule, the underline of a heading, an emphasis
      "\\d{1,9}[.)]? *", // the number of a list item
      "\\[[ xX]?\\]? *", // the box of a task
      "> *",
      "`{2,}[^`]*", // a fence whose line is not complete
      "~{3,}.*",
      "\\[[^\\]]*\\]:.*", // a link definition, which shows nothing
    ].join("|") +
    ")$",
);

/** The mark that makes the text behind it a block of its own. */
const BLOCK_START = /^[ >]*(?:[-*+] |\d{1,9}[.)] |#{1,6} )/gm;

const FENCE = /^(?:[ >]|[-*+] |\d{1,9}[.)] )*(`{3,}|~{3,})(.*)$/gm;

interface Fences {
  /** The fence that is open at the end, and where the text after its line begins. */
  open: { marker: string; start: number } | undefined;
  /** Where the last closed block ends, or 0. */
  closedAt: number;
}

function findFences(source: string): Fences {
  const fences: Fences = { open: undefined, closedAt: 0 };
  for (const match of source.matchAll(FENCE)) {
    const [line, marker = "", rest = ""] = match;
    const end = match.index + line.length;
    if (fences.open) {
      if (!marker.startsWith(fences.open.marker) || rest.trim()) continue;
      fences.open = undefined;
      fences.closedAt = end;
    } else if (marker.startsWith("~") || !rest.includes("`")) {
      fences.open = { marker, start: end + 1 };
    }
  }
  return fences;
}

function completeFence(
  source: string,
  fence: NonNullable<Fences["open"]>,
  lineStart: number,
): string {
  if (fence.start > source.length) return source.slice(0, lineStart);
  const line = source.slice(lineStart).trim();
  // Half of the closing fence is no code.
  const closing = line !== "" && fence.marker.startsWith(line);
  return closing ? source.slice(0, lineStart) : source;
}

const isRow = (line: string | undefined): boolean => /^ *\|/.test(line ?? "");

/** Cells of a table's row; an escaped bar is text. */
export const cells = (row: string): number =>
  row
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/).length;

/** A table becomes visible with its complete head; before, its first lines would be bare bars. */
function completeTable(source: string): string {
  const lines = source.split("\n");
  let first = lines.length - (lines.at(-1) === "" ? 1 : 0);
  while (first > 0 && isRow(lines[first - 1])) first -= 1;
  const [head, delimiter] = lines.slice(first);
  if (head === undefined || !isRow(head) || lines.length - first > 2) return source;
  const before = lines.slice(0, first);
  if (delimiter === undefined) return before.join("\n");
  if (!/^[ |:-]*$/.test(delimiter)) return source;
  return [...before, head, `|${"---|".repeat(cells(head))}`].join("\n");
}

/** Where the paragraph, list item, heading or table cell begins that the text ends in. */
function innermostStart(source: string): number {
  const lineStart = source.lastIndexOf("\n") + 1;
  if (isRow(source.slice(lineStart))) return source.lastIndexOf("|") + 1;
  const marks = [...source.matchAll(BLOCK_START)];
  const last = marks.at(-1);
  const blank = source.lastIndexOf("\n\n");
  return Math.max(last ? last.index + last[0].length : 0, blank < 0 ? 0 : blank + 2);
}

/** Whether `source` ends inside a formula. */
export function endsInFormula(source: string): boolean {
  const block = /^ {0,3}(\$\$|\\\[)/.exec(source)?.[1];
  if (block)
    return !source
      .trimEnd()
      .slice(2)
      .endsWith(block === "$$" ? "$$" : "\\]");
  return source.lastIndexOf("\\(") > source.lastIndexOf("\\)");
}

/** `source`, the last block of an unfinished text, in a form that shows no half-written Markdown. */
export function completeBlock(source: string): string {
  const lineStart = source.lastIndexOf("\n") + 1;
  const { open, closedAt } = findFences(source);
  if (open) return completeFence(source, open, lineStart);
  // A formula or a closed fence at the very end is complete as it is.
  if (closedAt === source.length && closedAt > 0) return source;
  if (/^ {0,3}(?:\$\$|\\\[)/.test(source)) return source;
  let text = source;
  if (PENDING_LINE.test(source.slice(lineStart))) {
    text = source.slice(0, lineStart).replace(/\n+$/, "");
  }
  text = completeTable(text);
  const start = Math.max(innermostStart(text), Math.min(closedAt, text.length));
  return text.slice(0, start) + completeInline(text.slice(start));
}
