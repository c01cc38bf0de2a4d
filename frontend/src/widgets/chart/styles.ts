/** The look of charts. */
const SERIES = "0 1 2 3 4 5 6".split(" ");
/** Where the system chooses the colours, series differ by these and by the dashes of their lines. */
const FORCED = ["CanvasText", "Highlight", "LinkText", "GrayText"];

const forced = SERIES.map(
  (index) =>
    `.ck-w-chart [data-series="${index}"] { --ck-series: ${FORCED[Number(index) % FORCED.length]} !important; }
.ck-w-series[data-series="${index}"] .ck-w-line { stroke-dasharray: ${index === "0" ? "none" : `${Number(index) * 3} 3`}; }`,
).join("\n");

export const chartStyles = `
.ck-w-chart {
  --ck-chart-blue: var(--ck-light, oklch(0.6 0.17 256)) var(--ck-dark, oklch(0.7 0.14 256));
  --ck-chart-purple: var(--ck-light, oklch(0.58 0.17 300)) var(--ck-dark, oklch(0.72 0.14 300));
  --ck-chart-orange: var(--ck-light, oklch(0.66 0.17 50)) var(--ck-dark, oklch(0.76 0.14 60));
  --ck-chart-green: var(--ck-light, oklch(0.62 0.14 155)) var(--ck-dark, oklch(0.76 0.14 158));
  --ck-chart-red: var(--ck-light, oklch(0.6 0.19 25)) var(--ck-dark, oklch(0.7 0.16 22));
  --ck-chart-yellow: var(--ck-light, oklch(0.66 0.135 85)) var(--ck-dark, oklch(0.84 0.14 92));
  --ck-chart-pink: var(--ck-light, oklch(0.62 0.19 352)) var(--ck-dark, oklch(0.75 0.14 350));
  position: relative; display: flex; flex-direction: column; gap: calc(var(--ck-unit) * 2); flex: none;
  width: 100%; min-width: 0; max-width: 100%; height: 15rem; margin: 0;
}
.ck-w-row > .ck-w-chart { flex: 1 1 0; width: auto; min-width: min(100%, 8rem); }
.ck-w-plot { position: relative; flex: 1 1 0; min-height: 0; touch-action: pan-y; -webkit-tap-highlight-color: transparent; }
.ck-w .ck-w-plot:focus-visible { outline-offset: 2px; border-radius: var(--ck-radius-xs); }
.ck-w-plot:focus:not(:focus-visible) { outline: none; }
.ck-w-plot > svg { position: absolute; inset: 0; display: block; overflow: visible; direction: ltr; animation: ck-w-fade var(--ck-motion-medium) var(--ck-ease); }
@keyframes ck-w-fade { from { opacity: 0; } }
.ck-w-plot[data-drawn] > svg { animation: none; }
.ck-w-grid > line { stroke: var(--ck-border-subtle); stroke-width: 1; }
.ck-w-grid > .ck-w-zero { stroke: var(--ck-border-strong); }
.ck-w-tick, .ck-w-category { fill: var(--ck-text-tertiary); font-size: calc(var(--ck-text-md) * 0.72); font-variant-numeric: tabular-nums; unicode-bidi: plaintext; }
.ck-w-category { text-anchor: middle; }
[dir="rtl"] .ck-w-tick { text-anchor: end; }
.ck-w-bar { fill: var(--ck-series); }
.ck-w-line { fill: none; stroke: var(--ck-series); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.ck-w-area { fill: var(--ck-series); fill-opacity: 0.14; }
.ck-w-dot { fill: var(--ck-series); stroke: var(--ck-surface-raised); stroke-width: 2; }
.ck-w-shade { fill: var(--ck-surface-hover); }
.ck-w-hair { stroke: var(--ck-border-strong); stroke-width: 1; }
.ck-w-legend { display: flex; flex-wrap: wrap; flex: none; gap: 0.25em 1.1em; color: var(--ck-text-secondary); font-size: calc(var(--ck-text-md) * 0.8); }
.ck-w-legend-entry { display: inline-flex; align-items: center; gap: 0.45em; min-width: 0; }
.ck-w-swatch { flex: none; width: 0.7em; height: 0.7em; border-radius: 3px; background: var(--ck-series); }
.ck-w-tooltip {
  position: absolute; z-index: 1; width: max-content; min-width: 7em; max-width: min(100%, 18em); padding: 0.55em 0.75em; color: var(--ck-text);
  border: 1px solid var(--ck-border); border-radius: var(--ck-radius-sm); background: var(--ck-surface-raised); box-shadow: var(--ck-shadow-md);
  font-size: calc(var(--ck-text-md) * 0.8); line-height: 1.4; pointer-events: none;
}
.ck-w-tooltip[hidden] { display: none; }
.ck-w-tooltip-title { margin-block-end: 0.3em; color: var(--ck-text-secondary); font-weight: 500; }
.ck-w-tooltip-row { display: flex; align-items: center; gap: 0.5em; }
.ck-w-tooltip-label { flex: 1; min-width: 0; }
.ck-w-tooltip-row > strong { margin-inline-start: 0.8em; font-weight: 600; font-variant-numeric: tabular-nums; }
.ck-w-chart-empty { position: absolute; inset: 0; display: grid; place-items: center; color: var(--ck-text-tertiary); font-size: var(--ck-text-sm); }
.ck-w-chart[data-plain] > .ck-w-chart-table { position: static !important; width: auto; height: auto; margin: 0; overflow-x: auto; clip: auto; clip-path: none; white-space: normal; }
.ck-w-chart:not([data-plain]) > .ck-w-chart-table { overflow: hidden; }
.ck-w-chart[data-plain] { height: auto !important; aspect-ratio: auto !important; }
.ck-w-chart[data-plain] > :is(.ck-w-plot, .ck-w-legend) { display: none; }
@media (forced-colors: active) {
.ck-w-plot > svg, .ck-w-swatch { forced-color-adjust: none; }
.ck-w-tick, .ck-w-category { fill: CanvasText; }
.ck-w-grid > line { stroke: GrayText; }
.ck-w-bar { stroke: Canvas; }
.ck-w-shade { fill: none; stroke: Highlight; }
${forced}
}
`;
