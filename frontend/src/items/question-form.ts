/**
 * Questions of the assistant as a form in the place of the composer.
 *
 * Its fields keep what was entered while the answers are on their way, so that a failure loses
 * nothing: the form is there until the server has taken them.
 */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { StructuredInput, StructuredInputItem } from "../protocol/types";
import type { Conversation } from "../state/conversation";
import { ChatPart, type ChatContext } from "../ui/part";

/** How much of the chat's height the questions take at most. */
const ROOM = 0.5;

type Answers = Record<string, { values: string[]; skipped: boolean }>;

export class QuestionForm extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) conversation!: Conversation;
  @property({ attribute: false }) item!: StructuredInputItem;
  /** Counts renders the element asks for: a conversation changes in place. */
  @property({ attribute: false }) revision = 0;
  /** Whether the visitor sent it without any answer. */
  @state() private isRefused = false;
  @query("form") private form!: HTMLFormElement;
  private dock: Element | null = null;
  /** Long questions scroll by themselves, and leave room for what was said before. */
  private readonly room = new ResizeObserver(([root]) => {
    const height = root?.contentRect.height ?? 0;
    this.style.setProperty("--ck-room", `${Math.round(height * ROOM)}px`);
  });
  private shown: string | null = null;
  private wasUsed = false;

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has("item") && changes.get("item")?.id !== this.item.id) this.isRefused = false;
  }

  protected override render() {
    const { item, context, conversation } = this;
    const { t } = context;
    return html`<form
      class="question-form"
      novalidate
      aria-label=${item.inputs[0]?.question ?? nothing}
      @input=${this.onInput}
      @keydown=${this.onKeydown}
      @submit=${this.onSubmit}
    >
      <fieldset class="question-fields" ?disabled=${conversation.busy}>
        <div class="question-scroller">
          ${item.inputs.map((input, index) => this.question(input, index))}
        </div>
        ${
          this.isRefused
            ? html`<p id="ck-question-problem" class="question-problem" role="alert">
                ${t("input.required")}
              </p>`
            : nothing
        }
        <div class="question-buttons">
          <button type="button" class="button" @click=${this.skip}>${t("action.skip")}</button>
          <button type="submit" class="button primary">
            ${conversation.busy ? html`<span class="spinner"></span>` : nothing}
            <span>${t("action.submit")}</span>
          </button>
        </div>
      </fieldset>
    </form>`;
  }

  private question(input: StructuredInput, index: number): TemplateResult {
    const { t } = this.context;
    const { inputs } = this.item;
    const hint = `ck-question-hint-${index}`;
    return html`<fieldset
      class="question"
      aria-describedby=${input.description ? hint : nothing}
      role=${input.type === "multiple_choice" && !input.multiple ? "radiogroup" : nothing}
    >
      <legend>
        ${
          inputs.length > 1
            ? html`<span class="question-number">
                ${t("input.question", { n: index + 1, total: inputs.length })}
              </span>`
            : nothing
        }
        <span class="question-text"><bdi>${input.question}</bdi></span>
      </legend>
      ${
        input.description
          ? html`<p id=${hint} class="question-hint"><bdi>${input.description}</bdi></p>`
          : nothing
      }
      ${input.type === "freeform" ? this.freeform(input) : this.choices(input)}
    </fieldset>`;
  }

  private choices(input: StructuredInput): TemplateResult {
    const { t, dir } = this.context;
    const type = input.multiple ? "checkbox" : "radio";
    return html`<div class="question-options">
      ${(input.options ?? []).map(
        ({ value }) =>
          html`<label class="choice">
            <input type=${type} name=${input.id} value=${value} />
            <span class="choice-mark"></span>
            <span class="choice-words"><bdi>${value}</bdi></span>
          </label>`,
      )}
      <input
        class="question-field"
        name=${input.id}
        autocomplete="off"
        dir=${dir}
        placeholder=${t("input.other")}
        aria-label=${t("input.other")}
        aria-invalid=${this.isRefused}
        aria-describedby=${this.isRefused ? "ck-question-problem" : nothing}
      />
    </div>`;
  }

  private freeform(input: StructuredInput): TemplateResult {
    const { t, dir } = this.context;
    return html`<textarea
      class="question-field"
      name=${input.id}
      rows="2"
      dir=${dir}
      placeholder=${t("input.answer")}
      aria-label=${t("input.answer")}
      aria-invalid=${this.isRefused}
      aria-describedby=${this.isRefused ? "ck-question-problem" : nothing}
    ></textarea>`;
  }

  protected override updated(): void {
    const { item, form } = this;
    if (this.shown === item.id) return;
    const isNext = this.shown !== null;
    this.shown = item.id;
    if (isNext) form.reset();
    // Who was writing goes on here: the composer is about to leave the screen.
    const focused = (this.getRootNode() as ShadowRoot).activeElement;
    if (isNext || focused?.closest("chatkit-composer")) this.firstField()?.focus();
  }

  override focus(): void {
    void this.updateComplete.then(() => this.firstField()?.focus());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.dock = this.parentElement;
    const root = this.closest(".root");
    if (root) this.room.observe(root);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.room.disconnect();
    // Who answered goes on writing where they answered.
    if (this.wasUsed) this.dock?.querySelector<HTMLElement>("chatkit-composer")?.focus();
    this.wasUsed = false;
  }

  private firstField(): HTMLElement | null {
    return this.form.querySelector<HTMLElement>(".question :is(input, textarea)");
  }

  private readonly onInput = (event: Event): void => {
    this.isRefused = false;
    const target = event.target as HTMLInputElement;
    if (target.matches(".question-field")) {
      // An empty field shows its hint, which is in the language of the chat.
      target.dir = target.value === "" ? this.context.dir : "auto";
    }
    // One answer only: writing one's own puts the suggestion back, and the other way round.
    const input = this.item.inputs.find(({ id }) => id === target.name);
    if (input?.type !== "multiple_choice" || input.multiple) return;
    for (const field of this.form.querySelectorAll<HTMLInputElement>("input")) {
      if (field.name !== input.id || field === target || field.type === target.type) continue;
      if (field.type === "radio") field.checked = false;
      else field.value = "";
    }
  };

  /** Enter sends, as in the composer, where there is one field; anywhere, with Ctrl or Command. */
  private readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.isComposing || event.keyCode === 229 || event.shiftKey) return;
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    const { inputs } = this.item;
    if (inputs.length > 1 && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.form.requestSubmit();
  };

  private readonly onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const answers = this.answers();
    this.isRefused = Object.values(answers).every(({ skipped }) => skipped);
    if (this.isRefused) this.firstField()?.focus();
    else this.send("answered", answers);
  };

  private readonly skip = (): void => this.send("skipped", {});

  private answers(): Answers {
    const data = new FormData(this.form);
    return Object.fromEntries(
      this.item.inputs.map(({ id }) => {
        const values = data
          .getAll(id)
          .filter((value): value is string => typeof value === "string" && value.trim() !== "");
        return [id, { values, skipped: values.length === 0 }];
      }),
    );
  }

  private send(status: "answered" | "skipped", answers: Answers): void {
    this.wasUsed = true;
    // A failure is shown in the conversation, and the form is still there.
    this.conversation.answerInput(this.item.id, { status, answers }).catch(() => undefined);
  }
}
