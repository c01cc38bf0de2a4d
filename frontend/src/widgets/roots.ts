/** Card, ListView, ListViewItem and Basic. */
import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { repeat } from "lit/directives/repeat.js";
import type { ThemeOption } from "@openai/chatkit";
import { cardButton } from "./button";
import { imageAllowed } from "../ui/safe-url";
import { schemeTokens } from "../theme";
import { border, color, css, edges, flexBox, spacing, type Css } from "./css";
import type { Context, Drawn } from "./context";
import { readableText } from "./fallback";
import { isObject, objects, oneOf, text, whole, type Json } from "./json";
import { directionOf } from "./text";

/** The items of a list that are shown before "show more" when the limit is `auto`. */
const AUTO_LIMIT = 5;

type Scheme = "light" | "dark";

/** Working out a theme's colours takes a while; few are ever asked for. */
const themes = new WeakMap<object, Partial<Record<Scheme, Css>>>();
const NO_THEME = {};

/** The colours of a forced theme; without one the element's are inherited. */
function themeCss(json: Json, context: Context): Css {
  const scheme = oneOf(json.theme, ["light", "dark"]);
  // Where the system chooses the colours, no widget does.
  if (!scheme || globalThis.matchMedia?.("(forced-colors: active)").matches) return {};
  const given = context.options.theme;
  const key = typeof given === "object" ? given : NO_THEME;
  const known = themes.get(key) ?? {};
  themes.set(key, known);
  return (known[scheme] ??= schemeCss(scheme, key));
}

function schemeCss(scheme: Scheme, { color: given = {} }: ThemeOption): Css {
  const { grayscale, accent } = given;
  // The site's surfaces are those of its own colour scheme.
  const option: ThemeOption = {
    colorScheme: scheme,
    color: { ...(grayscale && { grayscale }), ...(accent && { accent }) },
  };
  const tokens = Object.entries(schemeTokens(option)).map(([name, value]) => [
    `--ck-${name}`,
    value,
  ]);
  return { ...(Object.fromEntries(tokens) as Css), "color-scheme": scheme };
}

/** The mark and words of a status. */
function statusContent(json: Json, context: Context): Drawn {
  if (!isObject(json.status)) return "";
  const { favicon, icon: name, frame } = json.status;
  const source = text(favicon);
  const { icon, allowedImageDomains } = context.options;
  let mark: Drawn = "";
  if (source !== undefined && imageAllowed(source, allowedImageDomains)) {
    const className = frame === true ? "ck-w-favicon ck-w-frame" : "ck-w-favicon";
    const showGlobe = (event: Event): void => {
      const picture = event.target as HTMLImageElement;
      picture.hidden = true;
      picture.nextElementSibling?.removeAttribute("hidden");
    };
    const picture = html`<img
        class=${className}
        src=${source}
        alt=""
        referrerpolicy="no-referrer"
        @error=${showGlobe}
      /><span class="ck-w-icon" hidden>${icon("globe")}</span>`;
    mark = html`${keyed(source, picture)}`;
  } else if (source !== undefined) mark = icon("globe");
  else if (text(name)) mark = icon(text(name) ?? "dot");
  return html`${mark}<span class="ck-w-status-text" dir=${directionOf(json.status.text)}
      >${text(json.status.text)}</span
    >`;
}

function status(json: Json, context: Context): Drawn {
  return isObject(json.status)
    ? html`<div class="ck-w-status">${statusContent(json, context)}</div>`
    : "";
}

function cardBody(json: Json, path: string, context: Context): Drawn {
  const asForm = json.asForm === true;
  const actions =
    isObject(json.confirm) || isObject(json.cancel)
      ? html`<div class="ck-w-card-actions">
          ${cardButton(json.cancel, "cancel", path, false, context)}
          ${cardButton(json.confirm, "confirm", path, asForm, context)}
        </div>`
      : "";
  const body = html`<div class="ck-w-card-body" ${css({ ...spacing("padding", json.padding), ...edges({ padding: json.padding }) })}>
      ${context.children(json, path)}
    </div>
    ${actions}`;
  if (!asForm) return body;
  const submit = (event: SubmitEvent): void => {
    const action = isObject(json.confirm) ? json.confirm.action : undefined;
    context.submit(action, `${path}.confirm`, event);
  };
  return html`<form class="ck-w-card-form" novalidate @submit=${submit}>${body}</form>`;
}

