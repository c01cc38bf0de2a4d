/**
 * "Reply", beside the passage of an answer that is selected.
 *
 * It comes with the mouse's button let go, with the handles of a touch screen and with the keyboard
 * (caret browsing); Tab from the conversation goes to it, Escape takes it away.
 */

import { html, nothing } from "lit";
import { property, state } from "lit/decorators.js";
import { ChatPart, type ChatContext } from "../ui/part";
import { icon } from "./kit";
import { clearSelection, selectedPassage, type Passage } from "./passage";

/** Milliseconds after which a selection that did not change any more is meant. */
const PAUSE = 120;
const GAP = 8;

export class QuoteReply extends ChatPart {
  @property({ attribute: false }) context!: ChatContext;
  @state() private passage: Passage | null = null;
  private pressed = false;
  private timer = 0;
  private listening: AbortController | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.listening = new AbortController();
    const { signal } = this.listening;
    const passive = { signal, capture: true, passive: true };
    document.addEventListener("selectionchange", this.soon, { signal });
    document.addEventListener("pointerdown", this.onPointerDown, passive);
    document.addEventListener("pointerup", this.onPointerUp, passive);
    document.addEventListener("pointercancel", this.onPointerUp, passive);
    this.frame?.addEventListener("scroll", this.onScroll, passive);
    this.frame?.addEventListener("keydown", this.onKeydown, { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening?.abort();
    clearTimeout(this.timer);
    this.passage = null;
  }

  protected override render() {
    if (this.passage === null) return nothing;
    return html`<button type="button" class="button reply-button" @click=${this.quote}>
      ${icon("reply")}<span>${this.context.t("message.reply")}</span>
    </button>`;
  }

  /** Above the passage; below it where the system's own menu of a touch screen is above. */
  protected override updated(): void {
    const { passage, button, frame } = this;
    const view = frame?.querySelector(".scroller")?.getBoundingClientRect();
    if (!passage || !button || !frame || !view) return;
    const { box } = passage;
    const { left, top, right } = frame.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = button;
    const touch = matchMedia("(pointer: coarse)").matches;
    const above = box.top - height - GAP;
    const below = box.bottom + GAP;
    const room = touch || above < view.top ? below : above;
    const y = Math.min(Math.max(room, view.top + GAP), view.bottom - height - GAP);
    const x = Math.min(Math.max(box.left + box.width / 2 - width / 2, left + GAP), right - width - GAP);
    button.style.top = `${y - top}px`;
    button.style.left = `${x - left}px`;
    button.hidden = box.bottom < view.top || box.top > view.bottom;
  }

  private readonly soon = (): void => {
    clearTimeout(this.timer);
    if (!this.pressed) this.timer = window.setTimeout(this.look, PAUSE);
  };

  /** Only a button that is there moves with its passage: to look means to lay the page out. */
  private readonly onScroll = (): void => {
    if (this.passage !== null) this.look();
  };

  private readonly look = (): void => {
    const root = this.getRootNode();
    if (root instanceof ShadowRoot) this.passage = selectedPassage(root);
  };

  private readonly onPointerDown = (event: PointerEvent): void => {
    // The selection goes when the button is pressed, before it is clicked.
    if (event.composedPath().includes(this)) return;
    this.pressed = event.pointerType === "mouse";
  };

  private readonly onPointerUp = (): void => {
    this.pressed = false;
    this.soon();
  };

  private readonly onKeydown = (event: KeyboardEvent): void => {
    const { button } = this;
    if (!this.passage || !button || button.hidden) return;
    const { activeElement } = this.getRootNode() as ShadowRoot;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (activeElement === button) this.frame?.querySelector<HTMLElement>(".scroller")?.focus();
      this.passage = null;
    } else if (event.key === "Tab" && !event.shiftKey && activeElement?.matches(".scroller")) {
      event.preventDefault();
      button.focus();
    }
  };

  private readonly quote = (): void => {
    const { passage, context } = this;
    const root = this.getRootNode();
    if (!passage) return;
    this.passage = null;
    if (root instanceof ShadowRoot) clearSelection(root);
    context.actions.quote(passage.text);
  };

  private get button(): HTMLButtonElement | null {
    return this.querySelector("button");
  }

  private get frame(): HTMLElement | null {
    return this.closest(".root");
  }
}
