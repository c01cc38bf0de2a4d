/** Where the visitor writes. */

import type { ComposerOption, OpenAIChatKit, ToolOption } from "@openai/chatkit";
import { html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import { icon } from "../icons";
import type { Conversation } from "../state/conversation";
import { contentOf, draftOf, emptyDraft, isEmptyDraft, tagStart, type Draft } from "../state/draft";
import { isSendable, toContent, type OutgoingMessage } from "../state/message";
import {
  attachmentList,
  attachButton,
  tagMirror,
  toolButton,
  modelPicker,
  quoteBar,
} from "./composer-parts";
import { ChatPart, definePart, type ChatContext } from "./part";
import type { Uploads } from "./uploads";

export type ComposerValue = Parameters<OpenAIChatKit["setComposerValue"]>[0];

/** The most lines the field grows to before it scrolls. */
const MAX_LINES = 10;

export class Composer extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) conversation!: Conversation;
  @property({ attribute: false }) revision = 0;
  @property({ attribute: false }) uploads!: Uploads;
  @property({ attribute: false }) onToolChange!: (toolId: string | null) => void;
  @state() private draft: Draft = emptyDraft;
  @state() private toolId: string | null = null;
  @state() private modelId: string | null = null;
  @state() private problem: string | null = null;
  @query("textarea") private field!: HTMLTextAreaElement;
  private fittedPlaceholder = "";
  /** A message that came back unsent; trying it again must not leave it here as well. */
  private returned: OutgoingMessage | null = null;

  override focus(): void {
    this.field?.focus();
  }

  /** Replaces what is given of the draft; the rest stays. */
  async setValue(value: ComposerValue): Promise<void> {
    const content = value.content ?? (value.text === undefined ? undefined : value.text);
    if (content !== undefined) this.draft = { ...this.draft, ...draftOf(toContent(content)) };
    if (value.reply !== undefined) this.draft = { ...this.draft, quote: value.reply };
    if (value.attachments !== undefined) this.uploads.replace(value.attachments);
    if (value.selectedToolId !== undefined) this.selectTool(value.selectedToolId);
    if (value.selectedModelId !== undefined) this.modelId = value.selectedModelId;
    if (value.files !== undefined) await this.addFiles(value.files);
    await this.updateComplete;
  }

  /** Puts an unsent message back, unless something else was begun since. */
  restore(message: OutgoingMessage): void {
    if (!isEmptyDraft(this.currentDraft())) return;
    this.draft = { ...draftOf(message.content), quote: message.quotedText, uploads: [] };
    this.uploads.replace(message.attachments);
    this.returned = message;
  }

  /** The unsent message is being tried again elsewhere. */
  takeReturned(): void {
    const { returned } = this;
    if (returned && this.draft.text.trim() === draftOf(returned.content).text.trim()) this.clear();
    this.returned = null;
  }

  protected override render() {
    const { context, conversation } = this;
    const { t, options } = context;
    const status = conversation.state.thread?.status ?? { type: "active" as const };
    if (status.type === "closed") {
      return html`<div class="closed-banner" role="status">
        ${icon("lock")}<span>${status.reason || t("thread.closed")}</span>
      </div>`;
    }
    const composer = options.composer ?? {};
    const disabled = status.type === "locked" || conversation.loadFailed;
    const tool = this.selectedTool();
    const placeholder =
      status.type === "locked"
        ? status.reason || t("thread.locked")
        : (tool?.placeholderOverride ?? composer.placeholder ?? t("composer.placeholder"));
    return html`<form class="composer" ?data-disabled=${disabled} @submit=${this.submit}>
      ${
        this.draft.quote === ""
          ? nothing
          : quoteBar(this.draft.quote, t, () => (this.draft = { ...this.draft, quote: "" }))
      }
      ${attachmentList(this.uploads.list, context, (key) => this.uploads.remove(key))}
      ${
        this.problem === null
          ? nothing
          : html`<div class="composer-problem" role="alert">${this.problem}</div>`
      }
      <div class="composer-row">
        ${
          composer.attachments?.enabled
            ? attachButton(composer.attachments, t, disabled, (files) => void this.addFiles(files))
            : nothing
        }
        <div class="composer-field">
          ${tagMirror(this.draft)}
          <textarea
            rows="1"
            dir=${this.draft.text === "" ? context.dir : "auto"}
            enterkeyhint="send"
            aria-label=${t("composer.label")}
            placeholder=${placeholder}
            ?disabled=${disabled}
            .value=${this.draft.text}
            @input=${this.onInput}
            @keydown=${this.onKeydown}
            @scroll=${this.onScroll}
          ></textarea>
        </div>
        ${this.sendButton(disabled)}
      </div>
      ${this.options(composer, disabled)}
    </form>`;
  }

  private options(composer: ComposerOption, disabled: boolean) {
    const { tools = [], models = [] } = composer;
    if (tools.length === 0 && models.length === 0) return nothing;
    const { t } = this.context;
    return html`<div class="composer-options">
      <div class="composer-tools" role="group" aria-label=${t("composer.tools")}>
        ${tools.map((tool) =>
          toolButton(tool, tool.id === this.toolId, disabled, () =>
            this.selectTool(tool.id === this.toolId ? null : tool.id),
          ),
        )}
      </div>
      ${
        models.length === 0
          ? nothing
          : modelPicker(models, this.selectedModel(), t, disabled, (id) => (this.modelId = id))
      }
    </div>`;
  }

  private sendButton(disabled: boolean) {
    const { conversation, context } = this;
    const { t, actions } = context;
    const canStop = conversation.phase === "responding" && conversation.state.allowCancel;
    const label = t(canStop ? "composer.stop" : "composer.send");
    return html`<button
      type="button"
      class="send-button"
      data-state=${canStop ? "stop" : "send"}
      aria-label=${label}
      title=${label}
      ?disabled=${!canStop && (disabled || !this.canSend())}
      @click=${() => {
        if (canStop) actions.stop();
        else this.send();
        this.focus();
      }}
    >
      ${icon(canStop ? "stop" : "send")}
    </button>`;
  }

  protected override updated(changes: PropertyValues): void {
    const { placeholder = "" } = this.field ?? {};
    const reworded = placeholder !== this.fittedPlaceholder;
    this.fittedPlaceholder = placeholder;
    if (reworded || changes.has("draft") || changes.has("context")) this.fit();
  }

  /** Grows the field with its text, through CSSOM as a strict policy demands. */
  private fit(): void {
    const { field } = this;
    if (!field) return;
    field.style.height = "auto";
    const line = Number.parseFloat(getComputedStyle(field).lineHeight) || 24;
    const most = line * MAX_LINES + (field.offsetHeight - field.clientHeight);
    field.style.height = `${Math.min(field.scrollHeight, most)}px`;
    field.classList.toggle("scrolls", field.scrollHeight > most);
    this.onScroll();
  }

  private readonly onScroll = (): void => {
    const mirror = this.renderRoot.querySelector(".composer-mirror");
    if (mirror && this.field) mirror.scrollTop = this.field.scrollTop;
  };

  private readonly onInput = (): void => {
    this.draft = { ...this.draft, text: this.field.value };
    this.problem = null;
  };

  private readonly onKeydown = (event: KeyboardEvent): void => {
    // 229: the key that ends a composition, as Safari reports it.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Backspace") this.removeTagBefore(event);
  };

  /** A tag is one thing: deleting its last letter deletes it. */
  private removeTagBefore(event: KeyboardEvent): void {
    const { selectionStart, selectionEnd } = this.field;
    if (selectionStart !== selectionEnd) return;
    const start = tagStart(this.draft, selectionStart);
    if (start === null) return;
    event.preventDefault();
    this.field.setRangeText("", start, selectionStart, "end");
    this.onInput();
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.send();
  };

  private send(): void {
    if (!this.canSend()) return;
    const message = this.message();
    this.clear();
    this.context.actions.send(message);
    if (!this.selectedTool()?.persistent) this.selectTool(null);
  }

  private canSend(): boolean {
    return !this.conversation.busy && !this.uploads.pending && isSendable(this.message());
  }

  private message(): OutgoingMessage {
    const model = this.selectedModel();
    const tool = this.selectedTool();
    return {
      content: contentOf(this.draft),
      attachments: this.uploads.attachments,
      quotedText: this.draft.quote,
      inferenceOptions: {
        ...(tool === undefined ? {} : { tool_choice: { id: tool.id } }),
        ...(model === null ? {} : { model }),
      },
    };
  }

  private clear(): void {
    this.draft = emptyDraft;
    this.uploads.replace([]);
    this.returned = null;
    this.problem = null;
  }

  private currentDraft(): Draft {
    return { ...this.draft, uploads: this.uploads.list };
  }

  private async addFiles(files: readonly File[]): Promise<void> {
    this.problem = null;
    this.problem = await this.uploads.add(files, this.context);
  }

  private selectTool(id: string | null): void {
    if (id === this.toolId) return;
    this.toolId = id;
    this.onToolChange(id);
  }

  private selectedTool(): ToolOption | undefined {
    return this.context.options.composer?.tools?.find((tool) => tool.id === this.toolId);
  }

  private selectedModel(): string | null {
    const models = this.context.options.composer?.models ?? [];
    const isOffered = models.some((model) => model.id === this.modelId && !model.disabled);
    return isOffered ? this.modelId : (models.find((model) => model.default)?.id ?? null);
  }
}

definePart("chatkit-composer", Composer);
