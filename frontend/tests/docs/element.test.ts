// @vitest-environment node
/** `docs/reference/element.md` against the types of `@openai/chatkit`: nothing is left out or wrong. */
import { expect, it } from "vitest";
import page from "../../../docs/reference/element.md?raw";
import { memberNames, typeTree, unionOf, type TypeTree } from "../../scripts/chatkit-types.mjs";

const NAMED = ["SupportedLocale", "HeaderIcon", "ChatKitIcon"];

interface Row {
  types: Set<string>;
  required: boolean;
  default: string;
}

/** The cells of every table row whose first cell is code, without that code's backticks. */
function rows(section: string): string[][] {
  const text = page.split(/^## /m).find((part) => part.startsWith(section)) ?? "";
  const lines = text.split("\n").filter((line) => line.startsWith("| `"));
  return lines.map((line) => line.slice(1, -1).split("|").map((cell) => cell.trim()));
}

const bare = (code: string): string => code.replaceAll("`", "");

/** A type in the words of the page. */
function words(type: TypeTree): string[] {
  if (type.kind === "literal") return [JSON.stringify(type.value)];
  if (type.kind !== "union") return [type.kind];
  const literals = type.of.flatMap((member) => (member.kind === "literal" ? [member.value] : []));
  const texts = literals.filter((value) => typeof value === "string").sort();
  const name = NAMED.find((known) => JSON.stringify(unionOf(known)) === JSON.stringify(texts));
  if (name !== undefined) return [name];
  const numbers = literals.filter((value) => typeof value === "number");
  if (numbers.length === type.of.length) return [`${Math.min(...numbers)} to ${Math.max(...numbers)}`];
  return type.of.flatMap(words);
}

const isContainer = (type: TypeTree): boolean =>
  type.kind === "object" || (type.kind === "list" && type.of.kind === "object") ||
  (type.kind === "union" && type.of.every(isContainer));

/** Every option that is a value: those that only hold others are in their names. */
function collect(type: TypeTree, path: string, found: Map<string, Row>): void {
  if (type.kind === "union") for (const member of type.of) collect(member, path, found);
  if (type.kind === "list") collect(type.of, `${path}[]`, found);
  if (type.kind !== "object") return;
  for (const property of type.properties) {
    const name = path === "" ? property.name : `${path}.${property.name}`;
    if (!isContainer(property.type)) {
      const row = found.get(name) ?? { types: new Set(), required: false, default: "" };
      for (const word of words(property.type)) row.types.add(word);
      row.required ||= !property.optional;
      row.default ||= property.default.replace(/ \(.*\)$/, "");
      found.set(name, row);
    }
    collect(property.type, name, found);
  }
}

const options = new Map<string, Row>();
collect(typeTree("ChatKitOptions"), "", options);

it("lists every option once, and no other", () => {
  const listed = rows("Options").map(([name = ""]) => bare(name));
  expect([...listed].sort()).toEqual([...options.keys()].sort());
});

it.each(rows("Options"))("%s has the type %s and the default %s", (name, type, fallback, meaning) => {
  const option = options.get(bare(name));
  expect(bare(type).split(", ").sort()).toEqual([...(option?.types ?? [])].sort());
  if (option?.default) expect(bare(fallback)).toBe(option.default);
  else expect(fallback === "required").toBe(option?.required);
  expect(meaning).toMatch(/^[A-Z`].*\.$/);
});

it("lists every method, and no other", () => {
  const listed = rows("Methods").flatMap(([name = ""]) => name.match(/\w+(?=\()/g) ?? []);
  expect(listed.sort()).toEqual(memberNames("OpenAIChatKit").sort());
});

it("lists every event with its detail, and no other", () => {
  const events = typeTree("ChatKitEvents");
  const expected = (events.kind === "object" ? events.properties : []).map(({ name, type }) => {
    const properties = type.kind === "object" ? type.properties : [];
    return [name, ...properties.map((key) => (key.optional ? `${key.name}?` : key.name))];
  });
  const listed = rows("Events").map(([name = "", detail = ""]) =>
    [bare(name), ...bare(detail).split(", ")].filter((word) => word !== ""),
  );
  expect(listed).toEqual(expected);
});
