/**
 * Lucide's icons (ISC licence) as path data.
 *
 * Every shape becomes part of one SVG path, so that an icon is one string and drawing it needs no
 * markup.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const nodes = require("lucide-static/icon-nodes.json");
export const { version } = require("lucide-static/package.json");

const number = (value) => String(Math.round(Number(value) * 1000) / 1000);

const ellipse = (cx, cy, rx, ry) =>
  `M${number(cx - rx)} ${number(cy)}a${number(rx)} ${number(ry)} 0 1 0 ${number(2 * rx)} 0` +
  `a${number(rx)} ${number(ry)} 0 1 0 ${number(-2 * rx)} 0z`;

function rectangle({ x = 0, y = 0, width, height, rx, ry }) {
  const r = Number(rx ?? ry ?? 0);
  const [w, h] = [number(width - 2 * r), number(height - 2 * r)];
  const corner = (dx, dy) => (r ? `a${r} ${r} 0 0 1 ${dx} ${dy}` : "");
  return (
    `M${number(Number(x) + r)} ${number(y)}h${w}${corner(r, r)}v${h}${corner(-r, r)}` +
    `h-${w}${corner(-r, -r)}v-${h}${corner(r, -r)}z`
  );
}

const NUMBER = "(-?(?:\\d+\\.?\\d*|\\.\\d+))";
const RELATIVE_START = new RegExp(`^m *${NUMBER}[ ,]*${NUMBER} *(?=([-.\\d])?)`);

/** Path data that may follow other path data: its first step is absolute. */
const absoluteStart = (data) =>
  data.replace(
    RELATIVE_START,
    (_match, x, y, more) => `M${x} ${y}${more === undefined ? "" : "l"}`,
  );

/** One shape of Lucide as path data. */
function outline([tag, a]) {
  switch (tag) {
    case "path":
      return absoluteStart(a.d);
    case "circle":
      return ellipse(+a.cx, +a.cy, +a.r, +a.r);
    case "ellipse":
      return ellipse(+a.cx, +a.cy, +a.rx, +a.ry);
    case "rect":
      return rectangle(a);
    case "line":
      return `M${a.x1} ${a.y1}L${a.x2} ${a.y2}`;
    case "polyline":
    case "polygon":
      return `M${a.points}${tag === "polygon" ? "z" : ""}`;
    default:
      throw new Error(`No outline for <${tag}>`);
  }
}

/** Path data of one of Lucide's icons. */
export function lucide(name) {
  if (!nodes[name]) throw new Error(`Lucide has no icon ${name}`);
  return nodes[name].map(outline).join("");
}

const directory = path.join(path.dirname(require.resolve("lucide-static/package.json")), "icons");

/** Every name that an icon of Lucide's has or had. */
export function lucideNames() {
  const files = readdirSync(directory).filter((file) => file.endsWith(".svg"));
  return files.map((file) => file.slice(0, -4));
}

/** What makes two of Lucide's files the same icon under two names. */
function drawing(name) {
  const markup = readFileSync(path.join(directory, `${name}.svg`), "utf8");
  return markup.slice(markup.indexOf(">", markup.indexOf("<svg")));
}

/** Former names of icons, which stay valid: name → the name it has now. */
function aliases() {
  const names = new Map(Object.keys(nodes).map((name) => [drawing(name), name]));
  const former = lucideNames().filter((name) => !nodes[name]);
  return former.map((name) => [name, names.get(drawing(name))]);
}

/** How many files Lucide's icons are in; `src/icons/lucide.ts` has the same number. */
const SHARDS = 8;

/** The file an icon is in, by its name; `src/icons/lucide.ts` counts the same way. */
const shardOf = (name) =>
  [...name].reduce((sum, character) => sum + character.charCodeAt(0), 0) % SHARDS;

/** All of Lucide's icons, as one object for each file: name → path data, or `=` and another name. */
export function lucideShards() {
  const shards = Array.from({ length: SHARDS }, () => ({}));
  for (const name of Object.keys(nodes)) shards[shardOf(name)][name] = lucide(name);
  for (const [name, current] of aliases()) shards[shardOf(name)][name] = `=${current}`;
  return shards;
}

/** Writes the files; returns the names of the assets they are. */
export function writeLucide(output) {
  mkdirSync(path.join(output, "icons"), { recursive: true });
  return lucideShards().map((shard, index) => {
    const name = `icons/lucide-${index}`;
    const lines = Object.keys(shard)
      .sort()
      .map((icon) => `${JSON.stringify(icon)}:${JSON.stringify(shard[icon])}`);
    const text =
      `/* Lucide ${version}, ISC licence: see LICENSES.txt. */\n` +
      `export const paths={\n${lines.join(",\n")}\n};\n`;
    writeFileSync(path.join(output, `${name}.js`), text);
    return name;
  });
}
