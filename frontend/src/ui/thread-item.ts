/** One item of a thread. It is drawn again only when something about it changed. */

import { html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { toError } from "../protocol/errors";
import type { ThreadItem } from "../protocol/types";
import type { Conversation } from "../state/conversation";
import { assistantMessage } from "./assistant-message";
import { generatedImage } from "./generated-image";
import { loadItems } from "./late-items";
import { ChatPart, definePart, type ChatContext } from "./part";
import { structuredInput } from "./structured-input";
import { taskView } from "./task";
import { userMessage } from "./user-message";
import "./widget-item";
import "./workflow";

export class ThreadItemView extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) conversation!: Conversation;
  @property({ attribute: false }) item!: ThreadItem;
  @property({ attribute: false }) streaming = false;
  /** Whether these are the questions that stand in the place of the composer. */
  @property({ attribute: false }) answerable = false;
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
        return generatedImage(item, context, streaming, imageDomains);
      case "structured_input":
        if (item.status === "pending") this.loadForm();
        return this.answerable ? nothing : structuredInput(item, context);
      default:
        return nothing;
    }
  }

  /** The form stands in the place of the composer, and has to be there soon. */
  private loadForm(): void {
    loadItems(this).catch((error: unknown) => this.context.actions.fail(toError(error)));
  }
}

definePart("chatkit-item", ThreadItemView);
