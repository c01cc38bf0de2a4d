/** Title, Caption, Text and Markdown. */
import { html, nothing } from "lit";
import { color, css, size, type Css } from "./css";
import type { Context, Drawn } from "./context";
import { oneOf, text, whole, type Json } from "./json";

const TITLE_SIZES = ["sm", "md", "lg", "xl", "2xl", "3xl", "4xl", "5xl"] as const;
export const TEXT_SIZES = ["xs", "sm", "md", "lg", "xl"] as const;
const WEIGHTS: Readonly<Record<string, string>> = {
  normal: "400",
  medium: "500",
  semibold: "600",
  bold: "700",
};

export function textCss(json: Json): Css {
  const weight = text(json.weight) ?? "";
  return {
    color: color(json.color, "text"),
    "font-weight": Object.hasOwn(WEIGHTS, weight) ? WEIGHTS[weight] : undefined,
    "text-align": oneOf(json.textAlign, ["start", "center", "end"]),
    "font-style": json.italic === true ? "italic" : undefined,
    "text-decoration": json.lineThrough === true ? "line-through" : undefined,
    width: size(json.width),
    "min-height": json.minLines ? `calc(${whole(json.minLines, 1, 50) ?? 1} * 1lh)` : undefined,
    "-webkit-line-clamp": json.maxLines ? String(whole(json.maxLines, 1, 200) ?? 1) : undefined,
  };
}

export function textClass(json: Json, base: string): string {
  const clamp = json.truncate === true ? " ck-w-truncate" : json.maxLines ? " ck-w-clamp" : "";
  return `${base}${clamp}`;
}

/** Words have their own direction, but start and end where the widget around them does. */
function wordsClass(json: Json, base: string): string {
  const side = oneOf(json.textAlign, ["start", "end"]);
  return `${textClass(json, base)}${side ? ` ck-w-at-${side}` : ""}`;
}

function wordsCss(json: Json): Css {
  const isCentered = json.textAlign === "center";
  return { ...textCss(json), "text-align": isCentered ? "center" : undefined };
}

/** The direction of words is their own; what has none, like a number, goes with its surroundings. */
export const directionOf = (value: unknown): "auto" | typeof nothing =>
  /\p{L}/u.test(text(value) ?? "") ? "auto" : nothing;

export function title(json: Json): Drawn {
  const scale = oneOf(json.size, TITLE_SIZES) ?? "md";
  const className = wordsClass(json, `ck-w-title ck-w-title-${scale}`);
  return html`<h3 class=${className} dir=${directionOf(json.value)} ${css(wordsCss(json))}>
    ${text(json.value)}
  </h3>`;
}

export function caption(json: Json): Drawn {
  const scale = oneOf(json.size, ["sm", "md", "lg"]) ?? "md";
  const className = wordsClass(json, `ck-w-caption ck-w-caption-${scale}`);
  return html`<p class=${className} dir=${directionOf(json.value)} ${css(wordsCss(json))}
    >${text(json.value)}</p
  >`;
}

export function plainText(json: Json): Drawn {
  const scale = oneOf(json.size, TEXT_SIZES) ?? "md";
  const className = wordsClass(json, `ck-w-text ck-w-text-${scale}`);
  return html`<p class=${className} dir=${directionOf(json.value)} ${css(wordsCss(json))}
    >${text(json.value)}</p
  >`;
}

export function markdown(json: Json, path: string, context: Context): Drawn {
  const value = text(json.value) ?? "";
  const view = context.markdownView(path);
  if (!view) return html`<p class="ck-w-text ck-w-text-md" dir=${directionOf(value)}>${value}</p>`;
  view.update(value, json.streaming === true);
  return html`<div class="ck-w-markdown">${view.element}</div>`;
}
