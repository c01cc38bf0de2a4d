/** Box, Row, Col, Spacer and Divider. */
import { html } from "lit";
import { color, css, flexBox, size, space, type Css } from "./css";
import type { Context, Drawn } from "./context";
import { number, oneOf, type Json } from "./json";

const flexClass = (json: Json, direction: "row" | "col"): string =>
  `ck-w-${oneOf(json.direction, ["row", "col"]) ?? direction}`;

export function box(json: Json, path: string, context: Context): Drawn {
  const style = flexBox(json);
  const width = number(json.width ?? json.size);
  // Long words beside it take the room of a large box, not the place of a small picture.
  if (width !== undefined) style["min-width"] ??= `min(${width}px, 33%)`;
  return html`<div class=${flexClass(json, "col")} ${css(style)}>
    ${context.children(json, path)}
  </div>`;
}

export function row(json: Json, path: string, context: Context): Drawn {
  return html`<div class="ck-w-row" ${css(flexBox(json))}>${context.children(json, path)}</div>`;
}

export function col(json: Json, path: string, context: Context): Drawn {
  return html`<div class="ck-w-col" ${css(flexBox(json))}>${context.children(json, path)}</div>`;
}

export function spacer(json: Json): Drawn {
  // Along the line that it stands in, whichever that is.
  const least = space(json.minSize);
  const shrink = least === undefined ? undefined : "0";
  return html`<div
    class="ck-w-spacer"
    ${css({ "flex-basis": least, "flex-shrink": shrink })}
  ></div>`;
}

export function divider(json: Json): Drawn {
  const style: Css = {
    "border-color": color(json.color, "border"),
    "--ck-w-line": size(json.size),
    "--ck-w-around": space(json.spacing),
  };
  const className = json.flush === true ? "ck-w-divider ck-w-flush" : "ck-w-divider";
  return html`<hr class=${className} ${css(style)} />`;
}

/** A table's part outside a table. */
export function stray(json: Json, path: string, context: Context): Drawn {
  return html`<div class="ck-w-row">${context.children(json, path)}</div>`;
}
