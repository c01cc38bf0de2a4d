/** An image that the assistant makes: its place first, then what there is of it, then all of it. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons";
import type { GeneratedImageItem } from "../protocol/types";
import type { ChatContext } from "./part";
import "./picture";

/** @param streaming whether more of it is to come. */
export function generatedImage(
  item: GeneratedImageItem,
  context: ChatContext,
  streaming: boolean,
  imageDomains: readonly string[],
): TemplateResult {
  const { t } = context;
  const url = item.image?.url;
  if (!url && !streaming) {
    return html`<div class="fallback">
      ${icon("image")}<span>${t("message.unsupported")}</span>
    </div>`;
  }
  const progress = Math.min(1, Math.max(0, item.progress ?? 0));
  return html`<figure class="generated-image" data-state=${streaming ? "pending" : "done"}>
    ${
      url
        ? html`<chatkit-picture
            .context=${context}
            .src=${url}
            .alt=${t("message.image")}
            .imageDomains=${imageDomains}
            .opens=${true}
          ></chatkit-picture>`
        : html`<span class="image-place"></span>`
    }
    ${
      streaming
        ? html`<figcaption>
            <span class=${url ? "sr-only" : "shimmer"}>${t("message.imagePending")}</span>
            ${
              progress > 0
                ? html`<div
                    class="image-progress"
                    role="progressbar"
                    aria-label=${t("message.imagePending")}
                    aria-valuenow=${Math.round(progress * 100)}
                  >
                    <svg viewBox="0 0 100 1" preserveAspectRatio="none" fill="currentColor">
                      <rect width=${progress * 100} height="1" />
                    </svg>
                  </div>`
                : nothing
            }
          </figcaption>`
        : nothing
    }
  </figure>`;
}
