/** Emphasis, code spans, links and formulas of an unfinished paragraph, closed. */

interface Opener {
  kind: "*" | "_" | "~" | "[" | "![";
  /** The characters that close it; none for a link, which loses its bracket instead. */
  marker: string;
  /** Where it stands in the completed text. */
  at: number;
}

/** `(address "title")`, with pairs of brackets in the address. */
const ADDRESS = /^\((?:[^()\\\n]|\\.|\([^()\n]*\))*\)/;
const LABEL = /^\[[^\]\n]*\]/;

const isSpace = (character: string | undefined): boolean =>
  character === undefined || /\s/.test(character);

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Reads a paragraph from start to end, and remembers what is open. */
class Scanner {
  private readonly open: Opener[] = [];
  private text = "";
  private at = 0;

  constructor(private readonly source: string) {}

  complete(): string {
    while (this.at < this.source.length) {
      const finished = this.step();
      if (finished !== undefined) return finished;
    }
    return this.close();
  }

  /** Reads one piece; returns the completed text when the rest cannot be judged yet. */
  private step(): string | undefined {
    const rest = this.source.slice(this.at, this.at + 2);
    switch (rest[0]) {
      case "\\":
        return this.escape();
      case "`":
        return this.codeSpan();
      case "*":
      case "_":
      case "~":
        return this.emphasis(rest[0]);
      case "[":
        return this.bracket("[");
      case "!":
        return rest === "![" ? this.bracket("![") : this.take(1);
      case "]":
        return this.link();
      default:
        return this.take(1);
    }
  }

  private take(length: number): undefined {
    this.text += this.source.slice(this.at, this.at + length);
    this.at += length;
    return undefined;
  }

  private escape(): string | undefined {
    const { source, at } = this;
    if (at + 1 >= source.length) return this.close();
    if (source[at + 1] !== "(") return this.take(2);
    // A formula is not Markdown inside, and an unfinished one is a formula too.
    const end = source.indexOf("\\)", at + 2);
    if (end >= 0) return this.take(end + 2 - at);
    if (!source.slice(at + 2).trim()) return this.close();
    this.take(source.length - at);
    return this.close("\\)");
  }

  private codeSpan(): string | undefined {
    const ticks = /^`+/.exec(this.source.slice(this.at))?.[0] ?? "`";
    const inside = this.source.slice(this.at + ticks.length);
    const end = new RegExp(`(?<!\`)${ticks}(?!\`)`).exec(inside);
    if (end) return this.take(ticks.length * 2 + end.index);
    const code = inside.replace(/`+$/, "");
    if (!code.trim()) return this.close();
    this.text += ticks + code;
    return this.close(ticks);
  }

  private emphasis(kind: "*" | "_" | "~"): string | undefined {
    let end = this.at;
    while (this.source[end] === kind) end += 1;
    const run = this.source.slice(this.at, end);
    const [before, after] = [this.source[this.at - 1], this.source[end]];
    // At the very end nobody knows yet whether it opens or closes.
    if (after === undefined) return this.close();
    const insideWord = isWord(before) && isWord(after);
    const possible = !(kind === "~" && run.length !== 2) && !(kind === "_" && insideWord);
    if (possible && !isSpace(before) && this.find(kind) >= 0) this.closeEmphasis(kind, run.length);
    else if (possible && !isSpace(after) && !(insideWord && run.length === 1)) {
      this.open.push({ kind, marker: run, at: this.text.length });
    }
    return this.take(run.length);
  }

  private closeEmphasis(kind: Opener["kind"], length: number): void {
    let left = length;
    for (let index = this.find(kind); left > 0 && index >= 0; index = this.find(kind)) {
      const opener = this.open[index]!;
      const used = Math.min(left, opener.marker.length);
      left -= used;
      opener.marker = opener.marker.slice(used);
      // What was opened inside and not closed is text.
      if (!opener.marker) this.open.splice(index);
    }
  }

  private bracket(kind: "[" | "!["): undefined {
    this.open.push({ kind, marker: "", at: this.text.length });
    return this.take(kind.length);
  }

  private link(): string | undefined {
    const index = Math.max(this.find("["), this.find("!["));
    if (index < 0) return this.take(1);
    const next = this.source[this.at + 1];
    if (next === undefined) return this.close();
    let end = this.at + 1;
    if (next === "(" || next === "[") {
      const address = this.source.slice(end);
      const length = (next === "(" ? ADDRESS : LABEL).exec(address)?.[0].length;
      // An address does not go on to the next line.
      if (length === undefined && !address.includes("\n")) return this.close();
      end += length ?? 0;
    }
    this.open.splice(index);
    return this.take(end - this.at);
  }

  private find(kind: Opener["kind"]): number {
    return this.open.map((opener) => opener.kind).lastIndexOf(kind);
  }

  /** The text so far with everything open closed, the innermost first. */
  private close(last = ""): string {
    let text = this.text + last;
    for (const { kind, marker, at } of [...this.open].reverse()) {
      if (kind === "![") text = text.slice(0, at);
      else if (kind === "[") text = text.slice(0, at) + text.slice(at + 1);
      else if (text.slice(at + marker.length).trim()) text = text.trimEnd() + marker;
      else text = text.slice(0, at);
    }
    return text;
  }
}

/** `source`, the text of one paragraph, with every open emphasis, code span and link closed. */
export function completeInline(source: string): string {
  return new Scanner(source).complete();
}
