/** The button that writes an `@` into the text. */

import { html } from "lit";
import { property } from "lit/decorators.js";
import { ChatPart, type ChatContext } from "../ui/part";
import { icon, type Writing } from "./kit";

export class MentionButton extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) composer!: Writing;
  @property({ attribute: false }) disabled = false;

  protected override render() {
    const label = this.context.t("composer.mention");
    return html`<button
      type="button"
      class="icon-button composer-button"
      aria-label=${label}
      title=${label}
      ?disabled=${this.disabled}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.composer.insert("@", "")}
    >
      ${icon("mention")}
    </button>`;
  }
}
