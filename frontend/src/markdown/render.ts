/**
 * Tokens to DOM.
 *
 * Nodes are created one by one and text is only ever set as text: no markup of a message is parsed,
 * nothing of it becomes a class, an id or a style.
 */
import { imageAllowed } from "../ui/safe-url";
import { codeBlock } from "./code";
import { element, type Content } from "./dom";
import { decodeEntities } from "./entities";
import { formula } from "./formulas";
import { linkAddress, parseDeepLink } from "./links";
import type { MathToken, Token, Tokens } from "./parser";

export interface RenderOptions {
  allowedImageDomains: readonly string[];
  /** Addresses that turned out to hold no image: shown as links. */
  brokenImages: ReadonlySet<string>;
  copyLabel: string;
  tableLabel: string;
}

/** Deeper nesting than anybody writes is shown as source. */
const MAX_DEPTH = 24;

function link(token: Tokens.Link | Tokens.Image, label: Content[]): Content[] {
  const deep = parseDeepLink(token.href);
  const address = deep ? token.href : linkAddress(token.href);
  if (address === undefined) return label;
  const anchor = element("a", deep ? "ck-md-deep-link" : "", ...label);
  anchor.href = address;
  if (!deep) {
    anchor.target = "_blank";
    anchor.rel = "noopener noreferrer";
  }
  if (token.title) anchor.title = decodeEntities(token.title);
  return [anchor];
}

function image(token: Tokens.Image, options: RenderOptions): Content[] {
  const label = decodeEntities(token.text) || token.href;
  const allowed = imageAllowed(token.href, options.allowedImageDomains);
  if (!allowed || options.brokenImages.has(token.href)) return link(token, [label]);
  const node = element("img", "ck-md-image");
  node.alt = decodeEntities(token.text);
  node.loading = "lazy";
  node.decoding = "async";
  node.referrerPolicy = "no-referrer";
  node.src = token.href;
  return [node];
}

function inline(
  tokens: readonly Token[] | undefined,
  options: RenderOptions,
  depth = 0,
): Content[] {
  return (tokens ?? []).flatMap((token): Content[] => {
    const children = (): Content[] =>
      depth < MAX_DEPTH ? inline((token as Tokens.Strong).tokens, options, depth + 1) : [token.raw];
    switch (token.type) {
      case "strong":
        return [element("strong", "", ...children())];
      case "em":
        return [element("em", "", ...children())];
      case "del":
        return [element("del", "", ...children())];
      case "codespan":
        return [element("code", "ck-md-inline-code", (token as Tokens.Codespan).text)];
      case "math":
        return [formula((token as MathToken).text, false)];
      case "br":
        return [element("br", "")];
      case "link":
        return link(token as Tokens.Link, children());
      case "image":
        return image(token as Tokens.Image, options);
      case "checkbox":
        return [];
      case "escape":
        return [(token as Tokens.Escape).text];
      case "text": {
        const { tokens: nested, text } = token as Tokens.Text;
        return nested
          ? children()
          : text.split(/<br *\/?>/i).flatMap((part, index): Content[] =>
              // The one tag people write where Markdown has no other way: inside a table's cell.
              index ? [element("br", ""), decodeEntities(part)] : [decodeEntities(part)],
            );
      }
      default:
        return [token.raw];
    }
  });
}

function table(token: Tokens.Table, options: RenderOptions): HTMLElement {
  const row = (cells: readonly Tokens.TableCell[], name: "th" | "td"): HTMLElement =>
    element(
      "tr",
      "",
      ...cells.map((cell) => {
        const align = cell.align === "center" || cell.align === "right" ? cell.align : "";
        const node = element(name, align && `ck-md-${align}`, ...inline(cell.tokens, options));
        if (name === "th") node.scope = "col";
        return node;
      }),
    );
  const body = token.rows.map((cells) => row(cells, "td"));
  const grid = element("table", "", element("thead", "", row(token.header, "th")));
  if (body.length > 0) grid.append(element("tbody", "", ...body));
  const frame = element("div", "ck-md-table", grid);
  // A wide table scrolls by itself; the keyboard must reach it to do so.
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", options.tableLabel);
  return frame;
}

function listItem(item: Tokens.ListItem, options: RenderOptions, depth: number): HTMLElement {
  const node = element("li", "", ...item.tokens.flatMap((token) => block(token, options, depth)));
  if (!item.task) return node;
  const box = element("input", "ck-md-task");
  box.type = "checkbox";
  box.disabled = true;
  box.toggleAttribute("checked", item.checked === true);
  box.setAttribute("aria-label", node.firstChild?.textContent?.trim() ?? "");
  node.className = "ck-md-task-item";
  node.prepend(box);
  return node;
}

function list(token: Tokens.List, options: RenderOptions, depth: number): HTMLElement {
  const node = element(token.ordered ? "ol" : "ul", "");
  if (token.ordered && token.start !== "" && token.start !== 1) {
    node.setAttribute("start", String(token.start));
  }
  node.append(...token.items.map((item) => listItem(item, options, depth)));
  return node;
}

function block(token: Token, options: RenderOptions, depth: number): Content[] {
  if (depth > MAX_DEPTH) return [element("p", "", token.raw)];
  switch (token.type) {
    case "space":
    case "def":
    case "checkbox":
      return [];
    case "heading": {
      const { depth: level, tokens } = token as Tokens.Heading;
      const heading = element(`h${level}` as "h1", "", ...inline(tokens, options));
      // Below the heading that names who speaks, which is of the third level.
      heading.setAttribute("aria-level", String(Math.min(6, Math.max(4, level + 2))));
      return [heading];
    }
    case "paragraph":
      return [element("p", "", ...inline((token as Tokens.Paragraph).tokens, options))];
    case "code":
      return [codeBlock(token as Tokens.Code, options.copyLabel)];
    case "math":
      return [formula((token as MathToken).text, true)];
    case "hr":
      return [element("hr", "")];
    case "blockquote": {
      const quoted = (token as Tokens.Blockquote).tokens;
      const children = quoted.flatMap((child) => block(child, options, depth + 1));
      return [element("blockquote", "", ...children)];
    }
    case "list":
      return [list(token as Tokens.List, options, depth + 1)];
    case "table":
      return [table(token as Tokens.Table, options)];
    default:
      return inline([token], options);
  }
}

/** The node of a top-level block, or `undefined` for one that shows nothing. */
export function renderBlock(token: Token, options: RenderOptions): HTMLElement | undefined {
  const [first, ...rest] = block(token, options, 0);
  if (first === undefined) return undefined;
  return first instanceof HTMLElement && rest.length === 0
    ? first
    : element("p", "", first, ...rest);
}
