/** Where values stand: ticks, stacks and places on the axes. */
import { greatest, least, type ChartModel, type Series } from "./model";

/** From and to, on the y axis: a bar, or the height of an area or line over its base. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Each series' spans by category; what stands on others starts where they end. */
export function stacked(series: readonly Series[]): (Span | undefined)[][] {
  const heights = new Map<string, number>();
  return series.map(({ kind, stack, values }) =>
    values.map((value, category) => {
      if (value === undefined) return undefined;
      if (stack === undefined || kind === "line") return { from: 0, to: value };
      // What is negative hangs from the axis, beside what stands on it.
      const place = `${kind} ${category} ${value < 0} ${stack}`;
      const from = heights.get(place) ?? 0;
      heights.set(place, from + value);
      return { from, to: from + value };
    }),
  );
}

/** The step of a scale that people count in: 1, 2, 2.5 or 5 times a power of ten. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const share = rough / power;
  const factor = [1, 2, 2.5, 5].find((nice) => share <= nice * 1.0001) ?? 10;
  return factor * power;
}

/** About `count` ticks that include everything from `low` to `high`, in order. */
export function niceTicks(low: number, high: number, count: number): number[] {
  if (low === high) return low < 0 ? [low, 0] : [0, high || 1];
  const step = niceStep((high - low) / Math.max(1, count));
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** The least and greatest value that the y axis has to hold. */
export function extent(model: ChartModel, spans: readonly (Span | undefined)[][]): [number, number] {
  const ends = spans.flat().flatMap((span) => (span ? [span.from, span.to] : []));
  const [low, high] = [Math.min(0, least(ends)), Math.max(0, greatest(ends))];
  if (model.series.some(({ kind }) => kind !== "line")) return [low, high];
  // Lines alone may leave zero out, where it would press them flat.
  const values = spans.flat().flatMap((span) => (span ? [span.to] : []));
  const [bottom, top] = [least(values), greatest(values)];
  const isFar = bottom > 0 && top > bottom && top - bottom < top / 4;
  return isFar ? [bottom, top] : [low, high];
}

/** How ticks are written: short when large, with the decimals that their step needs. */
export function tickFormat(ticks: readonly number[], locale: string): Intl.NumberFormat {
  const size = greatest(ticks.map(Math.abs));
  if (size >= 1e15) {
    return new Intl.NumberFormat(locale, { notation: "scientific", maximumFractionDigits: 1 });
  }
  if (size >= 10_000) {
    return new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
  }
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) || 1;
  const digits = Math.min(12, Math.max(0, 1 - Math.floor(Math.log10(step))));
  return new Intl.NumberFormat(locale, { maximumFractionDigits: step < 10 ? digits : 0 });
}

/** Where the categories and their bars stand, in px from the start of the plot. */
export class CategoryScale {
  /** The width that belongs to one category. */
  readonly band: number;
  private readonly hasBars: boolean;
  private readonly barWidth: number;
  private readonly groupWidth: number;
  private readonly gap: number;

  /** @param groups how many bars stand beside each other in one category. */
  constructor(
    private readonly count: number,
    private readonly width: number,
    groups: number,
    model: ChartModel,
  ) {
    this.hasBars = groups > 0;
    this.band = width / Math.max(1, count);
    const between = Math.min(
      Math.max(0, model.barCategoryGap ?? this.band * 0.28),
      this.band * 0.9,
    );
    const room = Math.max(this.band * 0.1, this.band - between);
    this.gap = groups > 1 ? Math.min(model.barGap, room / groups / 2) : 0;
    const share = (room - this.gap * (groups - 1)) / Math.max(1, groups);
    this.barWidth = Math.min(WIDEST_BAR, share);
    this.groupWidth = this.barWidth * groups + this.gap * Math.max(0, groups - 1);
  }

  center(category: number): number {
    if (this.hasBars || this.count < 2) return (category + 0.5) * this.band;
    const edge = 5;
    return edge + (category / (this.count - 1)) * (this.width - 2 * edge);
  }

  /** Start and width of a bar. */
  bar(category: number, group: number): [start: number, width: number] {
    const first = this.center(category) - this.groupWidth / 2;
    return [first + group * (this.barWidth + this.gap), this.barWidth];
  }

  /** The category at a place. */
  at(place: number): number {
    const found =
      this.hasBars || this.count < 2
        ? Math.floor(place / this.band)
        : Math.round(((place - 5) / Math.max(1, this.width - 10)) * (this.count - 1));
    return Math.min(this.count - 1, Math.max(0, found));
  }
}

const WIDEST_BAR = 48;
