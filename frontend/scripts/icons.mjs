/**
 * `node scripts/icons.mjs [--check]`: writes the icons' outlines from Lucide's (ISC licence).
 *
 * These are ChatKit's own names. Lucide's are in the shards that the build writes; see `lucide.mjs`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { frontend } from "./assets.mjs";
import { lucide, version } from "./lucide.mjs";

/** What the element itself draws: part of the first load. Our name → Lucide's. */
const core = {
  send: "arrow-up",
  copy: "copy",
  check: "check",
  retry: "rotate-cw",
  "thumbs-up": "thumbs-up",
  "thumbs-down": "thumbs-down",
  history: "rotate-ccw-clock",
  compose: "square-pen",
  "dots-horizontal": "ellipsis",
  edit: "pencil",
  trash: "trash",
  close: "x",
  "chevron-down": "chevron-down",
  "chevron-left": "chevron-left",
  "chevron-right": "chevron-right",
  "chevron-up": "chevron-up",
  "arrow-down": "arrow-down",
  "arrow-left": "arrow-left",
  warning: "triangle-alert",
  error: "circle-alert",
  info: "info",
  loader: "loader-circle",
  globe: "globe",
  search: "search",
  document: "file-text",
  image: "image",
  sparkle: "sparkle",
  lightbulb: "lightbulb",
  plus: "plus",
  attach: "paperclip",
  microphone: "mic",
  lock: "lock",
  "external-link": "external-link",
  "check-circle": "circle-check",
  "empty-circle": "circle",
  reply: "reply",
  quote: "text-quote",
  "light-mode": "sun",
  "dark-mode": "moon",
  user: "user-round",
  tool: "wrench",
  chat: "message-circle",
  login: "log-in",
  bolt: "zap",
  calendar: "calendar",
  "square-code": "square-code",
};

/** The rest of ChatKit's `HeaderIcon`, `ChatKitIcon` and `WidgetIcon`: loaded when first used. */
const more = {
  agent: "bot",
  analytics: "chart-line",
  atom: "atom",
  batch: "layers",
  "book-open": "book-open",
  "book-closed": "book",
  "book-clock": "book-bookmark",
  bug: "bug",
  chart: "chart-column",
  "circle-question": "circle-question-mark",
  clock: "clock",
  compass: "compass",
  confetti: "party-popper",
  download: "download",
  cube: "box",
  desktop: "monitor",
  "dots-vertical": "ellipsis-vertical",
  keys: "key-round",
  lab: "flask-conical",
  images: "images",
  lifesaver: "life-buoy",
  mail: "mail",
  "map-pin": "map-pin",
  maps: "map",
  mobile: "smartphone",
  name: "tag",
  notebook: "notebook",
  "notebook-pencil": "notebook-pen",
  "page-blank": "file",
  phone: "phone",
  play: "play",
  profile: "circle-user",
  "profile-card": "id-card",
  reload: "refresh-cw",
  star: "star",
  "sparkle-double": "sparkles",
  "square-image": "image-square",
  "square-text": "square-text",
  suitcase: "briefcase",
  "settings-slider": "sliders-horizontal",
  write: "pen",
  "write-alt": "pen-line",
  "write-alt2": "signature",
  "sidebar-left": "panel-left",
  "sidebar-right": "panel-right",
  "sidebar-open-left": "panel-left-open",
  "sidebar-open-right": "panel-right-open",
  "sidebar-collapse-left": "panel-left-close",
  "sidebar-collapse-right": "panel-right-close",
  "collapse-left": "arrow-left-to-line",
  "collapse-right": "arrow-right-to-line",
  "open-left": "arrow-left-from-line",
  "open-right": "arrow-right-from-line",
  "double-chevron-left": "chevrons-left",
  "double-chevron-right": "chevrons-right",
  home: "house",
  "home-alt": "house-heart",
  "back-small": "chevron-left",
  "back-large": "arrow-left",
  "expand-large": "maximize-2",
  "collapse-large": "minimize-2",
  "expand-small": "maximize",
  "collapse-small": "minimize",
  "chat-temporary": "message-circle-dashed",
  "settings-cog": "settings",
  grid: "layout-grid",
  "dots-horizontal-circle": "circle-ellipsis",
  mention: "at-sign",
  menu: "menu",
  "menu-inverted": "text-align-end",
  share: "share",
};

