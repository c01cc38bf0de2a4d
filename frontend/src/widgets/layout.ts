/** Box, Row, Col, Spacer, Divider, Transition and Table. */
import { html, nothing } from "lit";
import { block, color, css, flexBox, safeCss, size, space, spacing, type Css } from "./css";
import type { Context, Drawn } from "./context";
import { isObject, number, objects, oneOf, whole, type Json } from "./json";

const flexClass = (json: Json, direction: "row" | "col"): string =>
  `ck-w-${oneOf(json.direction, ["row", "col"]) ?? direction}`;

export function box(json: Json, path: string, context: Context): Drawn {
  return html`<div class=${flexClass(json, "col")} ${css(flexBox(json))}>
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
  const least = space(json.minSize);
  return html`<div class="ck-w-spacer" ${css({ "min-width": least, "min-height": least })}></div>`;
}

export function divider(json: Json): Drawn {
  const gap = space(json.spacing);
  const style: Css = {
    "border-color": color(json.color, "border"),
    "border-top-width": size(json.size),
    "margin-block": gap,
  };
  const className = json.flush === true ? "ck-w-divider ck-w-flush" : "ck-w-divider";
  return html`<hr class=${className} ${css(style)} />`;
}

/** A layout change is not animated; its content is what matters. */
export function transition(json: Json, path: string, context: Context): Drawn {
  return context.children(json, path);
}

const COLUMN_SIZES: Readonly<Record<string, string>> = {
  xs: "4rem",
  sm: "6rem",
  md: "9rem",
  lg: "13rem",
  xl: "18rem",
};

function cell(json: Json, path: string, context: Context, header: boolean): Drawn {
  const column = typeof json.colSize === "string" ? json.colSize : "";
  const style: Css = {
    ...spacing("padding", json.padding),
    width:
      size(json.width) ?? (Object.hasOwn(COLUMN_SIZES, column) ? COLUMN_SIZES[column] : undefined),
    "text-align": oneOf(json.align, ["start", "center", "end"]),
    "vertical-align": { start: "top", center: "middle", end: "bottom" }[
      oneOf(json.vAlign, ["start", "center", "end"]) ?? "center"
    ],
  };
  const colSpan = whole(json.colSpan, 1, 100) ?? nothing;
  const rowSpan = whole(json.rowSpan, 1, 100) ?? nothing;
  const children = context.children(json, path);
  return header
    ? html`<th scope="col" colspan=${colSpan} rowspan=${rowSpan} ${css(style)}>${children}</th>`
    : html`<td colspan=${colSpan} rowspan=${rowSpan} ${css(style)}>${children}</td>`;
}

export function table(json: Json, path: string, context: Context): Drawn {
  const rows = objects(json.children).map((line, index) => {
    const cells = objects(line.children).map((child, column) =>
      cell(child, `${path}.${index}.${column}`, context, line.header === true),
    );
    return html`<tr>
      ${cells}
    </tr>`;
  });
  const label = context.options.t("table.label");
  return html`<div class="ck-w-table" role="group" aria-label=${label} tabindex="0">
    <table>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

/** A table's part outside a table. */
export function stray(json: Json, path: string, context: Context): Drawn {
  return html`<div class="ck-w-row">${context.children(json, path)}</div>`;
}

function chartLabel(value: unknown): string {
  if (number(value) !== undefined) return new Intl.NumberFormat().format(value as number);
  return typeof value === "string" ? value : "";
}

/** A chart's numbers as a table, which every reader can take in. */
export function chart(json: Json, _path: string, context: Context): Drawn {
  const axis = isObject(json.xAxis) ? json.xAxis.dataKey : json.xAxis;
  const xKey = typeof axis === "string" ? axis : "";
  const names = isObject(json.xAxis) && isObject(json.xAxis.labels) ? json.xAxis.labels : {};
  const series = objects(json.series).map((entry) => ({
    key: typeof entry.dataKey === "string" ? entry.dataKey : "",
    label: chartLabel(entry.label ?? entry.dataKey),
  }));
  const rows = objects(json.data).slice(0, 500);
  const label = context.options.t("table.label");
  return html`<div
    class="ck-w-table ck-w-lined"
    role="group"
    aria-label=${label}
    tabindex="0"
    ${css({ ...block(json), flex: safeCss(json.flex) })}
  >
    <table>
      <thead>
        <tr>
          <td></td>
          ${series.map((entry) => html`<th scope="col" class="ck-w-number">${entry.label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((line) => {
          const x = chartLabel(line[xKey]);
          return html`<tr>
            <th scope="row">${chartLabel(names[x] ?? x)}</th>
            ${series.map((entry) => html`<td class="ck-w-number">${chartLabel(line[entry.key])}</td>`)}
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}
