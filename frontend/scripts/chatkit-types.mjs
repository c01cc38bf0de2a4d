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
 * The texts of a union of literals such as `SupportedLocale`; `` `lucide:${string}` `` is left out.
 */
export function unionOf(name) {
  return members(named(name))
    .filter((member) => member.isStringLiteral())
    .map((member) => member.value);
}
