/**
 * The lazily loaded asset `markdown`: assistant Markdown as DOM, while it is being written.
 *
 * A view keeps the nodes of finished blocks; only the last block is parsed and drawn again, so that
 * a long answer costs no more at its end than at its beginning.
 */
import type * as HighlightModule from "../highlight";
import type * as MathModule from "../math";
import { drawingOf } from "../ui/data-image";
import { citationMarker, watchMarkers, type Citation, type CitationOptions } from "./citation-marker";
import { Citations } from "./citations";
import { copyText } from "./clipboard";
import { highlightCode } from "./code";
import { drawFormulas } from "./formulas";
import { LateModule } from "./late";
import { parseDeepLink } from "./links";
import { morph } from "./morph";
import { parseBlocks, type Links, type Token, type Tokens } from "./parser";
import { renderBlock, type RenderOptions } from "./render";
import { goOn, runningText, type RunningText } from "./running-text";
import { completeBlock, endsInFormula } from "./unfinished";

export type { Citation } from "./citation-marker";
export { markdownStyles } from "./styles";

export interface MarkdownViewOptions {
  /** Hosts images may be loaded from (`*.example.com` for subdomains), beside the page's own. */
  allowedImageDomains: readonly string[];
  /** Called instead of a navigation when a `chatkit-link://name?key=value` link is followed. */
  onDeepLink(name: string, data: Record<string, string>): void;
  copyLabel: string;
  copiedLabel: string;
  /** What a screen reader calls the scrolling frame of a table. */
  tableLabel?: string;
  loadHighlighter(): Promise<typeof HighlightModule>;
  /** Without it formulas stay LaTeX. */
  loadMath?: () => Promise<typeof MathModule>;
  /** Without it no source is marked. */
  citations?: CitationOptions;
}

export interface MarkdownView {
  readonly element: HTMLElement;
  /**
   * Shows `text`, all of it so far.
   *
   * @param streaming whether more will follow; the last call must say `false`.
   * @param citations the sources that are marked in the text.
   */
  update(text: string, streaming: boolean, citations?: readonly Citation[]): void;
}

interface Block {
  source: string;
  node: HTMLElement | undefined;
}

/** What is to be coloured, and what is to be drawn. */
const CODE = "pre > code[data-language]:not([data-language=''])";
const FORMULA = ".ck-md-math:not([data-drawn])";

/** How long the copy button says so, in milliseconds. */
const COPIED_FOR = 2000;

/**
 * A block of more characters than this is drawn at most once in `LONG_BLOCK_PAUSE` milliseconds
 * while it is written: each drawing costs as much as the block is long.
 */
const LONG_BLOCK = 2000;
const LONG_BLOCK_PAUSE = 50;

function lastIndex<Item>(items: readonly Item[], matches: (item: Item) => boolean): number {
  let index = items.length - 1;
  while (index >= 0 && !matches(items[index]!)) index -= 1;
  return index;
}

function lengthOf(tokens: readonly Token[]): number {
  return tokens.reduce((length, { raw }) => length + raw.length, 0);
}

class View implements MarkdownView {
  readonly element = document.createElement("div");
  private readonly status = document.createElement("span");
  private readonly render: RenderOptions;
  private readonly brokenImages = new Set<string>();
  private blocks: Block[] = [];
  private text = "";
  private streaming: boolean | undefined;
  /** How many blocks are final, and where in the text the first other one begins. */
  private finished = 0;
  private finishedLength = 0;
  /** How much of the text has been searched for the ends of blocks. */
  private searched = 0;
  private pause: ReturnType<typeof setTimeout> | undefined;
  /** Where the text goes on when only words follow. */
  private running: RunningText | undefined;
  private links: Links = {};
  private readonly highlighter: LateModule<typeof HighlightModule>;
  private readonly math: LateModule<typeof MathModule>;
  private readonly citations: Citations;

