/** Button, and the buttons in the foot of a Card. */
import { html, nothing } from "lit";
import { iconSize } from "./content";
import { css } from "./css";
import type { Context, Drawn } from "./context";
import { CONTROL_SIZES } from "./entry";
import { isObject, oneOf, text, type Json } from "./json";

const COLORS = [
  "primary",
  "secondary",
  "info",
  "discovery",
  "success",
  "caution",
  "warning",
  "danger",
] as const;

/** What a submit button does by itself, where its form has no action of its own. */
const ownActions = new WeakMap<Element, unknown>();

/** The action of the button that submitted a form. */
export const submitterAction = (button: Element | null): unknown =>
  button ? ownActions.get(button) : undefined;

const spinner = (busy: boolean): Drawn =>
  busy ? html`<span class="ck-w-spinner" aria-hidden="true"></span>` : "";

export function button(json: Json, path: string, context: Context): Drawn {
  const { options } = context;
  const color =
    oneOf(json.color, COLORS) ?? oneOf(json.style, ["primary", "secondary"]) ?? "secondary";
  const variant =
    oneOf(json.variant, ["solid", "soft", "outline", "ghost"]) ??
    (color === "secondary" ? "outline" : "solid");
  const scale = oneOf(json.size, CONTROL_SIZES) ?? "lg";
  const caption = text(json.label);
  const [start, end] = [text(json.iconStart), text(json.iconEnd)];
  const busy = context.isBusy(path);
  const classes = [
    `ck-w-button ck-w-control-${scale} ck-w-tone-${color} ck-w-${variant}`,
    json.pill === false ? "" : "ck-w-pill",
    json.block === true ? "ck-w-block" : "",
    json.uniform === true || (!caption && (start || end)) ? "ck-w-uniform" : "",
    busy ? "ck-w-busy" : "",
  ];
  const submits = json.submit === true;
  const press = (event: Event): void => {
    const source = event.currentTarget as HTMLButtonElement;
    ownActions.set(source, json.onClickAction);
    if (!submits || !source.form) context.run(json.onClickAction, path, source, "self");
  };
  const draw = (name: string | undefined): Drawn =>
    name
      ? html`<span class="ck-w-icon" ${css({ "font-size": iconSize(json.iconSize) })}
          >${options.icon(name)}</span
        >`
      : "";
  return html`<button
    class=${classes.filter(Boolean).join(" ")}
    type=${submits ? "submit" : "button"}
    ?disabled=${json.disabled === true}
    aria-disabled=${busy ? "true" : nothing}
    aria-label=${caption ? nothing : (start ?? end ?? options.t("action.submit"))}
    data-path=${path}
    @click=${press}
  >
    ${draw(start)}${caption ? html`<span class="ck-w-button-label">${caption}</span>` : ""}${draw(end)}
    ${spinner(busy)}
  </button>`;
}

/** The confirm or cancel button of a Card; in a form, confirming submits it. */
export function cardButton(
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
  const busy = context.isBusy(own);
  const words =
    text(json.label) ?? context.options.t(kind === "confirm" ? "action.confirm" : "action.cancel");
  return html`<button
    class=${`ck-w-button ck-w-pill ck-w-control-lg ${look}${busy ? " ck-w-busy" : ""}`}
    type=${submits ? "submit" : "button"}
    aria-disabled=${busy ? "true" : nothing}
    data-path=${own}
    @click=${press}
  >
    <span class="ck-w-button-label">${words}</span>${spinner(busy)}
  </button>`;
}
