import { describe, expect, it } from "vitest";
import { areaPath, linePath, type Point } from "../../../src/widgets/chart/curve";
import { CURVES } from "../../../src/widgets/chart/curve-types";

const POINTS: Point[] = [
  [0, 0],
  [10, 10],
  [20, 10],
  [30, 0],
];

describe("a line", () => {
  it.each([
    ["linear", "M0 0L10 10L20 10L30 0"],
    ["linearClosed", "M0 0L10 10L20 10L30 0Z"],
    ["step", "M0 0H5V10H10H15V10H20H25V0H30"],
    ["stepBefore", "M0 0V10H10V10H20V0H30"],
    ["stepAfter", "M0 0H10V10H20V10H30V0"],
    ["bump", "M0 0C5 0 5 10 10 10C15 10 15 10 20 10C25 10 25 0 30 0"],
    ["bumpY", "M0 0C0 5 10 5 10 10C10 10 20 10 20 10C20 5 30 5 30 0"],
    // As d3-shape draws them.
    ["monotone", "M0 0C3.33 5 6.67 10 10 10C13.33 10 16.67 10 20 10C23.33 10 26.67 5 30 0"],
    ["natural", "M0 0C3.33 4 6.67 8 10 10C13.33 12 16.67 12 20 10C23.33 8 26.67 4 30 0"],
    ["basisOpen", "M10 8.33C13.33 10 16.67 10 20 8.33"],
  ] as const)("%s", (curve, expected) => expect(linePath(POINTS, curve)).toBe(expected));

  it.each(CURVES)("%s of few points is a number in every place", (curve) => {
    for (let count = 0; count <= 4; count += 1) {
      expect(linePath(POINTS.slice(0, count), curve)).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it("begins and ends at its points", () => {
    for (const curve of ["basis", "natural", "monotoneX", "monotoneY"] as const) {
      expect(linePath(POINTS, curve)).toMatch(/^M0 0.*30 0$/);
    }
  });
});

it("an area goes back along its base", () => {
  const base = POINTS.map(([x]): Point => [x, 20]);
  expect(areaPath(POINTS, base, "stepBefore")).toBe(
    "M0 0V10H10V10H20V0H30L30 20H20V20H10V20H0V20Z",
  );
});
