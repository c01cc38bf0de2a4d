/** Input, Textarea, Select, DatePicker, Checkbox and RadioGroup. */
import { html, nothing } from "lit";
import { CONTROL_SIZES } from "./content";
import type { Context, Drawn } from "./context";
import { objects, oneOf, text, whole, type Json } from "./json";

const INPUT_TYPES = ["number", "email", "text", "password", "tel", "url"] as const;

/** The class of a field and the attributes that name it. */
function field(json: Json, context: Context) {
  const name = text(json.name) ?? "";
  const variant = oneOf(json.variant, ["soft", "outline", "ghost", "solid"]) ?? "outline";
  const scale = oneOf(json.size, CONTROL_SIZES) ?? "md";
  const shape = `${json.pill === true ? " ck-w-pill" : ""}${json.block === false ? "" : " ck-w-block"}`;
  return {
    name,
    id: context.fieldId(name),
    className: `ck-w-field ck-w-field-${variant} ck-w-control-${scale}${shape}`,
    label: context.isLabelled(name) ? nothing : (text(json.placeholder) ?? name),
  };
}

export function input(json: Json, _path: string, context: Context): Drawn {
  const { name, id, className, label } = field(json, context);
  return html`<input
    class=${className}
    id=${id}
    data-name=${name}
    type=${oneOf(json.inputType, INPUT_TYPES) ?? "text"}
    aria-label=${label}
    placeholder=${text(json.placeholder) ?? nothing}
    pattern=${text(json.pattern) ?? nothing}
    autocomplete=${json.allowAutofillExtensions === true ? nothing : "off"}
    ?required=${json.required === true}
    ?disabled=${json.disabled === true}
    .defaultValue=${text(json.defaultValue) ?? ""}
  />`;
}

export function textarea(json: Json, _path: string, context: Context): Drawn {
  const { name, id, className, label } = field(json, context);
  const grow = (event: Event): void => {
    const area = event.target as HTMLTextAreaElement;
    if (json.autoResize === false) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  };
  return html`<textarea
    class=${`${className} ck-w-textarea`}
    id=${id}
    data-name=${name}
    rows=${whole(json.rows, 1, 40) ?? 3}
    aria-label=${label}
    placeholder=${text(json.placeholder) ?? nothing}
    ?required=${json.required === true}
    ?disabled=${json.disabled === true}
    @input=${grow}
    .defaultValue=${text(json.defaultValue) ?? ""}
  ></textarea>`;
}

export function select(json: Json, path: string, context: Context): Drawn {
  const { name, id, className, label } = field(json, context);
  const { t, icon } = context.options;
  const chosen = text(json.defaultValue);
  const options = objects(json.options).map((option) => {
    const value = text(option.value) ?? "";
    const description = text(option.description);
    const words = text(option.label) ?? value;
    return html`<option
      value=${value}
      ?disabled=${option.disabled === true}
      .defaultSelected=${value === chosen}
    >
      ${description ? `${words} – ${description}` : words}
    </option>`;
  });
  const change = (event: Event): void =>
    context.run(json.onChangeAction, path, event.currentTarget as Element, "none");
  // The empty choice is the placeholder; it can be chosen again where clearing is allowed.
  const empty = html`<option
    value=""
    ?hidden=${json.clearable !== true}
    .defaultSelected=${chosen === undefined}
  >
    ${text(json.placeholder) ?? t("widget.choose")}
  </option>`;
  return html`<span class=${`ck-w-select${json.block === false ? "" : " ck-w-block"}`}
    ><select
      class=${className}
      id=${id}
      data-name=${name}
      aria-label=${label}
      ?disabled=${json.disabled === true}
      @change=${change}
    >
      ${empty}${options}</select
    >${icon("chevron-down")}</span
  >`;
}

/** The day of an ISO date and time, as a date field takes it. */
const day = (value: unknown): string | undefined =>
  /^\d{4}-\d{2}-\d{2}/.exec(text(value) ?? "")?.[0];

export function datePicker(json: Json, path: string, context: Context): Drawn {
  const { name, id, className, label } = field(json, context);
  const change = (event: Event): void =>
    context.run(json.onChangeAction, path, event.currentTarget as Element, "none");
  return html`<input
    class=${className}
    id=${id}
    data-name=${name}
    type="date"
    aria-label=${label}
    min=${day(json.min) ?? nothing}
    max=${day(json.max) ?? nothing}
    ?disabled=${json.disabled === true}
    @change=${change}
    .defaultValue=${day(json.defaultValue) ?? ""}
  />`;
}

export function checkbox(json: Json, path: string, context: Context): Drawn {
  const name = text(json.name) ?? "";
  const caption = text(json.label);
  const change = (event: Event): void =>
    context.run(json.onChangeAction, path, event.currentTarget as Element, "none");
  return html`<label class="ck-w-choice"
    ><input
      type="checkbox"
      id=${context.fieldId(name)}
      data-name=${name}
      aria-label=${caption || context.isLabelled(name) ? nothing : name}
      ?required=${json.required === true}
      ?disabled=${json.disabled === true}
      @change=${change}
      .defaultChecked=${json.defaultChecked === true}
    />${caption ? html`<span>${caption}</span>` : ""}</label
  >`;
}

export function radioGroup(json: Json, path: string, context: Context): Drawn {
  const name = text(json.name) ?? "";
  const group = context.fieldId(name);
  const change = (event: Event): void =>
    context.run(json.onChangeAction, path, event.target as Element, "none");
  const direction = oneOf(json.direction, ["row", "col"]) ?? "row";
  return html`<div
    class=${`ck-w-radios ck-w-${direction}`}
    role="radiogroup"
    aria-label=${text(json.ariaLabel) ?? name}
    @change=${change}
  >
    ${objects(json.options).map((option) => {
      const value = text(option.value) ?? "";
      return html`<label class="ck-w-choice"
        ><input
          type="radio"
          name=${`${group}-${path}`}
          data-name=${name}
          value=${value}
          ?required=${json.required === true}
          ?disabled=${json.disabled === true || option.disabled === true}
          .defaultChecked=${value === text(json.defaultValue)}
        /><span>${text(option.label) ?? value}</span></label
      >`;
    })}
  </div>`;
}
