/**
 * The `<openai-chatkit>` element: the public API of `@openai/chatkit` 1.9 on our own chat.
 *
 * Everything goes through `setOptions`, methods and DOM events, as in OpenAI's element; nothing
 * here asks any other host for anything.
 */

import type { Attachment, ChatKitEvents, ChatKitOptions, OpenAIChatKit } from "@openai/chatkit";
import { LitElement, nothing } from "lit";
import { query } from "lit/decorators.js";
import { IntegrationError, toError } from "./protocol/errors";
import { ChatKitClient } from "./protocol/client";
import { themeStyles } from "./theme";
import { translator, type Translator } from "./i18n";
import { localeWarning } from "./options/locale";
import { validateOptions } from "./options/validate";
import { Conversation } from "./state/conversation";
import type { ConversationHost, EmitEvent } from "./state/conversation-host";
import { ThreadHistory } from "./state/history";
import { onReturn } from "./state/return";
import { isSendable, toContent, type OutgoingMessage } from "./state/message";
import { Announcer, spokenText } from "./ui/announcer";
import { afterPaint, RenderSchedule } from "./ui/schedule";
import type { Composer, ComposerValue } from "./ui/composer";
import { chatFrame, invalidOptions } from "./ui/frame";
import { loadComposer } from "./ui/late-composer";
import { loadHistory } from "./ui/late-history";
import { loadItems } from "./ui/late-items";
import { loadMarkdown } from "./ui/markdown-text";
import type { ChatActions, ChatContext } from "./ui/part";
import { styleSheets } from "./ui/styles";
import type { ThreadView } from "./ui/thread-view";
import { Uploads } from "./ui/uploads";
import { runWidgetAction } from "./ui/widget-actions";

/** How long opening a thread waits for the Markdown renderer, so that its text does not jump. */
const RENDERER_PATIENCE = 1500;

export class OpenAIChatKitElement extends LitElement implements OpenAIChatKit {
  /** Hosts that images may load from in every thread; our own addition to the public API. */
  imageDomains: readonly string[] = [];
  /**
   * Whose drafts this tab keeps through a reload, such as a hash of the user's id; `null` keeps
   * none. Our own addition, too. Without it they are told apart by the server alone.
   */
  draftKey: string | null | undefined;
  /** Where somebody whose session is over logs in; our own addition too. */
  signIn: { url: string; label: string } | null = null;
  private options: ChatKitOptions | null = null;
  private words: Translator | undefined;
  private wordsFor: string | undefined | null = null;
  private context!: ChatContext;
  private client!: ChatKitClient;
  private conversation: Conversation;
  /** Conversations that were left while an answer was on its way. */
  private readonly unattended = new Map<string, Conversation>();
  private historyOpen = false;
  private revision = 0;
  private invalid: Error | null = null;
  private opened = false;
  /** Whether there is a thread to open first; until then the start screen would only flash. */
  private awaitsThread = false;
  private endWatch: (() => void) | undefined;
  private markReady!: () => void;
  private readonly whenReady = new Promise<void>((resolve) => (this.markReady = resolve));
  private readonly themeSheet = new CSSStyleSheet();
  private readonly schedule = new RenderSchedule(
    () => {
      this.revision += 1;
      this.requestUpdate();
    },
    () => this.thread?.grow() ?? false,
  );
  private readonly announcer = new Announcer(() => this.requestUpdate());
  private readonly history = new ThreadHistory(
    () => this.client,
    () => this.schedule.now(),
  );
  private readonly uploads = new Uploads({
    client: () => this.client,
    options: () => this.options,
    changed: () => this.schedule.now(),
  });
  @query("chatkit-thread") private thread!: ThreadView | null;
  @query("chatkit-composer") private composer!: Composer | null;
  @query("chatkit-history") private historyPanel!: HTMLElement | null;

  constructor() {
    super();
    this.conversation = new Conversation(this.host, null);
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [this.themeSheet, ...styleSheets()];
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.endWatch = onReturn(() => {
      this.schedule.now();
      void this.conversation.catchUp();
    });
    this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.endWatch?.();
  }

