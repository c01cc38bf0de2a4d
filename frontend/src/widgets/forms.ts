/** The values of a widget's form, as they go into an action's payload. */

/** Names that would reach into objects instead of becoming a property. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;

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

/** The named values of the form that `element` stands in; nothing outside a form. */
export function formValues(element: Element | undefined): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const form = element?.closest("form");
  for (const field of form?.elements ?? []) {
    if (!isField(field) || !field.dataset.name) continue;
    const value = fieldValue(field);
    if (value !== undefined) setNested(values, field.dataset.name, value);
  }
  return values;
}
