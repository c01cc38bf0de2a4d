/** Card, ListView, ListViewItem and Basic. */
import { html, nothing } from "lit";
import type { ThemeOption } from "@openai/chatkit";
import { imageAllowed } from "../ui/safe-url";
import { schemeTokens } from "../theme";
import { border, color, css, flexBox, spacing, type Css } from "./css";
import type { Context, Drawn } from "./context";
import { readableText } from "./fallback";
import { isObject, objects, oneOf, text, whole, type Json } from "./json";

/** The items of a list that are shown before "show more" when the limit is `auto`. */
const AUTO_LIMIT = 5;

/** The colours of a forced theme; without one the element's are inherited. */
function themeCss(json: Json): Css {
  const scheme = oneOf(json.theme, ["light", "dark"]);
  if (!scheme) return {};
  const option: ThemeOption = { colorScheme: scheme };
  const tokens = Object.entries(schemeTokens(option)).map(([name, value]) => [
    `--ck-${name}`,
    value,
  ]);
  return { ...(Object.fromEntries(tokens) as Css), "color-scheme": scheme };
}

function status(json: Json, context: Context): Drawn {
  if (!isObject(json.status)) return "";
  const { favicon, icon: name, frame } = json.status;
  const source = text(favicon);
  const { icon, allowedImageDomains } = context.options;
  let mark: Drawn = "";
  if (source !== undefined && imageAllowed(source, allowedImageDomains)) {
    const className = frame === true ? "ck-w-favicon ck-w-frame" : "ck-w-favicon";
    mark = html`<img class=${className} src=${source} alt="" referrerpolicy="no-referrer" />`;
  } else if (source !== undefined) mark = icon("globe");
  else if (text(name)) mark = icon(text(name) ?? "dot");
  return html`<div class="ck-w-status">${mark}<span>${text(json.status.text)}</span></div>`;
}

function cardAction(
  json: unknown,
  kind: "confirm" | "cancel",
  path: string,
  submits: boolean,
  context: Context,
): Drawn {
  if (!isObject(json)) return "";
  const own = `${path}.${kind}`;
  const press = (event: Event): void => {
    if (!submits) context.run(json.action, own, event.currentTarget as Element, "container");
  };
  const look =
    kind === "confirm" ? "ck-w-tone-primary ck-w-solid" : "ck-w-tone-secondary ck-w-outline";
  return html`<button
    class=${`ck-w-button ck-w-pill ck-w-control-lg ${look}`}
    type=${submits ? "submit" : "button"}
    data-path=${own}
    @click=${press}
  >
    <span class="ck-w-button-label"
      >${text(json.label) ?? context.options.t(kind === "confirm" ? "action.confirm" : "action.cancel")}</span
    >
  </button>`;
}

function cardBody(json: Json, path: string, context: Context): Drawn {
  const asForm = json.asForm === true;
  const actions =
    isObject(json.confirm) || isObject(json.cancel)
      ? html`<div class="ck-w-card-actions">
          ${cardAction(json.cancel, "cancel", path, false, context)}
          ${cardAction(json.confirm, "confirm", path, asForm, context)}
        </div>`
      : "";
  const body = html`<div class="ck-w-card-body" ${css(spacing("padding", json.padding))}>
      ${context.children(json, path)}
    </div>
    ${actions}`;
  if (!asForm) return body;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const action = isObject(json.confirm) ? json.confirm.action : undefined;
    context.run(
      action,
      `${path}.confirm`,
      event.submitter ?? (event.target as Element),
      "container",
    );
  };
  return html`<form class="ck-w-card-form" @submit=${submit}>${body}</form>`;
}

export function card(json: Json, path: string, context: Context): Drawn {
  const scale = oneOf(json.size, ["sm", "md", "lg", "full"]) ?? "md";
  const style: Css = {
    ...themeCss(json),
    ...border(json.border),
    background: color(json.background, "surface"),
  };
  const className = `ck-w-card ck-w-card-${scale}`;
  if (json.collapsed === true) {
    const summary =
      (isObject(json.status) && text(json.status.text)) ||
      readableText(json).split("\n")[0] ||
      context.options.t("widget.label");
    return html`<details class=${`${className} ck-w-collapsed`} ${css(style)}>
      <summary><span>${summary}</span>${context.options.icon("chevron-down")}</summary>
      ${cardBody(json, path, context)}
    </details>`;
  }
  return html`<div class=${className} ${css(style)}>
    ${status(json, context)} ${cardBody(json, path, context)}
  </div>`;
}

export function listView(json: Json, path: string, context: Context): Drawn {
  const items = objects(json.children);
  const limit = json.limit === "auto" ? AUTO_LIMIT : whole(json.limit, 1, 1000);
  const hidden =
    limit === undefined || context.isExpanded(path) ? 0 : Math.max(0, items.length - limit);
  const shown = items.slice(0, items.length - hidden);
  const more = hidden
    ? html`<button class="ck-w-more" type="button" @click=${() => context.expand(path)}>
        ${context.options.t("widget.showMore", { n: hidden })}${context.options.icon("chevron-down")}
      </button>`
    : "";
  return html`<div class="ck-w-card ck-w-list" ${css(themeCss(json))}>
    ${status(json, context)}
    <ul>
      ${shown.map((item, index) => html`<li>${context.draw(item, `${path}.${index}`)}</li>`)}
    </ul>
    ${more}
  </div>`;
}

/** Controls inside an item act for themselves. */
const CONTROLS = "a, button, input, select, textarea, label, summary";

export function listViewItem(json: Json, path: string, context: Context): Drawn {
  const action = isObject(json.onClickAction) ? json.onClickAction : undefined;
  const style = flexBox({ gap: json.gap, align: json.align });
  const children = context.children(json, path);
  if (!action) return html`<div class="ck-w-item" ${css(style)}>${children}</div>`;
  const activate = (event: Event): void => {
    const item = event.currentTarget as Element;
    const control = (event.target as Element).closest(CONTROLS);
    if (control && item.contains(control)) return;
    if (event instanceof KeyboardEvent) {
      if ((event.key !== "Enter" && event.key !== " ") || event.target !== item) return;
      event.preventDefault();
    }
    context.run(action, path, item, "self");
  };
  return html`<div
    class=${`ck-w-item ck-w-clickable${context.isBusy(path) ? " ck-w-busy" : ""}`}
    role="button"
    tabindex="0"
    aria-disabled=${context.isBusy(path) ? "true" : nothing}
    data-path=${path}
    @click=${activate}
    @keydown=${activate}
    ${css(style)}
  >
    ${children}
  </div>`;
}

export function basic(json: Json, path: string, context: Context): Drawn {
  const direction = oneOf(json.direction, ["row", "col"]) ?? "col";
  const { gap, padding, align, justify } = json;
  const style = { ...themeCss(json), ...flexBox({ gap, padding, align, justify }) };
  return html`<div class=${`ck-w-basic ck-w-${direction}`} ${css(style)}>
    ${context.children(json, path)}
  </div>`;
}
