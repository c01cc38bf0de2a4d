/** The looks of the asset `suggestions`. */
export const suggestionStyles = `
chatkit-tags > div { unicode-bidi: plaintext; text-align: start; }
chatkit-tags mark {
  color: transparent;
  background: var(--ck-accent-soft);
  border-radius: var(--ck-radius-xs);
  box-shadow: 0 0 0 2px var(--ck-accent-soft);
  box-decoration-break: clone;
  -webkit-box-decoration-break: clone;
}
chatkit-tags mark[data-lit] { box-shadow: 0 0 0 2px var(--ck-accent-soft), 0 0 0 3px var(--ck-border-strong); }
.composer textarea.over-tag { cursor: pointer; }
.suggestions {
  position: absolute;
  inset-block-end: calc(100% + 8px);
  inset-inline-start: 0;
  z-index: 4;
  width: min(26em, 100%);
  padding: 6px;
  overflow-y: auto;
  overscroll-behavior: contain;
  scrollbar-width: thin;
  border: 1px solid var(--ck-border-subtle);
  border-radius: var(--ck-radius-lg);
  background: var(--ck-surface-raised);
  box-shadow: var(--ck-shadow-lg);
  animation: ck-rise var(--ck-motion-fast) var(--ck-ease);
}
.suggestions-group { padding: 8px 10px 4px; font-size: var(--ck-text-xs); font-weight: 500; color: var(--ck-text-tertiary); }
.suggestion {
  display: flex;
  align-items: center;
  gap: var(--ck-space-3);
  min-height: 36px;
  padding: 6px 10px;
  border-radius: calc(var(--ck-radius-lg) - 6px);
  font-size: var(--ck-text-sm);
  cursor: pointer;
}
.suggestion > .ck-icon { color: var(--ck-text-secondary); }
.suggestion[aria-selected="true"] { background: var(--ck-surface-pressed); }
.suggestions-list[aria-busy="true"] { opacity: 0.6; }
.suggestion-words { display: grid; flex: 1; min-width: 0; overflow-wrap: anywhere; line-height: 1.4; }
[dir="rtl"] :is(.suggestion-words > span, .suggestions-group) { text-align: right; } /* words of either direction */
.suggestions-separator { height: 1px; margin: 6px 10px; background: var(--ck-border-subtle); }
.suggestion-description { font-size: var(--ck-text-xs); color: var(--ck-text-tertiary); }
.suggestion[aria-selected="true"] .suggestion-description { color: var(--ck-text-secondary); }
.suggestions-back {
  display: flex;
  align-items: center;
  gap: var(--ck-space-2);
  width: 100%;
  min-height: 32px;
  margin-block-end: 4px;
  padding: 4px 8px;
  border-radius: calc(var(--ck-radius-lg) - 6px);
  font-size: var(--ck-text-xs);
  font-weight: 500;
  color: var(--ck-text-secondary);
}
.suggestions-back:hover { background: var(--ck-surface-hover); color: var(--ck-text); }
.suggestions-note { display: flex; flex-wrap: wrap; align-items: center; gap: var(--ck-space-2) var(--ck-space-3); min-height: 36px; padding: 6px 10px; font-size: var(--ck-text-sm); color: var(--ck-text-secondary); }
.suggestions-note > span:not(.spinner) { flex: 1; }
.suggestions-note.late { animation: ck-fade var(--ck-motion-medium) var(--ck-ease) 200ms both; }
@media (pointer: coarse) { .suggestion, .suggestions-back { min-height: 44px; } }
@media (forced-colors: active) {
  .suggestions { border-color: CanvasText; }
  .suggestion[aria-selected="true"] { forced-color-adjust: none; background: Highlight; color: HighlightText; }
  .suggestion[aria-selected="true"] :is(.suggestion-description, .ck-icon) { color: inherit; }
  chatkit-tags mark { outline: 1px solid CanvasText; }
}
`;
