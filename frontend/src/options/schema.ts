/** A small strict validator: says where an option is wrong, and what was probably meant. */

export interface Issue {
  /** Such as `composer.tools[0].icon`; empty for the options themselves. */
  path: string;
  message: string;
}

/** Checks a value and adds what is wrong with it to `issues`. */
export type Check = (value: unknown, path: string, issues: Issue[]) => void;

function report(issues: Issue[], path: string, expected: string, value: unknown): void {
  issues.push({ path, message: `expected ${expected}, got ${describe(value)}` });
}

function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value === undefined) return "undefined";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function typed(type: "string" | "boolean" | "function", expected: string): Check {
  return (value, path, issues) => {
    if (typeof value !== type) report(issues, path, expected, value);
  };
}

export const text = typed("string", "a string");
export const flag = typed("boolean", "true or false");
export const callback = typed("function", "a function");

export function number(low = -Infinity, high = Infinity): Check {
  return (value, path, issues) => {
    if (typeof value === "number" && value >= low && value <= high) return;
    let range = "";
    if (high !== Infinity) range = ` from ${low} to ${high}`;
    else if (low !== -Infinity) range = ` of at least ${low}`;
    report(issues, path, `a number${range}`, value);
  };
}

export function oneOf(...choices: (string | number | null)[]): Check {
  return (value, path, issues) => {
    if (choices.includes(value as string)) return;
    const listed = choices.map((choice) => JSON.stringify(choice)).join(", ");
    const expected = choices.length > 1 ? `one of ${listed}` : listed;
    report(issues, path, expected + suggestion(value, choices.filter(isText)), value);
  };
}

/**
 * A name out of too many to list them in a message.
 *
 * @param expected such as `"the name of an icon"`.
 * @param prefix what other names begin with that are taken unseen.
 */
export function oneOfMany(expected: string, names: string, prefix: string): Check {
  const known = names.split(" ");
  return (value, path, issues) => {
    if (known.includes(value as string)) return;
    if (isText(value) && value.startsWith(prefix) && value !== prefix) return;
    report(issues, path, expected + suggestion(value, known), value);
  };
}

export function list(entry: Check): Check {
  return (value, path, issues) => {
    if (!Array.isArray(value)) report(issues, path, "a list", value);
    else value.forEach((item, index) => entry(item, `${path}[${index}]`, issues));
  };
}

/** An object whose keys are free and whose values all pass the same check. */
export function record(entry: Check): Check {
  return (value, path, issues) => {
    if (!isPlainObject(value)) report(issues, path, "an object", value);
    else for (const [key, item] of Object.entries(value)) entry(item, `${path}["${key}"]`, issues);
  };
}

export const anyObject = record(() => undefined);

/** The check that `choose` picks by the value. */
export function either(choose: (value: unknown) => Check): Check {
  return (value, path, issues) => choose(value)(value, path, issues);
}

type Kind = "null" | "list" | "string" | "number" | "boolean" | "object";

/**
 * A check for each kind of value that is taken.
 *
 * @param expected all of them in words, such as `"a string or null"`.
 */
export function kinds(expected: string, checks: { readonly [kind in Kind]?: Check }): Check {
  return (value, path, issues) => {
    let kind: string = typeof value;
    if (value === null) kind = "null";
    else if (Array.isArray(value)) kind = "list";
    const check = checks[kind as Kind];
    if (check) check(value, path, issues);
    else report(issues, path, expected, value);
  };
}

export const anything: Check = () => undefined;

/** An object with these keys only; those named in `required` must be there. */
export function shape(keys: Record<string, Check>, required: readonly string[] = []): Check {
  return (value, path, issues) => {
    if (!isPlainObject(value)) {
      report(issues, path, "an object", value);
      return;
    }
    for (const [key, item] of Object.entries(value)) {
      // A key that is there but undefined is a key that was left out, as in JSON.
      if (item === undefined) continue;
      const check = Object.hasOwn(keys, key) ? keys[key] : undefined;
      const inner = path === "" ? key : `${path}.${key}`;
      if (check) check(item, inner, issues);
      else issues.push({ path, message: unrecognised(key, Object.keys(keys)) });
    }
    for (const key of required) {
      if (value[key] === undefined) issues.push({ path, message: `missing key "${key}"` });
    }
  };
}

function unrecognised(key: string, known: readonly string[]): string {
  return `unrecognized key "${key}"${suggestion(key, known)}`;
}

/** Names in brackets what a value was probably meant to be; empty when nothing is close. */
export function suggestion(value: unknown, known: readonly string[]): string {
  const meant = isText(value) ? nearest(value, known) : undefined;
  return meant ? ` (did you mean "${meant}"?)` : "";
}

/** The known name a mistyped one is closest to, if it is close at all. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  const tolerance = Math.max(2, Math.floor(word.length / 3));
  let bestDistance = Math.min(tolerance, word.length - 1) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Levenshtein's distance, one row at a time. */
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const substitution = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
