/** The look of the list of sources and of an image in full. */
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
.image-viewer::backdrop { background: color-mix(in srgb, var(--ck-surface) 94%, transparent); }
.image-viewer-bar { position: absolute; inset-block-start: 0; inset-inline: 0; z-index: 1; display: flex; justify-content: flex-end; gap: var(--ck-space-1); padding: var(--ck-space-3); pointer-events: none; }
.image-viewer-bar > * { background: var(--ck-surface-raised); pointer-events: auto; }
.image-viewer-stage { display: grid; place-items: center; width: 100%; height: 100%; padding: 60px var(--ck-space-4) var(--ck-space-4); cursor: zoom-out; }
.image-viewer-stage > * { min-width: min(240px, 100%); max-width: 100%; max-height: calc(100dvh - 76px); object-fit: contain; border-radius: var(--ck-radius-sm); cursor: default; }
`;
