import { describe, expect, it } from "vitest";
import { readChart } from "../../../src/widgets/chart/model";
import { extent, niceTicks, stacked, tickFormat } from "../../../src/widgets/chart/scale";

describe("ticks", () => {
  it.each([
    [0, 1620, 4, [0, 500, 1000, 1500, 2000]],
    [-320, 1040, 4, [-500, 0, 500, 1000, 1500]],
    [0, 0.7, 4, [0, 0.2, 0.4, 0.6, 0.8]],
    [0, 7, 3, [0, 2.5, 5, 7.5]],
    [0, 0, 4, [0, 1]],
    [-5, -5, 4, [-5, 0]],
    [980, 1010, 3, [980, 990, 1000, 1010]],
    [0, 1e300, 2, [0, 5e299, 1e300]],
  ])("from %d to %d", (low, high, count, expected) => {
    expect(niceTicks(low, high, count)).toEqual(expected);
  });

  it.each([
    [[0, 500, 1000], "en", ["0", "500", "1,000"]],
    [[0, 0.25, 0.5], "en", ["0", "0.25", "0.5"]],
    [[0, 0.25, 0.5], "de", ["0", "0,25", "0,5"]],
    [[0, 50_000], "en", ["0", "50K"]],
    [[0, 5e20], "en", ["0E0", "5E20"]],
  ])("%j in %s are written %j", (ticks, locale, expected) => {
    const format = tickFormat(ticks, locale);
    expect(ticks.map((tick) => format.format(tick))).toEqual(expected);
  });
});

const chart = (series: unknown[], data: unknown[]) =>
  readChart({ series, data, xAxis: "x" }, "en", "");

describe("stacks", () => {
  it("stand on each other, and hang from the axis below zero", () => {
    const model = chart(
      ["a", "b", "c"].map((dataKey) => ({ type: "bar", dataKey, stack: "s" })),
      [{ a: 1, b: -2, c: 3 }, { a: 4, c: -1 }],
    );
    expect(stacked(model.series)).toEqual([
      [{ from: 0, to: 1 }, { from: 0, to: 4 }],
      [{ from: 0, to: -2 }, undefined],
      [{ from: 1, to: 4 }, { from: 0, to: -1 }],
    ]);
  });
});

describe("the y axis", () => {
  it.each([
    ["bar", [100, 101], [0, 101]],
    ["line", [100, 101], [100, 101]],
    ["line", [10, 101], [0, 101]],
    ["area", [-5, 3], [-5, 3]],
  ])("of a %s with %j is %j", (type, values, expected) => {
    const model = chart([{ type, dataKey: "n" }], values.map((n) => ({ n })));
    expect(extent(model, stacked(model.series))).toEqual(expected);
  });
});
