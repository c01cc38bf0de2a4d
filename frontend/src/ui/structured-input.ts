/** Questions of the assistant, as a form while they are open and as answers afterwards. */

import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { icon } from "../icons";
import type { StructuredInput, StructuredInputItem } from "../protocol/types";
import type { Conversation } from "../state/conversation";
import { ChatPart, definePart, type ChatContext } from "./part";

export class StructuredInputView extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) conversation!: Conversation;
  @property({ attribute: false }) item!: StructuredInputItem;
  /** Whether answers are taken now; a conversation that went on has no use for them. */
  @property({ attribute: false }) open = false;
  @state() private answered = false;

  protected override render() {
    const { item, open, context } = this;
    const pending = item.status === "pending";
    const questions = item.inputs.map((input, index) =>
      this.question(input, index, pending && open),
    );
    if (!pending || !open) return html`<div class="questions">${questions}</div>`;
    const { t } = context;
    return html`<form class="questions" @input=${this.onInput} @submit=${this.onSubmit}>
      ${questions}
      <div class="question-buttons">
        <button type="button" class="button" @click=${() => this.send("skipped", {})}>
          ${t("action.skip")}
        </button>
        <button type="submit" class="button primary" ?disabled=${!this.answered}>
          ${t("action.submit")}
        </button>
      </div>
    </form>`;
  }

  private question(input: StructuredInput, index: number, open: boolean): TemplateResult {
    const { t } = this.context;
    const { inputs } = this.item;
    const values = input.answer?.values ?? [];
    const text = html`${
        inputs.length > 1
          ? html`<span class="question-number">
              ${t("input.question", { n: index + 1, total: inputs.length })}
            </span>`
          : nothing
      }<span class="question-text" dir="auto">${input.question}</span>`;
    if (open) {
      return html`<fieldset class="question">
        <legend>${text}</legend>
        ${input.description ? html`<p class="question-hint">${input.description}</p>` : nothing}
        ${input.type === "freeform" ? this.freeform(input) : this.choices(input)}
      </fieldset>`;
    }
    return html`<div class="question">
      <p>${text}</p>
      ${
        this.item.status === "pending"
          ? html`<p class="question-hint">
              ${(input.options ?? []).map(({ value }) => value).join(" · ")}
            </p>`
          : html`<p class="question-answer" dir="auto">
              ${icon(values.length > 0 ? "check" : "dot")}
              <span>${values.length > 0 ? values.join(", ") : t("input.skipped")}</span>
            </p>`
      }
    </div>`;
  }

  private choices(input: StructuredInput): TemplateResult {
    const { t } = this.context;
    return html`<div class="question-options">
        ${(input.options ?? []).map(
          ({ value }) =>
            html`<label class="choice">
              <input
                type=${input.multiple ? "checkbox" : "radio"}
                name=${input.id}
                value=${value}
              />
              <span>${value}</span>
            </label>`,
        )}
      </div>
      <input
        class="question-field"
        name=${input.id}
        autocomplete="off"
        placeholder=${t("input.other")}
        aria-label=${t("input.other")}
      />`;
  }

  private freeform(input: StructuredInput): TemplateResult {
    const { t } = this.context;
    return html`<textarea
      class="question-field"
      name=${input.id}
      rows="2"
      placeholder=${t("input.answer")}
      aria-label=${t("input.answer")}
    ></textarea>`;
  }

  private readonly onInput = (event: Event): void => {
    const form = event.currentTarget as HTMLFormElement;
    const target = event.target as HTMLInputElement;
    // One answer only: writing one's own puts the suggestion back, and the other way round.
    const input = this.item.inputs.find(({ id }) => id === target.name);
    if (input?.type === "multiple_choice" && !input.multiple) {
      const fields = [...form.elements].filter(
        (field): field is HTMLInputElement =>
          field instanceof HTMLInputElement && field.name === input.id,
      );
      for (const field of fields) {
        if (field === target || field.type === target.type) continue;
        if (field.type === "radio") field.checked = false;
        else field.value = "";
      }
    }
    this.answered = this.item.inputs.some(({ id }) => answersOf(form, id).length > 0);
  };

  private readonly onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const answers = this.item.inputs.map(({ id }) => {
      const values = answersOf(form, id);
      return [id, { values, skipped: values.length === 0 }] as const;
    });
    this.send("answered", Object.fromEntries(answers));
  };

  private send(
    status: "answered" | "skipped",
    answers: Record<string, { values: string[]; skipped: boolean }>,
  ): void {
    // A failure is shown in the conversation, and the form is still there.
    this.conversation.answerInput(this.item.id, { status, answers }).catch(() => undefined);
  }
}

function answersOf(form: HTMLFormElement, name: string): string[] {
  const values = new FormData(form).getAll(name);
  return values.filter(
    (value): value is string => typeof value === "string" && value.trim() !== "",
  );
}

definePart("chatkit-structured-input", StructuredInputView);
