/** Where the card of an entity stands. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Between the card and its entity, and between the card and the edge of the frame. */
const GAP = 6;
const MARGIN = 8;

/**
 * The card's place in the frame: above its entity, below where there is more room, never outside.
 *
 * All boxes are in the same coordinates; the answer is relative to the frame.
 *
 * @returns `null` when the entity itself is out of sight.
 */
export function cardPlace(
  card: Pick<Box, "width" | "height">,
  entity: Box,
  frame: Box,
  dir: "ltr" | "rtl",
): { left: number; top: number } | null {
  const top = entity.top - frame.top;
  const bottom = top + entity.height;
  if (bottom < 0 || top > frame.height) return null;
  const above = top - GAP - card.height;
  const below = bottom + GAP;
  const hasRoomAbove = above >= MARGIN || top > frame.height - bottom;
  const start = entity.left - frame.left;
  const wanted = dir === "rtl" ? start + entity.width - card.width : start;
  return {
    left: between(wanted, MARGIN, frame.width - card.width - MARGIN),
    top: between(hasRoomAbove ? above : below, MARGIN, frame.height - card.height - MARGIN),
  };
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