const FRAME = "M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z";
const FLOATING_LEFT = `${FRAME}M7.5 7H9a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H7.5a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1z`;
const FLOATING_RIGHT = `${FRAME}M15 7h1.5a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H15a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1z`;

/** Drawn here: Lucide has none. A leading `!` means filled, `+` filled and outlined. */
const own = {
  core: {
    stop: "!M8 6h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z",
    dot: "!M12 9a3 3 0 1 1 0 6a3 3 0 0 1 0-6z",
    "check-circle-filled":
      "!M12 2a10 10 0 1 1 0 20a10 10 0 0 1 0-20zm4.8 6.8a1 1 0 0 0-1.4 0L11 13.2l-1.9-1.9a1 1 0 0 0-1.4 1.4l2.6 2.6a1 1 0 0 0 1.4 0l5.1-5.1a1 1 0 0 0 0-1.4z",
  },
  more: {
    "dots-vertical-circle": "M12 2a10 10 0 1 1 0 20a10 10 0 0 1 0-20zM12 8h.01M12 12h.01M12 16h.01",
    hamburger: "M4 8.5h16M4 15.5h16",
    "sidebar-floating-left": FLOATING_LEFT,
    "sidebar-floating-right": FLOATING_RIGHT,
    "sidebar-floating-open-left": `${FLOATING_LEFT}M13.5 9l3 3-3 3`,
    "sidebar-floating-open-right": `${FLOATING_RIGHT}M10.5 9l-3 3 3 3`,
    "sidebar-open-left-alt": `${FRAME}M9 3v18M6 7.5h.01M6 11h.01M13.5 9l3 3-3 3`,
    "sidebar-open-right-alt": `${FRAME}M15 3v18M18 7.5h.01M18 11h.01M10.5 9l-3 3 3 3`,
    "square-image":
      "M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM3 16l5-5 10 10M14 14l2-2 5 5M15.5 8h.01",
    wreath:
      "M8 3.5C4.5 5.5 3 9 3.5 12.5S7 19.6 12 20.5c5-.9 8-4.5 8.5-8S19.5 5.5 16 3.5M3.7 9.5c1.8-.2 3-1.2 3.6-2.9M3.8 14.2c1.9.2 3.4-.5 4.5-2.1M6.8 18.2c1.7-.4 2.9-1.5 3.4-3.3M20.3 9.5c-1.8-.2-3-1.2-3.6-2.9M20.2 14.2c-1.9.2-3.4-.5-4.5-2.1M17.2 18.2c-1.7-.4-2.9-1.5-3.4-3.3",
  },
};

/** Names whose outline is another's, filled. */
const filled = { "star-filled": "star" };
const filledCore = { "thumbs-up-filled": "thumbs-up", "thumbs-down-filled": "thumbs-down" };

/** @returns {string} the text of a generated module */
function module(what, names, drawn, filledNames) {
  const paths = { ...drawn };
  for (const [name, source] of Object.entries(names)) {
    if (!(name in paths)) paths[name] = lucide(source);
  }
  for (const [name, source] of Object.entries(filledNames)) paths[name] = `+${paths[source]}`;
  const lines = Object.keys(paths)
    .sort()
    .map(
      (name) => `  ${/^[a-z]+$/.test(name) ? name : JSON.stringify(name)}:\n    "${paths[name]}",`,
    );
  return `/**
 * ${what}: path data of a 24 by 24 outline; \`!\` first when filled,
 * \`+\` when filled and outlined.
 *
 * Written by scripts/icons.mjs from Lucide ${version}; do not edit.
 * Lucide: Copyright (c) Lucide Icons and Contributors, ISC licence, https://lucide.dev/license
 */
export const paths: Readonly<Record<string, string>> = {
${lines.join("\n")}
};
`;
}

const files = {
  "src/icons/core.ts": module("The icons of the first load", core, own.core, filledCore),
  "src/icons/more.ts": module("The icons loaded when first used", more, own.more, filled),
};

let drifted = false;
for (const [file, text] of Object.entries(files)) {
  const target = path.join(frontend, file);
  if (!process.argv.includes("--check")) writeFileSync(target, text);
  else if (readFileSync(target, "utf8") !== text) {
    console.error(`${file} differs from what scripts/icons.mjs writes.`);
    drifted = true;
  }
}
if (drifted) process.exitCode = 1;