export function card(json: Json, path: string, context: Context): Drawn {
  const scale = oneOf(json.size, ["sm", "md", "lg", "full"]) ?? "md";
  const style: Css = {
    ...themeCss(json, context),
    ...border(json.border),
    background: color(json.background, "surface"),
  };
  const className = `ck-w-card ck-w-card-${scale}`;
  if (json.collapsed === true) {
    const summary = isObject(json.status)
      ? statusContent(json, context)
      : html`<span class="ck-w-status-text"
          >${readableText(json).split("\n")[0] || context.options.t("widget.label")}</span
        >`;
    return html`<details class=${`${className} ck-w-collapsed`} ${css(style)}>
      <summary>${summary}${context.options.icon("chevron-down")}</summary>
      ${cardBody(json, path, context)}
    </details>`;
  }
  return html`<div class=${className} ${css(style)}>
    ${status(json, context)} ${cardBody(json, path, context)}
  </div>`;
}

export function listView(json: Json, path: string, context: Context): Drawn {
  const items = context.placed(objects(json.children), path);
  const limit = json.limit === "auto" ? AUTO_LIMIT : whole(json.limit, 1, 1000);
  const hidden =
    limit === undefined || context.isExpanded(path) ? 0 : Math.max(0, items.length - limit);
  const shown = items.slice(0, items.length - hidden);
  const expand = (event: Event): void =>
    context.expand(path, (event.currentTarget as Element).previousElementSibling as Element);
  const more = hidden
    ? html`<button class="ck-w-more" type="button" @click=${expand}>
        ${context.options.t("widget.showMore", { n: hidden })}${context.options.icon("chevron-down")}
      </button>`
    : "";
  return html`<div class="ck-w-card ck-w-list" ${css(themeCss(json, context))}>
    ${status(json, context)}
    <ul>
      ${repeat(
        shown,
        (item) => item.path,
        (item) => html`<li>${context.draw(item.json, item.path)}</li>`,
      )}
    </ul>
    ${more}
  </div>`;
}

export function listViewItem(json: Json, path: string, context: Context): Drawn {
  const action = isObject(json.onClickAction) ? json.onClickAction : undefined;
  const style = flexBox({ gap: json.gap, align: json.align });
  const children = context.children(json, path);
  if (!action) return html`<div class="ck-w-item" ${css(style)}>${children}</div>`;
  const busy = context.isBusy(path);
  const content = context.fieldId(`${path}-content`);
  // The button lies under the content, so that what can be used in there stays usable.
  return html`<div class=${`ck-w-item ck-w-clickable${busy ? " ck-w-busy" : ""}`}>
    <button
      class="ck-w-item-button"
      type="button"
      aria-labelledby=${content}
      aria-disabled=${busy ? "true" : nothing}
      data-path=${path}
      @click=${(event: Event) =>
        context.run(action, path, event.currentTarget as Element, "self")}
    ></button>
    <div class="ck-w-item-content" id=${content} ${css(style)}>${children}</div>
    ${busy ? html`<span class="ck-w-spinner" aria-hidden="true"></span>` : ""}
  </div>`;
}

export function basic(json: Json, path: string, context: Context): Drawn {
  const direction = oneOf(json.direction, ["row", "col"]) ?? "col";
  const { gap, padding, align, justify } = json;
  const style = { ...themeCss(json, context), ...flexBox({ gap, padding, align, justify }) };
  const themed = "color-scheme" in style ? " ck-w-themed" : "";
  return html`<div class=${`ck-w-basic ck-w-${direction}${themed}`} ${css(style)}>
    ${context.children(json, path)}
  </div>`;
}
