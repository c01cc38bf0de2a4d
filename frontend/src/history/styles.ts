/** The list of earlier conversations. */
export const historyStyles = `
chatkit-history { display: block; }
.scrim { position: absolute; inset: 0; z-index: 2; background: var(--ck-scrim); animation: ck-fade var(--ck-motion-medium) var(--ck-ease); }
.history {
  position: absolute;
  inset-block: 0;
  inset-inline-start: 0;
  z-index: 3;
  display: flex;
  flex-direction: column;
  width: min(360px, 100%);
  background: var(--ck-surface);
  box-shadow: var(--ck-shadow-lg);
  animation: ck-history-in var(--ck-motion-medium) var(--ck-ease);
}
@keyframes ck-history-in { from { opacity: 0; transform: translateX(-12px); } }
@container chat (max-width: 639.98px) { .history { width: 100%; box-shadow: none; } }
.history > .header h2 { font-weight: 600; }
.history > .bar { margin: 0 var(--ck-space-3) var(--ck-space-2); }
.history-list { position: relative; flex: 1; min-height: 0; overflow-y: auto; padding: 0 var(--ck-space-3) var(--ck-space-4); scrollbar-width: thin; scrollbar-color: var(--ck-border-strong) transparent; }
.history-list h3 { padding: var(--ck-space-3) var(--ck-space-3) var(--ck-space-1); font-size: var(--ck-text-xs); font-weight: 500; color: var(--ck-text-tertiary); }
.history-row { position: relative; display: flex; align-items: center; border-radius: var(--ck-radius-sm); transition: background var(--ck-motion-fast) var(--ck-ease); }
.history-row:hover, .history-row:focus-within { background: var(--ck-surface-hover); }
.history-row[data-current] { background: var(--ck-surface-muted); }
.history-open { display: flex; align-items: center; gap: var(--ck-space-2); flex: 1; min-width: 0; min-height: var(--ck-control-lg); padding-inline: var(--ck-space-3); border-radius: var(--ck-radius-sm); text-align: start; font-size: var(--ck-text-sm); }
.history-open:focus-visible { outline-offset: -2px; }
.history-status { display: grid; color: var(--ck-text-tertiary); }
.history-actions { display: flex; padding-inline-end: 4px; }
@media (hover: hover) {
  .history-actions { position: absolute; inset-inline-end: 0; opacity: 0; }
  .history-row:hover .history-actions, .history-row:focus-within .history-actions { position: static; opacity: 1; }
}
.history-editor { display: flex; align-items: center; gap: 2px; padding: 4px; border-radius: var(--ck-radius-sm); background: var(--ck-surface-muted); }
.history-editor input { flex: 1; min-width: 0; min-height: var(--ck-control-md); padding-inline: var(--ck-space-2); border: 1px solid var(--ck-border-control); border-radius: var(--ck-radius-xs); background: var(--ck-surface-raised); font-size: max(16px, var(--ck-text-sm)); }
.history-note { display: flex; flex-direction: column; align-items: center; gap: var(--ck-space-3); padding: var(--ck-space-6) var(--ck-space-3); font-size: var(--ck-text-sm); color: var(--ck-text-secondary); text-align: center; }
.confirm {
  width: min(400px, calc(100vw - 32px));
  padding: var(--ck-space-5);
  border: 1px solid var(--ck-border-subtle);
  border-radius: var(--ck-radius-lg);
  background: var(--ck-surface-raised);
  color: var(--ck-text);
  box-shadow: var(--ck-shadow-lg);
  text-align: start;
}
.confirm::backdrop { background: var(--ck-scrim); }
.confirm h2 { font-size: var(--ck-text-lg); font-weight: 600; }
.confirm p { margin-top: var(--ck-space-2); color: var(--ck-text-secondary); font-size: var(--ck-text-sm); overflow-wrap: anywhere; }
.confirm-buttons { display: flex; justify-content: flex-end; gap: var(--ck-space-2); margin-top: var(--ck-space-5); }
`;
