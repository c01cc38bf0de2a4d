/**
 * `npm run locales`: what each catalogue lacks, has too much of or gets wrong, and which locales of
 * ChatKit's types have none.
 *
 * `npm run locales -- fr de` looks at those alone; with `--check` anything found is a failure.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import { createServer } from "vite";
import { frontend } from "./assets.mjs";
import { unionOf } from "./chatkit-types.mjs";

const check = process.argv.includes("--check");
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));

const names = readdirSync(path.join(frontend, "src/i18n/locales"))
  .map((file) => path.basename(file, ".ts"))
  .filter((name) => wanted.length === 0 || wanted.includes(name));
const server = await createServer({
  configFile: false,
  root: frontend,
  logLevel: "error",
  appType: "custom",
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
});
let total = 0;
try {
  const { en } = await server.ssrLoadModule("/src/i18n/en.ts");
  const { audit, auditLocales } = await server.ssrLoadModule("/src/i18n/audit.ts");
  for (const name of names) {
    const { catalogue } = await server.ssrLoadModule(`/src/i18n/locales/${name}.ts`);
    const findings = audit(name, catalogue, en);
    for (const { key, problem } of findings) console.log(`${name.padEnd(7)} ${key} ${problem}`);
    total += findings.length;
  }
  if (wanted.length === 0) {
    const findings = auditLocales(unionOf("TranslatedLocale"), unionOf("SupportedLocale"), names);
    for (const { key, problem } of findings) console.log(`${key.padEnd(7)} ${problem}`);
    total += findings.length;
  }
  console.log(`${names.length} catalogues of ${Object.keys(en).length} messages: ${total} findings`);
} finally {
  await server.close();
}
if (check && total > 0) process.exitCode = 1;
