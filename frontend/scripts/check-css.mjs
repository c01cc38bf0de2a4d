/** Part of `npm run check`: no style sheet uses what a supported browser lacks. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { frontend } from "./assets.mjs";
import { cssFeatures } from "./compat/css.mjs";
import { isAllowed, isFeature, lacking } from "./compat/data.mjs";

// The element's own style sheets stand in TypeScript, where ESLint reads them.
const ADMIN = "../django_chatkit/static/django_chatkit/admin";
const admin = readdirSync(path.join(frontend, ADMIN)).filter((name) => name.endsWith(".css"));

for (const file of ["src/embed/embed.css", ...admin.map((name) => `${ADMIN}/${name}`)]) {
  const text = readFileSync(path.join(frontend, file), "utf8");
  for (const [name, feature, line] of cssFeatures(text)) {
    const browsers = isFeature(feature) ? lacking(feature) : ["MDN's data"];
    if (isAllowed(name) || browsers.length === 0) continue;
    console.error(`${file}:${line} ${name} is missing in ${browsers.join(", ")}`);
    process.exitCode = 1;
  }
}
