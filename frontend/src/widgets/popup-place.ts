/** Where a popup stands: beside its button, where there is room for it. */

export type Side = "top" | "bottom" | "left" | "right";
export type Align = "start" | "center" | "end";

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The space between a popup and its button, and the least to the edge of the page, in px. */
const GAP = 4;
const EDGE = 8;

const within = (value: number, size: number, room: number): number =>
  Math.max(EDGE, Math.min(value, room - size - EDGE));

/** The corner of a popup; on the other side of its button where there is more room. */
export function popupCorner(
  popup: { width: number; height: number },
  button: Box,
  view: { width: number; height: number },
  { side, align, rtl }: { side: Side; align: Align; rtl: boolean },
): { left: number; top: number } {
  const isVertical = side === "top" || side === "bottom";
  const [edge, length, size, room] = isVertical
    ? [button.top, button.height, popup.height, view.height]
    : [button.left, button.width, popup.width, view.width];
  const before = edge - GAP - EDGE;
  const after = room - edge - length - GAP - EDGE;
  const prefersBefore = side === "top" || side === "left";
  const fits = prefersBefore ? before >= size : after >= size;
  const isBefore = fits ? prefersBefore : before > after;
  const along = isBefore ? edge - GAP - size : edge + length + GAP;
  const flipped = isVertical && rtl && align !== "center";
  const actual = flipped ? (align === "start" ? "end" : "start") : align;
  const [start, span, breadth] = isVertical
    ? [button.left, button.width, popup.width]
    : [button.top, button.height, popup.height];
  const across = { start, center: start + (span - breadth) / 2, end: start + span - breadth };
  return isVertical
    ? { top: within(along, size, room), left: within(across[actual], breadth, view.width) }
    : { left: within(along, size, room), top: within(across[actual], breadth, view.height) };
}

/** Puts an open popup beside its button, at least as wide as that. */
export function place(
  popup: HTMLElement,
  button: HTMLElement,
  standing: { side: Side; align: Align },
): void {
  const around = button.getBoundingClientRect();
  popup.style.minWidth = `${around.width}px`;
  const { left, top } = popupCorner(
    popup.getBoundingClientRect(),
    around,
    { width: document.documentElement.clientWidth, height: window.innerHeight },
    { ...standing, rtl: getComputedStyle(button).direction === "rtl" },
  );
  popup.style.left = `${left}px`;
  popup.style.top = `${top}px`;
}
