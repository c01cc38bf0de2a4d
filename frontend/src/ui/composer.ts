/** Where the visitor writes. */

import type { OpenAIChatKit, ToolOption } from "@openai/chatkit";
import { html, nothing, type PropertyValues } from "lit";
import { property, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { icon } from "../icons";
import { IntegrationError, toError } from "../protocol/errors";
import type { Conversation } from "../state/conversation";
import {
  contentOf,
  draftOf,
  emptyDraft,
  keepTags,
  type Draft,
  type TaggedText,
} from "../state/draft";
import { isSendable, toContent, type OutgoingMessage } from "../state/message";
import { problemBar, quoteBar } from "./composer-parts";
import { DraftKeeper } from "./draft-keeper";
import { loadComposer, loadSuggestions } from "./late-composer";
import { ChatPart, definePart, type ChatContext } from "./part";
import type { Uploads } from "./uploads";

export type ComposerValue = Parameters<OpenAIChatKit["setComposerValue"]>[0];

/** The most lines the field grows to before it scrolls, and the most of the chat's height. */
const MAX_LINES = 10;
const MAX_SHARE = 0.35;

export class Composer extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) conversation!: Conversation;
  @property({ attribute: false }) revision = 0;
  @property({ attribute: false }) uploads!: Uploads;
  @property({ attribute: false }) onToolChange!: (toolId: string | null) => void;
  @property({ attribute: false }) draft: Draft = emptyDraft;
  /** Whose drafts these are; `null` for nobody's, which the browser does not store. */
  @property({ attribute: false }) draftKey: string | null = null;
  /** Whether a thread is about to be opened: whatever is written then belongs to it. */
  @property({ attribute: false }) awaitsThread = false;
  @state() toolId: string | null = null;
  /** The model that the visitor or the page chose. */
  @state() modelId: string | null = null;
  @state() private problems: readonly string[] = [];
  @query("textarea") field!: HTMLTextAreaElement;
  readonly keeper = new DraftKeeper(this);
  private fittedPlaceholder = "";

  override focus(): void {
    this.field?.focus();
  }

  /**
   * Replaces what is given of the draft; the rest stays.
   *
   * @throws IntegrationError when there is no such tool or model; nothing is replaced then.
   */
  async setValue(value: ComposerValue): Promise<void> {
    await this.updateComplete;
    this.assertOffered(value);
    const content = value.content ?? (value.text === undefined ? undefined : value.text);
    if (content !== undefined) this.draft = { ...this.draft, ...draftOf(toContent(content)) };
    if (value.reply !== undefined) this.draft = { ...this.draft, quote: value.reply };
    if (value.attachments !== undefined) this.uploads.replace(value.attachments);
    if (value.selectedToolId !== undefined) this.selectTool(value.selectedToolId);
    if (value.selectedModelId !== undefined) this.modelId = value.selectedModelId;
    if (value.files !== undefined) await this.addFiles(value.files);
    await this.updateComplete;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.keeper.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.keeper.disconnect();
  }

  /** Chooses what is offered of a tool and a model. */
  choose(toolId: string | null, modelId: string | null): void {
    const { tools = [] } = this.context.options.composer ?? {};
    const before = this.selectedTool();
    const persistent = before?.persistent ? before.id : null;
    this.selectTool(tools.find(({ id }) => id === toolId)?.id ?? persistent);
    this.modelId = modelId;
  }

  /** The files that were let go over the chat, pasted or picked. */
  readonly attach = (files: readonly File[]): void => {
    // What became of them is shown; that the asset did not load is all that is left to tell.
    this.addFiles(files).catch((error: unknown) => this.context.actions.fail(toError(error)));
  };

  protected override willUpdate(changes: PropertyValues): void {
    this.keeper.use(this.draftKey);
    if (!this.awaitsThread) this.keeper.turnTo(this.conversation);
    const { entities, commands } = this.context.options;
    const suggests = changes.has("context") && (entities?.onTagSearch ?? commands?.enabled);
    if (suggests || (changes.has("draft") && this.draft.tags.length > 0)) {
      void this.updateComplete.then(() => loadSuggestions(this)).catch(() => undefined);
    }
    if (!changes.has("context")) return;
    if (this.toolId !== null && !this.selectedTool()) this.selectTool(null);
    const { attachments, tools, models, dictation } = this.context.options.composer ?? {};
    if (!(attachments?.enabled || tools?.length || models?.length || dictation?.enabled)) return;
    // Without it one can write all the same; the next options try again.
    void this.updateComplete.then(() => loadComposer(this)).catch(() => undefined);
  }

  protected override render() {
    const { context, conversation, uploads } = this;
    const { t, options } = context;
    const status = conversation.state.thread?.status ?? { type: "active" as const };
    if (status.type === "closed") {
      return html`<div class="closed-banner" role="status">
        ${icon("lock")}<bdi>${status.reason || t("thread.closed")}</bdi>
      </div>`;
    }
    const { attachments, tools = [], models = [], dictation, placeholder } = options.composer ?? {};
    const { entities } = options;
    const disabled = status.type === "locked" || conversation.loadFailed;
    const hint =
      status.type === "locked"
        ? status.reason || t("thread.locked")
        : (this.selectedTool()?.placeholderOverride ?? placeholder ?? t("composer.placeholder"));
    return html`<form
      class="composer"
      ?data-disabled=${disabled}
      ?data-tall=${tools.length + models.length > 0}
      @submit=${this.submit}
    >
      ${
        this.draft.quote === ""
          ? nothing
          : quoteBar(this.draft.quote, t, () => {
              this.draft = { ...this.draft, quote: "" };
              this.focus();
            })
      }
      ${
        uploads.list.length + Number(attachments?.enabled ?? false) === 0
          ? nothing
          : html`<chatkit-attachments
              .context=${context}
              .uploads=${uploads}
              .list=${uploads.list}
              .takesFiles=${(attachments?.enabled ?? false) && !disabled}
              .onFiles=${this.attach}
              .onProblems=${this.tell}
            ></chatkit-attachments>`
      }
      ${
        this.problems.length === 0
          ? nothing
          : problemBar(this.problems, t, () => {
              this.tell([]);
              this.focus();
            })
      }
      <div class="composer-row">
        <div class="composer-field">
          <chatkit-tags
            .context=${context}
            .composer=${this}
            .draft=${this.draft}
          ></chatkit-tags>
          <textarea
            rows="1"
            dir=${this.draft.text === "" ? context.dir : "auto"}
            enterkeyhint="send"
            aria-label=${t("composer.label")}
            placeholder=${hint}
            ?disabled=${disabled}
            .value=${live(this.draft.text)}
            @input=${this.onInput}
            @keydown=${this.onKeydown}
          ></textarea>
        </div>
        <div class="composer-start">
          ${
            attachments?.enabled || tools.length > 0
              ? html`<chatkit-composer-menu
                  .context=${context}
                  .toolId=${this.toolId}
                  .disabled=${disabled}
                  .onFiles=${this.attach}
                  .onTool=${this.selectTool}
                ></chatkit-composer-menu>`
              : nothing
          }
          ${
            entities?.onTagSearch && entities.showComposerMenu
              ? html`<chatkit-mention
                  .context=${context}
                  .composer=${this}
                  .disabled=${disabled}
                ></chatkit-mention>`
              : nothing
          }
        </div>
        <div class="composer-end">
          ${
            models.length > 0
              ? html`<chatkit-model-picker
                  .context=${context}
                  .modelId=${this.selectedModel()}
                  .disabled=${disabled}
                  .onModel=${this.selectModel}
                ></chatkit-model-picker>`
              : nothing
          }
          ${
            dictation?.enabled
              ? html`<chatkit-dictation
                  .context=${context}
                  .client=${uploads.host.client}
                  .disabled=${disabled}
                  .onText=${this.insert}
                  .onProblems=${this.tell}
                ></chatkit-dictation>`
              : nothing
          }
          ${this.sendButton(disabled)}
        </div>
      </div>
      <chatkit-suggestions .context=${context} .composer=${this}></chatkit-suggestions>
    </form>`;
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
    this.keeper.keep();
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
    const room = (this.closest(".root")?.clientHeight ?? Infinity) * MAX_SHARE;
    const most = Math.max(3, Math.min(MAX_LINES, Math.floor(room / line))) * line;
    field.style.height = `${Math.min(field.scrollHeight, most)}px`;
    field.classList.toggle("scrolls", field.scrollHeight > most);
  }

  private readonly onInput = (): void => {
    const { value: text, selectionEnd } = this.field;
    this.draft = { ...this.draft, text, tags: keepTags(this.draft, text, selectionEnd) };
    this.problems = [];
  };

  /** Writes in the place of a stretch of the text, as if by hand: it can be undone. */
  write({ text, tags }: TaggedText, start: number, end: number): void {
    const { field } = this;
    this.focus();
    field.setSelectionRange(start, end);
    const isWritten =
      text === ""
        ? start === end || document.execCommand("delete")
        : document.execCommand("insertText", false, text);
    if (!isWritten) {
      field.setRangeText(text, start, end, "end");
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    const placed = tags.map((entry) => ({ ...entry, start: entry.start + start }));
    const all = [...this.draft.tags, ...placed].sort((one, other) => one.start - other.start);
    if (placed.length > 0) this.draft = { ...this.draft, tags: all };
  }

  /** Puts text where the caret is, set apart from the words around it. */
  readonly insert = (text: string, between = " "): void => {
    const { field } = this;
    if (!field || text === "") return;
    const { value, selectionStart, selectionEnd } = field;
    const before = /\S$/.test(value.slice(0, selectionStart)) ? " " : "";
    const after = /^\S/.test(value.slice(selectionEnd)) ? between : "";
    this.write({ text: before + text + after, tags: [] }, selectionStart, selectionEnd);
  };

  private readonly onKeydown = (event: KeyboardEvent): void => {
    // 229: the key that ends a composition, as Safari reports it.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key !== "Enter" || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.send();
  };

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    this.send();
  };

  private send(): void {
    if (!this.canSend()) return;
    const message = this.message();
    this.keeper.send();
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
    this.problems = [];
  }

  private async addFiles(files: readonly File[]): Promise<void> {
    const { attachFiles } = await loadComposer(this);
    await attachFiles(this.uploads, files, this.context, this.tell);
  }

  private readonly tell = (problems: readonly string[]): void => {
    this.problems = problems;
  };

  readonly selectTool = (id: string | null): void => {
    if (id === this.toolId) return;
    this.toolId = id;
    this.onToolChange(id);
  };

  readonly selectModel = (id: string): void => {
    this.modelId = id;
  };

  private assertOffered({ selectedToolId: tool, selectedModelId: model }: ComposerValue): void {
    const { tools = [], models = [] } = this.context.options.composer ?? {};
    if (tool && !tools.some(({ id }) => id === tool)) {
      throw new IntegrationError(`composer.tools has no "${tool}".`);
    }
    if (model && !models.some(({ id, disabled }) => id === model && !disabled)) {
      throw new IntegrationError(`composer.models has no "${model}" that can be chosen.`);
    }
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
