/** The widgets that the browser tests show are widgets of ChatKit's published types. */
import ts from "typescript";
import { expect, it } from "vitest";

const fixtures = Object.entries(
  import.meta.glob<unknown>("../../../tests/browser/widgets/*.json", {
    eager: true,
    import: "default",
  }),
);

type Json = Record<string, unknown>;

/** Charts are the Python package's alone: its classes are asked about them in another test. */
function known(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.filter((entry) => (entry as Json | null)?.type !== "Chart").map(known);
  }
  if (typeof value !== "object" || value === null) return value;
  const copy = { ...(value as Json) };
  // The types name Lucide's icons only where the page's developer gives them.
  if (typeof copy.name === "string" && copy.name.startsWith("lucide:")) copy.name = "star";
  return Object.fromEntries(Object.entries(copy).map(([key, inner]) => [key, known(inner)]));
}

const source = [
  'import type { Widgets } from "@openai/chatkit";',
  ...fixtures.map(
    ([, json], index) =>
      `export const widget${index}: Widgets.WidgetRoot = ${JSON.stringify(known(json))};`,
  ),
].join("\n");

it("every one of them", { timeout: 60_000 }, () => {
  const file = `${ts.sys.getCurrentDirectory()}/tests/widgets/fixtures.generated.ts`;
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: [],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists.call(host, name);
  host.getSourceFile = (name, ...rest) =>
    name === file
      ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022)
      : getSourceFile.call(host, name, ...rest);
  const program = ts.createProgram([file], options, host);
  const complaints = ts.getPreEmitDiagnostics(program).map(({ messageText, start, file: at }) => {
    const line = at && start !== undefined ? at.getLineAndCharacterOfPosition(start).line : 0;
    return `${fixtures[line - 1]?.[0]}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
  expect(fixtures.length).toBeGreaterThan(20);
  expect(complaints).toEqual([]);
});
