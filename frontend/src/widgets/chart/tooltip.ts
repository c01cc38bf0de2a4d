/** What a chart says about one category: by mouse, by touch and by keys. */
import { exact, type ChartModel } from "./model";
import type { Plot } from "./plot";

export class Tooltip {
  private readonly box = document.createElement("div");
  private category: number | undefined;
  private model: ChartModel | undefined;
  private plot: Plot | undefined;
  private readonly end = new AbortController();

  /** @param announce tells assistive technology what keys have led to. */
  constructor(
    private readonly host: HTMLElement,
    private readonly announce: (words: string) => void,
  ) {
    this.box.className = "ck-w-tooltip";
    this.box.hidden = true;
    host.append(this.box);
    const { signal } = this.end;
    const follow = (event: PointerEvent): void => this.follow(event);
    host.addEventListener("pointermove", follow, { signal });
    host.addEventListener("pointerdown", follow, { signal });
    host.addEventListener("pointerleave", (event) => this.leave(event), { signal });
    host.addEventListener("keydown", (event) => this.key(event), { signal });
    host.addEventListener("blur", () => this.show(undefined), { signal });
    host.addEventListener("focus", () => this.focus(), { signal });
  }

  /** Belongs to this drawing from now on. */
  attach(model: ChartModel, plot: Plot | undefined): void {
    [this.model, this.plot] = [model, plot];
    const isThere = this.category !== undefined && this.category < model.categories.length;
    this.show(isThere ? this.category : undefined);
  }

  dispose(): void {
    this.end.abort();
  }

  private follow(event: PointerEvent): void {
    const { left } = this.host.getBoundingClientRect();
    if (this.plot) this.show(this.plot.categoryAt(event.clientX - left));
  }

  /** A finger leaves when it is lifted; what it asked for stays until the next touch elsewhere. */
  private leave(event: PointerEvent): void {
    if (event.pointerType === "mouse") this.show(undefined);
  }

  private focus(): void {
    if (this.host.matches(":focus-visible") && this.category === undefined) this.go(0);
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.model) return;
    const last = this.model.categories.length - 1;
    const rtl = getComputedStyle(this.host).direction === "rtl";
    const at = this.category ?? (event.key === "ArrowLeft" ? last + 1 : -1);
    const steps: Record<string, number> = {
      ArrowRight: at + (rtl ? -1 : 1),
      ArrowLeft: at + (rtl ? 1 : -1),
      Home: 0,
      End: last,
    };
    const next = steps[event.key];
    if (event.key === "Escape" && this.category !== undefined) {
      event.stopPropagation();
      return this.show(undefined);
    }
    if (next === undefined) return;
    event.preventDefault();
    this.go(Math.min(last, Math.max(0, next)));
  }

  private go(category: number): void {
    if (!this.plot) return;
    this.show(category);
    const words = this.lines().map(({ label, value }) => `${label} ${value}`);
    this.announce(`${this.title()}: ${words.join(", ")}`);
  }

  private title(): string {
    return this.model?.categories[this.category ?? 0] ?? "";
  }

  private lines(): { label: string; value: string; color: string; series: number }[] {
    const { model, category = 0 } = this;
    return (model?.series ?? []).flatMap(({ label, color, values }, series) => {
      const value = values[category];
      if (value === undefined || !model) return [];
      return [{ label, color, series, value: exact(value, model.locale) }];
    });
  }

  private show(category: number | undefined): void {
    const { plot, box } = this;
    this.category = plot && this.model?.showTooltip ? category : undefined;
    plot?.mark(this.category);
    box.hidden = this.category === undefined;
    if (!plot || this.category === undefined) return;
    const title = element("div", "ck-w-tooltip-title", this.title());
    title.dir = "auto";
    const rows = this.lines().map(({ label, value, color, series }) => {
      const swatch = element("span", "ck-w-swatch");
      swatch.dataset.series = String(series % 7);
      swatch.style.setProperty("--ck-series", color);
      const name = element("span", "ck-w-tooltip-label", label);
      name.dir = "auto";
      return element("div", "ck-w-tooltip-row", swatch, name, element("strong", "", value));
    });
    box.replaceChildren(...(this.title() ? [title] : []), ...rows);
    this.place(plot.placeOf(this.category));
  }

  /** Beside the category, on the side that has room for it. */
  private place(x: number): void {
    const { box, host } = this;
    const [room, width] = [host.clientWidth, box.offsetWidth];
    const beside = x + 12 + width <= room ? x + 12 : x - 12 - width;
    box.style.left = `${Math.max(0, Math.min(beside, room - width))}px`;
    box.style.top = `${Math.max(0, Math.min(8, host.clientHeight - box.offsetHeight))}px`;
  }
}

function element(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
