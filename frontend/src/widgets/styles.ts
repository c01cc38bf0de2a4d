/** The look of widgets, for the shadow root. Colours and measures are `theme/tokens.md`'s. */
import { chartStyles } from "./chart/styles";
import { controlStyles } from "./control-styles";

export const widgetStyles = `${controlStyles}${chartStyles}
.ck-w {
  container-type: inline-size; position: relative; isolation: isolate; max-width: 100%;
  color: var(--ck-text); font-size: var(--ck-text-md); line-height: 1.45; overflow-wrap: anywhere;
  transition: opacity var(--ck-motion-medium);
}
[dir="ltr"] .ck-w[dir="rtl"] > * { margin-inline: auto 0; }
.ck-w[data-busy] { opacity: 0.55; }
.ck-w *, .ck-w *::before, .ck-w *::after { box-sizing: border-box; }
:where(.ck-w) :is(p, h3, ul) { margin: 0; padding: 0; }
.ck-w :is(a, button, input, select, textarea, summary, [tabindex]):focus-visible {
  outline: 2px solid var(--ck-focus); outline-offset: 2px;
}

.ck-w-card {
  --ck-w-pad: calc(var(--ck-unit) * 4);
  /* Nothing inside, however placed, leaves its card. */
  contain: layout paint; width: 100%; overflow: hidden; color: var(--ck-text);
  border: 1px solid var(--ck-border); border-radius: var(--ck-radius-lg);
  background: var(--ck-surface-raised); box-shadow: var(--ck-shadow-sm);
}
.ck-w-card-sm { max-width: 22.5rem; }
.ck-w-card-md { max-width: 27.5rem; }
.ck-w-card-lg { max-width: 35rem; }
.ck-w-card .ck-w-card { box-shadow: none; }
.ck-w-card-body {
  display: flex; flex-direction: column; gap: calc(var(--ck-unit) * 3); padding: var(--ck-w-pad);
}
.ck-w-card-actions {
  display: flex; flex-wrap: wrap; justify-content: flex-end; gap: calc(var(--ck-unit) * 2);
  padding: calc(var(--ck-unit) * 3) var(--ck-w-pad); border-block-start: 1px solid var(--ck-border-subtle);
}
.ck-w-status {
  display: flex; align-items: center; gap: calc(var(--ck-unit) * 2);
  padding: calc(var(--ck-unit) * 2.5) var(--ck-w-pad); color: var(--ck-text-secondary);
  border-block-end: 1px solid var(--ck-border-subtle); font-size: var(--ck-text-sm);
}
.ck-w-status .ck-icon { width: 1.15em; height: 1.15em; }
.ck-w-status-text { flex: 1; min-width: 0; }
.ck-w-favicon { width: 1.25em; height: 1.25em; border-radius: 4px; object-fit: cover; }
.ck-w-frame { box-shadow: 0 0 0 1px var(--ck-border); }
.ck-w-collapsed > summary {
  display: flex; align-items: center; justify-content: space-between; gap: calc(var(--ck-unit) * 2);
  padding: calc(var(--ck-unit) * 3) var(--ck-w-pad); cursor: pointer; font-weight: 500; list-style: none;
  transition: background var(--ck-motion-fast);
}
.ck-w-collapsed > summary::-webkit-details-marker { display: none; }
.ck-w-collapsed > summary:hover { background: var(--ck-surface-hover); }
.ck-w-collapsed > summary:focus-visible { outline-offset: -3px; border-radius: var(--ck-radius-lg); }
.ck-w-collapsed > summary .ck-icon { color: var(--ck-text-tertiary); transition: transform var(--ck-motion-medium) var(--ck-ease); }
.ck-w-collapsed[open] > summary .ck-icon { transform: rotate(180deg); }
.ck-w-collapsed[open] > summary { border-block-end: 1px solid var(--ck-border-subtle); }

.ck-w-list { max-width: 35rem; }
.ck-w-list > ul { list-style: none; }
.ck-w-list > ul > li + li { border-block-start: 1px solid var(--ck-border-subtle); }
.ck-w-item {
  display: flex; align-items: center; gap: calc(var(--ck-unit) * 3);
  padding: calc(var(--ck-unit) * 3) var(--ck-w-pad); transition: background var(--ck-motion-fast);
}
.ck-w-item > .ck-w-col, .ck-w-item > .ck-w-row { min-width: 0; }
.ck-w-clickable { position: relative; padding: 0; cursor: pointer; }
.ck-w-item-button { position: absolute; inset: 0; width: 100%; border: 0; padding: 0; background: none; cursor: pointer; transition: background var(--ck-motion-fast); }
.ck-w-item-button:hover { background: var(--ck-surface-hover); }
.ck-w-item-button:active { background: var(--ck-surface-pressed); }
.ck-w .ck-w-item-button:focus-visible { outline-offset: -3px; border-radius: var(--ck-radius-md); }
.ck-w-item-content {
  position: relative; display: flex; flex: 1; align-items: center; gap: calc(var(--ck-unit) * 3); min-width: 0;
  padding: calc(var(--ck-unit) * 3) var(--ck-w-pad); pointer-events: none;
}
.ck-w-item-content > :is(.ck-w-col, .ck-w-row) { min-width: 0; }
.ck-w-item-content :is(a, button, input, select, textarea, label, summary, .ck-w-table) { pointer-events: auto; }
.ck-w-item.ck-w-busy > .ck-w-item-content { opacity: 0.55; }
.ck-w-item > .ck-w-spinner { inset-inline-start: auto; inset-inline-end: var(--ck-w-pad); }
.ck-w-more {
  display: flex; align-items: center; justify-content: center; gap: 0.4em; width: 100%; min-height: var(--ck-control-lg);
  border: 0; border-block-start: 1px solid var(--ck-border-subtle); background: none; color: var(--ck-text-secondary);
  font: inherit; font-size: var(--ck-text-sm); font-weight: 500; cursor: pointer; transition: background var(--ck-motion-fast);
}
.ck-w-more:hover { background: var(--ck-surface-hover); color: var(--ck-text); }
.ck-w-more:focus-visible { outline-offset: -3px; }

.ck-w-row, .ck-w-col, .ck-w-basic, .ck-w-card-form { display: flex; min-width: 0; max-width: 100%; }
.ck-w-row { flex-direction: row; align-items: center; gap: calc(var(--ck-unit) * 2); }
.ck-w-col, .ck-w-card-form { flex-direction: column; }
.ck-w-col { gap: calc(var(--ck-unit) * 2); }
.ck-w-card-form { margin: 0; }
.ck-w-row > :is(.ck-w-text, .ck-w-title, .ck-w-caption, .ck-w-markdown) { min-width: 0; }
.ck-w form { margin: 0; }
.ck-w-basic { gap: calc(var(--ck-unit) * 3); color: var(--ck-text); contain: layout paint; }
.ck-w-basic.ck-w-row { align-items: stretch; flex-wrap: wrap; }
.ck-w-basic.ck-w-row > .ck-w-card { flex: 1 1 15rem; width: auto; }
.ck-w-spacer { flex: 1 1 auto; }
.ck-w-divider {
  align-self: stretch; flex: none; width: auto; margin: 0; margin-block: var(--ck-w-around, 0px);
  border: 0 solid var(--ck-border); border-block-start-width: var(--ck-w-line, 1px);
}
.ck-w-row > .ck-w-divider {
  margin-block: 0; margin-inline: var(--ck-w-around, 0px); border-block-start-width: 0; border-inline-start-width: var(--ck-w-line, 1px);
}
.ck-w .ck-w-flush {
  align-self: stretch; margin-left: calc(-1 * var(--ck-w-left, var(--ck-w-pad, 0px))); margin-right: calc(-1 * var(--ck-w-right, var(--ck-w-pad, 0px)));
}
.ck-w-transition { display: flex; flex-direction: column; min-width: 0; }
.ck-w-basic.ck-w-themed { padding: calc(var(--ck-unit) * 3); border-radius: var(--ck-radius-md); background: var(--ck-surface); }

.ck-w .ck-w-title { color: var(--ck-text); font-weight: 600; line-height: 1.25; letter-spacing: -0.012em; }
.ck-w-title-sm { font-size: calc(var(--ck-text-md) * 0.95); }
.ck-w-title-md { font-size: calc(var(--ck-text-md) * 1.1); }
.ck-w-title-lg { font-size: calc(var(--ck-text-md) * 1.25); }
.ck-w-title-xl { font-size: calc(var(--ck-text-md) * 1.5); }
.ck-w-title-2xl { font-size: calc(var(--ck-text-md) * 1.75); }
.ck-w-title-3xl { font-size: calc(var(--ck-text-md) * 2); }
.ck-w-title-4xl { font-size: calc(var(--ck-text-md) * 2.4); }
.ck-w-title-5xl { font-size: calc(var(--ck-text-md) * 2.9); }
.ck-w-text-xs { font-size: var(--ck-text-xs); }
.ck-w-text-sm { font-size: var(--ck-text-sm); }
.ck-w-text-md { font-size: calc(var(--ck-text-md) * 0.95); }
.ck-w-text-lg { font-size: var(--ck-text-lg); }
.ck-w-text-xl { font-size: var(--ck-text-xl); }
.ck-w-text { white-space: pre-line; }
.ck-w .ck-w-caption { color: var(--ck-text-secondary); line-height: 1.4; }
.ck-w-caption-sm { font-size: calc(var(--ck-text-md) * 0.72); }
.ck-w-caption-md { font-size: calc(var(--ck-text-md) * 0.8); }
.ck-w-caption-lg { font-size: var(--ck-text-sm); }
.ck-w-label { color: var(--ck-text-secondary); font-weight: 500; }
.ck-w [dir="auto"] { text-align: -webkit-match-parent; text-align: match-parent; }
.ck-w .ck-w-at-start, [dir="rtl"] .ck-w .ck-w-at-end, .ck-w[dir="rtl"] .ck-w-at-end { text-align: left; }
.ck-w .ck-w-at-end, [dir="rtl"] .ck-w .ck-w-at-start, .ck-w[dir="rtl"] .ck-w-at-start { text-align: right; }
.ck-w-truncate { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.ck-w-clamp { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; }
.ck-w-markdown { font-size: calc(var(--ck-text-md) * 0.95); min-width: 0; }
.ck-w-markdown .ck-md { line-height: 1.5; }
.ck-w-unknown { display: flex; flex-direction: column; gap: calc(var(--ck-unit) * 2); min-width: 0; }
.ck-w-unknown > .ck-w-text { color: var(--ck-text-secondary); }

.ck-w-icon { display: inline-flex; flex: none; font-size: 18px; }
.ck-w-icon .ck-icon { width: 1em; height: 1em; }
.ck-w-image {
  display: block; max-width: 100%; object-fit: cover; border-radius: var(--ck-radius-md); background: var(--ck-surface-muted);
}
.ck-w-image.ck-w-flush { max-width: none; border-radius: 0; }
.ck-w-card-body > .ck-w-image.ck-w-flush:first-child { margin-block-start: calc(-1 * var(--ck-w-pad)); }
.ck-w-image[hidden], .ck-w-broken[hidden], .ck-w-favicon[hidden], .ck-w-icon[hidden] { display: none; }
.ck-w-broken > span { min-width: 0; overflow: hidden; text-overflow: ellipsis; }
.ck-w-broken { justify-content: center; max-width: 100%; overflow: hidden; }
.ck-w-broken .ck-icon, .ck-w-image-link .ck-icon { flex: none; }
.ck-w-broken, .ck-w-image-link {
  display: inline-flex; align-items: center; align-self: flex-start; gap: 0.5em; padding: 0.5em 0.8em; border-radius: var(--ck-radius-md);
  background: var(--ck-surface-muted); color: var(--ck-text-secondary); font-size: var(--ck-text-sm);
}
.ck-w-image-place { flex-direction: column; justify-content: center; flex: none; overflow: hidden; max-width: 100%; padding: 0.5em; font-size: calc(var(--ck-text-md) * 0.72); line-height: 1.3; text-align: center; }
.ck-w-image-place > span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; min-width: 0; max-width: 100%; overflow: hidden; overflow-wrap: anywhere; }
a.ck-w-image-link { color: var(--ck-link); text-decoration: none; }
a.ck-w-image-link:hover { text-decoration: underline; }

.ck-w-tone-primary { --t: var(--ck-accent); --on: var(--ck-on-accent); --tt: var(--ck-text); --ts: var(--ck-accent-soft); --tb: var(--ck-border-strong); }
.ck-w-tone-secondary { --t: var(--ck-surface-muted); --on: var(--ck-text); --tt: var(--ck-text); --ts: var(--ck-surface-muted); --tb: var(--ck-border); }
.ck-w-tone-success { --t: var(--ck-success); --on: var(--ck-on-success); --tt: var(--ck-success-text); --ts: var(--ck-success-soft); --tb: var(--ck-success-border); }
.ck-w-tone-caution { --t: oklch(0.84 0.16 90); --on: oklch(0.27 0.05 80); --tt: var(--ck-warning-text); --ts: color-mix(in srgb, oklch(0.84 0.16 90) 12%, var(--ck-surface)); --tb: oklch(0.8 0.13 90); }
.ck-w-tone-danger { --t: var(--ck-danger); --on: var(--ck-on-danger); --tt: var(--ck-danger-text); --ts: var(--ck-danger-soft); --tb: var(--ck-danger-border); }
.ck-w-tone-warning { --t: var(--ck-warning); --on: var(--ck-on-warning); --tt: var(--ck-warning-text); --ts: var(--ck-warning-soft); --tb: var(--ck-warning-border); }
.ck-w-tone-info { --t: var(--ck-info); --on: var(--ck-on-info); --tt: var(--ck-info-text); --ts: var(--ck-info-soft); --tb: var(--ck-info-border); }
.ck-w-tone-discovery { --t: var(--ck-discovery); --on: var(--ck-on-discovery); --tt: var(--ck-discovery-text); --ts: var(--ck-discovery-soft); --tb: var(--ck-discovery-border); }
.ck-w-solid { background: var(--t); color: var(--on); border-color: transparent; }
.ck-w-soft { background: var(--ts); color: var(--tt); border-color: transparent; }
.ck-w-outline { background: transparent; color: var(--tt); border-color: var(--tb); }
.ck-w-ghost { background: transparent; color: var(--tt); border-color: transparent; }

.ck-w-badge {
  display: inline-flex; align-items: center; flex: none; width: fit-content; max-width: 100%; padding: 0.12em 0.6em; border-width: 1px; border-style: solid;
  border-radius: var(--ck-radius-xs); font-weight: 550; line-height: 1.5; white-space: nowrap;
}
.ck-w-badge.ck-w-tone-secondary:not(.ck-w-solid) { color: var(--ck-text-secondary); }
.ck-w-badge-sm { font-size: calc(var(--ck-text-md) * 0.72); }
.ck-w-badge-md { font-size: calc(var(--ck-text-md) * 0.8); }
.ck-w-badge-lg { font-size: var(--ck-text-sm); }
.ck-w-badge.ck-w-pill { border-radius: var(--ck-radius-full); }

.ck-w-control-3xs { --h: 22px; --f: 0.72; --p: 8px; }
.ck-w-control-2xs { --h: 24px; --f: 0.75; --p: 9px; }
.ck-w-control-xs { --h: 26px; --f: 0.78; --p: 10px; }
.ck-w-control-sm { --h: 28px; --f: 0.8125; --p: 11px; }
.ck-w-control-md { --h: 34px; --f: 0.875; --p: 12px; }
.ck-w-control-lg { --h: 36px; --f: 0.875; --p: 14px; }
.ck-w-control-xl { --h: 40px; --f: 0.9375; --p: 16px; }
.ck-w-control-2xl { --h: 44px; --f: 1; --p: 18px; }
.ck-w-control-3xl { --h: 48px; --f: 1; --p: 20px; }
.ck-w-button {
  position: relative; display: inline-flex; align-items: center; justify-content: center; gap: 0.45em; flex: none;
  width: fit-content; max-width: 100%; min-height: var(--h); padding: 0 var(--p); border-width: 1px; border-style: solid;
  border-radius: min(10px, var(--ck-radius-control)); font: inherit; font-size: calc(var(--ck-text-md) * var(--f));
  font-weight: 500; line-height: 1.2; cursor: pointer; transition: background var(--ck-motion-fast), filter var(--ck-motion-fast), transform var(--ck-motion-fast);
}
.ck-w-button.ck-w-pill, .ck-w-field.ck-w-pill { border-radius: var(--ck-radius-control); }
.ck-w-button.ck-w-block { width: 100%; flex: 1 1 auto; }
.ck-w-button.ck-w-uniform { width: var(--h); padding: 0; }
.ck-w-button .ck-w-icon { font-size: 1.2em; }
.ck-w-button-label { overflow: hidden; text-overflow: ellipsis; }
.ck-w-button.ck-w-solid:hover { filter: brightness(1.08); }
.ck-w-button.ck-w-tone-primary.ck-w-solid:hover { background: var(--ck-accent-hover); filter: none; }
.ck-w-button.ck-w-tone-secondary.ck-w-solid:hover, .ck-w-button.ck-w-soft:hover { filter: brightness(0.97); }
.ck-w-button:is(.ck-w-outline, .ck-w-ghost):hover { background: var(--ck-surface-hover); }
.ck-w-button:active { transform: scale(0.985); }
.ck-w-button:disabled { opacity: 0.45; cursor: not-allowed; filter: none; transform: none; }
.ck-w-button.ck-w-busy { cursor: progress; }
.ck-w-button.ck-w-busy > :not(.ck-w-spinner) { opacity: 0; }
.ck-w-spinner {
  position: absolute; inset: 0; width: 1.1em; height: 1.1em; margin: auto; border: 2px solid currentColor;
  border-inline-end-color: transparent; border-radius: 50%; animation: ck-w-turn 0.8s linear infinite;
}
@keyframes ck-w-turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { .ck-w-spinner { animation-duration: 2.4s; } }
@media (pointer: coarse) { .ck-w-button, .ck-w-field { --h: 44px; } }

.ck-w-table { max-width: 100%; overflow-x: auto; font-size: calc(var(--ck-text-md) * 0.9); }
.ck-w-table table { width: 100%; border-collapse: collapse; }
.ck-w-table :is(th, td) { padding: calc(var(--ck-unit) * 2) calc(var(--ck-unit) * 2.5); text-align: start; font-weight: 400; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
.ck-w-table :is(th, td):first-child { padding-inline-start: 0; }
.ck-w-table :is(th, td):last-child { padding-inline-end: 0; }
.ck-w-cell { display: flex; flex-direction: column; gap: calc(var(--ck-unit) * 1); align-items: var(--ck-w-align, stretch); }
.ck-w-table thead { border-block-end: 1px solid var(--ck-border); }
.ck-w-table th, .ck-w-table th > .ck-w-cell > :is(.ck-w-text, .ck-w-title) { color: var(--ck-text-secondary); font-weight: 500; }
.ck-w-table tr + tr { border-block-start: 1px solid var(--ck-border-subtle); }
.ck-w-table .ck-w-number { text-align: end; }
`;
