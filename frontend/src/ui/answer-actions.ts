/** The buttons under an answer: copy, thumbs, try again. */

import { html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { icon } from "../icons";
import { toError } from "../protocol/errors";
import type { Conversation } from "../state/conversation";
import { ChatPart, definePart, type ChatContext } from "./part";
import type { AnswerEnd } from "./turns";

/** How long a button's outcome is shown, in ms. */
const SHOWN_FOR = 3000;

export class AnswerActions extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) conversation!: Conversation;
  @property({ attribute: false }) end!: AnswerEnd;
  /** The last answer shows its buttons; earlier ones show them under the pointer or focus. */
  @property({ attribute: false }) last = false;
  @property({ attribute: false }) status = "active";
  @state() private copied = false;
  /** What went wrong with a button, for a moment. */
  @state() private problem = "";
  @state() private rating: "positive" | "negative" | null = null;

  protected override render() {
    const { t, options, locale } = this.context;
    // A locked or closed thread takes nothing, not even an opinion.
    const offered = this.status === "active" ? options.threadItemActions : undefined;
    const { feedback = false, retry = false } = offered ?? {};
    const { messageId, createdAt, text } = this.end;
    const moment = new Date(createdAt);
    return html`<div
      class="answer-actions"
      role="group"
      aria-label=${t("message.actions")}
      ?data-last=${this.last}
    >
      ${
        text === ""
          ? nothing
          : this.button(
              this.copied ? "check" : "copy",
              t(this.copied ? "message.copied" : "message.copy"),
              () => this.copy(),
            )
      }
      ${feedback ? [this.thumb("positive"), this.thumb("negative")] : nothing}
      ${
        retry && messageId !== null
          ? this.button("retry", t("message.retry"), () => this.retry(messageId))
          : nothing
      }
      ${
        Number.isNaN(moment.getTime())
          ? nothing
          : html`<time datetime=${moment.toISOString()} title=${moment.toLocaleString(locale)}
              >${moment.toLocaleTimeString(locale, { hour: "numeric", minute: "2-digit" })}</time
            >`
      }
      <span class="answer-problem" role="status">${this.problem}</span>
    </div>`;
  }

  private button(name: string, label: string, onClick: () => void, pressed?: boolean) {
    return html`<button
      type="button"
      class="icon-button small"
      title=${label}
      aria-label=${label}
      aria-pressed=${pressed ?? nothing}
      @click=${onClick}
    >
      ${icon(name)}
    </button>`;
  }

  private thumb(kind: "positive" | "negative") {
    const pressed = this.rating === kind;
    const name = kind === "positive" ? "thumbs-up" : "thumbs-down";
    const label = this.context.t(kind === "positive" ? "message.good" : "message.bad");
    return this.button(
      pressed ? `${name}-filled` : name,
      label,
      () => void this.rate(kind),
      pressed,
    );
  }

  private copy(): void {
    const { t, actions } = this.context;
    copyToClipboard(this.end.text).then(
      () => {
        this.copied = true;
        actions.announce(t("message.copied"));
        setTimeout(() => (this.copied = false), SHOWN_FOR);
      },
      () => this.complain(t("message.copyFailed")),
    );
  }

  private async rate(kind: "positive" | "negative"): Promise<void> {
    if (this.rating === kind) return;
    const before = this.rating;
    this.rating = kind;
    const { actions, t } = this.context;
    try {
      await actions.feedback(this.end.itemIds, kind);
      actions.announce(t("message.thanks"));
    } catch (error) {
      this.rating = before;
      this.complain(t("error.feedback"));
      actions.fail(toError(error));
    }
  }

  private complain(problem: string): void {
    this.problem = problem;
    setTimeout(() => (this.problem = ""), SHOWN_FOR);
  }

  private retry(messageId: string): void {
    // A failure is shown in the thread.
    this.conversation.retry(messageId).catch(() => undefined);
  }
}

/** The clipboard API needs a secure page; a selection works everywhere else. */
async function copyToClipboard(text: string): Promise<void> {
  if (window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "sr-only";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (!copied) throw new Error("The browser refused to copy.");
}

definePart("chatkit-answer-actions", AnswerActions);
