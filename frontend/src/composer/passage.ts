/** The passage of an answer that is selected. */

export interface Passage {
  text: string;
  /** Where it is in the window. */
  box: DOMRect;
}

/** Longer quotes say no more. */
const LONGEST = 4000;

type SelectingRoot = ShadowRoot & { getSelection?: () => Selection | null };

/** What is selected of one answer in the shadow root, if anything is. */
export function selectedPassage(root: ShadowRoot): Passage | null {
  // Chromium answers for a shadow root where it is asked; elsewhere the document's sees inside.
  const selection = (root as SelectingRoot).getSelection?.() ?? document.getSelection();
  const range = selection && rangeWithin(selection, root);
  if (!range || range.collapsed) return null;
  const answer = answerOf(range.startContainer) ?? answerOf(range.endContainer);
  const parts = answer?.querySelectorAll("chatkit-markdown");
  const [first, last] = [parts?.[0], parts?.[parts.length - 1]];
  if (!first || !last) return null;
  const quoted = document.createRange();
  quoted.setStartBefore(first);
  quoted.setEndAfter(last);
  const starts = range.compareBoundaryPoints(Range.START_TO_START, quoted) > 0;
  const ends = range.compareBoundaryPoints(Range.END_TO_END, quoted) < 0;
  if (starts) quoted.setStart(range.startContainer, range.startOffset);
  if (ends) quoted.setEnd(range.endContainer, range.endOffset);
  // The selection's own text has its line breaks; it is the passage if nothing else is selected.
  const text = tidy(starts && ends && selection.toString() ? selection.toString() : readOut(quoted));
  return text === "" ? null : { text, box: quoted.getBoundingClientRect() };
}

export function clearSelection(root: ShadowRoot): void {
  ((root as SelectingRoot).getSelection?.() ?? document.getSelection())?.removeAllRanges();
}

function rangeWithin(selection: Selection, root: ShadowRoot): Range | null {
  if (selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (root.contains(range.startContainer)) return range;
  if (!("getComposedRanges" in selection)) return null;
  const [composed] = composedRanges(selection, root);
  if (!composed || !root.contains(composed.startContainer)) return null;
  const inside = document.createRange();
  inside.setStart(composed.startContainer, composed.startOffset);
  inside.setEnd(composed.endContainer, composed.endOffset);
  return inside;
}

/** Safari 17 takes the roots themselves, later browsers an object of them. */
function composedRanges(selection: Selection, root: ShadowRoot): StaticRange[] {
  const get = selection.getComposedRanges.bind(selection) as (roots: unknown) => StaticRange[];
  try {
    return get({ shadowRoots: [root] });
  } catch {
    return get(root);
  }
}

function answerOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest(".assistant-message") ?? null;
}

/** The text of a range, without that of its buttons. */
function readOut(range: Range): string {
  const content = range.cloneContents();
  content.querySelectorAll("button, .sr-only").forEach((element) => element.remove());
  return content.textContent ?? "";
}

function tidy(text: string): string {
  const lines = text.replace(/\u00a0/g, " ").replace(/[ \t]+\n/g, "\n");
  const short = lines.replace(/\n{3,}/g, "\n\n").trim();
  return short.length > LONGEST ? `${short.slice(0, LONGEST - 1).trimEnd()}…` : short;
}
