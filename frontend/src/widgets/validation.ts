/** What is wrong with the entries of a form: HTML's own rules, in the element's language. */
import type { WidgetViewOptions } from "./context";
import type { Field } from "./forms";

/** The whole of an entry, by a `pattern` as HTML reads it; one that cannot be read allows all. */
function patternOf(source: string): RegExp | undefined {
  // Browsers read patterns with `v` since 2023; those written before may only be right with `u`.
  for (const flag of ["v", "u"]) {
    try {
      return new RegExp(`^(?:${source})$`, flag);
    } catch {
      continue;
    }
  }
  return undefined;
}

function breaksPattern({ dataset, value }: Field): boolean {
  if (!dataset.pattern || value === "") return false;
  return patternOf(dataset.pattern)?.test(value) === false;
}

/** Among letters that run to the left, the slashes would change sides. */
const addressStart = (field: Field): string =>
  getComputedStyle(field.parentElement ?? field).direction === "rtl" ? "\u2066https://\u2069" : "https://";

/** What is wrong with a field, for the visitor; nothing when it is in order. */
export function problemOf(field: Field, t: WidgetViewOptions["t"]): string {
  if (field.matches(":disabled")) return "";
  const { validity } = field;
  // Letters in a field for a number leave it empty, but that is not what is wrong with it.
  if (validity.badInput) return t("input.number");
  if (validity.valueMissing) return t("input.required");
  if (validity.typeMismatch) {
    return field.type === "url" ? t("input.url", { start: addressStart(field) }) : t("input.email");
  }
  return !validity.valid || breaksPattern(field) ? t("input.format") : "";
}
