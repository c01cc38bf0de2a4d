/** Badge, Icon and Image. */
import { html } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { drawingOf } from "../ui/data-image";
import { safeUrl, imageAllowed } from "../ui/safe-url";
import { block, color, css, safeCss, type Css } from "./css";
import type { Context, Drawn } from "./context";
import { number, oneOf, text, type Json } from "./json";
import { directionOf } from "./text";

const ICON_SIZES: Readonly<Record<string, string>> = {
  xs: "12px",
  sm: "14px",
  md: "18px",
  lg: "20px",
  xl: "24px",
  "2xl": "30px",
  "3xl": "38px",
};

/** The size of an icon, as CSS. */
export const iconSize = (value: unknown): string | undefined =>
  typeof value === "string" && Object.hasOwn(ICON_SIZES, value) ? ICON_SIZES[value] : undefined;

export function badge(json: Json): Drawn {
  const tone =
    oneOf(json.color, ["success", "danger", "warning", "info", "discovery"]) ?? "secondary";
  const variant = oneOf(json.variant, ["solid", "soft", "outline"]) ?? "soft";
  const scale = oneOf(json.size, ["sm", "md", "lg"]) ?? "sm";
  const shape = json.pill === false ? "" : " ck-w-pill";
  return html`<span
    class=${`ck-w-badge ck-w-badge-${scale} ck-w-tone-${tone} ck-w-${variant}${shape}`}
    dir=${directionOf(json.label)}
    >${text(json.label)}</span
  >`;
}

export function icon(json: Json, _path: string, context: Context): Drawn {
  const scale = iconSize(json.size) ?? ICON_SIZES.md;
  const style: Css = { color: color(json.color, "text"), "font-size": scale };
  return html`<span class="ck-w-icon" ${css(style)}
    >${context.options.icon(text(json.name) ?? "dot")}</span
  >`;
}

const POSITIONS = [
  "top left",
  "top",
  "top right",
  "left",
  "center",
  "right",
  "bottom left",
  "bottom",
  "bottom right",
] as const;

/** An image that does not load leaves its description, not a broken frame. */
async function replaceBroken(event: Event): Promise<void> {
  const image = event.target as HTMLImageElement;
  const description = image.nextElementSibling;
  image.hidden = true;
  const drawing = image.src.startsWith("data:") ? await drawingOf(image) : undefined;
  if (drawing) image.after(drawing);
  else description?.removeAttribute("hidden");
}

export function image(json: Json, _path: string, context: Context): Drawn {
  const src = text(json.src) ?? "";
  const alt = text(json.alt) ?? "";
  if (!imageAllowed(src, context.options.allowedImageDomains)) {
    return imageLink(src, alt, block(json), context);
  }
  const style: Css = {
    ...block(json),
    "object-fit": oneOf(json.fit, ["cover", "contain", "fill", "scale-down", "none"]),
    "object-position": oneOf(json.position, POSITIONS),
    background: color(json.background, "surface"),
    flex: number(json.flex)?.toString() ?? safeCss(json.flex),
  };
  const frame = json.frame === true ? " ck-w-frame" : "";
  const flush = json.flush === true ? " ck-w-flush" : "";
  const picture = html`<img
      class=${`ck-w-image${frame}${flush}`}
      src=${src}
      alt=${alt}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      @error=${(event: Event) => void replaceBroken(event)}
      ${css(style)}
    /><span class=${`ck-w-broken${flush}`} hidden ${css({ ...style, background: undefined })}
      >${context.options.icon("image")}<span dir="auto">${alt || context.options.t("image.label")}</span></span
    >`;
  return html`${keyed(src, picture)}`;
}

/** Stands where the image would, and is as large: a widget is laid out for it. */
function imageLink(src: string, alt: string, size: Css, context: Context): Drawn {
  const { icon: draw, t } = context.options;
  const words = html`${draw("image")}<span dir="auto">${alt || t("widget.imageBlocked")}</span>`;
  const address = /^https?:/i.test(src) ? safeUrl(src) : null;
  const hasSize = size.width !== undefined || size.height !== undefined;
  const style = `ck-w-image-link${hasSize ? " ck-w-image-place" : ""}`;
  return address === null
    ? html`<span class=${style} ${css(size)}>${words}</span>`
    : html`<a class=${style} href=${address} target="_blank" rel="noopener noreferrer" ${css(size)}
        >${words}</a
      >`;
}
