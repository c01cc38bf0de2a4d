/**
 * The lazily loaded asset `math`: LaTeX as MathML, by Temml (https://temml.org).
 *
 * MathML needs no style sheet, no fonts and no inline styles of ours, and screen readers read it.
 */
import temml from "temml";

const MATHML = "http://www.w3.org/1998/Math/MathML";

/** Sizes beyond these would push the rest of the page away: em of a length, and of a rule. */
const MAX_SIZE: [number, number] = [30, 60];
const MAX_EXPANSIONS = 500;
const MAX_LENGTH = 5000;

/** A node of Temml's tree, as far as it is used here. */
interface MathNode {
  attributes?: Record<string, string>;
  style?: Record<string, string>;
  children?: MathNode[];
  toNode(): Element;
}

/** Browsers whose MathML takes no style do without: an alignment, a colour. */
const hasStyle = typeof MathMLElement !== "undefined" && "style" in MathMLElement.prototype;

/** A strict Content-Security-Policy refuses `style` attributes, but not the CSSOM. */
function withoutStyleAttributes(node: MathNode): void {
  const { style, ...attributes } = node.attributes ?? {};
  if (style !== undefined) {
    node.attributes = attributes;
    node.style ??= {};
    for (const declaration of style.split(";")) {
      const [name = "", value = ""] = declaration.split(":");
      if (name.trim()) node.style[name.trim()] = value.trim();
    }
  }
  if (!hasStyle && node.style) node.style = {};
  node.children?.forEach(withoutStyleAttributes);
}

/** Whether `node` is made of MathML alone, with nothing that leads elsewhere. */
function isHarmless(node: Element): boolean {
  const inert = (element: Element): boolean =>
    element.namespaceURI === MATHML &&
    [...element.attributes].every(({ name }) => !/^(on|href|src|xlink|id$)/i.test(name));
  return [node, ...node.querySelectorAll("*")].every(inert);
}

/**
 * Draws a formula.
 *
 * @param source LaTeX without its delimiters.
 * @param block whether it stands on lines of its own.
 * @returns `undefined` for what is no LaTeX; its source is then all there is to show.
 */
export function renderMath(source: string, block: boolean): Element | undefined {
  if (source.length > MAX_LENGTH) return undefined;
  let formula: Element;
  try {
    const tree = temml.__renderToMathMLTree(source, {
      displayMode: block,
      throwOnError: true,
      trust: false,
      strict: false,
      maxSize: MAX_SIZE,
      maxExpand: MAX_EXPANSIONS,
    }) as MathNode;
    withoutStyleAttributes(tree);
    formula = tree.toNode();
  } catch {
    return undefined;
  }
  return isHarmless(formula) ? formula : undefined;
}
