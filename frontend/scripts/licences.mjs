/** The licences of the libraries that the static files contain, which must travel with them. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { frontend } from "./assets.mjs";

const libraries = [
  "lit",
  "lit-element",
  "lit-html",
  "@lit/reactive-element",
  "marked",
  "highlight.js",
  "temml",
  "lucide-static",
];

/** One section for each library: name, version, address, licence. */
export function licences() {
  const sections = libraries.map((name) => {
    const directory = path.join(frontend, "node_modules", name);
    const { version, homepage } = JSON.parse(
      readFileSync(path.join(directory, "package.json"), "utf8"),
    );
    const licence = readFileSync(path.join(directory, "LICENSE"), "utf8").replaceAll("\r\n", "\n");
    return `${[name, version, homepage].filter(Boolean).join("  ")}\n\n${licence.trim()}\n`;
  });
  const rule = `\n${"-".repeat(78)}\n\n`;
  return `The files beside this one contain code and drawings of these libraries.\n${rule}${sections.join(rule)}`;
}
