/** Label, Input, Textarea, editable Text, Checkbox and RadioGroup. */
import { html, nothing } from "lit";
import { css, type Css } from "./css";
import type { Context, Drawn } from "./context";
import { entry, field, naming, type FieldLook } from "./entry";
import { objects, oneOf, text, whole, type Json } from "./json";
import { focusUnlessBusy, mounted } from "./mounted";
import { textClass, textCss, TEXT_SIZES } from "./text";

export function label(json: Json, _path: string, context: Context): Drawn {
  const scale = oneOf(json.size, TEXT_SIZES) ?? "sm";
  const id = context.fieldId(text(json.fieldName) ?? "");
  return html`<label
    class=${`ck-w-label ck-w-text-${scale}`}
    id=${`${id}-label`}
    for=${id}
    ${css(textCss(json))}
    >${text(json.value)}</label
  >`;
}

const INPUT_TYPES = ["number", "email", "text", "password", "tel", "url"] as const;

/** What runs to the right in every language. */
const LEFT_TO_RIGHT = ["email", "tel", "url"] as const;

type TextField = HTMLInputElement | HTMLTextAreaElement;

const autofill = (json: Json) => (json.allowAutofillExtensions === true ? nothing : "off");

/** The password managers' own words for "not here", beside HTML's, which most pass over. */
const ignored = (json: Json) => (json.allowAutofillExtensions === true ? nothing : "true");

/** What a text field does when it is first shown. */
const begin = (json: Json) =>
  mounted((element) => {
    const input = element as TextField;
    if (json.autoFocus === true) focusUnlessBusy(input);
    if (json.autoSelect === true) input.select();
  });

export function input(json: Json, path: string, context: Context): Drawn {
  const look = field(json, path, context);
  const control = html`<input
    class=${look.className}
    id=${look.id}
    data-name=${look.name}
    type=${oneOf(json.inputType, INPUT_TYPES) ?? "text"}
    dir=${oneOf(json.inputType, LEFT_TO_RIGHT) ? "ltr" : nothing}
    step=${json.inputType === "number" ? "any" : nothing}
    aria-label=${look.label}
    aria-invalid=${look.invalid}
    aria-describedby=${look.describedBy}
    placeholder=${text(json.placeholder) ?? nothing}
    data-pattern=${json.inputType === "number" ? nothing : (text(json.pattern) ?? nothing)}
    autocomplete=${autofill(json)}
    data-1p-ignore=${ignored(json)}
    data-lpignore=${ignored(json)}
    data-bwignore=${ignored(json)}
    ?required=${json.required === true}
    ?disabled=${json.disabled === true}
    .defaultValue=${text(json.defaultValue) ?? ""}
    ${css(look.style)}
    ${begin(json)}
  />`;
  return entry(control, look, path, context);
}

/** Makes a text area as high as its text, where it may grow. */
function fit(area: HTMLTextAreaElement): void {
  area.style.height = "auto";
  const { borderTopWidth, borderBottomWidth } = getComputedStyle(area);
  const edges = parseFloat(borderTopWidth) + parseFloat(borderBottomWidth);
  if (area.scrollHeight > 0) area.style.height = `${area.scrollHeight + (edges || 0)}px`;
}

const fitTarget = (event: Event): void => fit(event.target as HTMLTextAreaElement);

export function textarea(json: Json, path: string, context: Context): Drawn {
  const look = field(json, path, context);
  const rows = whole(json.rows, 1, 40) ?? 3;
  const grows = json.autoResize === true;
  const most = whole(json.maxRows, rows, 200);
  const style: Css = {
    ...look.style,
    resize: grows ? "none" : undefined,
    "max-height": most === undefined ? undefined : `calc(${most}lh + 1.1em + 2px)`,
  };
  const control = html`<textarea
    class=${`${look.className} ck-w-textarea`}
    id=${look.id}
    data-name=${look.name}
    data-pattern=${text(json.pattern) ?? nothing}
    rows=${rows}
    aria-label=${look.label}
    aria-invalid=${look.invalid}
    aria-describedby=${look.describedBy}
    placeholder=${text(json.placeholder) ?? nothing}
    autocomplete=${autofill(json)}
    data-1p-ignore=${ignored(json)}
    data-lpignore=${ignored(json)}
    data-bwignore=${ignored(json)}
    ?required=${json.required === true}
    ?disabled=${json.disabled === true}
    @input=${grows ? fitTarget : nothing}
    .defaultValue=${text(json.defaultValue) ?? ""}
    ${css(style)}
    ${begin(json)}
    ${mounted((area) => grows && fit(area as HTMLTextAreaElement))}
  ></textarea>`;
  return entry(control, look, path, context);
}

