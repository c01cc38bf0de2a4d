/** The looks of the pieces of the asset `composer`. */
export const composerStyles = `
chatkit-attachments, chatkit-model-picker, chatkit-dictation { display: contents; }
.tray { display: flex; flex-wrap: wrap; gap: var(--ck-space-2); padding: 10px 10px 2px; max-height: 11.5em; overflow-y: auto; scrollbar-width: thin; }
.tile {
  position: relative;
  display: flex;
  align-items: center;
  gap: var(--ck-space-2);
  width: 15em;
  max-width: 100%;
  height: 56px;
  padding: 7px;
  padding-inline-end: 30px;
  border: 1px solid var(--ck-border-subtle);
  border-radius: var(--ck-radius-md);
  background: var(--ck-surface);
  font-size: var(--ck-text-sm);
  line-height: 1.35;
  animation: ck-fade var(--ck-motion-medium) var(--ck-ease);
}
.tile[data-picture] { width: 56px; padding: 0; overflow: hidden; }
.tile[data-picture] :is(canvas, img) { display: block; width: 54px; height: 54px; object-fit: cover; }
.tile[data-picture] .fallback { width: 54px; height: 54px; padding: 4px; border: 0; font-size: var(--ck-text-xs); overflow: hidden; }
.tile[data-state="failed"] { border-color: var(--ck-danger-border); background: var(--ck-danger-soft); }
.tile[data-state="failed"][data-picture] { width: 15em; padding-inline-end: 30px; }
.tile[data-state="failed"] .tile-note { color: var(--ck-danger-text); }
.tile[data-state="sending"] :is(canvas, .file-icon .ck-icon) { opacity: 0.35; }
.file-icon { display: grid; place-items: center; flex: none; width: 40px; height: 40px; border-radius: var(--ck-radius-sm); background: var(--ck-surface-muted); color: var(--ck-text-secondary); }
.tile[data-picture] .file-icon { width: 54px; height: 54px; border-radius: 0; }
.tile-text > .truncate { text-align: match-parent; }
.tile-text { display: grid; flex: 1; min-width: 0; }
.tile-note { color: var(--ck-text-tertiary); font-size: var(--ck-text-xs); }
.tile-progress { position: absolute; inset-block: 0; inset-inline-start: 7px; display: grid; place-items: center; width: 40px; pointer-events: none; color: var(--ck-text); }
.tile[data-picture] .tile-progress { inset-inline-start: 0; width: 54px; }
.tile-progress .spinner { width: 22px; height: 22px; border-color: var(--ck-text-secondary); border-top-color: transparent; }
.tile-retry { order: 1; margin-inline-end: 2px; color: var(--ck-danger-text); }
.tile-remove {
  position: absolute;
  inset-block-start: 3px;
  inset-inline-end: 3px;
  display: grid;
  place-items: center;
  width: 24px;
  height: 24px;
  border-radius: var(--ck-radius-full);
  color: var(--ck-text-secondary);
  font-size: var(--ck-text-xs);
}
.tile-remove:hover { background: var(--ck-surface-pressed); color: var(--ck-text); }
.tile-remove:focus-visible { outline-offset: -1px; }
.tile[data-picture]:not([data-state="failed"]) .tile-remove { background: var(--ck-surface-raised); color: var(--ck-text); box-shadow: var(--ck-shadow-sm); }
.drop-zone {
  position: absolute;
  z-index: 5;
  display: grid;
  place-items: center;
  padding: var(--ck-space-3);
  background: color-mix(in srgb, var(--ck-surface) 82%, transparent);
  pointer-events: none;
  animation: ck-fade var(--ck-motion-fast) var(--ck-ease);
}
.drop-zone::before { content: ""; position: absolute; inset: var(--ck-space-2); border: 2px dashed var(--ck-link); border-radius: var(--ck-radius-lg); background: var(--ck-accent-soft); }
.drop-zone-hint { position: relative; display: grid; justify-items: center; gap: var(--ck-space-3); padding: var(--ck-space-4); font-weight: 600; text-align: center; color: var(--ck-text); }
.drop-zone-hint .ck-icon { font-size: var(--ck-text-3xl); color: var(--ck-link); }
.composer-tools { position: relative; display: flex; flex-wrap: wrap; gap: 2px; min-width: 0; }
.chip {
  display: inline-flex;
  align-items: center;
  gap: 6px;
  max-width: 100%;
  min-height: 36px;
  padding-inline: 12px;
  border-radius: var(--ck-radius-control);
  font-size: var(--ck-text-sm);
  color: var(--ck-text-secondary);
  transition: background var(--ck-motion-fast) var(--ck-ease), color var(--ck-motion-fast) var(--ck-ease);
}
.chip .ck-icon { width: 1.15em; height: 1.15em; }
.chip:hover:not(:disabled), .chip[aria-expanded="true"] { background: var(--ck-surface-hover); color: var(--ck-text); }
.chip:disabled { color: var(--ck-text-disabled); }
.chip:is([aria-pressed="true"], [data-chosen]) { background: var(--ck-accent-soft); color: var(--ck-text); }
.model-button { max-width: 11em; padding-inline: 12px 8px; }
.model-button .ck-icon { width: 1em; height: 1em; }
.menu {
  position: absolute;
  inset-block-end: calc(100% + 8px);
  inset-inline-start: 0;
  z-index: 4;
  display: flex;
  flex-direction: column;
  width: min(17em, 100%);
  padding: 6px;
  overflow-y: auto;
  overscroll-behavior: contain;
  border: 1px solid var(--ck-border-subtle);
  border-radius: var(--ck-radius-lg);
  background: var(--ck-surface-raised);
  box-shadow: var(--ck-shadow-lg);
  animation: ck-rise var(--ck-motion-fast) var(--ck-ease);
  scrollbar-width: thin;
}
.model-list { inset-inline: auto 0; width: min(21em, 100%); }
.menu-row {
  display: flex;
  align-items: center;
  gap: var(--ck-space-3);
  min-height: 40px;
  padding: 6px 10px;
  border-radius: calc(var(--ck-radius-lg) - 6px);
  color: var(--ck-text);
  cursor: pointer;
}
.menu-row > .ck-icon { color: var(--ck-text-secondary); }
.menu-row:hover { background: var(--ck-surface-hover); }
.menu-row:focus { background: var(--ck-surface-pressed); }
.menu-row:focus-visible { outline-offset: -2px; }
.menu-row[aria-disabled="true"] { color: var(--ck-text-disabled); cursor: not-allowed; }
.menu-label { display: grid; flex: 1; min-width: 0; overflow-wrap: anywhere; line-height: 1.35; }
.menu-description { font-size: var(--ck-text-xs); color: var(--ck-text-tertiary); }
.menu-row:is(:hover, :focus, [aria-disabled="true"]) .menu-description { color: inherit; }
.menu-check { display: grid; flex: none; width: 1.25em; }
.menu-separator { flex: none; height: 1px; margin: 6px 10px; background: var(--ck-border-subtle); }
.composer-end[data-dictating] > :is(chatkit-model-picker, .send-button) { display: none; }
.dictation-meter { display: flex; align-items: center; gap: 2px; height: 24px; padding-inline: 8px; color: var(--ck-text); }
.dictation-meter > span { width: 2px; height: 100%; border-radius: 1px; background: currentColor; transform: scaleY(0.12); transition: transform 80ms linear; }
.dictation-time { min-width: 2.6em; font-size: var(--ck-text-sm); font-variant-numeric: tabular-nums; color: var(--ck-text-secondary); text-align: end; }
.dictate-button[data-phase="recording"] { background: var(--ck-accent); color: var(--ck-on-accent); }
.dictate-button[data-phase="recording"]:hover { background: var(--ck-accent-hover); color: var(--ck-on-accent); }
.reply-button { position: absolute; z-index: 2; gap: 6px; box-shadow: var(--ck-shadow-md); animation: ck-fade var(--ck-motion-fast) var(--ck-ease); }
@container chat (max-width: 480px) {
  .tile { width: calc(50% - var(--ck-space-1)); }
  .composer-tools .chip { padding-inline: 12px; }
  .composer-tools .chip > span { position: absolute; width: 1px; height: 1px; clip-path: inset(50%); }
}
@media (pointer: coarse) {
  .chip, .menu-row, .reply-button { min-height: 44px; }
  .tile-remove { width: 28px; height: 28px; }
}
@media (prefers-reduced-motion: reduce) { .dictation-meter { display: none; } }
@media (forced-colors: active) {
  .menu, .tile { border-color: CanvasText; }
  .menu-row:focus { outline: 2px solid Highlight; outline-offset: -2px; }
  .chip:is([aria-pressed="true"], [data-chosen]) { forced-color-adjust: none; background: Highlight; color: HighlightText; }
}
`;
