/** An image that the assistant makes. */

import { html, type TemplateResult } from "lit";
import type { GeneratedImageItem } from "../protocol/types";
import type { ChatContext } from "./part";
import "./picture";

export function generatedImage(
  item: GeneratedImageItem,
  context: ChatContext,
  imageDomains: readonly string[],
): TemplateResult {
  const { t } = context;
  const url = item.image?.url;
  if (!url) {
    return html`<div class="fallback" role="status">
      <span class="spinner"></span><span>${t("message.imagePending")}</span>
    </div>`;
  }
  return html`<figure class="generated-image">
    <chatkit-picture
      .src=${url}
      .alt=${t("message.image")}
      .imageDomains=${imageDomains}
    ></chatkit-picture>
  </figure>`;
}