/** A Text with `editable`: it looks like the text it is, until it is touched. */
export function editableText(json: Json, editable: Json, path: string, context: Context): Drawn {
  const named: Json = { ...editable, size: undefined };
  const look: FieldLook = { ...field(named, path, context), isBlock: true };
  const scale = oneOf(json.size, TEXT_SIZES) ?? "md";
  const selectAll = (event: Event): void => (event.target as HTMLTextAreaElement).select();
  const control = html`<textarea
    class=${`${textClass({}, `ck-w-text ck-w-text-${scale}`)} ck-w-editable`}
    id=${look.id}
    data-name=${look.name}
    data-pattern=${text(editable.pattern) ?? nothing}
    rows=${whole(json.minLines, 1, 50) ?? 1}
    aria-label=${look.label}
    aria-invalid=${look.invalid}
    aria-describedby=${look.describedBy}
    placeholder=${text(editable.placeholder) ?? nothing}
    autocomplete=${text(editable.autoComplete) ?? autofill(editable)}
    data-1p-ignore=${ignored(editable)}
    data-lpignore=${ignored(editable)}
    data-bwignore=${ignored(editable)}
    ?required=${editable.required === true}
    @input=${fitTarget}
    @focus=${editable.autoSelect === true ? selectAll : nothing}
    .defaultValue=${text(json.value) ?? ""}
    ${css({ ...textCss(json), "-webkit-line-clamp": undefined })}
    ${begin(editable)}
    ${mounted((area) => fit(area as HTMLTextAreaElement))}
  ></textarea>`;
  return entry(control, look, path, context);
}

export function checkbox(json: Json, path: string, context: Context): Drawn {
  const name = text(json.name) ?? "";
  const look = naming(name, path, context);
  const caption = text(json.label);
  const control = html`<label class="ck-w-choice" ?data-disabled=${json.disabled === true}
    ><input
      type="checkbox"
      id=${look.id}
      data-name=${name}
      aria-label=${caption || context.labelOf(name) !== undefined ? nothing : name}
      aria-invalid=${look.invalid}
      aria-describedby=${look.describedBy}
      ?required=${json.required === true}
      ?disabled=${json.disabled === true}
      @change=${(event: Event) => context.change(json, path, event)}
      .defaultChecked=${json.defaultChecked === true}
    />${caption ? html`<span>${caption}</span>` : ""}</label
  >`;
  return entry(control, look, path, context);
}

export function radioGroup(json: Json, path: string, context: Context): Drawn {
  const name = text(json.name) ?? "";
  const look = naming(name, path, context);
  const direction = oneOf(json.direction, ["row", "col"]) ?? "row";
  const given = text(json.ariaLabel);
  const labelled = given === undefined && context.labelOf(name) !== undefined;
  const buttons = objects(json.options).map((option) => {
    const value = text(option.value) ?? "";
    const disabled = json.disabled === true || option.disabled === true;
    return html`<label class="ck-w-choice" ?data-disabled=${disabled}
      ><input
        type="radio"
        name=${`${look.id}-${path}`}
        data-name=${name}
        value=${value}
        aria-describedby=${look.describedBy}
        ?required=${json.required === true}
        ?disabled=${disabled}
        .defaultChecked=${value === text(json.defaultValue)}
      /><span>${text(option.label) ?? value}</span></label
    >`;
  });
  const control = html`<div
    class=${`ck-w-radios ck-w-${direction}`}
    id=${look.id}
    role="radiogroup"
    aria-label=${labelled ? nothing : (given ?? name)}
    aria-labelledby=${labelled ? `${look.id}-label` : nothing}
    aria-required=${json.required === true ? "true" : nothing}
    aria-invalid=${look.invalid}
    aria-disabled=${json.disabled === true ? "true" : nothing}
    @change=${(event: Event) => context.change(json, path, event)}
  >
    ${buttons}
  </div>`;
  return entry(control, look, path, context);
}
