/**
 * Markdown to tokens: GitHub's flavour (https://github.github.com/gfm/) by `marked`, with three
 * departures. HTML is text. Line breaks count, as people press Enter to break a line. Formulas keep
 * their source, as Markdown would eat their backslashes and underscores.
 */
import { Marked, Tokenizer, type Token, type TokenizerExtension, type Tokens } from "marked";

export type { Token, Tokens } from "marked";

/** A formula: `$x$`, `\(x\)`, `$$x$$` or `\[x\]`. */
export interface MathToken {
  type: "math";
  raw: string;
  text: string;
  block: boolean;
}

export type Links = Record<string, { href: string | null; title: string | null }>;

const blockMath: TokenizerExtension = {
  name: "math",
  level: "block",
  start: (source) => /(?:^|\n) {0,3}(?:\$\$|\\\[)/.exec(source)?.index,
  tokenizer(source): MathToken | undefined {
    // An unfinished formula is one up to the end, like an unfinished code block.
    const match =
      /^ {0,3}\$\$([\s\S]*?)(?:\$\$ *(?:\n+|$)|$)/.exec(source) ??
      /^ {0,3}\\\[([\s\S]*?)(?:\\\] *(?:\n+|$)|$)/.exec(source);
    if (!match?.[1]?.trim()) return undefined;
    return { type: "math", raw: match[0], text: match[1].trim(), block: true };
  },
};

const inlineMath: TokenizerExtension = {
  name: "inlineMath",
  level: "inline",
  start: (source) => /\$|\\[([]/.exec(source)?.index,
  tokenizer(source): MathToken | undefined {
    // A dollar before a digit is a price: the rule of Pandoc's tex_math_dollars. Code is code first.
    const match =
      /^\$\$([^$]+)\$\$/.exec(source) ??
      /^\$(?!\s)((?:\\.|[^$\\\n`])+?)(?<!\s)\$(?!\d)/.exec(source) ??
      /^\\\(([\s\S]+?)\\\)/.exec(source) ??
      /^\\\[([\s\S]+?)\\\]/.exec(source);
    if (!match?.[1]) return undefined;
    return { type: "math", raw: match[0], text: match[1].trim(), block: false };
  },
};

/** Deeper than anybody nests quotes and lists; below it their marks are text. */
const MAX_NESTING = 20;
let nesting = 0;

function nested<Result>(parse: () => Result): Result | undefined {
  if (nesting >= MAX_NESTING) return undefined;
  nesting += 1;
  try {
    return parse();
  } finally {
    nesting -= 1;
  }
}

const standard = Tokenizer.prototype;

const parser = new Marked({
  gfm: true,
  breaks: true,
  extensions: [blockMath, inlineMath],
  tokenizer: {
    html: () => undefined,
    tag: () => undefined,
    list(source) {
      return nested(() => standard.list.call(this, source));
    },
    blockquote(source) {
      return nested(() => standard.blockquote.call(this, source));
    },
    // One tilde is "about" in prose; two strike out.
    del: (source) => (source.startsWith("~~") ? false : undefined),
  },
});

/**
 * The blocks of `source`.
 *
 * @param links definitions (`[name]: address`) of earlier text; those of `source` are added.
 */
export function parseBlocks(source: string, links: Links): Token[] {
  const lexer = new parser.Lexer(parser.defaults);
  Object.assign(lexer.tokens.links, links);
  try {
    const tokens = lexer.lex(source);
    Object.assign(links, tokens.links);
    return tokens;
  } catch {
    // No known text comes here. One that does is still readable as it is.
    const text: Tokens.Text = { type: "text", raw: source, text: source, escaped: false };
    return [{ type: "paragraph", raw: source, text: source, tokens: [text] }];
  }
}
