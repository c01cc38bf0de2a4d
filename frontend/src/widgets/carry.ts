/** What a visitor entered moves with its field to wherever the server puts that field. */
import { fieldsIn, type Field } from "./forms";

interface Entry {
  readonly field: Field;
  readonly value: string;
  readonly checked: boolean;
}

/** A radio button is known by its value too: the others have the same name. */
const keyOf = (field: Field): string =>
  `${field.type} ${field.dataset.name} ${field.type === "radio" ? field.value : ""}`;

const isChecked = (field: Field): boolean => field instanceof HTMLInputElement && field.checked;

function wasEntered(field: Field): boolean {
  const { defaultValue } = field;
  if (!(field instanceof HTMLInputElement)) return field.value !== defaultValue;
  if (field.type === "hidden") return false;
  const isChoice = field.type === "checkbox" || field.type === "radio";
  return isChoice ? field.checked !== field.defaultChecked : field.value !== defaultValue;
}

/** What stands in the fields before they are drawn anew. */
export function rememberEntries(element: Element): ReadonlyMap<string, Entry> {
  const fields = fieldsIn(element);
  return new Map(
    fields.map((field) => [keyOf(field), { field, value: field.value, checked: isChecked(field) }]),
  );
}

/**
 * Puts it into the fields that stand for those that are gone.
 *
 * @returns the field that stands for `focused` now, if that one is gone.
 */
export function restoreEntries(
  element: Element,
  entries: ReadonlyMap<string, Entry>,
  focused: HTMLElement | null,
): HTMLElement | undefined {
  let follows: HTMLElement | undefined;
  for (const field of fieldsIn(element)) {
    const entry = entries.get(keyOf(field));
    if (!entry || entry.field === field || element.contains(entry.field)) continue;
    if (wasEntered(entry.field)) {
      if (field.type !== "checkbox" && field.type !== "radio") field.value = entry.value;
      else if (field instanceof HTMLInputElement) field.checked = entry.checked;
    }
    if (entry.field === focused) follows = field;
  }
  return follows;
}
