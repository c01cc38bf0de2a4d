/** What the assistant said: Markdown, and the sources it names. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons";
import type { AssistantMessageItem, Source } from "../protocol/types";
import "./markdown-text";
import type { ChatContext } from "./part";
import { safeUrl } from "./safe-url";

export function assistantMessage(
  item: AssistantMessageItem,
  context: ChatContext,
  streaming: boolean,
  imageDomains: readonly string[],
): TemplateResult {
  const sources = item.content.flatMap((part) =>
    (part.annotations ?? []).map((annotation) => annotation.source),
  );
  return html`<article class="message assistant-message">
    <h3 class="sr-only">${context.t("thread.assistant")}</h3>
    ${item.content.map(
      (part) =>
        html`<chatkit-markdown
          .context=${context}
          .text=${part.text}
          .streaming=${streaming}
          .imageDomains=${imageDomains}
        ></chatkit-markdown>`,
    )}
    ${sources.length > 0 ? sourceList(sources, context) : nothing}
  </article>`;
}

/** Sources as quiet chips; the same one is listed once. */
export function sourceList(sources: readonly Source[], context: ChatContext): TemplateResult {
  const unique = [...new Map(sources.map((source) => [sourceKey(source), source])).values()];
  return html`<ul class="sources" aria-label=${context.t("message.sources")}>
    ${unique.map((source) => html`<li>${sourceChip(source)}</li>`)}
  </ul>`;
}

function sourceKey(source: Source): string {
  if (source.type === "url") return source.url;
  return `${source.type}:${source.type === "file" ? source.filename : source.title}`;
}

function sourceChip(source: Source): TemplateResult {
  const address = source.type === "url" ? safeUrl(source.url) : null;
  const label = source.type === "file" ? source.filename : source.title;
  if (address === null) {
    const name = source.type === "entity" ? (source.icon ?? "document") : "document";
    return html`<span class="source">${icon(name)}<span class="truncate">${label}</span></span>`;
  }
  return html`<a class="source" href=${address} target="_blank" rel="noopener noreferrer nofollow"
    >${icon("globe")}<span class="truncate">${source.title || address}</span></a
  >`;
}
