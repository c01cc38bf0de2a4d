/** What the user said: plain text, never Markdown. */

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons";
import type { TagContent, UserMessageItem, WireAttachment } from "../protocol/types";
import { entityOf } from "../state/message";
import { entityButton, entityIcons } from "./entity-preview";
import type { ChatContext } from "./part";
import "./picture";

export function userMessage(
  item: UserMessageItem,
  context: ChatContext,
  imageDomains: readonly string[],
): TemplateResult {
  const { t } = context;
  // Apart from the template: white space counts in here, and the template's is not the user's.
  const text = item.content.map((part) =>
    part.type === "input_tag" ? entityButton(entityOf(part), tagWords(part), context) : part.text,
  );
  const { attachments = [] } = item;
  const pictures = attachments.filter((entry) => entry.type === "image" && entry.preview_url);
  const list = (entries: readonly WireAttachment[]) =>
    entries.length === 0
      ? nothing
      : html`<ul
          class="attachments"
          aria-label=${t("composer.attachments")}
          ?data-several=${entries.length > 1}
        >
          ${entries.map((entry) => attachment(entry, context, imageDomains))}
        </ul>`;
  return html`<article class="message user-message">
    <h3 class="sr-only">${t("thread.you")}</h3>
    ${list(pictures)}${list(attachments.filter((entry) => !pictures.includes(entry)))}
    ${
      item.quoted_text
        ? html`<blockquote class="quote" aria-label=${t("message.quoted")}>
            ${icon("reply")}<span dir="auto">${item.quoted_text}</span>
          </blockquote>`
        : nothing
    }
    ${text.length > 0 ? html`<div class="bubble" dir="auto">${text}</div>` : nothing}
  </article>`;
}

function tagWords({ id, text }: TagContent) {
  const name = entityIcons.get(id);
  return name ? html`${icon(name)}${text}` : text;
}

function attachment(
  entry: WireAttachment,
  context: ChatContext,
  imageDomains: readonly string[],
): TemplateResult {
  const label = context.t("message.attachment", { name: entry.name });
  return entry.type === "image" && entry.preview_url
    ? html`<li>
        <chatkit-picture
          class="attachment-image"
          .context=${context}
          .src=${entry.preview_url}
          .alt=${label}
          .imageDomains=${imageDomains}
          .opens=${true}
        ></chatkit-picture>
      </li>`
    : html`<li class="attachment" title=${entry.name}>
        ${icon("document")}<span class="truncate"><bdi>${entry.name}</bdi></span>
      </li>`;
}
