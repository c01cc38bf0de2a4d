/** The pieces around the text field of the composer. */

import type { ComposerOption, ModelOption, ToolOption } from "@openai/chatkit";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons";
import { acceptAttribute } from "../state/attachment-limits";
import { tagMarker, type Draft, type Upload } from "../state/draft";
import type { ChatContext, Translate } from "./part";

export function quoteBar(quote: string, t: Translate, onRemove: () => void): TemplateResult {
  return html`<div class="composer-quote">
    ${icon("reply")}
    <span class="sr-only">${t("composer.quoting")}</span>
    <span class="composer-quote-text">${quote}</span>
    ${removeButton(t("composer.removeQuote"), onRemove)}
  </div>`;
}

export function attachmentList(
  uploads: readonly Upload[],
  { t }: ChatContext,
  onRemove: (key: number) => void,
): TemplateResult | typeof nothing {
  if (uploads.length === 0) return nothing;
  return html`<ul class="attachments" aria-label=${t("composer.attachments")}>
    ${uploads.map(
      (upload) =>
        html`<li class="attachment" title=${upload.name}>
          ${
            upload.attachment === null
              ? html`<span
                  class="spinner"
                  role="img"
                  aria-label=${t("composer.uploading", { name: upload.name })}
                ></span>`
              : icon("document")
          }
          <span class="truncate">${upload.name}</span>
          ${removeButton(t("composer.removeAttachment", { name: upload.name }), () =>
            onRemove(upload.key),
          )}
        </li>`,
    )}
  </ul>`;
}

export function attachButton(
  option: NonNullable<ComposerOption["attachments"]>,
  t: Translate,
  disabled: boolean,
  onFiles: (files: File[]) => void,
): TemplateResult {
  return html`<label class="icon-button attach-button" title=${t("composer.attach")}>
    <input
      class="sr-only"
      type="file"
      multiple
      aria-label=${t("composer.attach")}
      accept=${acceptAttribute(option) || nothing}
      ?disabled=${disabled}
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        onFiles([...(input.files ?? [])]);
        input.value = "";
      }}
    />
    ${icon("plus")}
  </label>`;
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

export function toolButton(
  tool: ToolOption,
  selected: boolean,
  disabled: boolean,
  onClick: () => void,
): TemplateResult {
  return html`<button
    type="button"
    class="chip"
    aria-pressed=${selected}
    ?disabled=${disabled}
    @click=${onClick}
  >
    ${icon(tool.icon)}<span>${selected ? (tool.shortLabel ?? tool.label) : tool.label}</span>
  </button>`;
}

export function modelPicker(
  models: readonly ModelOption[],
  selected: string | null,
  t: Translate,
  disabled: boolean,
  onChange: (id: string) => void,
): TemplateResult {
  return html`<span class="model-picker">
    <select
      aria-label=${t("composer.model")}
      ?disabled=${disabled}
      @change=${(event: Event) => onChange((event.target as HTMLSelectElement).value)}
    >
      ${models.map(
        (model) =>
          html`<option
            value=${model.id}
            title=${model.description ?? nothing}
            ?disabled=${model.disabled ?? false}
            ?selected=${model.id === selected}
          >
            ${model.label}
          </option>`,
      )}
    </select>
    ${icon("chevron-down")}
  </span>`;
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
