/** The card of an entity or a source. */
export const previewStyles = `
.entity-card {
  position: absolute;
  z-index: 4;
  width: max-content;
  max-width: min(320px, calc(100% - 16px));
  max-height: calc(100% - 16px);
  overflow: auto;
  overscroll-behavior: contain;
  padding: var(--ck-space-3);
  border: 1px solid var(--ck-border);
  border-radius: var(--ck-radius-md);
  background: var(--ck-surface-raised);
  color: var(--ck-text);
  font-size: var(--ck-text-sm);
  line-height: var(--ck-leading);
  overflow-wrap: anywhere;
  box-shadow: var(--ck-shadow-lg);
  animation: ck-fade var(--ck-motion-fast) var(--ck-ease);
}
/* A widget is as wide as its place, so its place has a width. */
.entity-card[data-widget] { width: 320px; }
.entity-card-plain { display: flex; align-items: center; gap: var(--ck-space-3); }
.entity-card-icon { display: grid; place-items: center; flex: none; width: 36px; height: 36px; border-radius: var(--ck-radius-sm); background: var(--ck-surface-muted); color: var(--ck-text-secondary); }
.entity-card-words { display: grid; min-width: 0; line-height: 1.4; }
.entity-card-words strong { font-weight: 600; }
.entity-card-words span { font-size: var(--ck-text-xs); color: var(--ck-text-secondary); }
.entity-card-words .entity-card-text { display: -webkit-box; -webkit-line-clamp: 4; -webkit-box-orient: vertical; overflow: hidden; margin-top: 4px; font-size: var(--ck-text-sm); }
.entity-card-plain[data-described] { align-items: flex-start; }
`;
