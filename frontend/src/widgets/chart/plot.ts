/** The drawing of one chart at one size. */
import { areaPath, linePath, type Point } from "./curve";
import type { ChartModel, Series } from "./model";
import { CategoryScale, extent, niceTicks, stacked, tickFormat, type Span } from "./scale";
import { svg, widthOf } from "./svg";

/** Height of one line of the y axis, and of the x axis's labels, in px. */
const TICK_ROOM = 44;
const LABEL_ROOM = 24;
const ROUNDING = 4;

export interface Plot {
  readonly element: SVGSVGElement;
  /** The category under a place, in px from the plot's left. */
  categoryAt(x: number): number;
  /** The middle of a category, in px from the plot's left. */
  placeOf(category: number): number;
  /** Marks a category, or none. */
  mark(category: number | undefined): void;
}

/** Draws `model` into a new `<svg>`, which `host` gets at once: texts are measured in it. */
export function drawPlot(host: HTMLElement, model: ChartModel, rtl: boolean): Plot {
  return new Drawing(host, model, rtl);
}

class Drawing implements Plot {
  readonly element: SVGSVGElement;
  private readonly spans: (Span | undefined)[][];
  private readonly scale: CategoryScale;
  private readonly marks = svg("g");
  private readonly cursor = svg("g");
  /** The plot's inside. */
  private readonly start: number;
  private readonly top = 8;
  private readonly width: number;
  private readonly height: number;
  private readonly low: number;
  private readonly high: number;
  /** The stacks of bars that stand beside each other. */
  private readonly groups: readonly string[];

  constructor(
    host: HTMLElement,
    private readonly model: ChartModel,
    private readonly rtl: boolean,
  ) {
    const [width, height] = [host.clientWidth, host.clientHeight];
    this.element = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
    this.element.setAttribute("aria-hidden", "true");
    host.prepend(this.element);
    this.spans = stacked(model.series);
    const bars = model.series.filter(({ kind }) => kind === "bar");
    this.groups = [...new Set(bars.map((series) => this.groupOf(series)))];

    this.height = Math.max(20, height - this.top - (model.showXAxis ? LABEL_ROOM : 6));
    const [low, high] = extent(model, this.spans);
    const ticks = niceTicks(low, high, Math.max(2, Math.floor(this.height / TICK_ROOM)));
    [this.low, this.high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];

    const labels = model.showYAxis ? this.tickLabels(ticks) : [];
    this.start = labels.length > 0 ? Math.max(...labels.map(widthOf)) + 10 : 0;
    this.width = Math.max(20, width - this.start);
    this.scale = new CategoryScale(model.categories.length, this.width, this.groups.length, model);

    const grid = svg("g", { class: "ck-w-grid" }, ...ticks.map((tick) => this.gridLine(tick)));
    const series = model.series.map((_entry, index) => this.drawSeries(index));
    this.marks.append(...series);
    this.element.append(grid, this.cursor, this.marks);
    labels.forEach((label) => this.element.append(label));
    if (model.showXAxis) this.categoryLabels();
  }

  placeOf(category: number): number {
    return this.x(this.scale.center(category));
  }

  categoryAt(x: number): number {
    return this.scale.at(this.rtl ? this.width - x : x - this.start);
  }

  mark(category: number | undefined): void {
    this.cursor.replaceChildren();
    this.element.querySelector(".ck-w-dots")?.remove();
    if (category === undefined) return;
    const x = this.placeOf(category);
    const { top, height } = this;
    if (this.groups.length > 0) {
      const { band } = this.scale;
      const shade = { class: "ck-w-shade", x: x - band / 2, y: top, width: band, height, rx: 6 };
      this.cursor.append(svg("rect", shade));
    } else {
      this.cursor.append(
        svg("line", { class: "ck-w-hair", x1: x, x2: x, y1: top, y2: top + height }),
      );
    }
    const dots = svg("g", { class: "ck-w-dots" });
    this.model.series.forEach(({ kind }, index) => {
      const span = this.spans[index]?.[category];
      if (kind !== "bar" && span) dots.append(this.dot(index, x, this.y(span.to)));
    });
    this.element.append(dots);
  }

  /** From the start of the plot to px from the left. */
  private x(place: number): number {
    return this.rtl ? this.width - place : this.start + place;
  }

  private y(value: number): number {
    const share = (value - this.low) / (this.high - this.low || 1);
    return this.top + (1 - share) * this.height;
  }

  private groupOf({ stack, label }: Series): string {
    return stack === undefined ? `own ${label} ${this.model.series.length}` : `stack ${stack}`;
  }

  private tickLabels(ticks: readonly number[]): SVGTextElement[] {
    const format = tickFormat(ticks, this.model.locale);
    const x = this.rtl ? this.element.clientWidth || Number(this.element.getAttribute("width")) : 0;
    return ticks.map((tick) => {
      const label = svg("text", { class: "ck-w-tick", x, y: this.y(tick), dy: "0.32em" });
      label.append(format.format(tick));
      this.element.append(label);
      return label;
    });
  }

  private gridLine(tick: number): SVGLineElement {
    const y = Math.round(this.y(tick)) + 0.5;
    const [from, to] = this.rtl ? [0, this.width] : [this.start, this.start + this.width];
    const isZero = tick === 0;
    return svg("line", { x1: from, x2: to, y1: y, y2: y, class: isZero ? "ck-w-zero" : "" });
  }

