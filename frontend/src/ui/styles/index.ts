/** The element's style sheets, shared by all elements of a page. */

import { iconStyles } from "../../icons";
import { base } from "./base";
import { composer } from "./composer";
import { frame } from "./frame";
import { items } from "./items";
import { thread } from "./thread";

let shared: CSSStyleSheet[] | null = null;

/** Constructed sheets: a strict Content-Security-Policy allows them, and no inline style. */
export function styleSheets(): CSSStyleSheet[] {
  shared ??= [base, iconStyles, frame, thread, items, composer].map(sheetOf);
  return shared;
}

const lazy = new Map<string, CSSStyleSheet>();

/** Adds the styles of a lazily loaded part to the shadow root that a piece is in. */
export function adoptStyles(piece: Node, cssText: string): void {
  const root = piece.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const sheet = lazy.get(cssText) ?? sheetOf(cssText);
  lazy.set(cssText, sheet);
  if (!root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}

function sheetOf(cssText: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cssText);
  return sheet;
}
