/**
 * What the browsers of `browserslist` support, from MDN's browser-compat-data.
 *
 * A phone's browser counts as its desktop namesake of the same version.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { allowed } from "./allowed.mjs";

export const data = createRequire(import.meta.url)("@mdn/browser-compat-data");

const NAMESAKES = {
  chrome: ["chrome", "chrome_android"],
  firefox: ["firefox", "firefox_android"],
  safari: ["safari", "safari_ios"],
};

const { browserslist } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../../package.json"), "utf8"),
);

/** `[browser, version]`: the oldest ones that everything must work in. */
const targets = browserslist.flatMap((query) => {
  const [, name, version] = /^(\w+) >= ([\d.]+)$/.exec(query) ?? [];
  if (!(name in NAMESAKES)) throw new Error(`package.json: cannot read browserslist's "${query}".`);
  return NAMESAKES[name].map((browser) => [browser, version]);
});

const parts = (version) => version.replace("≤", "").split(".").map(Number);

/** Whether version `one` is `other` or later. */
function reaches(one, other) {
  const [mine, theirs] = [parts(one), parts(other)];
  for (let index = 0; index < Math.max(mine.length, theirs.length); index += 1) {
    const difference = (mine[index] ?? 0) - (theirs[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

function supports(statement, version) {
  const { version_added: added, version_removed: removed } = statement;
  if (typeof added !== "string" || added === "preview") return false;
  if (statement.flags || statement.prefix || statement.alternative_name) return false;
  return reaches(version, added) && !(typeof removed === "string" && reaches(version, removed));
}

/**
 * The targets that lack a feature.
 *
 * @param feature a node of the data that has a `__compat`.
 * @returns names such as `Firefox 115`; none where every target has it.
 */
export function lacking(feature) {
  const { support } = feature.__compat;
  const names = targets
    .filter(([browser, version]) => {
      const statements = [support[browser] ?? []].flat();
      return !statements.some((statement) => supports(statement, version));
    })
    .map(([browser, version]) => `${data.browsers[browser].name} ${version}`);
  // "Safari 16.4" says enough; its phone is named where it alone lacks something.
  return names.filter((name) => {
    const namesake = name.replace(/ (on iOS|for Android|Android)(?= )/, "");
    return namesake === name || !names.includes(namesake);
  });
}

/** Whether this node of the data describes a feature itself, not only those under it. */
export const isFeature = (node) => node !== undefined && node !== null && "__compat" in node;

/** Whether this may be used all the same; `cursor: *` allows every value. */
export const isAllowed = (name) => allowed.has(name) || allowed.has(name.replace(/: .*/, ": *"));
