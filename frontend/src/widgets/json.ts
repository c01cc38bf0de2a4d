/**
 * Reading a widget's JSON: agents and templates write it, so nothing about it is certain.
 *
 * Each reader returns `undefined` for a missing, `null` or ill-typed value.
 */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Text, or a number as text. */
export function text(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" && Number.isFinite(value) ? String(value) : undefined;
}

export const number = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isFinite(value) ? value : undefined;

/** A whole number from `low` to `high`. */
export function whole(value: unknown, low: number, high: number): number | undefined {
  const found = number(value);
  return found === undefined ? undefined : Math.min(high, Math.max(low, Math.round(found)));
}

export const objects = (value: unknown): Json[] =>
  Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : [];

/** `value` when it is one of `choices`. */
export function oneOf<Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
): Choice | undefined {
  return choices.find((choice) => choice === value);
}
