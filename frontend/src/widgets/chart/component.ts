/** Chart: its place, its legend, and its numbers as a table for those who do not see it. */
import { html, noChange, nothing } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { ElementPart } from "lit/directive.js";
import type * as ChartModule from "./index";
import { block, css, safeCss } from "../css";
import type { Context, Drawn } from "../context";
import { number, type Json } from "../json";
import { exact, isEmpty, readChart, summary, type ChartModel } from "./model";

/** Loads the asset `chart`. */
export type LoadChart = () => Promise<typeof ChartModule>;

class PlotDirective extends AsyncDirective {
  private host: HTMLElement | undefined;
  private view: ReturnType<typeof ChartModule.createChart> | undefined;
  private model: ChartModel | undefined;
  private load: LoadChart | undefined;

  override render(_model: ChartModel, _load: LoadChart | undefined): unknown {
    return noChange;
  }

  override update(part: ElementPart, [model, load]: [ChartModel, LoadChart | undefined]): unknown {
    this.model = model;
    if (this.view) this.view.update(model);
    else if (!this.host) {
      this.host = part.element as HTMLElement;
      this.load = load;
      void this.start();
    }
    return noChange;
  }

  protected override disconnected(): void {
    this.view?.dispose();
    this.view = undefined;
  }

  protected override reconnected(): void {
    void this.start();
  }

  private async start(): Promise<void> {
    const { host, load } = this;
    if (!host) return;
    const figure = (): Element | null => host.closest(".ck-w-chart");
    try {
      if (!load) throw new Error("Charts are shown as tables here.");
      const { createChart } = await load();
      // What happened while it was loading.
      if (!this.isConnected || this.view || !this.model) return;
      const announce = (words: string): void => {
        const status = figure()?.querySelector("[role=status]");
        if (status) status.textContent = words;
      };
      this.view = createChart(host, announce);
      this.view.update(this.model);
    } catch {
      // The numbers are there in any case: they are shown as the table they are.
      figure()?.setAttribute("data-plain", "");
    }
  }
}

const plot = directive(PlotDirective);

/** The same JSON is the same model: nothing is drawn anew when another part of a widget changes. */
const models = new WeakMap<Json, ChartModel>();

function modelOf(json: Json, context: Context): ChartModel {
  const { locale = "en", t } = context.options;
  const known = models.get(json);
  const emptyLabel = t("chart.empty");
  if (known?.locale === locale && known.emptyLabel === emptyLabel) return known;
  const model = readChart(json, locale, emptyLabel);
  models.set(json, model);
  return model;
}

function legend({ series, showLegend }: ChartModel): Drawn {
  if (!showLegend || !series.some(({ label }) => label)) return "";
  const entries = series.map(
    ({ label, color }, index) =>
      html`<span class="ck-w-legend-entry"
        ><span
          class="ck-w-swatch"
          data-series=${index % 7}
          ${css({ "--ck-series": color })}
        ></span
        ><span dir="auto">${label}</span></span
      >`,
  );
  return html`<div class="ck-w-legend" aria-hidden="true">${entries}</div>`;
}

/** A table of more cells helps nobody. */
const MAX_CELLS = 8000;

function numbers({ categories, series, locale }: ChartModel, label: string): Drawn {
  const value = (found: number | undefined): string =>
    found === undefined ? "" : exact(found, locale);
  const rows = categories.slice(0, Math.ceil(MAX_CELLS / series.length));
  return html`<div class="ck-w-chart-table ck-w-table sr-only">
    <table aria-label=${label}>
      <thead>
        <tr>
          <td></td>
          ${series.map((entry) => html`<th scope="col" class="ck-w-number">${entry.label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (category, row) =>
            html`<tr>
              <th scope="row" dir="auto">${category}</th>
              ${series.map(
                ({ values }) => html`<td class="ck-w-number">${value(values[row])}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

export function chart(json: Json, _path: string, context: Context): Drawn {
  const model = modelOf(json, context);
  const { t, loadChart } = context.options;
  const empty = isEmpty(model);
  const sizes = block(json);
  const hasHeight = sizes.height !== undefined || sizes["aspect-ratio"] !== undefined;
  const style = {
    ...sizes,
    height: sizes.height ?? (hasHeight ? "auto" : undefined),
    flex: number(json.flex)?.toString() ?? safeCss(json.flex),
  };
  const stops = !empty && model.showTooltip ? "0" : nothing;
  return html`<figure class="ck-w-chart" ${css(style)}>
    <div
      class="ck-w-plot"
      role="img"
      aria-label=${summary(model, t("chart.label"))}
      tabindex=${stops}
      ${plot(model, loadChart)}
    ></div>
    ${empty ? html`<p class="ck-w-chart-empty" aria-hidden="true">${t("chart.empty")}</p>` : ""}
    ${legend(model)}
    <div class="sr-only" role="status"></div>
    ${empty ? "" : numbers(model, t("table.label"))}
  </figure>`;
}
