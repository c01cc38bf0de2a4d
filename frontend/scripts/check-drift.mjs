/** `npm run check:drift`: the committed static files are what the sources build, within budget. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { outputDirectory } from "./assets.mjs";
import { bundle, reportSizes } from "./bundle.mjs";

const directory = mkdtempSync(path.join(tmpdir(), "django-chatkit-build-"));
const problems = [];
try {
  const sizes = await bundle(directory);
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)));
  for (const file of files) {
    const committed = path.join(outputDirectory, file);
    if (!existsSync(committed)) problems.push(`${file} is not built`);
    else if (!readFileSync(committed).equals(readFileSync(path.join(directory, file)))) {
      problems.push(`${file} differs from what the sources build`);
    }
  }
  // Other folders there, such as the admin's, are written by hand.
  for (const folder of ["", "icons", "locales"]) {
    for (const name of readdirSync(path.join(outputDirectory, folder))) {
      const file = path.join(folder, name);
      if (name.endsWith(".js") && !files.includes(file)) problems.push(`${file} has no source`);
    }
  }
  if (!reportSizes(sizes)) problems.push("the first load is over its budget");
} finally {
  rmSync(directory, { recursive: true });
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error("Run `npm run build` and commit the result.");
  process.exitCode = 1;
}
