/** Table, with its rows and cells. */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { css, size, spacing, type Css } from "./css";
import type { Context, Drawn } from "./context";
import { readableText } from "./fallback";
import { objects, oneOf, text, whole, type Json } from "./json";
import type { Placed } from "./keys";

const COLUMN_SIZES: Readonly<Record<string, string>> = {
  xs: "4rem",
  sm: "6rem",
  md: "9rem",
  lg: "13rem",
  xl: "18rem",
};

const VERTICAL = { start: "top", center: "middle", end: "bottom" } as const;
const FLEX = { start: "flex-start", center: "center", end: "flex-end" } as const;
const PLACES = ["start", "center", "end"] as const;

function cellCss(json: Json): Css {
  const column = text(json.colSize) ?? "";
  const width =
    size(json.width) ?? (Object.hasOwn(COLUMN_SIZES, column) ? COLUMN_SIZES[column] : undefined);
  const align = oneOf(json.align, PLACES);
  return {
    ...spacing("padding", json.padding),
    width,
    // A column is as wide as it asks to be: what is too wide for the screen scrolls.
    "min-width": width?.endsWith("%") ? undefined : width,
    "text-align": align,
    "--ck-w-align": align === undefined ? undefined : FLEX[align],
    "vertical-align": VERTICAL[oneOf(json.vAlign, PLACES) ?? "center"],
  };
}

function cell({ json, path }: Placed, context: Context, isHeader: boolean): Drawn {
  const columns = whole(json.colSpan, 1, 100) ?? 1;
  const colSpan = columns > 1 ? columns : nothing;
  const rowSpan = whole(json.rowSpan, 1, 100) ?? nothing;
  const children = html`<div class="ck-w-cell">${context.children(json, path)}</div>`;
  const scope = columns > 1 ? "colgroup" : "col";
  // A head without words heads nothing.
  return isHeader && readableText(json)
    ? html`<th scope=${scope} colspan=${colSpan} rowspan=${rowSpan} ${css(cellCss(json))}
        >${children}</th
      >`
    : html`<td colspan=${colSpan} rowspan=${rowSpan} ${css(cellCss(json))}>${children}</td>`;
}

function rows(lines: readonly Placed[], context: Context): Drawn {
  const drawn = repeat(
    lines,
    ({ path }) => path,
    ({ json, path }) =>
      html`<tr>
        ${repeat(
          context.placed(objects(json.children), path),
          (entry) => entry.path,
          (entry) => cell(entry, context, json.header === true),
        )}
      </tr>`,
  );
  return html`${drawn}`;
}

export function table(json: Json, path: string, context: Context): Drawn {
  const lines = context.placed(objects(json.children), path);
  const first = lines.findIndex((line) => line.json.header !== true);
  const heads = lines.slice(0, first < 0 ? lines.length : first);
  const label = context.options.t("table.label");
  return html`<div class="ck-w-table" role="group" aria-label=${label} tabindex="0">
    <table>
      ${heads.length > 0 ? html`<thead>${rows(heads, context)}</thead>` : ""}
      <tbody>
        ${rows(lines.slice(heads.length), context)}
      </tbody>
    </table>
  </div>`;
}
