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

/** What a card needs to be of use; it rather covers its entity than be less high. */
const LEAST_HEIGHT = 96;

/**
 * The card's place in the frame: above its entity, below where there is more room, never outside,
 * and no higher than the room there: what is covered cannot be pressed.
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
): { left: number; top: number; maxHeight: number } | null {
  const top = entity.top - frame.top;
  const bottom = top + entity.height;
  if (bottom < 0 || top > frame.height) return null;
  const roomAbove = top - GAP - MARGIN;
  const roomBelow = frame.height - bottom - GAP - MARGIN;
  const isAbove = card.height <= roomAbove || roomAbove > roomBelow;
  const maxHeight = Math.max(isAbove ? roomAbove : roomBelow, LEAST_HEIGHT);
  const height = Math.min(card.height, maxHeight);
  const beside = isAbove ? top - GAP - height : bottom + GAP;
  const start = entity.left - frame.left;
  const wanted = dir === "rtl" ? start + entity.width - card.width : start;
  return {
    left: between(wanted, MARGIN, frame.width - card.width - MARGIN),
    top: between(beside, MARGIN, frame.height - height - MARGIN),
    maxHeight,
  };
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
