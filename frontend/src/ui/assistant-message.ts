/** What the assistant said: Markdown, and the sources it names. */

import { html, nothing, type TemplateResult } from "lit";
import type { AssistantMessageItem } from "../protocol/types";
import "./markdown-text";
import type { ChatContext } from "./part";
import { citedSources } from "./sources";

export function assistantMessage(
  item: AssistantMessageItem,
  context: ChatContext,
  streaming: boolean,
  imageDomains: readonly string[],
): TemplateResult {
  const { sources, citations } = citedSources(item.content);
  return html`<article class="message assistant-message">
    <h3 class="sr-only">${context.t("thread.assistant")}</h3>
    ${item.content.map(
      (part, index) =>
        html`<chatkit-markdown
          .context=${context}
          .text=${part.text ?? ""}
          .streaming=${streaming}
          .imageDomains=${imageDomains}
          .citations=${citations[index] ?? []}
        ></chatkit-markdown>`,
    )}
    ${
      sources.length > 0 && !streaming
        ? html`<chatkit-sources .context=${context} .sources=${sources}></chatkit-sources>`
        : nothing
    }
  </article>`;
}
