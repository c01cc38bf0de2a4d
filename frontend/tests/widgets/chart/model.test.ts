import { describe, expect, it } from "vitest";
import { exact, isEmpty, readChart, summary } from "../../../src/widgets/chart/model";

const read = (json: Record<string, unknown>, locale = "en") => readChart(json, locale, "No data");

describe("a chart's JSON", () => {
  const data = [
    { x: "a", n: 3, m: "4.5" },
    { x: "b", n: null, m: "no number" },
    { x: 2026, n: -1 },
  ];

  it("has its categories, values and gaps", () => {
    const model = read({
      data,
      series: [{ type: "bar", dataKey: "n" }, { type: "line", dataKey: "m", label: "M" }],
      xAxis: { dataKey: "x", labels: { a: "Alpha" }, hide: true },
    });
    expect(model.categories).toEqual(["Alpha", "b", "2026"]);
    expect(model.series.map(({ label, values }) => [label, values])).toEqual([
      ["n", [3, undefined, -1]],
      ["M", [4.5, undefined, undefined]],
    ]);
    expect([model.showXAxis, model.showYAxis, model.showLegend, model.showTooltip]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it("gives series colours in turn, and takes tokens, primitives and one for each theme", () => {
    const colors = [undefined, undefined, "red", "blue-500", { light: "#fff", dark: "pink" }];
    const series = colors.map((color) => ({ type: "bar", dataKey: "n", color }));
    expect(read({ data, series }).series.map(({ color }) => color)).toEqual([
      "var(--ck-chart-blue)",
      "var(--ck-chart-purple)",
      "var(--ck-chart-red)",
      expect.stringMatching(/^oklch/),
      "var(--ck-light, #fff) var(--ck-dark, var(--ck-chart-pink))",
    ]);
  });

  it.each([{}, { data: 5, series: "x", xAxis: [] }, { data: [null, 1], series: [{}] }])(
    "may be anything: %j",
    (json) => expect(isEmpty(read(json as Record<string, unknown>))).toBe(true),
  );

  it("is summed up in a line", () => {
    const series = [{ type: "bar", dataKey: "n", label: "Ships" }];
    expect(summary(read({ data, series, xAxis: "x" }), "Chart")).toBe(
      "Chart: Ships -1 – 3 (a – 2026)",
    );
    expect(summary(read({}), "Chart")).toBe("Chart: No data");
  });
});

describe("numbers", () => {
  it.each([
    [1234.5, "en", "1,234.5"],
    [1234.5, "de", "1.234,5"],
    [0.000123, "en", "0.000123"],
    [6.02e23, "en", "6.02E23"],
    [-7, "fr", "-7"],
  ])("%d in %s is %s", (value, locale, expected) => {
    expect(exact(value, locale)).toBe(expected);
  });
});
