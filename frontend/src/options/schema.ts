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
  return typeof value === "object" ? "an object" : typeof value;
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
    const fits = typeof value === "number" && value >= low && value <= high;
    if (!fits) {
      const range = high === Infinity ? "a number" : `a number from ${low} to ${high}`;
      report(issues, path, range, value);
    }
  };
}

export function oneOf(...choices: (string | number | null)[]): Check {
  return (value, path, issues) => {
    if (choices.includes(value as string)) return;
    const listed = choices.map((choice) => JSON.stringify(choice)).join(", ");
    const meant = typeof value === "string" ? nearest(value, choices.filter(isText)) : undefined;
    report(
      issues,
      path,
      meant ? `one of ${listed} (did you mean "${meant}"?)` : `one of ${listed}`,
      value,
    );
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

/** Passes when one of the checks does; reports the issues of the one that `choose` picks. */
export function either(choose: (value: unknown) => Check): Check {
  return (value, path, issues) => choose(value)(value, path, issues);
}

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
  const meant = nearest(key, known);
  return `unrecognized key "${key}"${meant ? ` (did you mean "${meant}"?)` : ""}`;
}

/** The known name a mistyped one is closest to, if it is close at all. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
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
