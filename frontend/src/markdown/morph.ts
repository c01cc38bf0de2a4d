/** Changes shown nodes into newer ones with as few changes as possible. */
import { isSameMarker, MARKER } from "./citation-marker";
import { growCode } from "./code";
import { isSameFormula } from "./formulas";

function morphAttributes(shown: Element, newer: Element): void {
  for (const { name } of [...shown.attributes]) {
    if (!newer.hasAttribute(name)) shown.removeAttribute(name);
  }
  for (const { name, value } of newer.attributes) {
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }
}

/**
 * Makes `shown` equal to `newer`, keeping its nodes where they are of the same kind, so that a
 * selection, the focus and a scroll position inside outlive the next piece of text.
 *
 * @returns the node that is now in the document: `shown`, or `newer` in its place.
 */
export function morph<Shown extends ChildNode>(shown: Shown, newer: ChildNode): ChildNode {
  if (shown instanceof Text && newer instanceof Text) {
    // Appending keeps a selection that ends in this node; setting the text would lose it.
    if (newer.data.startsWith(shown.data)) shown.appendData(newer.data.slice(shown.length));
    else shown.data = newer.data;
    return shown;
  }
  if (
    !(shown instanceof HTMLElement && newer instanceof HTMLElement) ||
    shown.nodeName !== newer.nodeName ||
    shown.className !== newer.className
  ) {
    shown.replaceWith(newer);
    return newer;
  }
  if (shown.nodeName === "CODE") {
    if (isSameFormula(shown, newer) || growCode(shown, newer)) return shown;
    shown.replaceWith(newer);
    return newer;
  }
  // A copy button that says "Copied" goes on saying so; a marker is as its source is.
  if (shown.className === "ck-md-copy" || isSameMarker(shown, newer)) return shown;
  if (shown.matches(MARKER)) {
    shown.replaceWith(newer);
    return newer;
  }
  morphAttributes(shown, newer);
  const [shownChildren, newerChildren] = [[...shown.childNodes], [...newer.childNodes]];
  newerChildren.forEach((child, index) => {
    const existing = shownChildren[index];
    if (existing) morph(existing, child);
    else shown.append(child);
  });
  for (const extra of shownChildren.slice(newerChildren.length)) extra.remove();
  return shown;
}