  constructor(private readonly options: MarkdownViewOptions) {
    const { allowedImageDomains, copyLabel, tableLabel = "Table" } = options;
    const { brokenImages } = this;
    this.render = { allowedImageDomains, brokenImages, copyLabel, tableLabel };
    this.highlighter = new LateModule(() => options.loadHighlighter());
    this.math = new LateModule(options.loadMath);
    const { citations: marks } = options;
    this.citations = new Citations((citation) => citationMarker(citation, marks!));
    if (marks) watchMarkers(this.element, marks);
    this.element.className = "ck-md";
    this.element.dir = "auto";
    this.element.addEventListener("click", (event) => this.activate(event));
    this.element.addEventListener("auxclick", (event) => this.activate(event));
    // An image's error does not bubble.
    this.element.addEventListener("error", (event) => void this.replaceImage(event), true);
    this.status.className = "ck-md-status";
    this.status.setAttribute("role", "status");
  }

  update(source: string, streaming: boolean, citations: readonly Citation[] = []): void {
    const text = source.replace(/\r\n?/g, "\n");
    const marked = this.citations.set(this.options.citations ? citations : [], source);
    if (text === this.text && streaming === this.streaming && marked === Infinity) return;
    this.streaming = streaming;
    if (!text.startsWith(this.text) || marked <= this.finishedLength) this.forget();
    this.text = text;
    if (streaming && this.running && marked === Infinity && goOn(this.running, text)) return;
    if (!streaming) this.settle();
    else if (this.pause === undefined) this.extend();
  }

  /** Takes no block for finished any more. */
  private forget(): void {
    this.finished = this.finishedLength = this.searched = 0;
    this.links = {};
    this.running = undefined;
    clearTimeout(this.pause);
    this.pause = undefined;
  }

  /** Draws what follows the finished blocks. */
  private extend(): void {
    const before = this.finishedLength;
    const done = this.finishBlocks();
    const tail = this.text.slice(this.finishedLength);
    const completed = completeBlock(tail);
    const open = parseBlocks(completed, { ...this.links });
    const first = this.finished - done.length;
    this.show(first, [...done, ...open], before);
    this.refine(first);
    const isWhole = completed === tail && this.citations.isEmpty;
    this.running = isWhole
      ? runningText(tail, open.at(-1), this.blocks.at(-1)?.node, this.text.length)
      : undefined;
    if (tail.length <= LONG_BLOCK) return;
    const { length } = this.text;
    this.pause = setTimeout(() => {
      this.pause = undefined;
      if (this.streaming && this.text.length > length) this.extend();
    }, LONG_BLOCK_PAUSE);
  }

  /** The blocks that the new text has finished: all but the last. */
  private finishBlocks(): Token[] {
    // Only a new line ends a block; the one before the new text may be it.
    const unsearched = this.text.slice(Math.max(0, this.searched - 1));
    this.searched = this.text.length;
    if (!unsearched.includes("\n")) return [];
    const tail = this.text.slice(this.finishedLength);
    const tokens = parseBlocks(tail, { ...this.links });
    const last = lastIndex(tokens, (token) => token.type !== "space");
    const done = tokens.slice(0, Math.max(last, 0));
    const source = done.map((token) => token.raw).join("");
    // Without their exact place in the text, blocks cannot be left behind.
    if (!tail.startsWith(source)) return [];
    for (const token of done) {
      if (token.type === "def") this.links[(token as Tokens.Def).tag] ??= token as Tokens.Def;
    }
    this.finished += done.length;
    this.finishedLength += source.length;
    return done;
  }

  /** Draws the whole text; blocks that are as they were keep their nodes. */
  private settle(): void {
    const links: Links = {};
    const tokens = parseBlocks(this.text, links);
    this.links = links;
    let first = 0;
    // A definition gives meaning to links of the blocks before it.
    if (Object.keys(links).length === 0) {
      while (first < this.finished && this.blocks[first]?.source === tokens[first]?.raw) first += 1;
    }
    this.show(first, tokens.slice(first), lengthOf(tokens.slice(0, first)));
    this.forget();
    this.refine(first);
  }

  /** Puts `tokens`, which begin at `start` in the text, in the place of the blocks from `first` on. */
  private show(first: number, tokens: readonly Token[], start: number): void {
    const drawn = this.draw(tokens, start);
    tokens.forEach((token, offset) => {
      const index = first + offset;
      const shown = this.blocks[index];
      const newer = drawn[offset];
      let node = newer;
      if (shown?.node && newer) node = morph(shown.node, newer) as HTMLElement;
      else if (shown?.node) shown.node.remove();
      else if (newer) this.insert(newer, index);
      this.blocks[index] = { source: token.raw, node };
    });
    for (const extra of this.blocks.splice(first + tokens.length)) extra.node?.remove();
  }

