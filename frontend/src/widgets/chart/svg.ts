/** Making SVG, without a style attribute in any markup. */
const NAMESPACE = "http://www.w3.org/2000/svg";

type Attributes = Readonly<Record<string, string | number>>;

export function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) {
    const written = typeof value === "number" ? Math.round(value * 100) / 100 : value;
    element.setAttribute(key, String(written));
  }
  element.append(...children);
  return element;
}

/** How wide a text is, in px; an estimate where nothing is laid out. */
export function widthOf(text: SVGTextElement): number {
  const measured =
    typeof text.getComputedTextLength === "function" ? text.getComputedTextLength() : 0;
  return measured || (text.textContent ?? "").length * 6.5;
}
