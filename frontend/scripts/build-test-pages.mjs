/** `npm run build:test-pages`: writes the scripts of `tests-pages/` for the browser tests. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "vite";
import { frontend } from "./assets.mjs";

const directory = path.join(frontend, "../tests/browser/static/browser");
const notice =
  "/*! Built from frontend/tests-pages. Contains React, copyright Meta Platforms, Inc. and " +
  "affiliates, and @openai/chatkit-react, copyright OpenAI, both under the MIT licence. */\n";

await build({
  configFile: false,
  root: frontend,
  logLevel: "warn",
  publicDir: false,
  build: {
    outDir: directory,
    emptyOutDir: false,
    modulePreload: false,
    minify: true,
    rolldownOptions: {
      input: { react: path.join(frontend, "tests-pages/react.js") },
      output: { format: "es", entryFileNames: "[name].js", codeSplitting: false },
    },
  },
});
const file = path.join(directory, "react.js");
writeFileSync(file, notice + readFileSync(file, "utf8"));