  /**
   * Replaces all options; what is left out returns to its default.
   *
   * @throws IntegrationError that names what is wrong; the options before it stay.
   */
  setOptions(options: ChatKitOptions): void {
    try {
      this.options = validateOptions(options);
    } catch (error) {
      this.invalid = this.options === null ? toError(error) : null;
      this.schedule.now();
      this.emit("chatkit.error", { error: toError(error) });
      throw error;
    }
    this.invalid = null;
    const { locale, api, theme } = this.options;
    const known = locale === this.wordsFor ? this.words : undefined;
    const words = known ?? translator(locale);
    const isNewLanguage = words !== this.words;
    this.words = words;
    this.wordsFor = locale;
    this.client = new ChatKitClient({
      api,
      locale: words.locale,
      hostedUrl: this.dataset.apiUrl ?? "/chatkit/conversation",
    });
    this.applyTheme(theme);
    this.refreshContext(isNewLanguage);
    if (isNewLanguage) {
      const warning = localeWarning(locale);
      // eslint-disable-next-line no-console -- it is for who wrote the page
      if (warning) console.warn(warning);
      void words.ready.then(() => {
        if (this.words === words) this.refreshContext(true);
      });
    }
    this.open();
  }

  async focusComposer(): Promise<void> {
    await this.whenReady;
    this.conversation.assertIdle();
    // The assistant's questions stand in its place.
    const questions = this.renderRoot.querySelector<HTMLElement>("chatkit-questions");
    if (questions) await loadItems(questions).catch(() => undefined);
    (questions ?? this.composer)?.focus();
  }

  async setThreadId(threadId: string | null): Promise<void> {
    await this.whenReady;
    this.conversation.assertIdle();
    await this.show(threadId);
  }

  async sendCustomAction(
    action: { type: string; payload?: Record<string, unknown> },
    itemId?: string,
  ): Promise<void> {
    await this.whenReady;
    await this.conversation.sendAction(action, itemId);
    // Pages go on with what the action has changed: OpenAI's own samples do.
    await this.conversation.turnEnd;
  }

  async sendUserMessage(params: Parameters<OpenAIChatKit["sendUserMessage"]>[0]): Promise<void> {
    await this.whenReady;
    this.conversation.assertIdle();
    const message: OutgoingMessage = {
      content: toContent(params.content ?? params.text ?? ""),
      attachments: (params.attachments ?? []) satisfies Attachment[],
      quotedText: params.reply ?? "",
      inferenceOptions: {
        ...(params.toolChoice ? { tool_choice: params.toolChoice } : {}),
        ...(params.model === undefined ? {} : { model: params.model }),
      },
    };
    if (!isSendable(message)) throw new IntegrationError("There is nothing to send.");
    if (params.newThread) {
      this.composer?.keeper.carry();
      await this.show(null);
    }
    await this.conversation.send(message);
  }

  async setComposerValue(params: ComposerValue): Promise<void> {
    await this.whenReady;
    // The thread that was turned to just now, if any, is the one to write in.
    await this.updateComplete;
    await this.composer?.setValue(params);
  }

  async showHistory(): Promise<void> {
    await this.whenReady;
    if (this.options?.history?.enabled === false) return;
    await loadHistory(this.renderRoot);
    if (this.historyOpen) return;
    this.historyOpen = true;
    void this.history.reload();
    this.emit("chatkit.history.open");
    await this.updateComplete;
    this.historyPanel?.focus();
  }

  async hideHistory(): Promise<void> {
    await this.whenReady;
    if (!this.historyOpen) return;
    this.historyOpen = false;
    this.schedule.now();
    this.emit("chatkit.history.close");
    await this.updateComplete;
    const button = this.renderRoot.querySelector<HTMLElement>('[data-action="open-history"]');
    if (button) button.focus();
    else this.composer?.focus();
  }

  async fetchUpdates(): Promise<void> {
    await this.whenReady;
    await this.conversation.refresh();
    if (this.historyOpen) await this.history.reload();
  }

  protected override willUpdate(): void {
    this.thread?.remember();
  }

