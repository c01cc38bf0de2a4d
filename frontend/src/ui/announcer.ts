/** What a screen reader is told, politely and a sentence at a time. */

/** How long what was said stays to be read, in ms; afterwards nobody comes across it again. */
const KEPT = 10_000;
/** The least time between two remarks on the way to an answer, in ms. */
const PAUSE = 3_000;

interface Notice {
  level: string;
  title: string | null;
  message: string;
}

export class Announcer {
  /** The text of the live region. */
  text = "";
  private saidAt = -Infinity;
  private remark: string | null = null;
  private readonly told = new WeakSet<Notice>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed called whenever there is a new text. */
  constructor(private readonly changed: () => void) {}

  /** Says something now, in the place of any remark that waits. */
  say(text: string): void {
    clearTimeout(this.timer);
    this.remark = null;
    this.saidAt = performance.now();
    // The same words again would change nothing, and go unheard.
    this.text = text === this.text ? `${text}\u00a0` : text;
    this.timer = setTimeout(() => {
      this.text = "";
      this.changed();
    }, KEPT);
    this.changed();
  }

  /** Says the notices that are new, once; one of danger is an alert, and tells itself. */
  tell(notices: readonly Notice[]): void {
    const fresh = notices.filter((notice) => !this.told.has(notice) && notice.level !== "danger");
    if (fresh.length === 0) return;
    for (const notice of fresh) this.told.add(notice);
    this.say(
      fresh
        .flatMap(({ title, message }) => [title ?? "", message.replace(MARKS, "$1")])
        .filter(Boolean)
        .join("\n"),
    );
  }

  /** Says what may be missed: once, and only the newest of many remarks in a row. */
  mention(text: string): void {
    if (text === this.remark || text === this.text) return;
    const left = this.saidAt + PAUSE - performance.now();
    if (left <= 0) return this.say(text);
    clearTimeout(this.timer);
    this.remark = text;
    this.timer = setTimeout(() => this.say(text), left);
  }
}

/** Those of Markdown that a notice has; a link is known by its words. */
const MARKS = /[*_`]+|\[([^\]]*)\]\([^)]*\)/g;

const SILENT = "button, svg, style, annotation, [hidden], [aria-hidden='true'], .sr-only";
const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, pre, td, th, blockquote, div";

/** A message as somebody would read it out: its words, without marks and buttons. */
export function spokenText(message: Element): string {
  const walker = document.createTreeWalker(
    message,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && node.matches(SILENT)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  let text = "";
  let block: Element | null = null;
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const words = node instanceof HTMLImageElement ? node.alt : (node as Partial<Text>).data;
    if (words === undefined) continue;
    const own = node.parentElement?.closest(BLOCKS) ?? null;
    text += own === block ? words : `\n${words}`;
    block = own;
  }
  return text.replace(/[^\S\n]+/g, " ").replace(/\s*\n\s*/g, "\n").trim();
}
