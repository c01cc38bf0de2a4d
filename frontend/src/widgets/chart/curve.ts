/**
 * Lines through points, as SVG path data.
 *
 * The curves are those of https://d3js.org/d3-shape/curve, which ChatKit's `CurveType` names.
 */
import type { CurveType } from "./curve-types";

export type Point = readonly [x: number, y: number];

const round = (value: number): number => Math.round(value * 100) / 100;
const at = (...numbers: number[]): string => numbers.map(round).join(" ");
const pairs = (points: readonly Point[]): [Point, Point][] =>
  points.slice(1).map((point, index) => [points[index] as Point, point]);

/** How a curve runs from one point to the next, where no other point matters. */
const STEPS: Partial<Record<CurveType, (from: Point, to: Point) => string>> = {
  bump: ([x0, y0], [x1, y1]) => `C${at((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1)}`,
  bumpX: ([x0, y0], [x1, y1]) => `C${at((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1)}`,
  bumpY: ([x0, y0], [x1, y1]) => `C${at(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2, x1, y1)}`,
  step: ([x0], [x1, y1]) => `H${round((x0 + x1) / 2)}V${round(y1)}H${round(x1)}`,
  stepBefore: (_from, [x1, y1]) => `V${round(y1)}H${round(x1)}`,
  stepAfter: (_from, [x1, y1]) => `H${round(x1)}V${round(y1)}`,
};

/** A uniform cubic B-spline over all control points. */
function spline(points: readonly Point[]): string {
  const mean = (weights: readonly number[], of: readonly Point[]): [number, number] => {
    const total = weights.reduce((sum, weight) => sum + weight);
    const along = (axis: 0 | 1): number =>
      of.reduce((sum, point, index) => sum + point[axis] * (weights[index] ?? 0), 0) / total;
    return [along(0), along(1)];
  };
  const first = mean([1, 4, 1], points.slice(0, 3));
  const pieces = points.slice(3).map((last, index) => {
    const [, b, c] = points.slice(index, index + 3) as [Point, Point, Point];
    const ends = [mean([2, 1], [b, c]), mean([1, 2], [b, c]), mean([1, 4, 1], [b, c, last])];
    return `C${at(...ends.flat())}`;
  });
  return `M${at(...first)}${pieces.join("")}`;
}

/** The slopes of a line that never goes beyond its points (Fritsch and Carlson; Steffen). */
function slopes(points: readonly Point[]): number[] {
  const widths = pairs(points).map(([from, to]) => to[0] - from[0]);
  const rises = pairs(points).map(([from, to], index) => (to[1] - from[1]) / (widths[index] || 1));
  const inner = rises.slice(1).map((after, index) => {
    const before = rises[index] ?? 0;
    const [left = 0, right = 0] = [widths[index], widths[index + 1]];
    const mean = (before * right + after * left) / (left + right || 1);
    const turn = Math.sign(before) + Math.sign(after);
    return turn * Math.min(Math.abs(before), Math.abs(after), Math.abs(mean) / 2);
  });
  const end = (rise = 0, neighbour = rise): number => (3 * rise - neighbour) / 2;
  return [end(rises[0], inner[0]), ...inner, end(rises.at(-1), inner.at(-1))];
}

function monotone(points: readonly Point[]): string {
  const slope = slopes(points);
  return pairs(points)
    .map(([[x0, y0], [x1, y1]], index) => {
      const third = (x1 - x0) / 3;
      const [out = 0, into = 0] = [slope[index], slope[index + 1]];
      return `C${at(x0 + third, y0 + third * out, x1 - third, y1 - third * into, x1, y1)}`;
    })
    .join("");
}

/** The control points of a natural cubic spline along one axis. */
function natural(values: readonly number[]): [number[], number[]] {
  const count = values.length - 1;
  const value = (index: number): number => values[index] ?? 0;
  const lower: number[] = [];
  const diagonal: number[] = [];
  const right: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const [isFirst, isLast] = [index === 0, index === count - 1];
    lower.push(isFirst ? 0 : isLast ? 2 : 1);
    diagonal.push(isFirst ? 2 : isLast ? 7 : 4);
    const sum = isFirst
      ? value(0) + 2 * value(1)
      : isLast
        ? 8 * value(index) + value(count)
        : 4 * value(index) + 2 * value(index + 1);
    right.push(sum);
  }
  for (let index = 1; index < count; index += 1) {
    const share = (lower[index] ?? 0) / (diagonal[index - 1] ?? 1);
    diagonal[index] = (diagonal[index] ?? 0) - share;
    right[index] = (right[index] ?? 0) - share * (right[index - 1] ?? 0);
  }
  const out: number[] = [];
  out[count - 1] = (right[count - 1] ?? 0) / (diagonal[count - 1] ?? 1);
  for (let index = count - 2; index >= 0; index -= 1) {
    out[index] = ((right[index] ?? 0) - (out[index + 1] ?? 0)) / (diagonal[index] ?? 1);
  }
  const into = out.map((point, index) =>
    index < count - 1 ? 2 * value(index + 1) - (out[index + 1] ?? 0) : (value(count) + point) / 2,
  );
  return [out, into];
}

function naturalLine(points: readonly Point[]): string {
  const [xOut, xInto] = natural(points.map(([x]) => x));
  const [yOut, yInto] = natural(points.map(([, y]) => y));
  return points
    .slice(1)
    .map(([x, y], index) => {
      const controls = [xOut[index], yOut[index], xInto[index], yInto[index]];
      return `C${at(...controls.map((control) => control ?? 0), x, y)}`;
    })
    .join("");
}

const swap = (points: readonly Point[]): Point[] => points.map(([x, y]) => [y, x]);
/** Turns the path of swapped points back: every command's numbers are pairs. */
const swapBack = (path: string): string =>
  path.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_pair, x: string, y: string) => `${y} ${x}`);

/** A line through `points`; two of them are always joined straight. */
export function linePath(points: readonly Point[], curve: CurveType): string {
  const [first, second] = points;
  if (!first) return "";
  const start = `M${at(...first)}`;
  const straight = `${start}${points.slice(1).map((point) => `L${at(...point)}`).join("")}`;
  const step = STEPS[curve];
  if (step) return start + pairs(points).map(([from, to]) => step(from, to)).join("");
  if (points.length < 3 || !second) return straight;
  const last = points.at(-1) as Point;
  switch (curve) {
    case "basis":
      return spline([first, first, ...points, last, last]);
    case "basisOpen":
      return points.length < 4 ? straight : spline(points);
    case "basisClosed":
      return `${spline([...points, ...points.slice(0, 3)])}Z`;
    case "linearClosed":
      return `${straight}Z`;
    case "natural":
      return start + naturalLine(points);
    case "monotone":
    case "monotoneX":
      return start + monotone(points);
    case "monotoneY":
      return start + swapBack(monotone(swap(points)));
    default:
      return straight;
  }
}

const BACKWARDS: Partial<Record<CurveType, CurveType>> = {
  stepBefore: "stepAfter",
  stepAfter: "stepBefore",
};

/** The area between two lines over the same places. */
export function areaPath(top: readonly Point[], base: readonly Point[], curve: CurveType): string {
  const there = linePath(top, curve).replace("Z", "");
  const back = linePath([...base].reverse(), BACKWARDS[curve] ?? curve).replace("Z", "");
  return there ? `${there}L${back.slice(1)}Z` : "";
}
