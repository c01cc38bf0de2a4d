/**
 * The element's icons.
 *
 * Names are those of ChatKit's `HeaderIcon`, `ChatKitIcon` and `WidgetIcon`, plus the element's own
 * (`send`, `stop`, `copy`, `retry`, `trash` …: see `core.ts`), and all of Lucide's after `lucide:`.
 */
import { svg, type SVGTemplateResult } from "lit";
import { until } from "lit/directives/until.js";
import { loadAsset } from "../assets";
import { paths as core } from "./core";
import { findLucide, loadLucide } from "./lucide";

type Paths = Readonly<Record<string, string>>;

const DOT = core.dot ?? "";

/** Icons that point along the line of reading turn around with it. */
const DIRECTIONAL = /(^|-)(left|right|reply|login|log-(in|out)|external|quote|back|undo|redo)(-|$)/;

const LUCIDE = "lucide:";

let more: Paths | undefined;

const find = (paths: Paths | undefined, name: string): string | undefined =>
  paths && Object.hasOwn(paths, name) ? paths[name] : undefined;

/** An icon's path data; `undefined` while it is not loaded, `""` when there is no such icon. */
function lookUp(name: string): string | undefined {
  if (name.startsWith(LUCIDE)) return findLucide(name.slice(LUCIDE.length));
  return find(core, name) ?? find(more, name) ?? (more && "");
}

async function loadPath(name: string): Promise<string> {
  try {
    if (name.startsWith(LUCIDE)) await loadLucide(name.slice(LUCIDE.length));
    else more ??= (await loadAsset<{ paths: Paths }>("icons")).paths;
  } catch {
    // Without its outline an icon stays a dot; its button keeps its label.
  }
  return lookUp(name) ?? "";
}

/** One `<path>`, a dot for none; see `core.ts` for what its first character says. */
function draw(found: string): SVGTemplateResult {
  const path = found || DOT;
  const marked = /^[!+]/.test(path);
  return svg`<path
    fill=${marked ? "currentColor" : "none"}
    fill-rule="evenodd"
    stroke=${path.startsWith("!") ? "none" : "currentColor"}
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    d=${marked ? path.slice(1) : path}
  />`;
}

/**
 * Draws an icon, 1.25 em tall, in the colour of its text and hidden from assistive technology: the
 * control around it carries the label.
 *
 * @param name any string; one that is no icon draws a neutral dot.
 */
export function icon(name: string): SVGTemplateResult {
  const key = String(name);
  const path = lookUp(key);
  return svg`<svg
    class="ck-icon${DIRECTIONAL.test(key) ? " ck-icon-directional" : ""}"
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
  >${path === undefined ? until(loadPath(key).then(draw)) : draw(path)}</svg>`;
}

/** For the shadow root: the size of icons, and their direction. */
export const iconStyles = `
.ck-icon { display: inline-block; flex: none; width: 1.25em; height: 1.25em; vertical-align: middle; }
:host([dir="rtl"]) .ck-icon-directional, [dir="rtl"] .ck-icon-directional { transform: scaleX(-1); }
`;
