/**
 * Where the conversation is scrolled to.
 *
 * A message that was just sent moves to the top and the answer grows below it into free space, so
 * nothing on the screen moves while it is read. Only `thread.autoScroll` follows the end of an
 * answer, and only for someone who is already there.
 *
 * While an answer grows this runs in every frame, so it asks the page for no geometry then: sizes
 * come from the observer, after the page's own layout, and the scroll offset from its events.
 */

/** How near the end counts as being there, in px. */
const NEAR_END = 80;
/** How near the top the next older page is asked for, in px. */
const NEAR_TOP = 600;
/** Free space above a message that was brought to the top, in px. */
const TOP_GAP = 16;

/** What the conversation's end is rounded up to while an answer grows, in px. */
const STEP = 400;

/** What the visitor looks at while something comes in above it. */
interface Anchor {
  element: HTMLElement;
  /** How far below the conversation's beginning it was, in px. */
  offset: number;
  /** Whether what came in has been drawn and made up for. */
  settled: boolean;
}

export class ThreadScroller {
  /** Whether to stay at the end of what grows, as long as the visitor stays there. */
  follow = false;
  /** Whether an answer is being written. */
  growing = false;
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
  /** As last heard, in px: the height of the conversation and of the view, the scroll offset. */
  private height = 0;
  private viewHeight = 0;
  private top = 0;
  private readonly button: HTMLElement | null;
  private anchor: Anchor | null = null;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly options: { onTop: () => void },
  ) {
    this.thread = scroller.querySelector<HTMLElement>(".thread") ?? scroller;
    this.spacer = scroller.querySelector<HTMLElement>(".spacer") ?? scroller;
    this.button = scroller.parentElement?.querySelector<HTMLElement>(".scroll-to-end") ?? null;
    this.observer = new ResizeObserver((entries) => {
      for (const { target, borderBoxSize } of entries) {
        const height = borderBoxSize[0]?.blockSize ?? 0;
        if (target === this.thread) this.height = height;
        else this.viewHeight = height;
      }
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
    this.keepInView(null);
    this.pinning = false;
    this.stickToEnd = true;
    this.measure();
    this.settle();
  }

  /** Brings a message that was just sent to the top, with room for its answer. */
  bringIntoView(message: HTMLElement | null, animate: boolean): void {
    if (message === null) return;
    this.stickToEnd = false;
    this.keepInView(null);
    this.pinned = message;
    this.pinning = true;
    this.holdPin = !animate;
    this.measure();
    this.fitSpacer();
    const top = this.offsetOf(message) - TOP_GAP;
    if (Math.abs(top - this.top) >= 2) this.scrollTo(top, animate ? "smooth" : "instant");
  }

  /** What the visitor asks for by a button. */
  jumpToEnd(): void {
    this.release();
    this.scrollToEnd("smooth");
  }

  private scrollToEnd(behavior: "smooth" | "instant"): void {
    this.scrollTo(Math.max(0, this.height - this.viewHeight), behavior);
  }

  private scrollTo(top: number, behavior: "smooth" | "instant"): void {
    const smooth = behavior === "smooth" && !prefersCalm();
    this.scroller.scrollTo({ top, behavior: smooth ? "smooth" : "instant" });
    if (!smooth) this.top = top;
  }

  onScroll(): void {
    const { scrollTop } = this.scroller;
    const up = scrollTop < this.top;
    this.top = scrollTop;
    // Growth alone leaves nobody behind: only who scrolls up has left the end.
    if (this.distanceToEnd() < NEAR_END) this.nearEnd = true;
    else if (up) this.nearEnd = false;
    this.showButton();
    this.askForOlder();
  }

  /** Before older items come in above: remembers what the visitor looks at. */
  rememberPosition(): void {
    const element = this.stickToEnd || this.pinning ? undefined : this.firstInView();
    this.keepInView(element ? { element, offset: this.offsetOf(element), settled: false } : null);
  }

  /** After the older items were drawn. */
  keepPosition(): void {
    if (!this.anchor) return;
    this.measure();
    this.settle();
  }

  /** The first item that reaches into the view; a long thread has too many to look at each. */
  private firstInView(): HTMLElement | undefined {
    const edge = this.scroller.getBoundingClientRect().top;
    const reaches = (element: Element) => element.getBoundingClientRect().bottom > edge;
    const turns = this.thread.querySelectorAll(":scope > .turn");
    let [low, high] = [0, turns.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reaches(turns[middle]!)) high = middle;
      else low = middle + 1;
    }
    // A turn that was cut in two by its page may grow above this item.
    const items = turns[low]?.querySelectorAll<HTMLElement>(":scope > .item");
    return [...(items ?? [])].find(reaches) ?? items?.[0];
  }

  private keepInView(anchor: Anchor | null): void {
    this.anchor = anchor;
    // The browser's own way would move the page a second time.
    this.scroller.style.overflowAnchor = anchor ? "none" : "";
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
      this.scrollTo(this.offsetOf(this.pinned) - TOP_GAP, "instant");
    } else if (this.anchor?.element.isConnected) this.restorePosition(this.anchor);
    this.showButton();
  }

  private askForOlder(): void {
    // A thread that was just opened is on its way to its end, unless there is too little of it.
    if (this.stickToEnd && this.height > this.viewHeight + NEAR_TOP) return;
    if (this.top < NEAR_TOP) this.options.onTop();
  }

  /** Moves on by what came in above: the visitor may have scrolled on meanwhile. */
  private restorePosition(anchor: Anchor): void {
    const grown = this.offsetOf(anchor.element) - anchor.offset;
    anchor.offset += grown;
    anchor.settled = true;
    if (Math.abs(grown) >= 1) this.scrollTo(this.scroller.scrollTop + grown, "instant");
  }

  private release(): void {
    this.stickToEnd = false;
    this.pinning = false;
    // What is on its way in still has to be made up for.
    if (this.anchor?.settled) this.keepInView(null);
  }

  /**
   * Room below the answer, so that its question can stay at the top.
   *
   * The spacer stands behind the conversation and reaches as far down as there is to scroll. With
   * every change of that the browser paints all of the conversation again, so while an answer grows
   * it is done in steps; who has scrolled into the rest of a step stays there.
   */
  private fitSpacer(): void {
    let height = 0;
    if (this.pinned?.isConnected) {
      height = Math.floor(this.offsetOf(this.pinned) - TOP_GAP + this.viewHeight);
    }
    const step = Math.ceil(this.height / STEP) * STEP;
    if (this.growing && height < this.height) height = step;
    else if (!this.stickToEnd) {
      const seen = Math.floor(this.top + this.viewHeight);
      height = Math.max(height, Math.min(step, seen, this.spacerHeight));
    }
    // No taller than the conversation itself, it does nothing.
    if (height < this.height) height = 0;
    if (height === this.spacerHeight) return;
    this.spacerHeight = height;
    // CSSOM, not a style attribute: a strict Content-Security-Policy allows only this.
    this.spacer.style.height = `${height}px`;
  }

  private showButton(): void {
    const hidden = this.distanceToEnd() < NEAR_END;
    if (this.button && this.button.hidden !== hidden) this.button.hidden = hidden;
  }

  private distanceToEnd(): number {
    return this.height - this.top - this.viewHeight;
  }

  /** What the observer will tell, when it cannot be waited for. */
  private measure(): void {
    this.height = this.thread.getBoundingClientRect().height;
    this.viewHeight = this.scroller.clientHeight;
    this.top = this.scroller.scrollTop;
  }

  /** How far below the conversation's beginning an element of it is, in px. */
  private offsetOf(element: HTMLElement): number {
    return element.getBoundingClientRect().top - this.thread.getBoundingClientRect().top;
  }
}

const prefersCalm = (): boolean => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
