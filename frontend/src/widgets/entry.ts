/** What all fields of a widget have in common: name, look, state, and what is wrong with them. */
import { html, nothing } from "lit";
import type { Css } from "./css";
import type { Context, Drawn } from "./context";
import { oneOf, text, type Json } from "./json";

export const CONTROL_SIZES = ["3xs", "2xs", "xs", "sm", "md", "lg", "xl", "2xl", "3xl"] as const;

/** The space at a field's edges, in px, where it is not that of its size. */
const GUTTERS: Readonly<Record<string, string>> = {
  "2xs": "6px",
  xs: "8px",
  sm: "10px",
  md: "12px",
  lg: "14px",
  xl: "16px",
};

/** How a field is called and what is said about it. */
export interface FieldNaming {
  readonly name: string;
  readonly id: string;
  readonly isBlock: boolean;
  readonly invalid: "true" | typeof nothing;
  readonly describedBy: string | typeof nothing;
}

export interface FieldLook extends FieldNaming {
  readonly className: string;
  /** Its accessible name, where no `Label` gives one. */
  readonly label: string | typeof nothing;
  readonly style: Css;
}

export function naming(name: string, path: string, context: Context): FieldNaming {
  const id = context.fieldId(name);
  const isInvalid = context.problem(path) !== undefined;
  return {
    name,
    id,
    isBlock: false,
    invalid: isInvalid ? "true" : nothing,
    describedBy: isInvalid ? `${id}-problem` : nothing,
  };
}

/** The class of a text field or picker, and the attributes that name it. */
export function field(json: Json, path: string, context: Context, isBlock = true): FieldLook {
  const names = naming(text(json.name) ?? "", path, context);
  const variant = oneOf(json.variant, ["soft", "outline", "ghost", "solid"]) ?? "outline";
  const scale = oneOf(json.size, CONTROL_SIZES) ?? "md";
  const gutter = text(json.gutterSize) ?? "";
  const { name } = names;
  return {
    ...names,
    isBlock,
    className: `ck-w-field ck-w-field-${variant} ck-w-control-${scale}${json.pill === true ? " ck-w-pill" : ""}`,
    label: context.labelOf(name) === undefined ? (text(json.placeholder) ?? name) : nothing,
    style: { "padding-inline": Object.hasOwn(GUTTERS, gutter) ? GUTTERS[gutter] : undefined },
  };
}

/** A control with what is wrong with it, and how it looks while its action runs. */
export function entry(control: Drawn, look: FieldNaming, path: string, context: Context): Drawn {
  const { icon } = context.options;
  const problem = context.problem(path);
  const busy = context.isBusy(path);
  return html`<div
    class=${`ck-w-entry${look.isBlock ? " ck-w-block" : ""}`}
    data-entry=${path}
    aria-busy=${busy ? "true" : nothing}
    ?inert=${busy}
  >
    ${control}
    ${busy ? html`<span class="ck-w-spinner" aria-hidden="true"></span>` : ""}
    ${
      problem
        ? html`<p class="ck-w-problem" id=${`${look.id}-problem`}>
            ${icon("info")}<span>${problem}</span>
          </p>`
        : ""
    }
  </div>`;
}
