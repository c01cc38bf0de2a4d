/** All sources of an answer, with what there is to say about each. */

import { html, nothing, type TemplateResult } from "lit";
import type { Source } from "../protocol/types";
import type { ChatContext } from "../ui/part";
import { safeUrl } from "../ui/safe-url";
import { metaLine } from "../ui/source-meta";
import { entityOfSource, sourceMeta } from "../ui/source-details";
import { entityButton } from "./kit";

export function sourceList(sources: readonly Source[], context: ChatContext): TemplateResult {
  return html`<ol class="cited-list" aria-label=${context.t("message.sources")}>
    ${sources.map((source, index) => entry(source, index + 1, context))}
  </ol>`;
}

function entry(source: Source, number: number, context: ChatContext): TemplateResult {
  const meta = sourceMeta(source, context.locale);
  return html`<li class="cited-entry">
    <span class="cited-number" aria-hidden="true">${number}</span>
    <div class="cited-words">
      ${title(source, context)}
      ${meta.length > 0 ? html`<div class="cited-meta">${metaLine(meta)}</div>` : nothing}
      ${
        source.description
          ? html`<p class="cited-description"><bdi>${source.description}</bdi></p>`
          : nothing
      }
    </div>
  </li>`;
}

/** The title, as what can be done with it; without one, where the source is. */
function title(source: Source, context: ChatContext): TemplateResult {
  const entity = entityOfSource(source);
  const words = html`<bdi>${source.title}</bdi>`;
  if (entity) return entityButton(entity, words, context, "cited-title");
  const address = source.type === "url" ? safeUrl(source.url) : null;
  if (address === null) return html`<span class="cited-title">${words}</span>`;
  return html`<a
    class="cited-title"
    href=${address}
    target="_blank"
    rel="noopener noreferrer nofollow"
    >${source.title ? words : address}</a
  >`;
}
