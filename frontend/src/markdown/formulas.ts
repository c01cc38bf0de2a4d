/** Formulas: their source at first, drawn when the module that can is there. */
import type * as MathModule from "../math";
import { element } from "./dom";

/** The source of each formula that is drawn; its text is not its source any more. */
const drawn = new WeakMap<Element, string>();

/** A formula as its source, in a scrolling frame of its own when `block`. */
export function formula(source: string, block: boolean): HTMLElement {
  const code = element("code", "ck-md-math", source);
  if (!block) return code;
  const frame = element("pre", "ck-md-math-block", code);
  frame.tabIndex = 0;
  return frame;
}

/** Whether `shown` already draws the formula `newer`. */
export function isSameFormula(shown: Element, newer: Element): boolean {
  return drawn.has(shown) && drawn.get(shown) === newer.textContent;
}

/**
 * Draws the formulas below `root` that are not drawn yet.
 *
 * @param unfinished the block whose last formula is still being written, if there is one.
 */
export function drawFormulas(
  root: Element,
  { renderMath }: typeof MathModule,
  unfinished: Element | undefined,
): void {
  const waiting = [...(unfinished?.querySelectorAll(".ck-md-math") ?? [])].at(-1);
  for (const code of root.querySelectorAll<HTMLElement>(".ck-md-math:not([data-drawn])")) {
    if (code === waiting) continue;
    const source = code.textContent;
    const math = renderMath(source, code.parentElement?.className === "ck-md-math-block");
    code.dataset.drawn = math ? "true" : "false";
    if (!math) continue;
    code.replaceChildren(math);
    drawn.set(code, source);
  }
}
