/** The pieces around the text field of the composer. */

import { html, type TemplateResult } from "lit";
import { icon } from "../icons";
import type { Translate } from "./part";

export function quoteBar(quote: string, t: Translate, onRemove: () => void): TemplateResult {
  return html`<div class="composer-quote">
    ${icon("reply")}
    <span class="sr-only">${t("composer.quoting")}</span>
    <span class="composer-quote-text"><bdi>${quote}</bdi></span>
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
