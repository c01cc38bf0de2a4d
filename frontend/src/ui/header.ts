/** The bar on top: title, the page's own actions, new chat, history. */

import type { HeaderOption } from "@openai/chatkit";
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons";
import type { Conversation } from "../state/conversation";
import type { ChatContext, Translate } from "./part";

export function chatHeader(context: ChatContext, conversation: Conversation): TemplateResult {
  const { options, t, actions } = context;
  const header = options.header ?? {};
  const isNew = conversation.threadId === null && conversation.state.items.length === 0;
  const historyOn = options.history?.enabled ?? true;
  const titleOn = header.title?.enabled ?? true;
  const title = header.title?.text ?? conversation.state.thread?.title ?? "";
  return html`<header class="header">
    ${action(header.leftAction, t)}
    <div class="header-title">
      ${titleOn && title !== "" ? html`<h2 class="truncate" dir="auto" title=${title}>${title}</h2>` : nothing}
    </div>
    ${
      isNew
        ? nothing
        : iconButton("compose", t("header.newChat"), () => actions.newChat(), "new-chat")
    }
    ${
      historyOn
        ? iconButton("history", t("header.history"), () => actions.openHistory(), "open-history")
        : nothing
    }
    ${action(header.rightAction, t)}
  </header>`;
}

/** The option has no label: what the icon is called says more than "Action". */
function action(option: HeaderOption["leftAction"], t: Translate) {
  if (!option) return nothing;
  const words = option.icon.replace(/^\w+:/, "").replace(/-/g, " ");
  const label =
    option.icon === "close" ? t("header.close") : words.charAt(0).toUpperCase() + words.slice(1);
  const language = option.icon === "close" ? "" : "en";
  return iconButton(option.icon, label, () => option.onClick(), "header-action", language);
}

/** @param language of the label, where it is not the element's. */
export function iconButton(
  name: string,
  label: string,
  onClick: () => void,
  id = "",
  language = "",
) {
  return html`<button
    type="button"
    class="icon-button"
    data-action=${id || nothing}
    title=${label}
    aria-label=${label}
    lang=${language || nothing}
    @click=${onClick}
  >
    ${icon(name)}
  </button>`;
}
