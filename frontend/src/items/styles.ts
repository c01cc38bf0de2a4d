/** The look of the list of sources, of an image in full and of questions. */
export const itemsStyles = `
.cited-list { display: grid; gap: var(--ck-space-3); margin: 0; padding: var(--ck-space-3) 0 0; list-style: none; animation: ck-fade var(--ck-motion-medium) var(--ck-ease); }
.cited-entry { display: flex; gap: var(--ck-space-3); min-width: 0; font-size: var(--ck-text-sm); line-height: 1.45; }
.cited-number { display: grid; place-items: center; flex: none; min-width: 1.7em; height: 1.45em; margin-top: 0.1em; padding: 0 0.4em; border-radius: var(--ck-radius-full); background: var(--ck-surface-muted); color: var(--ck-text-secondary); font-size: var(--ck-text-xs); font-variant-numeric: tabular-nums; }
.cited-words { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.cited-title { color: var(--ck-text); font-weight: 500; text-align: start; text-decoration: none; border-radius: 3px; }
:is(a, button).cited-title { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.18em; text-decoration-color: color-mix(in srgb, currentColor 25%, transparent); }
:is(a, button).cited-title:hover { text-decoration-color: currentColor; }
.cited-meta { color: var(--ck-text-tertiary); font-size: var(--ck-text-xs); }
.cited-description { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; margin-top: 2px; color: var(--ck-text-secondary); }
.image-viewer { width: 100vw; height: 100dvh; max-width: none; max-height: none; margin: 0; padding: 0; border: 0; background: none; color: var(--ck-text); overflow: hidden; animation: ck-fade var(--ck-motion-medium) var(--ck-ease); }
.image-viewer::backdrop { background: color-mix(in srgb, var(--ck-surface) 97%, transparent); }
.image-viewer-bar { position: absolute; inset-block-start: 0; inset-inline: 0; z-index: 1; display: flex; justify-content: flex-end; gap: var(--ck-space-1); padding: var(--ck-space-3); pointer-events: none; }
.image-viewer-bar > * { background: var(--ck-surface-raised); pointer-events: auto; }
.image-viewer-stage { display: grid; place-items: center; width: 100%; height: 100%; padding: 60px var(--ck-space-4) var(--ck-space-4); cursor: zoom-out; }
.image-viewer-stage > * { min-width: min(240px, 100%); max-width: 100%; max-height: calc(100dvh - 76px); object-fit: contain; border-radius: var(--ck-radius-sm); cursor: default; }
chatkit-questions { display: block; }
chatkit-questions:defined + chatkit-composer { display: none; }
.question-form { border: 1px solid var(--ck-border); border-radius: min(var(--ck-radius-composer), 20px); background: var(--ck-surface-raised); box-shadow: var(--ck-shadow-md); overflow: clip; animation: ck-rise var(--ck-motion-medium) var(--ck-ease); }
.question-fields { min-width: 0; margin: 0; padding: 0; border: 0; }
.question-scroller { display: grid; gap: var(--ck-space-5); max-height: var(--ck-room); padding: var(--ck-space-4) var(--ck-space-4) var(--ck-space-2); overflow-y: auto; overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--ck-border-strong) transparent; }
.question-form legend { padding: 0 0 var(--ck-space-1); overflow-wrap: anywhere; }
.question-number { display: block; font-size: var(--ck-text-xs); color: var(--ck-text-tertiary); }
.question-form .question-hint { padding-bottom: var(--ck-space-1); overflow-wrap: anywhere; }
.question-options { display: grid; gap: 2px; }
.choice { position: relative; display: flex; align-items: flex-start; gap: var(--ck-space-3); min-height: var(--ck-control-md); margin-inline: calc(-1 * var(--ck-space-2)); padding: calc((var(--ck-control-md) - 1.5em) / 2) var(--ck-space-2); border-radius: var(--ck-radius-sm); line-height: 1.5; transition: background var(--ck-motion-fast) var(--ck-ease); }
.choice:hover { background: var(--ck-surface-hover); }
.choice input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.choice-mark { position: relative; flex: none; width: 18px; height: 18px; margin-top: calc((1.5em - 18px) / 2); border: 1.5px solid var(--ck-border-control); border-radius: 50%; background: var(--ck-surface); }
.choice [type="checkbox"] + .choice-mark { border-radius: min(5px, var(--ck-radius-xs)); }
.choice input:checked + .choice-mark { border-color: var(--ck-accent); background: var(--ck-accent); }
.choice input:checked + .choice-mark::after { content: ""; position: absolute; inset: 0; width: 7px; height: 7px; margin: auto; border-radius: 50%; background: var(--ck-on-accent); }
.choice [type="checkbox"]:checked + .choice-mark::after { inset: 0 0 3px; width: 5px; height: 9px; border: solid var(--ck-on-accent); border-width: 0 2px 2px 0; border-radius: 0; background: none; transform: rotate(45deg); }
.choice input:focus-visible + .choice-mark { outline: 2px solid var(--ck-focus); outline-offset: 2px; }
.choice-words { flex: 1; min-width: 0; overflow-wrap: anywhere; }
.question-field { width: 100%; min-height: var(--ck-control-md); padding: calc((var(--ck-control-md) - 1.5em) / 2 - 1px) var(--ck-space-3); border: 1px solid var(--ck-border-control); border-radius: var(--ck-radius-sm); background: var(--ck-surface); font-size: max(16px, var(--ck-text-sm)); line-height: 1.5; resize: vertical; }
.question-options .question-field { margin-top: var(--ck-space-1); }
.question-field::placeholder { color: var(--ck-text-tertiary); opacity: 1; }
.question-field[aria-invalid="true"] { border-color: var(--ck-danger); }
.question-problem { padding: 0 var(--ck-space-4); color: var(--ck-danger-text); font-size: var(--ck-text-sm); }
.question-buttons { display: flex; justify-content: flex-end; gap: var(--ck-space-2); padding: var(--ck-space-2) var(--ck-space-3) var(--ck-space-3); }
.question-fields:disabled { opacity: 0.6; }
@media (forced-colors: active) { .choice input:checked + .choice-mark { forced-color-adjust: none; border-color: Highlight; background: Highlight; } }
`;
