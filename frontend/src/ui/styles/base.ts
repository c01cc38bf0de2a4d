/** What everything builds on: the box, type, buttons, focus. */
export const base = `
:host {
  display: block;
  box-sizing: border-box;
  width: 100%;
  height: 100%;
  max-height: 100dvh;
  min-width: 0;
  overflow: clip;
  font-family: var(--ck-font);
  font-size: var(--ck-text-md);
  line-height: var(--ck-leading);
  color: var(--ck-text);
  background: var(--ck-surface);
  -webkit-text-size-adjust: 100%;
  text-align: start;
}
:host([hidden]) { display: none; }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
::selection { background: var(--ck-selection); }
:where(:is(h2, h3, p, ul, blockquote, figure):not(.ck-md *, .ck-w *)) { margin: 0; padding: 0; font: inherit; }
:where(ul:not(.ck-md *, .ck-w *)) { list-style: none; }
button, input, textarea, select {
  font: inherit;
  color: inherit;
  letter-spacing: inherit;
}
button { cursor: pointer; background: none; border: 0; padding: 0; -webkit-tap-highlight-color: transparent; }
button:disabled { cursor: default; }
:focus { outline: none; }
:focus-visible { outline: 2px solid var(--ck-focus); outline-offset: 2px; }
.sr-only {
  position: absolute !important;
  width: 1px;
  height: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.truncate { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.icon-button {
  display: inline-grid;
  place-items: center;
  flex: none;
  width: var(--ck-control-md);
  height: var(--ck-control-md);
  border-radius: var(--ck-radius-control);
  color: var(--ck-text-secondary);
  cursor: pointer;
  transition: background var(--ck-motion-fast) var(--ck-ease), color var(--ck-motion-fast) var(--ck-ease);
}
.icon-button.small { width: var(--ck-control-sm); height: var(--ck-control-sm); font-size: var(--ck-text-sm); }
.icon-button.tiny { width: 24px; height: 24px; font-size: var(--ck-text-xs); }
.icon-button:hover { background: var(--ck-surface-hover); color: var(--ck-text); }
.icon-button:active { background: var(--ck-surface-pressed); }
.button {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  gap: var(--ck-space-2);
  min-height: var(--ck-control-md);
  padding: 0 var(--ck-space-4);
  border: 1px solid var(--ck-border);
  border-radius: var(--ck-radius-control);
  background: var(--ck-surface-raised);
  font-size: var(--ck-text-sm);
  font-weight: 500;
  white-space: nowrap;
  transition: background var(--ck-motion-fast) var(--ck-ease), border-color var(--ck-motion-fast) var(--ck-ease);
}
.button:hover:not(:disabled) { border-color: var(--ck-border-strong); }
.button:disabled { color: var(--ck-text-disabled); }
.button.small { min-height: var(--ck-control-sm); padding: 0 var(--ck-space-3); }
.button.primary { background: var(--ck-accent); border-color: transparent; color: var(--ck-on-accent); }
.button.primary:hover:not(:disabled) { background: var(--ck-accent-hover); border-color: transparent; }
.button.primary:disabled { background: var(--ck-surface-pressed); color: var(--ck-text-disabled); }
.button.danger { background: var(--ck-danger); border-color: transparent; color: var(--ck-on-danger); }
.spinner {
  display: inline-block;
  flex: none;
  width: 1em;
  height: 1em;
  border: 2px solid var(--ck-border-strong);
  border-top-color: transparent;
  border-radius: 50%;
  animation: ck-spin 800ms linear infinite;
}
@keyframes ck-spin { to { transform: rotate(1turn); } }
@keyframes ck-fade { from { opacity: 0; } }
@keyframes ck-rise { from { opacity: 0; transform: translateY(6px); } }
@keyframes ck-pulse { 50% { opacity: 0.35; transform: scale(0.82); } }
@keyframes ck-shimmer { from { background-position: 100% 0; } to { background-position: -100% 0; } }
.shimmer {
  color: transparent;
  background: linear-gradient(90deg, var(--ck-text-tertiary) 40%, var(--ck-text) 50%, var(--ck-text-tertiary) 60%) 0 0 / 200% 100%;
  background-clip: text;
  -webkit-background-clip: text;
  animation: ck-shimmer 2s linear infinite;
}
@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { animation-duration: 1ms !important; animation-iteration-count: 1 !important; transition: none !important; }
  .shimmer { color: var(--ck-text-secondary); background: none; }
}
@media (forced-colors: active) {
  .shimmer { color: CanvasText; background: none; }
  .icon-button, .button, .prompt, .chip, .send-button { border: 1px solid ButtonBorder; }
  :is(.icon-button, .button, .send-button):disabled { border-color: GrayText; }
  :is(.button.primary, .send-button):not(:disabled) { forced-color-adjust: none; background: ButtonText !important; border-color: ButtonText; color: ButtonFace !important; }
  :is([aria-pressed="true"], [aria-checked="true"], [aria-selected="true"], .history-row[data-current]) { forced-color-adjust: none; background: Highlight !important; color: HighlightText !important; }
  .spinner { border-top-color: Canvas; }
  .skeleton { border: 1px solid GrayText; }
  .working-dot { forced-color-adjust: none; background: CanvasText !important; }
  .ck-icon { forced-color-adjust: auto; }
}
`;
