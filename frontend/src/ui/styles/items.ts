/** Workflows, tasks, sources, attachments and the readable fallbacks. */
export const items = `
.workflow { min-width: 0; font-size: var(--ck-text-sm); }
.workflow-toggle {
  display: inline-flex;
  align-items: flex-start;
  gap: var(--ck-space-2);
  max-width: 100%;
  min-height: var(--ck-control-sm);
  padding-inline: var(--ck-space-2);
  margin-inline-start: calc(-1 * var(--ck-space-2));
  border-radius: var(--ck-radius-sm);
  color: var(--ck-text-secondary);
  font-weight: 500;
  text-align: start;
  transition: color var(--ck-motion-fast) var(--ck-ease);
}
button.workflow-toggle:hover { color: var(--ck-text); }
.chevron { display: grid; flex: none; }
/* In line with the first line of a title that takes several. */
.workflow-toggle > :is(.workflow-icon, .chevron) { display: grid; place-items: center; flex: none; height: var(--ck-control-sm); }
.workflow-title { min-width: 0; overflow: hidden; padding-block: calc((var(--ck-control-sm) - 1.5em) / 2); line-height: 1.5; text-overflow: ellipsis; white-space: nowrap; }
[aria-expanded="true"] > .workflow-title { overflow-wrap: anywhere; white-space: normal; }
.chevron { transition: transform var(--ck-motion-fast) var(--ck-ease); }
[aria-expanded="false"] > .chevron { transform: rotate(-90deg); }
[dir="rtl"] [aria-expanded="false"] > .chevron { transform: rotate(90deg); }
.workflow-tasks { display: grid; grid-template-columns: minmax(0, 1fr); margin: 0; padding: var(--ck-space-2) 0 0; list-style: none; animation: ck-fade var(--ck-motion-medium) var(--ck-ease); }
.task { position: relative; display: flex; gap: var(--ck-space-3); min-width: 0; font-size: var(--ck-text-sm); }
.workflow-tasks .task { padding-bottom: var(--ck-space-3); }
.workflow-tasks > li:not(:last-child) > .task::before { content: ""; position: absolute; inset-block: 26px 2px; inset-inline-start: 9px; border-inline-start: 1px solid var(--ck-border); }
.task-mark { display: grid; place-items: center; flex: none; width: 20px; height: 22px; color: var(--ck-text-tertiary); }
.task-complete { display: grid; color: var(--ck-success-text); }
.task-body { display: grid; gap: var(--ck-space-2); flex: 1; min-width: 0; color: var(--ck-text-secondary); }
.task-title { line-height: 22px; color: var(--ck-text); overflow-wrap: anywhere; }
.task-text { min-width: 0; }
.task-text .ck-md { font-size: inherit; color: inherit; }
.queries, .sources { display: flex; flex-wrap: wrap; gap: var(--ck-space-1); min-width: 0; }
.queries li, .source {
  display: inline-flex;
  align-items: center;
  gap: 6px;
  max-width: 100%;
  min-height: 26px;
  padding: 2px 10px;
  border-radius: var(--ck-radius-control);
  background: var(--ck-surface-muted);
  color: var(--ck-text-secondary);
  font-size: var(--ck-text-xs);
  text-decoration: none;
}
.source { max-width: 18em; }
.sources li { min-width: 0; max-width: 100%; }
a.source:hover { color: var(--ck-text); background: var(--ck-surface-pressed); }
.cited-toggle { display: inline-flex; align-items: center; gap: 6px; min-height: var(--ck-control-sm); padding-inline: 10px; border-radius: var(--ck-radius-control); background: var(--ck-surface-muted); color: var(--ck-text-secondary); font-size: var(--ck-text-xs); font-weight: 500; transition: color var(--ck-motion-fast) var(--ck-ease); }
.cited-toggle:hover { color: var(--ck-text); }
.cited-count { font-variant-numeric: tabular-nums; color: var(--ck-text-tertiary); }
.attachments { display: flex; flex-wrap: wrap; gap: var(--ck-space-2); min-width: 0; max-width: 100%; }
.user-message .attachments { justify-content: flex-end; align-items: flex-end; }
.attachments[data-several] .attachment-image :is(img, canvas) { width: 9em; height: 9em; object-fit: cover; }
.attachment {
  display: inline-flex;
  align-items: center;
  gap: var(--ck-space-2);
  max-width: 16em;
  min-height: var(--ck-control-md);
  padding-inline: var(--ck-space-3);
  border: 1px solid var(--ck-border-subtle);
  border-radius: var(--ck-radius-md);
  font-size: var(--ck-text-sm);
  color: var(--ck-text-secondary);
}
chatkit-picture { display: block; min-width: 0; max-width: 100%; }
.picture { display: block; width: fit-content; max-width: 100%; border-radius: var(--ck-radius-md); cursor: zoom-in; }
/* As tall before it has come as after: only its width is its own. */
.picture > *, .image-place { display: block; height: var(--ck-picture); aspect-ratio: auto 1; max-width: 100%; object-fit: scale-down; border-radius: inherit; background: var(--ck-surface-muted); }
.attachment-image { --ck-picture: min(15em, 100cqi - 5em); }
.generated-image { --ck-picture: min(22em, 60cqi); position: relative; width: fit-content; max-width: 100%; border-radius: var(--ck-radius-md); overflow: hidden; }
.generated-image .picture > * { object-fit: contain; }
.image-place { width: var(--ck-picture); animation: ck-skeleton 1.6s ease-in-out infinite; }
.generated-image figcaption { position: absolute; inset-inline: 0; inset-block-end: 0; display: grid; gap: var(--ck-space-2); padding: var(--ck-space-4); font-size: var(--ck-text-sm); pointer-events: none; }
.image-progress { height: 4px; border-radius: var(--ck-radius-full); overflow: hidden; background: var(--ck-border-strong); color: var(--ck-accent); outline: 1px solid transparent; }
.image-progress svg { display: block; width: 100%; height: 100%; }
[dir="rtl"] .image-progress svg { transform: scaleX(-1); }
.image-progress rect { transition: width var(--ck-motion-medium) var(--ck-ease); }
chatkit-picture + figcaption { padding-top: var(--ck-space-6); background: linear-gradient(to top, rgb(0 0 0 / 0.5), transparent); }
chatkit-picture + figcaption .image-progress { background: rgb(255 255 255 / 0.4); color: #fff; }
.fallback {
  display: inline-flex;
  align-items: center;
  gap: var(--ck-space-2);
  max-width: 100%;
  padding: var(--ck-space-2) var(--ck-space-3);
  border: 1px solid var(--ck-border-subtle);
  border-radius: var(--ck-radius-md);
  font-size: var(--ck-text-sm);
  color: var(--ck-text-secondary);
  white-space: pre-wrap;
}
.fallback a { color: var(--ck-link); }
.questions { display: grid; gap: var(--ck-space-4); margin: 0; padding: var(--ck-space-4); border: 1px solid var(--ck-border-subtle); border-radius: var(--ck-radius-md); overflow-wrap: anywhere; }
.question { display: grid; gap: var(--ck-space-1); min-width: 0; margin: 0; padding: 0; border: 0; }
.question dd { margin: 0; }
.question-text { font-weight: 600; }
.question-hint { font-size: var(--ck-text-sm); color: var(--ck-text-tertiary); }
.question-answer { display: flex; align-items: baseline; gap: var(--ck-space-2); color: var(--ck-text-secondary); }
.question-answer > .ck-icon { align-self: start; margin-top: 0.15em; }
.question-answer[data-skipped] { color: var(--ck-text-tertiary); }
`;
