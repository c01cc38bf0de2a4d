/** The look of Markdown and code, for the shadow root. Colours are `theme/tokens.md`'s. */
export const markdownStyles = `
.ck-md { overflow-wrap: anywhere; line-height: var(--ck-leading); }
/* Painted by itself: a block that is finished costs nothing while the last one grows. */
.ck-md > * { isolation: isolate; }
.ck-md > :first-child { margin-block-start: 0; }
.ck-md > :last-child, .ck-md[data-copied] > :nth-last-child(2) { margin-block-end: 0; }
.ck-md p, .ck-md ul, .ck-md ol, .ck-md blockquote, .ck-md-code, .ck-md-table, .ck-md-math-block {
  margin-block: 0 0.9em;
}
.ck-md :is(h1, h2, h3, h4, h5, h6) {
  margin-block: 1.5em 0.5em; color: var(--ck-text);
  font-weight: 600; line-height: var(--ck-leading-tight); letter-spacing: -0.011em; text-wrap: balance;
}
.ck-md h1 { font-size: 1.5em; }
.ck-md h2 { font-size: 1.25em; }
.ck-md h3 { font-size: 1.1em; }
.ck-md :is(h4, h5, h6) { font-size: 1em; letter-spacing: 0; }
.ck-md :is(h5, h6) { color: var(--ck-text-secondary); }
/* Each paragraph reads in the direction of its own language. */
.ck-md :is(p, h1, h2, h3, h4, h5, h6) { unicode-bidi: plaintext; }
.ck-md strong { font-weight: 600; }
.ck-md del { color: var(--ck-text-secondary); }
.ck-md a {
  color: var(--ck-link); text-decoration: underline; text-decoration-thickness: 1px;
  text-underline-offset: 0.18em; text-decoration-color: color-mix(in srgb, currentColor 35%, transparent);
  border-radius: 3px; transition: text-decoration-color var(--ck-motion-fast);
}
.ck-md a:hover { text-decoration-color: currentColor; }
.ck-md :is(a, pre, .ck-md-table, button):focus-visible {
  outline: 2px solid var(--ck-focus); outline-offset: 2px;
}
.ck-md :is(ul, ol) { padding-inline-start: 1.6em; }
.ck-md li { margin-block: 0.3em; padding-inline-start: 0.2em; }
.ck-md li::marker { color: var(--ck-text-tertiary); }
.ck-md ol > li::marker { font-variant-numeric: tabular-nums; }
.ck-md li > p { margin-block: 0; }
.ck-md li > p + *, .ck-md li > * + p { margin-block-start: 0.5em; }
.ck-md li > :is(ul, ol) { margin-block: 0.3em 0; }
.ck-md li > :is(.ck-md-code, .ck-md-table, blockquote) { margin-block: 0.6em; }
.ck-md-task-item { list-style: none; position: relative; }
.ck-md-task {
  appearance: none; position: absolute; inset-inline-start: -1.35em; top: 0.3em;
  box-sizing: border-box; width: 1em; height: 1em; margin: 0;
  border: 1.5px solid var(--ck-border-control); border-radius: min(4px, var(--ck-radius-xs));
}
.ck-md-task[checked] { border-color: var(--ck-accent); background: var(--ck-accent); }
.ck-md-task[checked]::after {
  content: ""; position: absolute; inset: 0 0 12%; margin: auto; width: 24%; height: 52%;
  border: solid var(--ck-on-accent); border-width: 0 1.75px 1.75px 0; transform: rotate(45deg);
}
.ck-md blockquote {
  margin-inline: 0; padding-inline-start: 1em; color: var(--ck-text-secondary);
  border-inline-start: 3px solid var(--ck-border-strong);
}
.ck-md blockquote > :last-child { margin-block-end: 0; }
.ck-md hr { height: 1px; margin-block: 1.75em; border: 0; background: var(--ck-border); }
.ck-md-image {
  display: block; max-width: 100%; max-height: 26rem; height: auto;
  border-radius: var(--ck-radius-md); background: var(--ck-surface-muted);
}
.ck-md-inline-code, .ck-md-math {
  padding: 0.14em 0.36em; border-radius: var(--ck-radius-xs); background: var(--ck-surface-muted);
  font-family: var(--ck-font-mono); font-size: 0.86em; overflow-wrap: anywhere;
  -webkit-box-decoration-break: clone; box-decoration-break: clone;
}
.ck-md :is(h1, h2, h3, h4, h5, h6, strong) .ck-md-inline-code { font-weight: inherit; }
.ck-md-math-block { overflow: auto hidden; }
.ck-md-math-block .ck-md-math {
  display: block; width: fit-content; min-width: 100%; padding: 0.7em 1em; white-space: pre;
  border: 1px solid var(--ck-border-subtle); border-radius: var(--ck-radius-md);
  background: var(--ck-surface-sunken);
}
.ck-md-math[data-drawn="true"] { padding: 0; background: none; font-size: 1.06em; }
.ck-md-math-block .ck-md-math[data-drawn="true"] { padding: 0.4em 0; border: 0; border-radius: 0; background: none; font-size: 1.166em; }
.ck-md-math math {
  direction: ltr;
  font-family: "Cambria Math", "STIX Two Math", "STIXTwoMath-Regular", "Latin Modern Math",
    "Noto Sans Math", "DejaVu Math TeX Gyre", math;
  font-style: normal; font-weight: normal; line-height: normal; letter-spacing: normal;
  overflow-wrap: normal; white-space: normal;
}
.ck-md-math math.tml-display { display: block; width: 100%; }
.ck-md-math math * { border-color: currentColor; }
.ck-md-math .tml-left { text-align: left; }
.ck-md-math .tml-right { text-align: right; }
.ck-md-math menclose { position: relative; padding: 0.5ex 0; }
.ck-md-math .tml-cancel {
  position: absolute; inset: 0;
  background: linear-gradient(
    to bottom right, transparent calc(50% - 0.035em), currentColor 50%, transparent calc(50% + 0.035em)
  );
}
.ck-md-math .upstrike {
  background: linear-gradient(
    to top right, transparent calc(50% - 0.035em), currentColor 50%, transparent calc(50% + 0.035em)
  );
}

/* A marker is taller than its line without making the line taller. */
.ck-md .ck-md-cite {
  display: inline; padding: 0.25em 1px; margin-inline-start: 0.15em; border: 0; background: none; color: var(--ck-text-secondary);
  font: inherit; font-weight: 500; line-height: 0; text-decoration: none; cursor: pointer; user-select: none; -webkit-user-select: none;
  unicode-bidi: isolate; border-radius: var(--ck-radius-full);
}
.ck-md-cite-face {
  display: inline-block; min-width: 1.75em; max-width: 14em; padding: 0 0.45em; overflow: hidden;
  border-radius: var(--ck-radius-full); background: var(--ck-surface-muted); font-size: 0.68em; font-weight: 500;
  line-height: 1.6; text-align: center; text-overflow: ellipsis; white-space: nowrap; position: relative; bottom: 0.35em;
  vertical-align: baseline;
  font-variant-numeric: tabular-nums; outline: 1px solid transparent;
  transition: background var(--ck-motion-fast), color var(--ck-motion-fast);
}
.ck-md-cite:hover .ck-md-cite-face { background: var(--ck-accent); color: var(--ck-on-accent); }
.ck-md .ck-md-cite:focus-visible { outline: none; }
.ck-md-cite:focus-visible .ck-md-cite-face { outline: 2px solid var(--ck-focus); outline-offset: 1px; }
.ck-md-cite .ck-icon { width: 1.1em; height: 1.1em; }
.ck-md-language .ck-md-cite-face { font-size: 0.9em; bottom: 0; }

.ck-md-table {
  overflow-x: auto; border: 1px solid var(--ck-border); border-radius: var(--ck-radius-md);
  font-size: 0.93em; line-height: 1.45;
}
.ck-md-table table { width: 100%; border-collapse: collapse; }
/* A few columns begin about as wide as they end: they move less while a table grows. */
.ck-md-table :is(th, td) {
  min-width: clamp(5em, 17cqi, 7.5em); max-width: 26em; padding: 0.55em 0.9em;
  text-align: start; vertical-align: top; overflow-wrap: break-word;
}
.ck-md-table :is(:nth-last-child(n + 5), :nth-last-child(n + 5) ~ *):is(th, td) { min-width: 5em; }
.ck-md-table th {
  color: var(--ck-text-secondary); background: var(--ck-surface-sunken);
  font-weight: 550; white-space: nowrap;
}
.ck-md-table tbody tr { border-block-start: 1px solid var(--ck-border-subtle); }
.ck-md-table td { font-variant-numeric: tabular-nums; }
.ck-md-table .ck-md-center { text-align: center; }
.ck-md-table .ck-md-right { text-align: end; }

.ck-md-code {
  overflow: hidden; border: 1px solid var(--ck-border-subtle); border-radius: var(--ck-radius-md);
  background: var(--ck-surface-sunken); direction: ltr; text-align: left;
}
.ck-md-code-head {
  display: flex; align-items: center; justify-content: space-between; gap: 0.5em;
  min-height: 2.25em; padding-block: 0.3em 0; padding-inline: var(--ck-text-md) 0.4em; color: var(--ck-text-tertiary);
  font-size: var(--ck-text-xs); -webkit-user-select: none; user-select: none;
}
.ck-md-code pre { margin: 0; padding: 0.25em 1em 1em; overflow-x: auto; tab-size: 4; }
.ck-md-code pre:focus-visible { outline-offset: -2px; border-radius: var(--ck-radius-md); }
.ck-md-code code {
  font-family: var(--ck-font-mono); font-size: calc(var(--ck-text-sm) * 0.96); line-height: 1.6;
  white-space: pre; overflow-wrap: normal;
}
.ck-md-copy {
  display: inline-grid; place-items: center; width: 2.2em; height: 2.2em; padding: 0; border: 0;
  border-radius: min(8px, var(--ck-radius-control)); background: none; color: var(--ck-text-secondary);
  font: inherit; font-size: var(--ck-text-sm); cursor: pointer;
  transition: background var(--ck-motion-fast), color var(--ck-motion-fast);
}
.ck-md-copy:hover { background: var(--ck-surface-hover); color: var(--ck-text); }
.ck-md-copy:active { background: var(--ck-surface-pressed); }
.ck-md-copy svg { width: 1.15em; height: 1.15em; }
.ck-md-copy path {
  fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round;
}
.ck-md-copy:not([data-copied]) .ck-md-copy-tick, .ck-md-copy[data-copied] .ck-md-copy-sheets { display: none; }
.ck-md-copy[data-copied] { color: var(--ck-success-text); }
@media (pointer: coarse) { .ck-md-copy { width: 2.75em; height: 2.75em; } }
.ck-md-status {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}

.hljs-comment, .hljs-quote, .hljs-meta .hljs-comment { color: var(--ck-text-tertiary); font-style: italic; }
.hljs-keyword, .hljs-selector-tag, .hljs-literal, .hljs-doctag, .hljs-meta .hljs-keyword, .hljs-section {
  color: var(--ck-discovery-text); }
.hljs-string, .hljs-regexp, .hljs-addition, .hljs-template-tag .hljs-string { color: var(--ck-success-text); }
.hljs-number, .hljs-symbol, .hljs-bullet, .hljs-link, .hljs-char { color: var(--ck-warning-text); }
.hljs-title, .hljs-name, .hljs-attr, .hljs-property, .hljs-selector-id, .hljs-selector-class {
  color: var(--ck-info-text); }
.hljs-type, .hljs-built_in, .hljs-title.class_, .hljs-attribute, .hljs-selector-attr, .hljs-selector-pseudo {
  color: color-mix(in srgb, var(--ck-info-text) 45%, var(--ck-discovery-text)); }
.hljs-variable, .hljs-template-variable, .hljs-deletion, .hljs-params .hljs-variable, .hljs-subst .hljs-variable {
  color: var(--ck-danger-text); }
.hljs-subst { color: var(--ck-text); }
.hljs-meta, .hljs-template-tag { color: var(--ck-text-secondary); }
.hljs-addition { background: var(--ck-success-soft); }
.hljs-deletion { background: var(--ck-danger-soft); }
.hljs-emphasis { font-style: italic; }
.hljs-strong { font-weight: 600; }
`;
