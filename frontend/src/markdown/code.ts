/** Code blocks: language, copy button, and highlighting that arrives later. */
import type * as HighlightModule from "../highlight";
import { element } from "./dom";
import type { Tokens } from "./parser";

const SVG = "http://www.w3.org/2000/svg";

/** Beyond this many characters colours are not worth the wait. */
const MAX_HIGHLIGHTED = 60_000;

/** While text still arrives, longer blocks keep to plain text. */
const MAX_LIVE = 12_000;
const LIVE_GROWTH = 1.05;

/** What is shown, as `data-language` keeps what was written: `js` is JavaScript. */
const NAMES: Readonly<Record<string, string>> = {
  cpp: "C++",
  cs: "C#",
  csharp: "C#",
  css: "CSS",
  html: "HTML",
  js: "JavaScript",
  javascript: "JavaScript",
  json: "JSON",
  jsx: "JSX",
  md: "Markdown",
  php: "PHP",
  py: "Python",
  rb: "Ruby",
  rs: "Rust",
  sh: "Shell",
  sql: "SQL",
  toml: "TOML",
  ts: "TypeScript",
  typescript: "TypeScript",
  tsx: "TSX",
  xml: "XML",
  yaml: "YAML",
  yml: "YAML",
};

/** The first word of the info string, as the authors of renderers and models mean it. */
const languageOf = (info: string | undefined): string =>
  (/^[\w+#.-]{1,32}/.exec(info ?? "")?.[0] ?? "").toLowerCase();

function displayName(language: string): string {
  if (Object.hasOwn(NAMES, language)) return NAMES[language] ?? language;
  return language.charAt(0).toUpperCase() + language.slice(1);
}

/** Two sheets of paper; a tick once copied. */
function copyIcon(): SVGElement {
  const icon = document.createElementNS(SVG, "svg");
  for (const [name, value] of [
    ["viewBox", "0 0 24 24"],
    ["class", "ck-icon"],
    ["aria-hidden", "true"],
  ] as const) {
    icon.setAttribute(name, value);
  }
  for (const [name, data] of [
    [
      "ck-md-copy-sheets",
      "M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2zM4 16a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2",
    ],
    ["ck-md-copy-tick", "M20 6 9 17l-5-5"],
  ] as const) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", name);
    path.setAttribute("d", data);
    icon.append(path);
  }
  return icon;
}

export function codeBlock(token: Tokens.Code, copyLabel: string): HTMLElement {
  const language = token.codeBlockStyle === "indented" ? "" : languageOf(token.lang);
  const code = element("code", "", token.text);
  code.dataset.language = language;
  const frame = element("pre", "", code);
  frame.tabIndex = 0;
  const button = element("button", "ck-md-copy", copyIcon());
  button.type = "button";
  button.setAttribute("aria-label", copyLabel);
  button.title = copyLabel;
  const head = element(
    "div",
    "ck-md-code-head",
    element("span", "ck-md-language", displayName(language)),
    button,
  );
  return element("div", "ck-md-code", head, frame);
}

interface Highlighted {
  /** How many characters are coloured. */
  length: number;
  /** No more is expected, so the text need not be compared again. */
  final: boolean;
}

const highlighted = new WeakMap<Element, Highlighted>();

/**
 * Brings a shown code element up to the source of a newer one, its coloured part kept.
 *
 * @returns whether that was possible: the newer source continues the shown one.
 */
export function growCode(shown: HTMLElement, newer: HTMLElement): boolean {
  const [before, after] = [shown.textContent, newer.textContent];
  if (shown.dataset.language !== newer.dataset.language) return false;
  if (!after.startsWith(before)) return false;
  const rest = after.slice(before.length);
  if (!rest) return true;
  const last = shown.lastChild;
  if (last instanceof Text) last.appendData(rest);
  else shown.append(rest);
  const state = highlighted.get(shown);
  if (state) state.final = false;
  return true;
}

/** Brings `shown` up to `newer`; the nodes it begins with that are the same stay where they are. */
function replaceRest(shown: HTMLElement, newer: DocumentFragment): void {
  const [before, after] = [[...shown.childNodes], [...newer.childNodes]];
  let same = 0;
  while (before[same] && after[same] && before[same]!.isEqualNode(after[same]!)) same += 1;
  for (const node of before.slice(same)) node.remove();
  shown.append(...after.slice(same));
}

/**
 * Colours the code below `root` that is not coloured yet.
 *
 * @param open the block still being written; its code is coloured line by line.
 */
export function highlightCode(
  root: Element,
  highlighter: typeof HighlightModule,
  open: Element | undefined,
): void {
  for (const code of root.querySelectorAll<HTMLElement>("pre > code[data-language]")) {
    const language = code.dataset.language ?? "";
    const state = highlighted.get(code);
    if (!language || state?.final) continue;
    const source = code.textContent;
    const final = open?.contains(code) !== true;
    const length = final ? source.length : source.lastIndexOf("\n") + 1;
    if (length === 0 || length > (final ? MAX_HIGHLIGHTED : MAX_LIVE)) continue;
    if (state?.length === length) {
      state.final = final;
      continue;
    }
    // Each colouring reads all lines again: the longer the code, the more of them at a time.
    if (!final && state && length < state.length * LIVE_GROWTH) continue;
    const colored = highlighter.highlight(source.slice(0, length), language);
    if (!colored) continue;
    if (length < source.length) colored.append(source.slice(length));
    replaceRest(code, colored);
    highlighted.set(code, { length, final });
  }
}
