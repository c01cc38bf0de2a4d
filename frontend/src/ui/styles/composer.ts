/** Where the visitor writes. */
export const composer = `
chatkit-composer { display: block; }
.composer {
  position: relative;
  display: grid;
  grid-template-columns: minmax(0, 1fr); /* as wide as its place, however long a quote is */
  border: 1px solid var(--ck-border);
  border-radius: var(--ck-radius-composer);
  background: var(--ck-surface-raised);
  box-shadow: var(--ck-shadow-md);
  transition: border-color var(--ck-motion-fast) var(--ck-ease);
}
.composer:hover { border-color: var(--ck-border-strong); }
.composer:focus-within { border-color: var(--ck-border-control); }
.composer[data-disabled] { background: var(--ck-surface-sunken); box-shadow: none; }
.composer-row { display: grid; grid-template: "start field end" / auto minmax(0, 1fr) auto; align-items: end; padding: 8px; }
.composer[data-tall] .composer-row { grid-template: "field field" "start end" / minmax(0, 1fr) auto; row-gap: 4px; }
.composer-field { grid-area: field; position: relative; min-width: 0; }
.composer-start { grid-area: start; display: flex; align-items: center; gap: 2px; min-width: 0; }
chatkit-composer-menu, chatkit-mention { display: flex; align-items: center; gap: 2px; min-width: 40px; min-height: 40px; }
chatkit-suggestions { display: contents; }
.composer-button { width: 40px; height: 40px; border-radius: var(--ck-radius-full); }
.composer-button:disabled { color: var(--ck-text-disabled); background: none; }
.composer-end { grid-area: end; display: flex; align-items: center; gap: 4px; min-width: 0; }
.composer textarea, chatkit-tags {
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
.composer textarea::placeholder { color: var(--ck-text-tertiary); opacity: 1; unicode-bidi: plaintext; }
.composer textarea:disabled { cursor: not-allowed; }
.composer chatkit-tags { position: absolute; inset-block: 0; inset-inline-start: 0; overflow: hidden; color: transparent; }
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
.composer-quote { display: flex; align-items: center; gap: var(--ck-space-2); padding: 10px 12px 0; color: var(--ck-text-secondary); font-size: var(--ck-text-sm); }
.composer-quote-text { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.composer-problem { display: flex; align-items: flex-start; gap: var(--ck-space-2); padding: 10px 12px 0 16px; padding-inline: 16px 10px; font-size: var(--ck-text-sm); color: var(--ck-danger-text); overflow-wrap: anywhere; }
.composer-problem > div { flex: 1; min-width: 0; }
.closed-banner { display: flex; align-items: center; justify-content: center; gap: var(--ck-space-2); padding: var(--ck-space-3) var(--ck-space-4); border-radius: var(--ck-radius-md); background: var(--ck-surface-muted); color: var(--ck-text-secondary); font-size: var(--ck-text-sm); text-align: center; }
`;
