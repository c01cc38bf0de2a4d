/** One item of a thread. It is drawn again only when something about it changed. */

import { html, nothing } from "lit";
import { property } from "lit/decorators.js";
import type { ThreadItem } from "../protocol/types";
import type { Conversation } from "../state/conversation";
import { assistantMessage } from "./assistant-message";
import { generatedImage } from "./generated-image";
import { ChatPart, definePart, type ChatContext } from "./part";
import "./structured-input";
import { taskView } from "./task";
import { userMessage } from "./user-message";
import "./widget-item";
import "./workflow";

export class ThreadItemView extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) conversation!: Conversation;
  @property({ attribute: false }) item!: ThreadItem;
  @property({ attribute: false }) streaming = false;
  /** Whether the conversation waits here for the visitor. */
  @property({ attribute: false }) open = false;
  @property({ attribute: false }) imageDomains: readonly string[] = [];

  protected override render() {
    const { context, item, streaming, imageDomains } = this;
    switch (item.type) {
      case "user_message":
        return userMessage(item, context, imageDomains);
      case "assistant_message":
        return assistantMessage(item, context, streaming, imageDomains);
      case "workflow":
        return html`<chatkit-workflow
          .context=${context}
          .item=${item}
          .streaming=${streaming}
        ></chatkit-workflow>`;
      case "task":
        return taskView(item.task, context);
      case "widget":
        return html`<chatkit-widget
          .context=${context}
          .conversation=${this.conversation}
          .item=${item}
          .imageDomains=${imageDomains}
        ></chatkit-widget>`;
      case "generated_image":
        return generatedImage(item, context, imageDomains);
      case "structured_input":
        return html`<chatkit-structured-input
          .context=${context}
          .conversation=${this.conversation}
          .item=${item}
          .open=${this.open}
        ></chatkit-structured-input>`;
      default:
        return nothing;
    }
  }
}

definePart("chatkit-item", ThreadItemView);
