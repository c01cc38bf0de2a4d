/** The look of fields and what opens from them. */
export const controlStyles = `
.ck-w:focus { outline: none; }
.ck-w-notice { color: var(--ck-text-secondary); font-size: var(--ck-text-sm); }
.ck-w-notice-words { display: flex; flex-wrap: wrap; align-items: center; gap: calc(var(--ck-unit) * 1.5); margin-block-start: calc(var(--ck-unit) * 2); animation: ck-w-appear var(--ck-motion-fast) var(--ck-ease); }
.ck-w-failed { color: var(--ck-danger-text); }
.ck-w-notice-words > .ck-icon { flex: none; width: 1.15em; height: 1.15em; }
.ck-w-notice-words > span { flex: 0 1 auto; min-width: 0; }
.ck-w-notice-retry {
  display: inline-flex; align-items: center; gap: 0.4em; min-height: var(--ck-control-sm); padding: 0 0.75em; border: 1px solid var(--ck-border-control);
  border-radius: var(--ck-radius-control); background: none; color: var(--ck-text); font: inherit; font-weight: 500; cursor: pointer; transition: background var(--ck-motion-fast);
}
.ck-w-notice-retry:hover { background: var(--ck-surface-hover); }
.ck-w-notice-retry > .ck-icon { width: 1.1em; height: 1.1em; }
.ck-w-item-button[aria-disabled] { cursor: progress; }
.ck-w-item-button[aria-disabled]:is(:hover, :active) { background: none; }

.ck-w-entry { position: relative; display: flex; flex-direction: column; align-items: flex-start; width: fit-content; min-width: 0; max-width: 100%; }
.ck-w-entry.ck-w-block { align-items: stretch; width: 100%; }
.ck-w-row > .ck-w-entry.ck-w-block { flex: 1 1 8em; width: auto; }
.ck-w-label + .ck-w-entry { margin-block-start: calc(var(--ck-unit) * -1.5); }
.ck-w-row > .ck-w-label + .ck-w-entry { margin-block-start: 0; }
.ck-w-entry[inert] > :first-child { opacity: 0.5; }
.ck-w-problem { display: flex; align-items: flex-start; gap: 0.4em; margin-block-start: calc(var(--ck-unit) * 1.25) !important; color: var(--ck-danger-text); font-size: var(--ck-text-sm); line-height: 1.35; }
.ck-w-problem .ck-icon { flex: none; width: 1.1em; height: 1.1em; margin-block-start: 0.12em; }

.ck-w-field, .ck-w-editable {
  min-width: 0; max-width: 100%; min-height: var(--h); padding: 0 var(--p); color: var(--ck-text); font: inherit;
  font-size: calc(var(--ck-text-md) * var(--f)); border: 1px solid var(--ck-border-control);
  border-radius: min(10px, var(--ck-radius-control)); background: var(--ck-surface);
  transition: border-color var(--ck-motion-fast), background var(--ck-motion-fast);
}
.ck-w-block > .ck-w-field, .ck-w-block > .ck-w-picker { width: 100%; }
[dir="rtl"] .ck-w-field[dir="ltr"] { text-align: end; }
.ck-w-field:hover { border-color: var(--ck-text-secondary); }
.ck-w .ck-w-field:focus-visible { outline-offset: -1px; }
.ck-w-field-soft { background: var(--ck-surface-muted); border-color: transparent; border-block-end-color: var(--ck-border-control); }
.ck-w-field-solid { background: var(--ck-surface-muted); }
.ck-w-field-ghost { background: transparent; border-color: transparent; }
.ck-w-field-ghost:hover { background: var(--ck-surface-hover); border-color: transparent; }
.ck-w-field::placeholder, .ck-w-editable::placeholder { color: var(--ck-text-tertiary); opacity: 1; }
.ck-w-field:disabled { opacity: 0.55; cursor: not-allowed; }
.ck-w :is(.ck-w-field, .ck-w-editable)[aria-invalid="true"] { border-color: var(--ck-danger-text); box-shadow: 0 0 0 1px var(--ck-danger-text); }
.ck-w-textarea { padding-block: 0.55em; line-height: 1.45; resize: vertical; max-height: 24em; }
.ck-w-textarea.ck-w-pill { border-radius: min(16px, var(--ck-radius-control)); }
.ck-w-editable { min-height: 0; padding: 0.1em 0.3em; margin-inline: -0.3em; max-width: none; border-color: transparent; background: none; resize: none; overflow: hidden; --f: 0.95; }
.ck-w-editable:hover { background: var(--ck-surface-hover); }

.ck-w-choice { display: inline-flex; align-items: flex-start; gap: 0.55em; font-size: calc(var(--ck-text-md) * 0.925); cursor: pointer; }
.ck-w-choice > input { flex: none; width: 1.15em; height: 1.15em; margin: 0.14em 0 0; accent-color: var(--ck-accent); cursor: inherit; }
.ck-w-choice[data-disabled] { color: var(--ck-text-disabled); cursor: not-allowed; }
.ck-w-choice > input[aria-invalid="true"], .ck-w-radios[aria-invalid="true"] input { outline: 2px solid var(--ck-danger-text); outline-offset: 1px; border-radius: 4px; }
@media (pointer: coarse) { .ck-w-choice { padding-block: 0.5em; } }
.ck-w .ck-w-radios { display: flex; flex-wrap: wrap; align-items: flex-start; gap: calc(var(--ck-unit) * 2) calc(var(--ck-unit) * 4); }

.ck-w-picker { position: relative; display: inline-flex; min-width: 0; max-width: 100%; }
.ck-w-picker-button { display: inline-flex; align-items: center; justify-content: space-between; gap: 0.5em; min-width: min(9em, 100%); text-align: start; cursor: pointer; }
.ck-w-block > .ck-w-picker > .ck-w-picker-button { width: 100%; }
.ck-w-picker-button.ck-w-pill { border-radius: var(--ck-radius-control); }
.ck-w-picker-button > span { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.ck-w-picker-button[data-clearable] > span { margin-inline-end: 1.5em; }
.ck-w-placeholder { color: var(--ck-text-tertiary); }
.ck-w-picker-button > .ck-icon { flex: none; width: 1.1em; height: 1.1em; color: var(--ck-text-tertiary); }
.ck-w-picker-clear {
  position: absolute; inset-block: 0; inset-inline-end: calc(0.9em + 20px); width: 24px; height: 24px; margin-block: auto; padding: 4px; border: 0;
  border-radius: var(--ck-radius-full); background: none; color: var(--ck-text-tertiary); cursor: pointer; line-height: 0;
}
.ck-w-picker-clear:hover { background: var(--ck-surface-hover); color: var(--ck-text); }
.ck-w-picker-clear > .ck-icon { width: 100%; height: 100%; }

.ck-w-popup {
  position: fixed; inset: auto; max-width: calc(100vw - 16px); max-height: calc(100vh - 16px); margin: 0; padding: 0; overflow: auto; color: var(--ck-text);
  border: 1px solid var(--ck-border); border-radius: min(14px, var(--ck-radius-md)); background: var(--ck-surface-raised);
  box-shadow: var(--ck-shadow-lg); font-size: calc(var(--ck-text-md) * 0.9); animation: ck-w-appear var(--ck-motion-fast) var(--ck-ease);
}
.ck-w-popup::backdrop { background: none; }
@keyframes ck-w-appear { from { opacity: 0; transform: translateY(-4px); } }
.ck-w-options { max-height: min(20em, 60vh); padding: 5px; overflow-y: auto; overscroll-behavior: contain; }
.ck-w .ck-w-options:focus-visible { outline: none; }
.ck-w-option { display: flex; align-items: center; justify-content: space-between; gap: 1em; padding: 0.5em 0.7em; border-radius: min(9px, var(--ck-radius-sm)); cursor: pointer; }
.ck-w-option.ck-w-active { background: var(--ck-surface-hover); }
.ck-w-option[aria-disabled] { color: var(--ck-text-disabled); cursor: not-allowed; }
.ck-w-option-words { display: flex; flex-direction: column; min-width: 0; }
.ck-w-option-description { color: var(--ck-text-secondary); font-size: 0.88em; }
.ck-w-option[aria-disabled] .ck-w-option-description { color: inherit; }
.ck-w-option > .ck-icon { flex: none; width: 1.1em; height: 1.1em; }
.ck-w-search { display: flex; align-items: center; gap: 0.5em; padding: 0.55em 0.85em; border-block-end: 1px solid var(--ck-border-subtle); }
.ck-w-search > .ck-icon { flex: none; width: 1.1em; height: 1.1em; color: var(--ck-text-tertiary); }
.ck-w-search > input { flex: 1; min-width: 0; border: 0; padding: 0.15em 0; background: none; color: inherit; font: inherit; }
.ck-w .ck-w-search > input:focus-visible { outline: none; }
.ck-w-no-options:not(:empty) { padding: 0 1em 0.9em; color: var(--ck-text-secondary); }

.ck-w-calendar { display: flex; flex-direction: column; gap: 6px; width: max-content; margin-inline: auto; padding: 10px; }
.ck-w-calendar-head { display: flex; align-items: center; justify-content: space-between; }
.ck-w-calendar-month { display: flex; gap: 2px; }
.ck-w-calendar-jump { padding: 0.3em 0.2em; border: 0; border-radius: var(--ck-radius-xs); background: none; color: inherit; font: inherit; font-weight: 600; cursor: pointer; }
.ck-w-calendar-jump:hover { background: var(--ck-surface-hover); }
.ck-w-calendar-jump option { background: var(--ck-surface-raised); color: var(--ck-text); }
.ck-w-calendar-turn { width: 32px; height: 32px; padding: 7px; border: 0; border-radius: var(--ck-radius-full); background: none; color: var(--ck-text-secondary); cursor: pointer; line-height: 0; }
.ck-w-calendar-turn:hover:not(:disabled) { background: var(--ck-surface-hover); color: var(--ck-text); }
.ck-w-calendar-turn:disabled { color: var(--ck-text-disabled); cursor: not-allowed; }
.ck-w-calendar-turn > .ck-icon { width: 100%; height: 100%; }
[dir="rtl"] .ck-w-calendar-turn > .ck-icon { transform: scaleX(-1); }
.ck-w-calendar table { border-collapse: collapse; }
.ck-w-calendar th { padding: 4px 0; color: var(--ck-text-tertiary); font-size: 0.85em; font-weight: 500; text-align: center; }
.ck-w-calendar td { padding: 1px; }
.ck-w-day { width: 36px; height: 36px; padding: 0; border: 0; border-radius: min(10px, var(--ck-radius-full)); background: none; color: inherit; font: inherit; font-variant-numeric: tabular-nums; cursor: pointer; }
.ck-w-day:hover { background: var(--ck-surface-hover); }
.ck-w-other-month { color: var(--ck-text-tertiary); }
.ck-w-day[aria-current] { font-weight: 700; box-shadow: inset 0 0 0 1px var(--ck-border-strong); }
.ck-w-day[aria-disabled] { color: var(--ck-text-disabled); cursor: not-allowed; text-decoration: line-through; }
[aria-selected="true"] > .ck-w-day { background: var(--ck-accent); color: var(--ck-on-accent); }
.ck-w-calendar-today { align-self: center; padding: 0.4em 0.9em; border: 0; border-radius: var(--ck-radius-control); background: none; color: var(--ck-link); font: inherit; font-weight: 500; cursor: pointer; }
.ck-w-calendar-today:hover { background: var(--ck-surface-hover); }
@media (pointer: coarse) { .ck-w-day { width: 42px; height: 42px; } .ck-w-option { padding-block: 0.75em; } }
@media (forced-colors: active) {
  .ck-w-option.ck-w-active, [aria-selected="true"] > .ck-w-day { forced-color-adjust: none; background: Highlight; color: HighlightText; }
}
`;
