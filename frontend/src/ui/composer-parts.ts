/** The pieces around the text field of the composer. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons";
import { tagMarker, type Draft } from "../state/draft";
import type { Translate } from "./part";

export function quoteBar(quote: string, t: Translate, onRemove: () => void): TemplateResult {
  return html`<div class="composer-quote">
    ${icon("reply")}
    <span class="sr-only">${t("composer.quoting")}</span>
    <span class="composer-quote-text">${quote}</span>
    ${removeButton(t("composer.removeQuote"), onRemove)}
  </div>`;
}

/** What could not be done, line by line. */
export function problemBar(
  problems: readonly string[],
  t: Translate,
  onDismiss: () => void,
): TemplateResult {
  return html`<div class="composer-problem" role="alert">
    <div>${problems.map((problem) => html`<p>${problem}</p>`)}</div>
    ${removeButton(t("action.dismiss"), onDismiss)}
  </div>`;
}

/** The text once more, behind the field, where tags can have a background. */
export function tagMirror(draft: Draft): TemplateResult | typeof nothing {
  if (draft.tags.length === 0) return nothing;
  const parts: (string | TemplateResult)[] = [];
  let rest = draft.text;
  for (const marker of draft.tags.map(tagMarker)) {
    const index = rest.indexOf(marker);
    if (index < 0) continue;
    parts.push(rest.slice(0, index), html`<mark>${marker}</mark>`);
    rest = rest.slice(index + marker.length);
  }
  return html`<div class="composer-mirror" aria-hidden="true">${parts}${rest}</div>`;
}

function removeButton(label: string, onClick: () => void): TemplateResult {
  return html`<button
    type="button"
    class="icon-button tiny"
    aria-label=${label}
    title=${label}
    @click=${onClick}
  >
    ${icon("close")}
  </button>`;
}
