import { expect, test } from "vitest";
import { cardPlace } from "../../src/preview/place";

const frame = { left: 100, top: 50, width: 400, height: 600 };
const card = { width: 200, height: 80 };
const entityAt = (left: number, top: number) => ({ left, top, width: 60, height: 20 });

test("the card stands above its entity, and begins where it begins", () => {
  expect(cardPlace(card, entityAt(200, 400), frame, "ltr")).toEqual({ left: 100, top: 264, maxHeight: 336 });
});

test("right to left it ends where its entity ends", () => {
  expect(cardPlace(card, entityAt(400, 400), frame, "rtl")).toEqual({ left: 160, top: 264, maxHeight: 336 });
});

test("without room above it stands below", () => {
  expect(cardPlace(card, entityAt(200, 80), frame, "ltr")).toEqual({ left: 100, top: 56, maxHeight: 536 });
});

test("it never leaves the frame", () => {
  expect(cardPlace(card, entityAt(480, 400), frame, "ltr")).toEqual({ left: 192, top: 264, maxHeight: 336 });
  expect(cardPlace(card, entityAt(110, 400), frame, "rtl")).toEqual({ left: 8, top: 264, maxHeight: 336 });
});

test("a card that is too high for either side is as high as the larger one", () => {
  const high = { width: 200, height: 900 };
  expect(cardPlace(high, entityAt(200, 80), frame, "ltr")).toEqual({
    left: 100,
    top: 56,
    maxHeight: 536,
  });
  expect(cardPlace(high, entityAt(200, 600), frame, "ltr")).toEqual({
    left: 100,
    top: 8,
    maxHeight: 536,
  });
});

test("in a low frame it covers its entity rather than be of no use", () => {
  const low = { ...frame, height: 120 };
  expect(cardPlace(card, entityAt(200, 100), low, "ltr")).toEqual({
    left: 100,
    top: 32,
    maxHeight: 96,
  });
});

test("an entity that is out of sight has no card", () => {
  expect(cardPlace(card, entityAt(200, 700), frame, "ltr")).toBeNull();
  expect(cardPlace(card, entityAt(200, 10), frame, "ltr")).toBeNull();
});
