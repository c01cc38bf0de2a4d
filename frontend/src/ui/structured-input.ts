/** Questions of the assistant as they stand in the thread: answered, skipped or left open. */

import { html, type TemplateResult } from "lit";
import { icon } from "../icons";
import type { StructuredInput, StructuredInputItem } from "../protocol/types";
import type { ChatContext } from "./part";

export function structuredInput(item: StructuredInputItem, context: ChatContext): TemplateResult {
  return html`<dl class="questions" data-status=${item.status}>
    ${item.inputs.map((input) => question(input, item.status === "pending", context))}
  </dl>`;
}

function question(input: StructuredInput, isOpen: boolean, { t }: ChatContext): TemplateResult {
  const values = input.answer?.values ?? [];
  const options = (input.options ?? []).map(({ value }) => value);
  return html`<div class="question">
    <dt class="question-text"><bdi>${input.question}</bdi></dt>
    ${
      isOpen
        ? html`<dd class="question-hint">${listed(options)}</dd>`
        : html`<dd class="question-answer" ?data-skipped=${values.length === 0}>
            ${icon(values.length > 0 ? "check" : "dot")}
            <span>${values.length > 0 ? listed(values) : t("input.skipped")}</span>
          </dd>`
    }
  </div>`;
}

function listed(values: readonly string[]): TemplateResult[] {
  return values.map((value, index) => html`${index > 0 ? " · " : ""}<bdi>${value}</bdi>`);
}
