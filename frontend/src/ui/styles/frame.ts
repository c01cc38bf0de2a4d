/** The frame: header, body, dock, start screen, bars. */
export const frame = `
.root { position: relative; height: 100%; container: chat / inline-size; }
.main { display: flex; flex-direction: column; height: 100%; min-height: 0; }
.invalid { padding: var(--ck-space-4, 16px); white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.5 ui-monospace, monospace; }
.header {
  display: flex;
  align-items: center;
  gap: var(--ck-space-1);
  flex: none;
  min-height: calc(var(--ck-control-md) + 2 * var(--ck-space-2));
  padding: var(--ck-space-2) var(--ck-space-3);
}
.header-title { flex: 1; min-width: 0; padding-inline: var(--ck-space-2); font-weight: 600; font-size: var(--ck-text-md); line-height: var(--ck-leading-tight); }
[dir="rtl"] .header-title h2 { text-align: right; } /* a title's own direction moves it not */
.header-title h2 { font-weight: 600; line-height: 1.4; animation: ck-fade var(--ck-motion-medium) var(--ck-ease); }
.body { position: relative; flex: 1; min-height: 0; display: flex; flex-direction: column; }
.body > chatkit-thread { display: contents; }
.dock {
  flex: none;
  width: 100%;
  max-width: calc(var(--ck-measure) + 2 * var(--ck-space-4));
  margin-inline: auto;
  padding: 0 var(--ck-space-4) var(--ck-space-4);
  padding-bottom: max(var(--ck-space-4), env(safe-area-inset-bottom));
}
.disclaimer {
  display: block;
  margin-block: var(--ck-space-2) calc(-1 * var(--ck-space-1));
  font-size: var(--ck-text-xs);
  line-height: 1.4;
  text-align: center;
  text-wrap: balance;
  color: var(--ck-text-tertiary);
}
/* Unread Markdown would jump when its renderer comes; what never comes is shown as it is. */
.disclaimer:not([data-plain]) .plain-text { visibility: hidden; }
.disclaimer[data-high-contrast] { color: var(--ck-text); }
.disclaimer .ck-md { font-size: inherit; color: inherit; }
.start {
  position: relative;
  flex: 1;
  min-height: 0;
  overflow-y: auto;
  display: flex;
  flex-direction: column;
  width: 100%;
  max-width: calc(var(--ck-measure) + 2 * var(--ck-space-4));
  margin-inline: auto;
  padding: var(--ck-space-6) var(--ck-space-4) var(--ck-space-5);
  animation: ck-fade var(--ck-motion-slow) var(--ck-ease);
}
.start::before, .start::after { content: ""; flex: 1 1 0; }
.greeting {
  padding-inline: var(--ck-space-3);
  font-size: var(--ck-text-2xl);
  font-weight: 600;
  line-height: var(--ck-leading-tight);
  letter-spacing: -0.015em;
  text-wrap: balance;
  overflow-wrap: anywhere;
}
.prompts { display: grid; gap: 3px; margin-top: var(--ck-space-5); }
.prompt {
  display: flex;
  align-items: center;
  gap: var(--ck-space-3);
  width: 100%;
  min-height: var(--ck-control-lg);
  padding: var(--ck-space-2) var(--ck-space-3);
  border-radius: var(--ck-radius-md);
  text-align: start;
  color: var(--ck-text);
  overflow-wrap: anywhere;
  transition: background var(--ck-motion-fast) var(--ck-ease);
}
.prompt:hover { background: var(--ck-surface-hover); }
.prompt:active { background: var(--ck-surface-pressed); }
.prompt-icon { display: grid; color: var(--ck-text-secondary); }
@container chat (min-width: 640px) {
  .start::after { flex-grow: 1.35; }
  .greeting { text-align: center; font-size: var(--ck-text-3xl); }
  .prompts { display: flex; flex-wrap: wrap; justify-content: center; gap: var(--ck-space-2); margin-top: var(--ck-space-6); }
  .prompt { width: auto; padding-inline: var(--ck-space-4); border: 1px solid var(--ck-border); border-radius: var(--ck-radius-control); font-size: var(--ck-text-sm); min-height: var(--ck-control-md); }
  .prompt:hover { border-color: var(--ck-border-strong); }
}
@container chat (max-width: 639.98px) {
  .start::after { display: none; }
}
.body-failure { flex: 0 1 auto; min-height: 0; overflow-y: auto; width: 100%; max-width: calc(var(--ck-measure) + 2 * var(--ck-space-4)); margin: auto auto 0; padding: 0 var(--ck-space-4) var(--ck-space-3); }
.load-failure { display: flex; flex-direction: column; align-items: center; gap: var(--ck-space-4); flex: 1; min-height: 0; overflow-y: auto; padding: var(--ck-space-5); text-align: center; color: var(--ck-text-secondary); }
.load-failure::before, .load-failure::after { content: ""; flex: 1; }
.load-failure > * { flex: none; }
.load-failure > .ck-icon { font-size: var(--ck-text-2xl); color: var(--ck-text-tertiary); }
.load-failure-buttons { display: flex; flex-wrap: wrap; justify-content: center; gap: var(--ck-space-2); }
.loading {
  display: grid;
  align-content: end;
  gap: var(--ck-space-4);
  flex: 1;
  width: 100%;
  max-width: calc(var(--ck-measure) + 2 * var(--ck-space-4));
  margin-inline: auto;
  padding: var(--ck-space-5) var(--ck-space-4);
  animation: ck-fade var(--ck-motion-slow) var(--ck-ease) 200ms both;
}
.skeleton { height: 1.1em; border-radius: var(--ck-radius-sm); background: var(--ck-surface-muted); animation: ck-skeleton 1.6s ease-in-out infinite; }
.skeleton:nth-of-type(2) { width: 88%; }
.skeleton:nth-of-type(3) { width: 56%; }
@keyframes ck-skeleton { 50% { opacity: 0.45; } }
.bar {
  display: flex;
  align-items: flex-start;
  gap: var(--ck-space-2);
  padding: var(--ck-space-2) var(--ck-space-2) var(--ck-space-2) var(--ck-space-3);
  padding-inline: var(--ck-space-3) var(--ck-space-2);
  border: 1px solid var(--ck-info-border);
  border-radius: var(--ck-radius-md);
  background: var(--ck-info-soft);
  font-size: var(--ck-text-sm);
  animation: ck-rise var(--ck-motion-medium) var(--ck-ease);
}
.bar[data-level="warning"] { border-color: var(--ck-warning-border); background: var(--ck-warning-soft); }
.bar[data-level="danger"] { border-color: var(--ck-danger-border); background: var(--ck-danger-soft); }
.bar-icon { display: grid; place-items: center; min-height: var(--ck-control-sm); color: var(--ck-info-text); }
.bar[data-level="warning"] .bar-icon { color: var(--ck-warning-text); }
.bar[data-level="danger"] .bar-icon { color: var(--ck-danger-text); }
.bar-body { flex: 1; min-width: 0; padding-block: calc((var(--ck-control-sm) - 1.5em) / 2); line-height: 1.5; overflow-wrap: anywhere; }
.bar-offer { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--ck-space-3); padding-block: 0; }
.bar-offer > bdi { flex: 1 1 16em; padding-block: calc((var(--ck-control-sm) - 1.5em) / 2); }
.bar-title { font-weight: 600; }
.bar .ck-md { font-size: inherit; line-height: 1.5; }
`;
