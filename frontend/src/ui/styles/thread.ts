/** The conversation and what moves in it. */
export const thread = `
.scroller {
  position: relative;
  flex: 1;
  min-height: 0;
  overflow-y: auto;
  overscroll-behavior: contain;
  scrollbar-gutter: stable both-edges;
  scrollbar-width: thin;
  scrollbar-color: var(--ck-border-strong) transparent;
}
.scroller:focus-visible { outline-offset: -3px; }
.thread {
  display: flow-root;
  width: 100%;
  max-width: calc(var(--ck-measure) + 2 * var(--ck-space-4));
  margin-inline: auto;
  padding: var(--ck-space-4) var(--ck-space-4) var(--ck-space-5);
}
.spacer { position: absolute; inset-block-start: 0; inset-inline-start: 0; width: 1px; pointer-events: none; }
.item { display: block; min-width: 0; }
.item + .item, chatkit-answer-actions + .item, .bar + .item { margin-top: var(--ck-space-4); }
.turn { min-width: 0; contain: layout style; contain-intrinsic-block-size: auto 120px; }
.turn[data-far] { content-visibility: auto; }
.turn + .turn { margin-top: var(--ck-message-gap); }
.bar-offer a.button, .load-failure a.button { color: inherit; text-decoration: none; }
.broken-off { display: flex; flex-wrap: wrap; align-items: center; gap: var(--ck-space-3); margin-top: var(--ck-space-2); color: var(--ck-text-secondary); font-size: var(--ck-text-sm); }
.thread > .bar, .turn > .bar { margin-top: var(--ck-space-4); }
.message { min-width: 0; overflow-wrap: anywhere; }
.user-message { display: flex; flex-direction: column; align-items: flex-end; gap: var(--ck-space-1); }
.bubble {
  max-width: min(85%, 36em);
  padding: var(--ck-space-2) var(--ck-space-4);
  border-radius: var(--ck-radius-bubble);
  background: var(--ck-bubble);
  color: var(--ck-on-bubble);
  outline: 1px solid transparent; /* seen in forced colours only */
  white-space: pre-wrap;
}
.tag { padding: 0 0.35em; border-radius: var(--ck-radius-xs); background: color-mix(in srgb, currentColor 10%, transparent); font-weight: 500; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
button.tag { max-width: 100%; text-align: start; white-space: normal; overflow-wrap: anywhere; -webkit-user-select: text; user-select: text; transition: background var(--ck-motion-fast) var(--ck-ease); }
button.tag:hover { background: color-mix(in srgb, currentColor 18%, transparent); }
.tag svg { width: 0.95em; height: 0.95em; margin-inline-end: 0.25em; vertical-align: -0.12em; }
.quote { display: flex; gap: var(--ck-space-2); align-items: baseline; max-width: min(85%, 36em); padding-inline: var(--ck-space-2); font-size: var(--ck-text-sm); color: var(--ck-text-tertiary); }
.quote span { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
/* Plain blocks: a grid or a flexible box would measure them anew with every word. */
.assistant-message > * { display: flow-root; min-width: 0; }
.assistant-message > chatkit-markdown ~ * { margin-top: var(--ck-space-3); }
chatkit-markdown { display: block; min-width: 0; }
.plain-text { white-space: pre-wrap; }
.working, .progress {
  display: flex;
  align-items: center;
  gap: var(--ck-space-2);
  min-height: calc(var(--ck-leading) * 1em);
  margin-top: var(--ck-space-4);
  color: var(--ck-text-secondary);
}
.working-dot { width: 12px; height: 12px; border-radius: 50%; background: var(--ck-text); animation: ck-pulse 1.3s var(--ck-ease) infinite; }
.progress { font-size: var(--ck-text-sm); animation: ck-fade var(--ck-motion-medium) var(--ck-ease); }
.progress-icon { display: grid; }
.answer-actions { display: flex; align-items: center; gap: 2px; min-height: var(--ck-control-sm); margin-top: var(--ck-space-1); margin-inline-start: calc(-1 * var(--ck-space-2)); color: var(--ck-text-tertiary); }
.answer-actions time { margin-inline-start: var(--ck-space-2); font-size: var(--ck-text-xs); opacity: 0; transition: opacity var(--ck-motion-fast) var(--ck-ease); }
.answer-actions:hover time, .answer-actions:focus-within time { opacity: 1; }
.answer-problem { font-size: var(--ck-text-xs); color: var(--ck-danger-text); }
@media (hover: hover) {
  .answer-actions:not([data-last]) > button { opacity: 0; transition: opacity var(--ck-motion-fast) var(--ck-ease); }
  .item:hover + chatkit-answer-actions button, chatkit-answer-actions:hover button, chatkit-answer-actions:focus-within button { opacity: 1 !important; }
}
.answer-actions[data-last] { animation: ck-fade var(--ck-motion-medium) var(--ck-ease); }
.older { display: grid; place-items: center; min-height: 40px; color: var(--ck-text-tertiary); }
.scroll-to-end {
  position: absolute;
  inset-block-end: var(--ck-space-3);
  inset-inline: 0;
  margin-inline: auto;
  display: grid;
  place-items: center;
  width: 36px;
  height: 36px;
  border: 1px solid var(--ck-border);
  border-radius: var(--ck-radius-full);
  background: var(--ck-surface-raised);
  color: var(--ck-text-secondary);
  box-shadow: var(--ck-shadow-md);
  animation: ck-fade var(--ck-motion-fast) var(--ck-ease);
}
.scroll-to-end:hover { color: var(--ck-text); border-color: var(--ck-border-strong); }
`;
