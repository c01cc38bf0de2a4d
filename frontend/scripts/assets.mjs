/**
 * The files the build writes: asset name → source module.
 *
 * Each asset becomes one self-contained ES module, because hashed static storages rename files and
 * an import inside a bundle would then point at a name that no longer exists.
 */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

export const frontend = path.resolve(import.meta.dirname, "..");
export const outputDirectory = path.resolve(frontend, "../django_chatkit/static/django_chatkit");

const localeDirectory = path.join(frontend, "src/i18n/locales");

const modules = {
  chatkit: "src/chatkit.ts",
  embed: "src/embed/index.ts",
  hosted: "src/embed/hosted.ts",
  markdown: "src/markdown/index.ts",
  highlight: "src/highlight/index.ts",
  math: "src/math/index.ts",
  widgets: "src/widgets/index.ts",
  chart: "src/widgets/chart/index.ts",
  preview: "src/preview/index.ts",
  icons: "src/icons/lazy.ts",
  composer: "src/composer/index.ts",
  items: "src/items/index.ts",
  suggestions: "src/suggestions/index.ts",
  history: "src/history/index.ts",
};

/** Every asset of the element, as [name, absolute source path]. */
export function assets() {
  const named = Object.entries(modules).map(([name, file]) => [name, path.join(frontend, file)]);
  const locales = existsSync(localeDirectory)
    ? readdirSync(localeDirectory)
        .filter((file) => file.endsWith(".ts"))
        .map((file) => [`locales/${file.slice(0, -3)}`, path.join(localeDirectory, file)])
    : [];
  return [...named, ...locales].filter(([, file]) => existsSync(file)).sort();
}

/** What a visitor downloads before the first message can be sent. */
export const firstLoad = ["embed", "chatkit"];

/** The most the first load may weigh, in bytes after gzip. */
export const firstLoadBudget = 60_000;