  protected override render() {
    if (this.invalid) return invalidOptions(this.invalid);
    if (this.options === null) return nothing;
    const { context, conversation, revision, history, uploads } = this;
    return chatFrame({
      context,
      conversation,
      revision,
      awaitsThread: this.awaitsThread,
      announcement: this.announcer.text,
      onRetry: this.onRetry,
      composer: { uploads, draftKey: this.storedUnder(), onToolChange: this.onToolChange },
      history: this.historyOpen
        ? { history, onRenamed: this.onRenamed, onDeleted: this.onDeleted }
        : null,
    });
  }

  /** Begins, as soon as there are both a place in the page and options. */
  private open(): void {
    if (this.opened || !this.isConnected || this.options === null) return;
    this.opened = true;
    const { initialThread = null } = this.options;
    this.awaitsThread = initialThread !== null;
    // Not before the page had its turn: frameworks add their listeners after they set the options.
    void Promise.all([this.updateComplete, afterPaint()]).then(() => {
      this.markReady();
      this.emit("chatkit.ready");
      // What the first answer needs has not delayed the first message, and is there in time for it.
      void loadMarkdown()
        .then(() => this.composer && loadComposer(this.composer))
        .then(() => {
          if (this.options?.history?.enabled !== false) return loadHistory(this.renderRoot);
        })
        .catch(() => undefined);
      if (initialThread !== null) return this.show(initialThread);
    });
  }

  /** Turns to a thread, or to a new one. */
  private async show(threadId: string | null): Promise<void> {
    this.awaitsThread = false;
    const left = this.conversation;
    if (left.threadId !== null && left.busy) this.unattended.set(left.threadId, left);
    const known = threadId === null ? undefined : this.unattended.get(threadId);
    const conversation = known ?? new Conversation(this.host, threadId);
    this.conversation = conversation;
    if (left.threadId !== threadId) this.emit("chatkit.thread.change", { threadId });
    this.schedule.now();
    if (known === undefined && threadId !== null) {
      const patience = new Promise((resolve) => setTimeout(resolve, RENDERER_PATIENCE));
      await conversation.load(Promise.race([loadMarkdown(), patience]));
    }
  }

  private readonly host: ConversationHost = (() => {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- getters need their own `this`
    const element = this;
    return {
      get client() {
        return element.client;
      },
      get onClientTool() {
        return element.options?.onClientTool;
      },
      emit: (name, detail) => this.emit(name, detail),
      changed: (conversation) => this.conversationChanged(conversation),
      threadCreated: (conversation, threadId) => {
        if (conversation === this.conversation) this.emit("chatkit.thread.change", { threadId });
        else this.unattended.set(threadId, conversation);
      },
      returnMessage: (conversation, message) => {
        this.composer?.keeper.restore(conversation, message);
      },
    } satisfies ConversationHost;
  })();

  private conversationChanged(conversation: Conversation): void {
    const { threadId } = conversation;
    if (threadId !== null && !conversation.busy && this.unattended.get(threadId) === conversation) {
      this.unattended.delete(threadId);
    }
    if (conversation !== this.conversation) return;
    const { progress, notices } = conversation.state;
    this.announcer.tell(notices);
    if (progress !== null) this.announcer.mention(progress.text);
    if (conversation.phase === "responding") this.schedule.soon();
    else this.schedule.now();
  }

  private readonly emit: EmitEvent = (name, detail) => {
    if (name === "chatkit.response.start") this.announcer.say(this.context.t("thread.responding"));
    if (name === "chatkit.response.end") void this.announceAnswer();
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  };

  /** Reads an answer out, once, when it is complete. */
  private async announceAnswer(): Promise<void> {
    const { conversation } = this;
    await afterPaint();
    if (conversation !== this.conversation) return;
    const turn = [...this.renderRoot.querySelectorAll(".turn")].at(-1);
    const messages = [...(turn?.querySelectorAll("article.assistant-message") ?? [])];
    const text = messages.map(spokenText).join("\n").trim();
    const { t } = this.context;
    const { state, failure } = conversation;
    // A failure announces itself.
    const stopped = state.incomplete && !failure ? t("thread.stopped") : "";
    const said = text === "" ? "" : `${t("thread.assistant")} ${text}`;
    this.announcer.say(`${said} ${stopped}`.trim() || t("thread.responded"));
  }

