/** Where the visitor writes. */
export const composer = `
chatkit-composer { display: block; }
.composer {
  display: grid;
  grid-template-columns: minmax(0, 1fr); /* as wide as its place, however long a quote is */
  border: 1px solid var(--ck-border);
  border-radius: var(--ck-radius-composer);
  background: var(--ck-surface-raised);
  box-shadow: var(--ck-shadow-md);
  transition: border-color var(--ck-motion-fast) var(--ck-ease);
}
.composer:hover, .composer:focus-within { border-color: var(--ck-border-strong); }
.composer:focus-within:has(textarea:focus-visible) { border-color: var(--ck-border-control); }
.composer[data-disabled] { background: var(--ck-surface-sunken); box-shadow: none; }
.composer-row { display: flex; align-items: flex-end; gap: var(--ck-space-1); padding: 8px; }
.composer-field { position: relative; flex: 1; min-width: 0; }
.composer textarea, .composer-mirror {
  display: block;
  width: 100%;
  margin: 0;
  padding: calc((40px - 1.5em) / 2) 12px;
  border: 0;
  background: none;
  font: inherit;
  font-size: max(16px, var(--ck-text-md));
  line-height: 1.5;
  white-space: pre-wrap;
  overflow-wrap: break-word;
}
.composer textarea { position: relative; min-height: 40px; resize: none; overflow: hidden; }
.composer textarea.scrolls { overflow-y: auto; scrollbar-width: thin; }
.composer textarea:focus-visible { outline: none; }
.composer textarea::placeholder { color: var(--ck-text-tertiary); opacity: 1; }
.composer textarea:disabled { cursor: not-allowed; }
.composer-mirror { position: absolute; inset: 0; overflow: hidden; color: transparent; }
.composer-mirror mark { color: transparent; background: var(--ck-accent-soft); border-radius: var(--ck-radius-xs); box-shadow: 0 0 0 2px var(--ck-accent-soft); }
.send-button {
  display: grid;
  place-items: center;
  flex: none;
  width: 40px;
  height: 40px;
  border-radius: var(--ck-radius-full);
  background: var(--ck-accent);
  color: var(--ck-on-accent);
  transition: background var(--ck-motion-fast) var(--ck-ease), color var(--ck-motion-fast) var(--ck-ease);
}
.send-button:hover:not(:disabled) { background: var(--ck-accent-hover); }
.send-button:disabled { background: var(--ck-surface-pressed); color: var(--ck-text-disabled); }
.attach-button { width: 40px; height: 40px; border-radius: var(--ck-radius-full); }
.attach-button:focus-within { outline: 2px solid var(--ck-focus); outline-offset: 2px; }
.composer > .attachments { padding: 10px 12px 0; }
.composer-quote { display: flex; align-items: center; gap: var(--ck-space-2); padding: 10px 12px 0; color: var(--ck-text-secondary); font-size: var(--ck-text-sm); }
.composer-quote-text { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.composer-problem { padding: 10px 16px 0; font-size: var(--ck-text-sm); color: var(--ck-danger-text); }
.composer-options { display: flex; align-items: center; gap: var(--ck-space-2); padding: 0 10px 10px; }
.composer-tools { display: flex; flex: 1; flex-wrap: wrap; gap: var(--ck-space-1); min-width: 0; }
.chip { display: inline-flex; align-items: center; gap: 6px; min-height: var(--ck-control-sm); padding-inline: 10px; border-radius: var(--ck-radius-control); font-size: var(--ck-text-sm); color: var(--ck-text-secondary); }
.chip:hover { background: var(--ck-surface-hover); }
.chip[aria-pressed="true"] { background: var(--ck-accent-soft); color: var(--ck-link); }
.model-picker { display: inline-flex; align-items: center; gap: 2px; color: var(--ck-text-secondary); font-size: var(--ck-text-sm); }
.model-picker select { appearance: none; field-sizing: content; border: 0; background: none; min-height: var(--ck-control-sm); padding-inline: 8px 4px; border-radius: var(--ck-radius-sm); cursor: pointer; }
.model-picker option { background: var(--ck-surface-raised); color: var(--ck-text); }
.closed-banner { display: flex; align-items: center; justify-content: center; gap: var(--ck-space-2); padding: var(--ck-space-3) var(--ck-space-4); border-radius: var(--ck-radius-md); background: var(--ck-surface-muted); color: var(--ck-text-secondary); font-size: var(--ck-text-sm); text-align: center; }
`;
