/** What is wrong with the entries of a form, by the browser's own rules. */
import type { WidgetViewOptions } from "./context";
import type { Field } from "./forms";

/** `pattern` for the fields that HTML has none for; one that cannot be read allows everything. */
function breaksPattern(field: Field): boolean {
  const { pattern } = field.dataset;
  if (!pattern || field.value === "") return false;
  try {
    return !new RegExp(`^(?:${pattern})$`, "u").test(field.value);
  } catch {
    return false;
  }
}

/** What is wrong with a field, for the visitor; nothing when it is in order. */
export function problemOf(field: Field, t: WidgetViewOptions["t"]): string {
  if (field.matches(":disabled")) return "";
  const { validity } = field;
  if (validity.valueMissing) return t("input.required");
  // The browser knows more about a wrong address or number than one message of ours could say.
  if (!validity.valid) return field.validationMessage || t("error.badRequest");
  return breaksPattern(field) ? patternMessage(field.dataset.pattern ?? "") : "";
}

/** What browsers say about a `pattern`, for the fields that HTML has none for. */
function patternMessage(pattern: string): string {
  const probe = document.createElement("input");
  Object.assign(probe, { pattern, value: "\u0000" });
  return probe.validationMessage;
}
