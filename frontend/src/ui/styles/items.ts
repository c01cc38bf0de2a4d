/** Workflows, tasks, sources, attachments and the readable fallbacks. */
export const items = `
.workflow { min-width: 0; font-size: var(--ck-text-sm); }
.workflow-toggle {
  display: inline-flex;
  align-items: center;
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
.workflow-toggle:hover { color: var(--ck-text); }
.workflow-icon, .chevron { display: grid; flex: none; }
.chevron { transition: transform var(--ck-motion-fast) var(--ck-ease); }
[aria-expanded="false"] > .chevron { transform: rotate(-90deg); }
[dir="rtl"] [aria-expanded="false"] > .chevron { transform: rotate(90deg); }
.workflow-tasks { display: grid; padding-top: var(--ck-space-2); animation: ck-fade var(--ck-motion-medium) var(--ck-ease); }
.task { position: relative; display: flex; gap: var(--ck-space-3); min-width: 0; font-size: var(--ck-text-sm); }
.workflow-tasks .task { padding-bottom: var(--ck-space-3); }
.workflow-tasks .task:not(:last-child)::before { content: ""; position: absolute; inset-block: 26px 2px; inset-inline-start: 9px; border-inline-start: 1px solid var(--ck-border); }
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
.attachment-image a { display: block; border-radius: var(--ck-radius-md); }
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
.attachment-image :is(img, canvas), .generated-image :is(img, canvas) { display: block; max-width: min(100%, 22em); max-height: 20em; border-radius: var(--ck-radius-md); }
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
.questions { display: grid; gap: var(--ck-space-5); padding: var(--ck-space-4); border: 1px solid var(--ck-border-subtle); border-radius: var(--ck-radius-md); background: var(--ck-surface-raised); }
.question { display: grid; gap: var(--ck-space-2); min-width: 0; margin: 0; padding: 0; border: 0; }
.question legend { padding: 0 0 var(--ck-space-2); }
.question-number { display: block; font-size: var(--ck-text-xs); color: var(--ck-text-tertiary); }
.question-hint { font-size: var(--ck-text-sm); color: var(--ck-text-tertiary); }
.question-text { font-weight: 600; }
.question-options { display: flex; flex-wrap: wrap; gap: var(--ck-space-2); }
.choice { position: relative; display: inline-flex; cursor: pointer; }
.choice input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; pointer-events: none; }
.choice span { display: inline-flex; align-items: center; min-height: var(--ck-control-sm); padding: 2px 14px; border: 1px solid var(--ck-border); border-radius: var(--ck-radius-control); font-size: var(--ck-text-sm); transition: background var(--ck-motion-fast) var(--ck-ease), border-color var(--ck-motion-fast) var(--ck-ease); }
.choice:hover span { border-color: var(--ck-border-strong); }
.choice input:checked + span { border-color: var(--ck-accent); background: var(--ck-accent); color: var(--ck-on-accent); }
.choice input:focus-visible + span { outline: 2px solid var(--ck-focus); outline-offset: 2px; }
.question-field { width: 100%; min-height: var(--ck-control-md); padding: var(--ck-space-1) var(--ck-space-3); border: 1px solid var(--ck-border-control); border-radius: var(--ck-radius-sm); background: var(--ck-surface); font-size: max(16px, var(--ck-text-sm)); line-height: 1.5; resize: vertical; }
.question-field::placeholder { color: var(--ck-text-tertiary); opacity: 1; }
.question-answer { display: flex; align-items: center; gap: var(--ck-space-2); color: var(--ck-text-secondary); }
.question-buttons { display: flex; justify-content: flex-end; gap: var(--ck-space-2); }
@media (forced-colors: active) { .choice input:checked + span { forced-color-adjust: none; background: Highlight; color: HighlightText; } }
`;
