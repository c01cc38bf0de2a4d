/** Forms, and the values of their fields as they go into an action's payload. */
import { html } from "lit";
import { css, flexBox } from "./css";
import type { Context, Drawn } from "./context";
import { oneOf, type Json } from "./json";

export function form(json: Json, path: string, context: Context): Drawn {
  const submit = (event: SubmitEvent): void => context.submit(json.onSubmitAction, path, event);
  const direction = oneOf(json.direction, ["row", "col"]) ?? "col";
  return html`<form class=${`ck-w-${direction}`} novalidate @submit=${submit} ${css(flexBox(json))}>
    ${context.children(json, path)}
  </form>`;
}

/** Names that would reach into objects instead of becoming a property. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

export type Field = HTMLInputElement | HTMLTextAreaElement;

/** Whether the element is a field that has a name of the widget's. */
export const isField = (element: unknown): element is Field =>
  (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) &&
  Boolean(element.dataset.name);

/** The fields inside `element`, those of forms within it too. */
export const fieldsIn = (element: Element): Field[] =>
  [...element.querySelectorAll("[data-name]")].filter(isField);

/** What a field says; `undefined` for a radio button that is not chosen. */
export function fieldValue(field: Field): unknown {
  if (field instanceof HTMLInputElement) {
    if (field.type === "checkbox") return field.checked;
    if (field.type === "radio") return field.checked ? field.value : undefined;
    if (field.type === "number" && field.value !== "") return field.valueAsNumber;
  }
  return field.value;
}

/** Puts `value` at a dotted name: `address.city` becomes `{address: {city}}`. */
export function setNested(target: Record<string, unknown>, name: string, value: unknown): void {
  const parts = name.split(".");
  const last = parts.pop();
  if (!last || [...parts, last].some((part) => FORBIDDEN.has(part))) return;
  let inner = target;
  for (const part of parts) {
    const existing = inner[part];
    if (typeof existing === "object" && existing !== null) {
      inner = existing as Record<string, unknown>;
    } else inner = inner[part] = {};
  }
  inner[last] = value;
}

/** The outermost form around an element: what is in a form within it is in both. */
function formAround(element: Element): HTMLFormElement | null {
  const form = element.closest("form");
  return (form?.parentElement ? formAround(form.parentElement) : null) ?? form;
}

/**
 * The named values that go with an action of `element`: those of the form it stands in. Outside a
 * form a field has its own.
 */
export function formValues(element: Element): Record<string, unknown> {
  const form = formAround(element);
  const fields = form ? fieldsIn(form) : isField(element) ? [element] : [];
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    // As in HTML, a disabled field has nothing to say.
    const value = field.matches(":disabled") ? undefined : fieldValue(field);
    if (value !== undefined) setNested(values, field.dataset.name ?? "", value);
  }
  return values;
}