  private drawSeries(index: number): SVGGElement {
    const series = this.model.series[index] as Series;
    const group = svg("g", { class: `ck-w-series ck-w-series-${series.kind}` });
    group.dataset.series = String(index % 7);
    group.style.setProperty("--ck-series", series.color);
    const shapes = series.kind === "bar" ? this.bars(index) : this.line(index);
    group.append(...shapes);
    return group;
  }

  private bars(index: number): SVGElement[] {
    const series = this.model.series[index] as Series;
    const group = this.groups.indexOf(this.groupOf(series));
    return (this.spans[index] ?? []).flatMap((span, category) => {
      if (!span || span.from === span.to) return [];
      const [start, width] = this.scale.bar(category, group);
      const left = this.rtl ? this.x(start + width) : this.x(start);
      const rounding = this.isOutermost(index, category) ? ROUNDING : 0;
      const d = barPath(left, width, this.y(span.from), this.y(span.to), rounding);
      return [svg("path", { class: "ck-w-bar", d })];
    });
  }

  /** Whether nothing stands on this part of a stack. */
  private isOutermost(index: number, category: number): boolean {
    const { series } = this.model;
    const own = this.groupOf(series[index] as Series);
    const isDown = (this.spans[index]?.[category]?.to ?? 0) < 0;
    return !series.slice(index + 1).some((later, offset) => {
      const span = this.spans[index + 1 + offset]?.[category];
      if (later.kind !== "bar" || !span || span.from === span.to) return false;
      return this.groupOf(later) === own && span.to < 0 === isDown;
    });
  }

  private line(index: number): SVGElement[] {
    const { kind, curve } = this.model.series[index] as Series;
    return runs(this.spans[index] ?? []).flatMap((run) => {
      const top = run.map(([category, { to }]): Point => [this.placeOf(category), this.y(to)]);
      const [only] = top;
      // A point between two gaps has no line to be seen by.
      if (only && top.length === 1) return [this.dot(index, ...only)];
      const base = run.map(([category, { from }]): Point => [
        this.placeOf(category),
        this.y(Math.min(this.high, Math.max(this.low, from))),
      ]);
      const line = svg("path", { class: "ck-w-line", d: linePath(top, curve) });
      const area = svg("path", { class: "ck-w-area", d: areaPath(top, base, curve) });
      return kind === "area" ? [area, line] : [line];
    });
  }

  private dot(index: number, x: number, y: number): SVGCircleElement {
    const dot = svg("circle", { class: "ck-w-dot", cx: x, cy: y, r: 4 });
    dot.style.setProperty("--ck-series", this.model.series[index]?.color ?? "");
    dot.dataset.series = String(index % 7);
    return dot;
  }

  /** As many labels as there is room for; long ones are shortened, then left out. */
  private categoryLabels(): void {
    const y = this.top + this.height + 17;
    const { categories } = this.model;
    const labels = categories.map((category, index) => {
      const label = svg("text", { class: "ck-w-category", x: this.placeOf(index), y });
      label.append(category);
      this.element.append(label);
      return label;
    });
    const widths = labels.map(widthOf);
    const room = labels.length > 1 ? Math.abs(this.placeOf(1) - this.placeOf(0)) - 8 : this.width;
    const isCut = room >= 40;
    const every = isCut ? 1 : Math.max(1, Math.ceil((Math.max(0, ...widths) + 14) / (room + 8)));
    labels.forEach((label, index) => {
      if (index % every !== 0) return label.remove();
      const width = isCut ? shorten(label, widths[index] ?? 0, room) : (widths[index] ?? 0);
      this.keepInside(label, width);
    });
  }

  private keepInside(label: SVGTextElement, width: number): void {
    const [from, to] = this.rtl ? [0, this.width] : [this.start, this.start + this.width];
    const x = Number(label.getAttribute("x"));
    const inside = Math.min(to - width / 2, Math.max(from + width / 2, x));
    if (width < to - from) label.setAttribute("x", String(Math.round(inside * 100) / 100));
  }
}

/** Stretches without a gap: categories and their spans. */
function runs(spans: readonly (Span | undefined)[]): [number, Span][][] {
  const found: [number, Span][][] = [[]];
  spans.forEach((span, category) => {
    if (span) found.at(-1)?.push([category, span]);
    else if (found.at(-1)?.length) found.push([]);
  });
  return found.filter((run) => run.length > 0);
}

/** Cuts a label to `room` px; returns how wide it is then. */
function shorten(label: SVGTextElement, width: number, room: number): number {
  const text = label.textContent ?? "";
  if (width <= room) return width;
  const letters = [...text];
  const kept = Math.max(1, Math.floor((letters.length * room) / width) - 1);
  label.textContent = `${letters.slice(0, kept).join("").trimEnd()}…`;
  label.append(svg("title", {}, text));
  return room;
}

/** A bar from `base` to `end`, in px from the top, round where it ends. */
function barPath(x: number, width: number, base: number, end: number, rounding: number): string {
  const radius = Math.min(rounding, width / 2, Math.abs(base - end));
  const inwards = end < base ? radius : -radius;
  const at = (...numbers: number[]): string =>
    numbers.map((value) => Math.round(value * 100) / 100).join(" ");
  return [
    `M${at(x, base)}V${at(end + inwards)}Q${at(x, end, x + radius, end)}`,
    `H${at(x + width - radius)}Q${at(x + width, end, x + width, end + inwards)}V${at(base)}Z`,
  ].join("");
}
