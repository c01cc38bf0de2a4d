/**
 * The lazily loaded asset `chart`: bars, lines and areas as SVG.
 *
 * It draws into a place that `component.ts` keeps for it, at the size that this place has.
 */
import type { ChartModel } from "./model";
import { isEmpty } from "./model";
import { drawPlot, type Plot } from "./plot";
import { Tooltip } from "./tooltip";

export interface ChartView {
  /** Draws the chart; called again, it draws it anew. */
  update(model: ChartModel): void;
  /** Lets go of the place. */
  dispose(): void;
}

/**
 * @param host the place, which has a size of its own.
 * @param announce tells assistive technology what keys have led to.
 */
export function createChart(host: HTMLElement, announce: (words: string) => void): ChartView {
  const tooltip = new Tooltip(host, announce);
  let model: ChartModel | undefined;
  let plot: Plot | undefined;
  let size = "";
  const draw = (): void => {
    plot?.element.remove();
    plot = undefined;
    if (!model || host.clientWidth < 1 || host.clientHeight < 1) return;
    const rtl = getComputedStyle(host).direction === "rtl";
    if (!isEmpty(model)) plot = drawPlot(host, model, rtl);
    tooltip.attach(model, plot);
  };
  const observer = new ResizeObserver(() => {
    const now = `${host.clientWidth} ${host.clientHeight}`;
    if (now === size) return;
    size = now;
    draw();
  });
  observer.observe(host);
  return {
    update(next) {
      if (next === model) return;
      // Only what is new comes in; what changes is there already.
      host.toggleAttribute("data-drawn", model !== undefined);
      model = next;
      size = `${host.clientWidth} ${host.clientHeight}`;
      draw();
    },
    dispose() {
      observer.disconnect();
      tooltip.dispose();
      host.replaceChildren();
    },
  };
}
