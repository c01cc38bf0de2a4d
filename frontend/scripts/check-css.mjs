/** Part of `npm run check`: the page's style sheet uses nothing that a supported browser lacks. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { frontend } from "./assets.mjs";
import { cssFeatures } from "./compat/css.mjs";
import { isAllowed, isFeature, lacking } from "./compat/data.mjs";

// The element's own style sheets stand in TypeScript, where ESLint reads them.
const file = "src/embed/embed.css";
for (const [name, feature, line] of cssFeatures(readFileSync(path.join(frontend, file), "utf8"))) {
  const browsers = isFeature(feature) ? lacking(feature) : ["MDN's data"];
  if (isAllowed(name) || browsers.length === 0) continue;
  console.error(`${file}:${line} ${name} is missing in ${browsers.join(", ")}`);
  process.exitCode = 1;
}
