/** The conversation: its items in a scroller that keeps still unless it is told to move. */

import { html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import type { Conversation } from "../state/conversation";
import "./answer-actions";
import { brokenOff, failureBar, noticeBar, progressLine } from "./feedback-bars";
import { icon } from "../icons";
import { ChatPart, definePart, type ChatContext } from "./part";
import { openQuestions } from "./open-questions";
import { isGrown } from "./growth";
import { ThreadScroller } from "./thread-scroller";
import type { ThreadItemView } from "./thread-item";
import "./thread-item";
import { turnsOf, type Entry, type Turn } from "./turns";

export class ThreadView extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @property({ attribute: false }) conversation!: Conversation;
  /** Counts renders the element asks for: a conversation changes in place. */
  @property({ attribute: false }) revision = 0;
  @property({ attribute: false }) onRetry!: () => void;
  private scroller: ThreadScroller | null = null;
  private watched = 0;
  private far: IntersectionObserver | null = null;
  private shown: Conversation | null = null;
  private focused: Conversation["focus"] = null;
  /** The same list while its entries are: a new one would draw every item again. */
  private imageDomains: readonly string[] = [];
  private turns: readonly Turn[] = [];
  /** The conversation as it was drawn, and the piece that draws its last item once that has grown. */
  private drawn: Conversation | null = null;
  private growing: ThreadItemView | undefined;

  /** Everything is about to be drawn: what happens from now on may come too late for some of it. */
  remember(): void {
    this.drawn = { ...this.conversation } as Conversation;
  }

  /**
   * Draws the words that an answer has grown by, and nothing else.
   *
   * @returns whether they are all that happened since everything was drawn.
   */
  grow(): boolean {
    const { conversation, drawn } = this;
    if (drawn === null || !isGrown(drawn, conversation)) return false;
    this.growing ??= [...this.renderRoot.querySelectorAll<ThreadItemView>("chatkit-item")].at(-1);
    const item = conversation.state.items.at(-1)!;
    if (this.growing?.item.id !== item.id) return false;
    this.growing.item = item;
    return true;
  }

  protected override willUpdate(): void {
    const { context, conversation } = this;
    const ofThread = conversation.state.thread?.allowed_image_domains ?? [];
    const domains = [...context.imageDomains, ...ofThread];
    if (domains.join() !== this.imageDomains.join()) this.imageDomains = domains;
    this.growing = undefined;
    const { items, drawnAs } = conversation.state;
    const keyOf = ({ id }: { id: string }) => drawnAs.get(id) ?? id;
    const turns = turnsOf(items, this.turns, keyOf);
    // Only what comes in above moves the rest.
    if (turns[0]?.items[0] !== this.turns[0]?.items[0]) {
      this.scroller?.rememberPosition();
      void this.updateComplete.then(() => this.keepPosition());
    }
    this.turns = turns;
  }

  protected override render() {
    const { context, conversation } = this;
    const { state, phase } = conversation;
    const { t } = context;
    const responding = phase === "responding";
    const { turns } = this;
    return html`<div
        class="scroller"
        role="log"
        aria-live="off"
        aria-label=${t("thread.conversation")}
        aria-busy=${responding}
        tabindex="0"
        @scroll=${() => this.scroller?.onScroll()}
      >
        <div class="thread">
          ${this.older()} ${this.noticesAfter(null)}
          ${repeat(
            turns,
            ({ key }) => key,
            (turn, index) => this.turn(turn, index === turns.length - 1),
          )}
          ${responding && this.waiting() ? progressLine(state.progress, context) : nothing}
          ${this.end()}
        </div>
        <div class="spacer" aria-hidden="true"></div>
      </div>
      <button
        type="button"
        class="scroll-to-end"
        hidden
        aria-label=${t("thread.scrollToEnd")}
        title=${t("thread.scrollToEnd")}
        @click=${() => this.scroller?.jumpToEnd()}
      >
        ${icon("arrow-down")}
      </button>`;
  }

  /** A turn; of a long thread only the one that changed is drawn again. */
  private turn(turn: Turn, isLast: boolean) {
    const { context, conversation, imageDomains } = this;
    const { state, phase } = conversation;
    const dependencies = [
      turn,
      isLast && phase,
      context,
      conversation,
      imageDomains,
      state.thread?.status?.type,
      state.notices,
      state.unfinished,
    ];
    return html`<div class="turn">${guard(dependencies, () =>
      repeat(
        turn.entries,
        ({ item }) => state.drawnAs.get(item.id) ?? item.id,
        (entry, index) => this.entry(entry, isLast && index === turn.entries.length - 1),
      ),
    )}</div>`;
  }

  private entry({ item, end }: Entry, isLast: boolean) {
    const { context, conversation } = this;
    const { state, phase } = conversation;
    const answering = phase === "responding" && isLast;
    const status = state.thread?.status?.type ?? "active";
    return html`<chatkit-item
        class="item"
        data-type=${item.type}
        .context=${context}
        .conversation=${conversation}
        .item=${item}
        .streaming=${state.unfinished.has(item.id)}
        .answerable=${isLast && openQuestions(conversation) === item}
        .imageDomains=${this.imageDomains}
      ></chatkit-item>
      ${
        end && !answering
          ? html`<chatkit-answer-actions
              .context=${context}
              .conversation=${conversation}
              .end=${end}
              .last=${isLast}
              .status=${status}
            ></chatkit-answer-actions>`
          : nothing
      }
      ${this.noticesAfter(item.id)}`;
  }

  private noticesAfter(itemId: string | null) {
    const { context, conversation } = this;
    const { notices, items } = conversation.state;
    // A notice about an item that was removed since belongs to the top.
    const here = notices.filter((notice) =>
      itemId === null
        ? notice.afterItem === null || !items.some((item) => item.id === notice.afterItem)
        : notice.afterItem === itemId,
    );
    return here.map((notice) =>
      noticeBar(notice, context, () => conversation.dismissNotice(notice.key)),
    );
  }

  /** What is wrong with the last answer; a failure says it better than the mark alone. */
  private end() {
    const { context, conversation } = this;
    const { failure, state, phase } = conversation;
    if (failure) {
      return failureBar(failure, context, this.onRetry, () => conversation.dismissFailure());
    }
    if (!state.incomplete || phase !== "idle") return nothing;
    const isActive = (state.thread?.status?.type ?? "active") === "active";
    return brokenOff(context, isActive ? conversation.tryAgain : null);
  }

  /** Whether the visitor would see nothing happen without a sign of it. */
  private waiting(): boolean {
    const { items, unfinished, progress } = this.conversation.state;
    const last = items.at(-1);
    if (progress !== null || !last || !unfinished.has(last.id)) return true;
    return last.type === "assistant_message" && last.content.every((part) => !part.text);
  }

  /** Takes the same room whether earlier messages are being read or not, so that nothing jumps. */
  private older() {
    const { conversation, context } = this;
    if (conversation.olderCursor === null) return nothing;
    return html`<div class="older">
      ${
        conversation.olderFailed
          ? html`<button
              type="button"
              class="button small"
              @click=${() => void conversation.loadOlder()}
            >
              ${context.t("thread.loadEarlier")}
            </button>`
          : html`<span class="spinner" ?hidden=${!conversation.loadingOlder}></span>`
      }
    </div>`;
  }

  protected override firstUpdated(): void {
    const scroller = this.renderRoot.querySelector<HTMLElement>(".scroller");
    if (!scroller) return;
    this.scroller = new ThreadScroller(scroller, {
      onTop: () => {
        if (!this.conversation.olderFailed) void this.conversation.loadOlder();
      },
    });
  }

  protected override updated(): void {
    const { scroller, conversation, context } = this;
    if (!scroller) return;
    const responding = conversation.phase === "responding";
    scroller.growing = responding;
    scroller.follow = responding && (context.options.thread?.autoScroll ?? false);
    const opened = this.shown !== conversation;
    const sent = this.focused !== conversation.focus;
    this.shown = conversation;
    this.focused = conversation.focus;
    if (responding && (opened || sent)) scroller.bringIntoView(this.lastMessage(), !opened);
    else if (opened) scroller.startAtEnd();
    this.restFarTurns();
  }

  /**
   * Puts what the visitor looks at back in its place, before anything else can run: the observer
   * would do in time for the eye, but a pointer over the page makes Chromium look before it, which
   * counts as a layout shift.
   */
  private async keepPosition(): Promise<void> {
    // Messages draw their text after themselves, in the same task.
    for (const name of ["chatkit-item", "chatkit-markdown"]) {
      const parts = this.renderRoot.querySelectorAll<ChatPart>(name);
      await Promise.all([...parts].map((part) => part.updateComplete));
    }
    this.scroller?.keepPosition();
  }

  /** Turns far from the view cost no layout; their size is known, since they were drawn once. */
  private restFarTurns(): void {
    if (this.turns.length === this.watched) return;
    this.watched = this.turns.length;
    this.far ??= new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          target.toggleAttribute("data-far", !isIntersecting);
        }
      },
      { root: this.renderRoot.querySelector(".scroller"), rootMargin: "150% 0px" },
    );
    for (const turn of this.renderRoot.querySelectorAll(".turn:not([data-watched])")) {
      turn.toggleAttribute("data-watched", true);
      this.far.observe(turn);
    }
  }

  private lastMessage(): HTMLElement | null {
    const views = this.renderRoot.querySelectorAll<HTMLElement>('.item[data-type="user_message"]');
    return views[views.length - 1] ?? null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.scroller?.disconnect();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.scroller?.connect();
  }
}

definePart("chatkit-thread", ThreadView);