  /** Where this tab stores the drafts: two chats of a page that have ids do not share them. */
  private storedUnder(): string | null {
    if (this.draftKey !== undefined) return this.draftKey && `${this.draftKey}:drafts:${this.id}`;
    const { api } = this.options ?? {};
    const where = api && "url" in api ? `${api.url} ${api.domainKey}` : "";
    return `openai-chatkit:drafts:${this.id} ${where}`;
  }

  private applyTheme(theme: ChatKitOptions["theme"]): void {
    const { cssText, fontFaces } = themeStyles(theme);
    this.themeSheet.replaceSync(cssText);
    for (const face of fontFaces) {
      document.fonts.add(face);
      face.load().catch((error: unknown) => this.emit("chatkit.error", { error: toError(error) }));
    }
  }

  /** @param reworded whether texts that are on the screen need to be written anew. */
  private refreshContext(reworded: boolean): void {
    if (this.options === null) return;
    const words = this.words ?? translator(undefined);
    this.context = {
      options: this.options,
      locale: words.locale,
      dir: words.dir,
      imageDomains: this.imageDomains,
      signIn: this.signIn && { ...this.signIn, begin: this.onSignIn },
      t: reworded ? (key, values) => words.t(key, values) : this.context.t,
      actions: this.actions,
    };
    this.schedule.now();
  }

  private readonly onToolChange = (toolId: string | null): void => {
    this.emit("chatkit.tool.change", { toolId });
  };

  private readonly onRetry = (): void => {
    const { failure } = this.conversation;
    this.refreshContext(false);
    this.composer?.keeper.takeReturned();
    failure?.retry?.();
  };

  /** Who comes back from logging in tries again. */
  private readonly onSignIn = (): void => {
    setTimeout(() => {
      this.context = { ...this.context, signIn: null };
      this.schedule.now();
    });
  };

  private readonly onRenamed = (threadId: string, title: string): void => {
    if (threadId === this.conversation.threadId) this.conversation.setTitle(title);
  };

  private readonly onDeleted = (threadId: string): void => {
    if (threadId === this.conversation.threadId) void this.show(null);
  };

  private readonly actions: ChatActions = {
    send: (message) => {
      // The prompts of the start screen are about to go, and the focus must not go with them.
      if (this.shadowRoot?.activeElement?.matches(".prompt")) this.composer?.focus();
      // A failure is shown in the conversation.
      this.conversation.send(message).catch(() => undefined);
    },
    stop: () => this.conversation.stop(),
    newChat: () => {
      void this.hideHistory();
      void this.show(null).then(() => this.composer?.focus());
    },
    openThread: (threadId) => {
      void this.hideHistory();
      if (threadId !== this.conversation.threadId) void this.show(threadId);
    },
    openHistory: () => {
      // That the panel did not load is all that can go wrong; the next click tries again.
      this.showHistory().catch((error: unknown) => this.emit("chatkit.error", { error: toError(error) }));
    },
    closeHistory: () => void this.hideHistory(),
    deepLink: (name, data) => this.emit("chatkit.deeplink", { name, data }),
    widgetAction: (conversation, itemId, action, formData) =>
      runWidgetAction({
        conversation,
        itemId,
        action,
        formData,
        options: this.options,
        emit: this.emit,
      }),
    feedback: (itemIds, kind) => this.conversation.sendFeedback(itemIds, kind),
    quote: (text) => void this.composer?.setValue({ reply: text }).then(() => this.composer?.focus()),
    announce: (text) => this.announcer.say(text),
    fail: (error) => this.emit("chatkit.error", { error }),
  };

  declare addEventListener: OpenAIChatKit["addEventListener"];
  declare removeEventListener: OpenAIChatKit["removeEventListener"];
}

/** Registers the element, once. */
export function defineChatKit(): void {
  if (!customElements.get("openai-chatkit")) {
    customElements.define("openai-chatkit", OpenAIChatKitElement);
  }
}

export type { ChatKitEvents };
