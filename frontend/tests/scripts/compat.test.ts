/** `npm run check` refuses what Firefox 115, Safari 16.4 or Chrome 111 lacks. */
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import { cssFeatures } from "../../scripts/compat/css.mjs";
import { isFeature, lacking } from "../../scripts/compat/data.mjs";

const eslint = new ESLint({
  overrideConfig: { rules: { "@typescript-eslint/no-unused-vars": "off" } },
});

/** What ESLint, as configured, says of browsers when this stood in a source file. */
async function complaints(code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`export {};\n${code}`, { filePath: "src/chatkit.ts" });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === "browsers/supported")
    .map(({ message }) => message.replace(/ Do without.*/, ""));
}

function missing(css: string): string[] {
  return cssFeatures(css).flatMap(([name, feature]) =>
    !isFeature(feature) ? [`${name}: unknown`] : lacking(feature).map((it) => `${name}: ${it}`),
  );
}

describe("a style sheet", () => {
  it.each([
    [".a:has(> .b) { color: red; }", [":has(): Firefox 115"]],
    [".a { height: 100dvh; color: color-mix(in srgb, red 10%, blue); }", []],
    [".a { & .b { color: red; } }", ["nested rules", "&"].flatMap(everywhere)],
    [".a { color: light-dark(red, blue); }", everywhere("light-dark()")],
    ["@starting-style { .a { color: red; } }", everywhere("@starting-style")],
    [".a { colour: red; }", ["colour: unknown"]],
    [".a { user-select: none; }", ["user-select: Safari 16.4"]],
    [".a { -webkit-user-select: none; user-select: none; }", []],
    ["@container (min-width: 640px) { .a { inset-inline: 0; } }", []],
    ["@media (prefers-reduced-transparency) { .a { top: 0; } }",
      everywhere("@media (prefers-reduced-transparency)")],
    ["@font-face { font-family: A; size-adjust: 90%; }", ["@font-face size-adjust: Safari 16.4"]],
  ])("%s", (css, expected) => {
    expect(missing(css)).toEqual(expected);
  });
});

function everywhere(name: string): string[] {
  return ["Chrome 111", "Firefox 115", "Safari 16.4"].map((browser) => `${name}: ${browser}`);
}

describe("a source file", () => {
  it.each([
    ["a class of the language", "export const a = new Intl.Segmenter();",
      ["Intl.Segmenter is missing in Firefox 115."]],
    ["a method of a class of the browser", "export const a = document.body.checkVisibility();",
      ["Element.checkVisibility is missing in Safari 16.4."]],
    ["a method taken out of an object", "export const { showPopover } = document.body;",
      ["HTMLElement.showPopover is missing in Chrome 111, Firefox 115, Safari 16.4."]],
    ["an event", 'document.body.addEventListener("scrollend", () => undefined);',
      ["the event scrollend is missing in Chrome 111, Safari 16.4."]],
    ["a global", "export const a = new Sanitizer();",
      ["new Sanitizer() is missing in Chrome 111, Firefox 115, Safari 16.4."]],
    ["a regular expression", "export const a = /[a&&b]/v;",
      ["the flag v is missing in Chrome 111, Firefox 115, Safari 16.4."]],
    ["a style sheet", "export const styles = `\n.a:has(.b) { color: red; }\n`;",
      [":has() is missing in Firefox 115."]],
    ["a template", 'import { html } from "lit";\nexport const a = html`<div popover></div>`;',
      ["<div popover> is missing in Chrome 111, Firefox 115, Safari 16.4."]],
  ])("with %s", async (_what, code, expected) => {
    expect(await complaints(code)).toEqual(expected);
  });

  it("may use what they all have", async () => {
    const code = "export const a = [1].findLast(Boolean) ?? structuredClone([3]).at(-1);";
    expect(await complaints(code)).toEqual([]);
  });
});
