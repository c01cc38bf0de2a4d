/**
 * Where the conversation is scrolled to.
 *
 * A message that was just sent moves to the top and the answer grows below it into free space, so
 * nothing on the screen moves while it is read. Only `thread.autoScroll` follows the end of an
 * answer, and only for someone who is already there.
 */

/** How near the end counts as being there, in px. */
const NEAR_END = 80;
/** How near the top the next older page is asked for, in px. */
const NEAR_TOP = 600;
/** Free space above a message that was brought to the top, in px. */
const TOP_GAP = 16;

export class ThreadScroller {
  /** Whether to stay at the end of what grows, as long as the visitor stays there. */
  follow = false;
  private readonly thread: HTMLElement;
  private readonly spacer: HTMLElement;
  private readonly observer: ResizeObserver;
  /** The message that the answer's free space begins with. */
  private pinned: HTMLElement | null = null;
  /** Until the visitor scrolls, a thread that was opened stays at its end while it is drawn. */
  private stickToEnd = false;
  /** Until the visitor scrolls, a message that was sent stays where it was brought. */
  private pinning = false;
  /** Whether it is put there again and again: what stands above it is still being drawn. */
  private holdPin = false;
  private nearEnd = true;
  private spacerHeight = 0;
  private lastTop = 0;
  private anchor: { element: Element; top: number } | null = null;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly options: { onTop: () => void },
  ) {
    this.thread = scroller.querySelector<HTMLElement>(".thread") ?? scroller;
    this.spacer = scroller.querySelector<HTMLElement>(".spacer") ?? scroller;
    this.observer = new ResizeObserver(() => {
      this.settle();
      this.askForOlder();
    });
    for (const type of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      scroller.addEventListener(type, () => this.release(), { passive: true });
    }
    this.connect();
  }

  connect(): void {
    this.observer.observe(this.thread);
    this.observer.observe(this.scroller);
  }

  disconnect(): void {
    this.observer.disconnect();
  }

  /** Shows the end of a thread that was just opened. */
  startAtEnd(): void {
    this.pinned = null;
    this.anchor = null;
    this.pinning = false;
    this.stickToEnd = true;
    this.settle();
  }

  /** Brings a message that was just sent to the top, with room for its answer. */
  bringIntoView(message: HTMLElement | null, animate: boolean): void {
    if (message === null) return;
    this.stickToEnd = false;
    this.anchor = null;
    this.pinned = message;
    this.pinning = true;
    this.holdPin = !animate;
    this.fitSpacer();
    const top = this.offsetOf(message) - TOP_GAP;
    if (Math.abs(top - this.scroller.scrollTop) < 2) return;
    this.scroller.scrollTo({ top, behavior: animate ? motion("smooth") : "instant" });
  }

  /** What the visitor asks for by a button. */
  jumpToEnd(): void {
    this.release();
    this.scrollToEnd("smooth");
  }

  private scrollToEnd(behavior: "smooth" | "instant"): void {
    const top = this.endOffset() - this.scroller.clientHeight;
    this.scroller.scrollTo({ top: Math.max(0, top), behavior: motion(behavior) });
  }

  onScroll(): void {
    const { scrollTop } = this.scroller;
    // Growth alone leaves nobody behind: only who scrolls up has left the end.
    if (this.distanceToEnd() < NEAR_END) this.nearEnd = true;
    else if (scrollTop < this.lastTop) this.nearEnd = false;
    this.lastTop = scrollTop;
    this.showButton();
    this.askForOlder();
  }

  /** Before older items come in above: remembers what the visitor looks at. */
  rememberPosition(): void {
    if (this.stickToEnd || this.pinning) {
      this.anchor = null;
      return;
    }
    const edge = this.scroller.getBoundingClientRect().top;
    const turns = this.thread.querySelectorAll(":scope > .turn");
    // The first that reaches into the view; a long thread has too many to look at each.
    let [low, high] = [0, turns.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (turns[middle]!.getBoundingClientRect().bottom > edge) high = middle;
      else low = middle + 1;
    }
    const element = turns[low];
    this.anchor = element
      ? { element, top: element.getBoundingClientRect().top - edge }
      : null;
  }

  /** After something was drawn or resized: puts everything where it belongs. */
  settle(): void {
    this.fitSpacer();
    // While the answer is shorter than the view its end is in sight: moving would only disturb.
    if (this.stickToEnd) this.scrollToEnd("instant");
    else if (this.follow && this.nearEnd && this.distanceToEnd() > 0) {
      this.holdPin = false;
      this.scrollToEnd("instant");
    } else if (this.pinning && this.holdPin && this.pinned?.isConnected) {
      this.scroller.scrollTop = this.offsetOf(this.pinned) - TOP_GAP;
    } else if (this.anchor?.element.isConnected) this.restorePosition(this.anchor);
    this.showButton();
  }

  private askForOlder(): void {
    const { scroller, thread } = this;
    // A thread that was just opened is on its way to its end, unless there is too little of it.
    if (this.stickToEnd && thread.offsetHeight > scroller.clientHeight + NEAR_TOP) return;
    if (this.scroller.scrollTop < NEAR_TOP) this.options.onTop();
  }

  private restorePosition({ element, top }: { element: Element; top: number }): void {
    const edge = this.scroller.getBoundingClientRect().top;
    const moved = element.getBoundingClientRect().top - edge - top;
    if (Math.abs(moved) >= 1) this.scroller.scrollTop += moved;
  }

  private release(): void {
    this.stickToEnd = false;
    this.pinning = false;
    this.anchor = null;
  }

  /** Room below the answer, so that its question can stay at the top. */
  private fitSpacer(): void {
    let height = 0;
    if (this.pinned?.isConnected) {
      const used = this.endOffset() - this.offsetOf(this.pinned) + TOP_GAP;
      height = Math.max(0, this.scroller.clientHeight - used);
    }
    height = Math.floor(height);
    if (height === this.spacerHeight) return;
    this.spacerHeight = height;
    // CSSOM, not a style attribute: a strict Content-Security-Policy allows only this.
    this.spacer.style.height = `${height}px`;
  }

  private showButton(): void {
    const button = this.scroller.parentElement?.querySelector<HTMLElement>(".scroll-to-end");
    if (button) button.hidden = this.distanceToEnd() < NEAR_END;
  }

  private distanceToEnd(): number {
    return this.endOffset() - this.scroller.scrollTop - this.scroller.clientHeight;
  }

  private endOffset(): number {
    return this.offsetOf(this.thread) + this.thread.offsetHeight;
  }

  private offsetOf(element: HTMLElement): number {
    const edge = this.scroller.getBoundingClientRect().top;
    return element.getBoundingClientRect().top - edge + this.scroller.scrollTop;
  }
}

function motion(behavior: "smooth" | "instant"): ScrollBehavior {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  return calm ? "instant" : behavior;
}
