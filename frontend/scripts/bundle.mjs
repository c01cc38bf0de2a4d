/** Builds every asset into a directory and returns the sizes after gzip. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { assets, firstLoad, firstLoadBudget, frontend } from "./assets.mjs";
import { licences } from "./licences.mjs";
import { writeLucide } from "./lucide.mjs";

/** @param {string} directory where the files go */
export async function bundle(directory) {
  mkdirSync(directory, { recursive: true });
  const manifest = {};
  const sizes = {};
  for (const [name, source] of assets()) {
    await build({
      configFile: false,
      root: frontend,
      logLevel: "warn",
      publicDir: false,
      build: {
        target: ["chrome111", "firefox115", "safari16.4"],
        outDir: directory,
        emptyOutDir: false,
        modulePreload: false,
        minify: true,
        rolldownOptions: {
          input: { [name]: source },
          preserveEntrySignatures: "strict",
          // A lazily loaded asset is found through assetUrl(), never through the bundler.
          output: { format: "es", entryFileNames: "[name].js", codeSplitting: false },
        },
      },
    });
  }
  for (const name of [...assets().map(([asset]) => asset), ...writeLucide(directory)].sort()) {
    manifest[name] = `${name}.js`;
    sizes[name] = gzipSync(readFileSync(path.join(directory, `${name}.js`)), { level: 9 }).length;
  }
  writeFileSync(path.join(directory, "assets.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(path.join(directory, "LICENSES.txt"), licences());
  copyFileSync(path.join(frontend, "src/embed/embed.css"), path.join(directory, "embed.css"));
  return sizes;
}

/** Prints the sizes; returns whether the first load keeps to its budget. */
export function reportSizes(sizes) {
  for (const [name, size] of Object.entries(sizes)) {
    console.log(`${name.padEnd(24)} ${String(size).padStart(7)} bytes gzip`);
  }
  const total = firstLoad.reduce((sum, name) => sum + (sizes[name] ?? 0), 0);
  console.log(`${"first load".padEnd(24)} ${String(total).padStart(7)} of ${firstLoadBudget}`);
  return total <= firstLoadBudget;
}