  private draw(tokens: readonly Token[], start: number): (HTMLElement | undefined)[] {
    const plain = (token: Token) => renderBlock(token, this.render);
    if (this.citations.isEmpty) return tokens.map(plain);
    const starts: number[] = [];
    tokens.reduce((at, { raw }) => (starts.push(at), at + raw.length), start);
    const isShown = tokens.map(({ type }) => type !== "space" && type !== "def" && type !== "hr");
    return tokens.map((token, index) => {
      if (!isShown[index]) return plain(token);
      // What stands between two blocks belongs to the first, and before all of them to it as well.
      const next = isShown.indexOf(true, index + 1);
      const from = start === 0 && isShown.indexOf(true) === index ? -1 : starts[index]!;
      const end = this.streaming ? this.text.length : Infinity;
      const places = this.citations.between(from, next < 0 ? end : starts[next]!);
      return this.citations.draw(token, starts[index]!, places, this.links, plain);
    });
  }

  private insert(node: HTMLElement, index: number): void {
    const next = this.blocks.slice(index + 1).find((block) => block.node)?.node;
    this.element.insertBefore(node, next ?? (this.status.isConnected ? this.status : null));
  }

  /** Colours code and draws formulas in the blocks from `first` on, as far as they are complete. */
  private refine(first: number): void {
    const drawn = this.nodes(first);
    if (drawn.some((node) => node.querySelector(CODE))) {
      this.highlighter.use((module, late) => {
        // The text it went on in may be in other nodes now.
        if (late) this.running = undefined;
        for (const node of late ? this.nodes(0) : drawn) highlightCode(node, module, this.openBlock());
      });
    }
    if (drawn.some((node) => node.querySelector(FORMULA))) {
      this.math.use((module, late) => {
        const tail = this.text.slice(this.finishedLength);
        const unfinished = endsInFormula(tail) ? this.openBlock() : undefined;
        for (const node of late ? this.nodes(0) : drawn) drawFormulas(node, module, unfinished);
      });
    }
  }

  /** What is shown of the blocks from `first` on. */
  private nodes(first: number): HTMLElement[] {
    return this.blocks.slice(first).flatMap(({ node }) => node ?? []);
  }

  /** The block that is still being written. */
  private openBlock(): Element | undefined {
    return this.streaming ? this.blocks.at(-1)?.node : undefined;
  }

  private activate(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : undefined;
    const link = target?.closest("a.ck-md-deep-link");
    if (link) {
      // The middle button would open the address in a tab, where no page knows it.
      event.preventDefault();
      const deep = parseDeepLink(link.getAttribute("href") ?? "");
      if (deep && event.type === "click") this.options.onDeepLink(deep.name, deep.data);
    }
    const button = event.type === "click" ? target?.closest(".ck-md-copy") : undefined;
    if (button) void this.copy(button);
  }

  private async replaceImage(event: Event): Promise<void> {
    const image = event.target;
    if (!(image instanceof HTMLImageElement)) return;
    if (image.src.startsWith("data:")) {
      image.replaceWith((await drawingOf(image)) ?? image.alt);
      return;
    }
    this.brokenImages.add(image.getAttribute("src") ?? "");
    this.forget();
    if (this.streaming) this.extend();
    else this.settle();
  }

  private async copy(button: Element): Promise<void> {
    const code = button.closest(".ck-md-code")?.querySelector("pre")?.textContent ?? "";
    if (!(await copyText(code))) return;
    this.element.append(this.status);
    this.element.dataset.copied = "";
    this.status.textContent = this.options.copiedLabel;
    button.setAttribute("data-copied", "");
    button.setAttribute("aria-label", this.options.copiedLabel);
    setTimeout(() => {
      this.status.textContent = "";
      button.removeAttribute("data-copied");
      button.setAttribute("aria-label", this.options.copyLabel);
    }, COPIED_FOR);
  }
}

/** Makes a view of one text; it is empty until its first `update`. */
export function createMarkdownView(options: MarkdownViewOptions): MarkdownView {
  return new View(options);
}
