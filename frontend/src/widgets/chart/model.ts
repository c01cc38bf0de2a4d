/** What a Chart's JSON says, with nothing left uncertain: for the plot and for its table. */
import { color } from "../css";
import { isObject, number, objects, oneOf, text, type Json } from "../json";
import { CURVES, type CurveType } from "./curve-types";

export interface Series {
  readonly kind: "bar" | "line" | "area";
  readonly label: string;
  /** A CSS colour; it may name the chart's custom properties. */
  readonly color: string;
  readonly curve: CurveType;
  /** Series of one kind and stack stand on each other. */
  readonly stack: string | undefined;
  /** A value for each category, `undefined` where there is none. */
  readonly values: readonly (number | undefined)[];
}

export interface ChartModel {
  /** The x axis, as it is read. */
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly showXAxis: boolean;
  readonly showYAxis: boolean;
  readonly showLegend: boolean;
  readonly showTooltip: boolean;
  /** Between the bars of one category, in px. */
  readonly barGap: number;
  /** Between two categories, in px; by default in proportion to their width. */
  readonly barCategoryGap: number | undefined;
  readonly locale: string;
  readonly emptyLabel: string;
}

/** The order in which series without a colour get one. */
const PALETTE = ["blue", "purple", "orange", "green", "red", "yellow", "pink"] as const;

/** More than fit on any screen are not drawn. */
const MAX_ROWS = 1000;
const MAX_SERIES = 40;
/** Sums of larger numbers would leave what a computer can count. */
const LARGEST = 1e300;

function valueOf(value: unknown): number | undefined {
  const read = typeof value === "string" && value.trim() !== "" ? Number(value) : number(value);
  if (read === undefined || !Number.isFinite(read)) return undefined;
  return Math.min(LARGEST, Math.max(-LARGEST, read));
}

function seriesOf(json: Json, index: number, rows: readonly Json[]): Series {
  const key = text(json.dataKey) ?? "";
  return {
    kind: oneOf(json.type, ["bar", "line", "area"]) ?? "bar",
    label: text(json.label) ?? key,
    color: color(json.color, "chart") ?? `var(--ck-chart-${PALETTE[index % PALETTE.length]})`,
    curve: oneOf(json.curveType, CURVES) ?? "monotone",
    stack: text(json.stack),
    values: rows.map((row) => (Object.hasOwn(row, key) ? valueOf(row[key]) : undefined)),
  };
}

/** @param locale how numbers are written, as BCP 47. */
export function readChart(json: Json, locale: string, emptyLabel: string): ChartModel {
  const axis: Json = isObject(json.xAxis) ? json.xAxis : { dataKey: json.xAxis };
  const key = text(axis.dataKey) ?? "";
  const names = isObject(axis.labels) ? axis.labels : {};
  const rows = objects(json.data).slice(0, MAX_ROWS);
  const categoryOf = (row: Json): string => {
    const raw = Object.hasOwn(row, key) ? (text(row[key]) ?? "") : "";
    return (Object.hasOwn(names, raw) ? text(names[raw]) : undefined) ?? raw;
  };
  return {
    categories: rows.map(categoryOf),
    series: objects(json.series)
      .slice(0, MAX_SERIES)
      .map((entry, index) => seriesOf(entry, index, rows)),
    showXAxis: axis.hide !== true,
    showYAxis: json.showYAxis === true,
    showLegend: json.showLegend !== false,
    showTooltip: json.showTooltip !== false,
    barGap: Math.max(0, number(json.barGap) ?? 3),
    barCategoryGap: number(json.barCategoryGap),
    locale,
    emptyLabel,
  };
}

export const isEmpty = ({ series }: ChartModel): boolean =>
  !series.some(({ values }) => values.some((value) => value !== undefined));

/** A number as people of the locale write it, whole. */
export function exact(value: number, locale: string): string {
  const huge = Math.abs(value) >= 1e15;
  const options: Intl.NumberFormatOptions = huge
    ? { notation: "scientific", maximumFractionDigits: 3 }
    : { maximumFractionDigits: Math.abs(value) < 1 ? 6 : 3 };
  return new Intl.NumberFormat(locale, options).format(value);
}

/** One line about the whole chart: each series with its least and greatest value. */
export function summary(model: ChartModel, chartLabel: string): string {
  const { categories, series, locale, emptyLabel } = model;
  if (isEmpty(model)) return `${chartLabel}: ${emptyLabel}`;
  const ranges = series.map(({ label, values }) => {
    const known = values.filter((value) => value !== undefined);
    const [low, high] = [least(known), greatest(known)].map((value) => exact(value, locale));
    return known.length === 0 ? label : `${label} ${low === high ? low : `${low} – ${high}`}`;
  });
  const ends = new Set([categories[0] ?? "", categories.at(-1) ?? ""].filter(Boolean));
  const span = ends.size > 0 ? ` (${[...ends].join(" – ")})` : "";
  return `${chartLabel}: ${ranges.join(", ")}${span}`;
}

export const least = (values: readonly number[]): number =>
  values.reduce((found, value) => Math.min(found, value), Infinity);

export const greatest = (values: readonly number[]): number =>
  values.reduce((found, value) => Math.max(found, value), -Infinity);
