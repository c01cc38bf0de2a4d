// @vitest-environment node
/**
 * `validateOptions` against the types of `@openai/chatkit`: at every place of the options it takes
 * what they take and nothing else. An option that is new in the types fails here until it is handled.
 */
import { expect, it } from "vitest";
import { typeTree, unionOf, type TypeTree } from "../../scripts/chatkit-types.mjs";
import { CHATKIT_ICONS, HEADER_ICONS } from "../../src/options/icon-names";
import { validateOptions } from "../../src/options/validate";

const OPTIONS = typeTree("ChatKitOptions");

/** Values of every kind, to be tried at every place. */
const TRIED: unknown[] = [null, 1, "nonsense", true, [], {}, [1], { nonsense: 1 }, () => undefined];

type Entries = Record<string, unknown>;

const isObject = (value: unknown): value is Entries =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether the type takes the value. */
function takes(type: TypeTree, value: unknown): boolean {
  switch (type.kind) {
    case "unknown":
      return true;
    case "literal":
      return value === type.value;
    case "prefix":
      return typeof value === "string" && value.startsWith(type.value);
    case "list":
      return Array.isArray(value) && value.every((entry) => takes(type.of, entry));
    case "record":
      return isObject(value) && Object.values(value).every((entry) => takes(type.of, entry));
    case "union":
      return type.of.some((member) => takes(member, value));
    case "object": {
      if (!isObject(value)) return false;
      const known = type.properties.every(({ name, optional, type: of }) =>
        value[name] === undefined ? optional : takes(of, value[name]),
      );
      const names = type.properties.map(({ name }) => name);
      return known && Object.keys(value).every((key) => names.includes(key));
    }
    default:
      return typeof value === type.kind;
  }
}

/** A value with everything the type has. */
function sample(type: TypeTree): unknown {
  switch (type.kind) {
    case "unknown":
    case "string":
      return "some";
    case "number":
      return 1;
    case "boolean":
      return false;
    case "function":
      return () => undefined;
    case "literal":
      return type.value;
    case "prefix":
      return `${type.value}some`;
    case "list":
      return [sample(type.of)];
    case "record":
      return { some: sample(type.of) };
    case "union":
      return sample(type.of[0]!);
    case "object":
      return Object.fromEntries(type.properties.map(({ name, type: of }) => [name, sample(of)]));
  }
}

/**
 * Whole options for every value to be tried at every place of a type.
 *
 * @param around puts a value where the type stands.
 */
function* attempts(
  type: TypeTree,
  path: string,
  around: (value: unknown) => unknown,
): Generator<[string, unknown]> {
  for (const value of TRIED) yield [path, around(value)];
  switch (type.kind) {
    case "literal":
    case "prefix":
      yield [path, around(sample(type))];
      break;
    case "list":
      yield* attempts(type.of, `${path}[]`, (value) => around([value]));
      break;
    case "record":
      yield* attempts(type.of, `${path}[""]`, (value) => around({ some: value }));
      break;
    case "union":
      for (const member of type.of) yield* attempts(member, path, around);
      break;
    case "object": {
      const whole = sample(type) as Entries;
      yield [path, around(whole)];
      yield [path, around({ ...whole, nonsense: 1 })];
      for (const { name, type: of } of type.properties) {
        const withThat = (value: unknown): unknown => around({ ...whole, [name]: value });
        yield [`${path}.${name}`, withThat(undefined)];
        yield* attempts(of, `${path}.${name}`, withThat);
      }
    }
  }
}

function complaintOf(options: unknown): string {
  try {
    validateOptions(options);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

it("takes what the types take, and nothing else", () => {
  const differences: string[] = [];
  let count = 0;
  for (const [path, options] of attempts(OPTIONS, "", (value) => value)) {
    // Unknown locales are shown in English, and the header has Lucide's icons too.
    if (path === ".locale") continue;
    count += 1;
    const complaint = complaintOf(options);
    if ((complaint === "") !== takes(OPTIONS, options)) {
      differences.push(`${path}: ${complaint || "taken"}`);
    }
  }
  expect(differences).toEqual([]);
  expect(count).toBeGreaterThan(1000);
});

it("knows the icons of the types", () => {
  expect(HEADER_ICONS.split(" ").sort()).toEqual(unionOf("HeaderIcon"));
  expect(CHATKIT_ICONS.split(" ").sort()).toEqual(unionOf("ChatKitIcon"));
});
