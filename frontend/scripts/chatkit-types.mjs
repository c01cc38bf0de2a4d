/**
 * What the types of `@openai/chatkit` say, as data: for the scripts and tests that hold the element
 * and its documentation to them.
 */
import path from "node:path";
import ts from "typescript";
import { frontend } from "./assets.mjs";

const file = path.join(frontend, "node_modules/@openai/chatkit/types/index.d.ts");
const lib = ["lib.es2022.d.ts", "lib.dom.d.ts"];
const program = ts.createProgram([file], { strict: true, skipLibCheck: true, lib });
const checker = program.getTypeChecker();
const source = program.getSourceFile(file);
const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source));

function named(name) {
  const symbol = exported.find((candidate) => candidate.name === name);
  if (symbol === undefined) throw new Error(`@openai/chatkit has no type ${name}`);
  return checker.getDeclaredTypeOfSymbol(symbol);
}

const members = (type) => (type.isUnion() ? type.types : [type]);

/**
 * The texts of a union of literals such as `SupportedLocale`, sorted; `` `lucide:${string}` `` is
 * left out.
 */
export function unionOf(name) {
  return members(named(name))
    .filter((member) => member.isStringLiteral())
    .map((member) => member.value)
    .sort();
}

const firstTag = (symbol, name) =>
  ts.displayPartsToString(symbol.getJsDocTags(checker).find((tag) => tag.name === name)?.text);

/** @returns {import("./chatkit-types.mjs").TypeTree} */
function treeOf(type) {
  const flags = type.flags;
  if (flags & ts.TypeFlags.StringLiteral) return { kind: "literal", value: type.value };
  if (flags & ts.TypeFlags.NumberLiteral) return { kind: "literal", value: type.value };
  if (flags & ts.TypeFlags.Null) return { kind: "literal", value: null };
  if (flags & ts.TypeFlags.TemplateLiteral) return { kind: "prefix", value: type.texts[0] };
  if (flags & ts.TypeFlags.String) return { kind: "string" };
  if (flags & ts.TypeFlags.Number) return { kind: "number" };
  // A boolean is the union of true and false.
  if (flags & ts.TypeFlags.Boolean) return { kind: "boolean" };
  if (flags & ts.TypeFlags.Unknown) return { kind: "unknown" };
  if (type.isUnion()) {
    const kept = type.types.filter((member) => !(member.flags & ts.TypeFlags.Undefined));
    const booleans = kept.filter((member) => member.flags & ts.TypeFlags.BooleanLiteral);
    const others = kept.filter((member) => !(member.flags & ts.TypeFlags.BooleanLiteral));
    const of = [...others.map(treeOf), ...(booleans.length > 0 ? [{ kind: "boolean" }] : [])];
    return of.length === 1 ? of[0] : { kind: "union", of };
  }
  // Of an event, what it tells.
  if (type.symbol?.name === "CustomEvent") return treeOf(checker.getTypeArguments(type)[0]);
  if (type.getCallSignatures().length > 0) return { kind: "function" };
  if (checker.isArrayType(type)) {
    return { kind: "list", of: treeOf(checker.getTypeArguments(type)[0]) };
  }
  const values = type.getStringIndexType();
  if (values !== undefined) return { kind: "record", of: treeOf(values) };
  const properties = type.getProperties().map((symbol) => ({
    name: symbol.name,
    optional: (symbol.flags & ts.SymbolFlags.Optional) !== 0,
    default: firstTag(symbol, "default"),
    type: treeOf(checker.getTypeOfSymbolAtLocation(symbol, source)),
  }));
  return { kind: "object", properties };
}

/** A type of ChatKit as a tree; what functions take and return is left out. */
export function typeTree(name) {
  return treeOf(named(name));
}

/** The names of a type's own members: the methods of `OpenAIChatKit`, the events of `ChatKitEvents`. */
export function memberNames(name) {
  const table = named(name).symbol.members;
  return [...table.keys()].map(String);
}
