/**
 * The element's look: ChatKit's `theme` option as CSS custom properties.
 *
 * Every property is listed with its meaning in `tokens.md`. The option's fields are those of
 * https://openai.github.io/chatkit-js/guides/theming-customization/.
 */
import type { FontObject, ThemeOption } from "@openai/chatkit";
import {
  BLACK,
  WHITE,
  contrast,
  hex,
  inkOn,
  mix,
  oklch,
  parseColor,
  readable,
  type Rgb,
} from "./color";

export interface ThemeStyles {
  /** A style sheet for the shadow root: one `:host` rule of `--ck-*` properties, and media rules. */
  cssText: string;
  colorScheme: "light" | "dark";
  /** The option's `fontSources`, to be added to `document.fonts`. */
  fontFaces: FontFace[];
}

const SANS =
  'ui-sans-serif, -apple-system, system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif';
const MONO =
  'ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace';

/** `[xs, sm, md, lg, control, bubble, composer]` in px. */
const RADII = {
  pill: [6, 10, 14, 20, 999, 22, 28],
  round: [5, 8, 12, 16, 12, 16, 18],
  soft: [3, 5, 8, 10, 7, 10, 12],
  sharp: [0, 0, 0, 0, 0, 0, 0],
} as const;

/** Spacing factor and `[sm, md, lg]` control heights in px. */
const DENSITIES = {
  compact: [0.8, 26, 32, 38],
  normal: [1, 30, 36, 44],
  spacious: [1.25, 34, 42, 50],
} as const;

const SPACES = [4, 8, 12, 16, 20, 24, 32, 48];

const TEXT_SIZES = { xs: 0.75, sm: 0.875, md: 1, lg: 1.125, xl: 1.25, "2xl": 1.5, "3xl": 1.875 };

const px = (value: number): string => `${Math.round(value * 100) / 100}px`;

function lookUp<Table extends object>(table: Table, key: unknown, fallback: keyof Table) {
  const known = typeof key === "string" && Object.hasOwn(table, key);
  return table[known ? (key as keyof Table) : fallback];
}

/** A number of the options, held to its documented range. */
function bounded(value: unknown, low: number, high: number, fallback: number): number {
  return typeof value === "number" && Number.isFinite(value)
    ? Math.min(high, Math.max(low, value))
    : fallback;
}

type Tokens = Record<string, string>;

function colorTokens(option: ThemeOption, dark: boolean): Tokens {
  const { grayscale, accent, surface } = option.color ?? {};
  const hue = bounded(grayscale?.hue, 0, 360, 265);
  const chroma = bounded(grayscale?.tint, 0, 9, 1) * 0.004;
  const shade = bounded(grayscale?.shade, -4, 4, 0);

  const defaultPage = dark
    ? oklch(0.225 - shade * 0.018, chroma, hue)
    : oklch(1 - Math.max(0, shade) * 0.012 - chroma / 6, chroma / 3, hue);
  const page = parseColor(surface?.background, defaultPage) ?? defaultPage;
  const pageIsDark = contrast(page, WHITE) > contrast(page, BLACK);
  const defaultInk = readable(
    pageIsDark
      ? oklch(0.935 - shade * 0.008, chroma, hue)
      : oklch(0.235 - shade * 0.015, chroma, hue),
    [page],
    7,
  );

  // `surface.foreground` is documented as the text colour, yet in use it often names the second
  // surface. What could not be read as text is taken as that surface.
  const foreground = parseColor(surface?.foreground, page);
  const isInk = foreground !== undefined && contrast(foreground, page) >= 4.5;
  const ink = isInk ? foreground : defaultInk;
  // So much of it as the text can stand on.
  const second = isInk
    ? undefined
    : [0, 0.25, 0.5, 0.75, 1]
        .map((share) => foreground && mix(foreground, page, share))
        .find((color) => color && contrast(ink, color) >= 5.5);

  const raised = second ?? (pageIsDark ? mix(page, ink, 0.05) : mix(page, WHITE, 0.8));
  // A page of middle grey leaves no room for darker surfaces under dark text.
  const room = contrast(ink, page) >= 7;
  const shift = room ? ink : inkOn(ink);
  const sunken = pageIsDark ? mix(page, BLACK, 0.22) : mix(page, shift, 0.025);
  const muted = mix(second ?? page, shift, pageIsDark ? 0.09 : 0.05);
  const backgrounds = [page, raised, sunken, muted];
  const text = (share: number, ratio: number): string =>
    hex(readable(mix(page, ink, share), backgrounds, ratio));

  const blue = oklch(0.55, 0.19, 258);
  const statuses = {
    danger: oklch(0.57, 0.2, 26),
    warning: oklch(0.66, 0.15, 62),
    success: oklch(0.58, 0.14, 150),
    info: blue,
    discovery: oklch(0.55, 0.2, 300),
  };
  const soften = (color: Rgb): Rgb => (room ? mix(page, color, pageIsDark ? 0.18 : 0.09) : muted);
  // A notice may have a link, too.
  const underText = [...backgrounds, ...Object.values(statuses).map(soften)];
  const primary = parseColor(accent?.primary, page);
  const level = primary ? bounded(accent?.level, 0, 3, 1) : 0;
  // Accent level 0 keeps the main buttons in ink, as calm as the text.
  const solid = primary && level > 0 ? readable(primary, [page], 1.3) : ink;
  const hint = readable(primary ?? blue, underText, 4.5);
  const ring = readable(primary ?? blue, underText, 3);
  const bubble =
    primary && level >= 3
      ? primary
      : primary && level >= 2
        ? mix(page, primary, 0.16)
        : (second ?? muted);
  const onBubble = contrast(ink, bubble) >= 7 ? ink : inkOn(bubble);

  const tokens: Tokens = {
    surface: hex(page),
    "surface-raised": hex(raised),
    "surface-sunken": hex(sunken),
    "surface-muted": hex(muted),
    "surface-hover": alpha(ink, 0.06),
    "surface-pressed": alpha(ink, 0.1),
    scrim: alpha(BLACK, pageIsDark ? 0.6 : 0.32),
    text: hex(ink),
    "text-secondary": text(0.74, 5.5),
    "text-tertiary": text(0.55, 4.5),
    "text-disabled": hex(mix(page, ink, 0.42)),
    "border-subtle": alpha(ink, 0.08),
    border: alpha(ink, 0.13),
    "border-strong": alpha(ink, 0.24),
    "border-control": hex(readable(mix(page, ink, 0.4), [page, raised], 3)),
    accent: hex(solid),
    "accent-hover": hex(mix(solid, inkOn(solid), 0.14)),
    "accent-soft": alpha(primary ?? ink, pageIsDark ? 0.18 : 0.09),
    "on-accent": hex(inkOn(solid)),
    link: hex(hint),
    focus: hex(ring),
    bubble: hex(bubble),
    "on-bubble": hex(onBubble),
    selection: alpha(ring, 0.28),
    "shadow-sm": pageIsDark ? "0 1px 2px rgb(0 0 0/.32)" : "0 1px 2px rgb(0 0 0/.05)",
    "shadow-md": pageIsDark
      ? "0 2px 4px rgb(0 0 0/.24), 0 8px 24px rgb(0 0 0/.32)"
      : "0 1px 2px rgb(0 0 0/.04), 0 6px 20px rgb(0 0 0/.06)",
    "shadow-lg": pageIsDark
      ? "0 4px 12px rgb(0 0 0/.32), 0 24px 56px rgb(0 0 0/.48)"
      : "0 4px 12px rgb(0 0 0/.06), 0 20px 48px rgb(0 0 0/.14)",
  };
  for (const [name, color] of Object.entries(statuses)) {
    const soft = soften(color);
    // White must be readable on the solid colour, the coloured text on its own soft surface.
    const filled = readable(color, [WHITE], 4.5);
    tokens[name] = hex(filled);
    tokens[`on-${name}`] = "#ffffff";
    tokens[`${name}-text`] = hex(readable(color, [...backgrounds, soft], 4.5));
    tokens[`${name}-soft`] = hex(soft);
    tokens[`${name}-border`] = hex(mix(page, color, 0.34));
  }
  return tokens;
}

function alpha(color: Rgb, share: number): string {
  return `rgb(${color.join(" ")}/${share})`;
}

/** A font list for a declaration; characters that could end the declaration are dropped. */
function fontList(value: unknown, fallback: string): string {
  const list = typeof value === "string" ? value.replace(/[;{}<>\\/*]/g, "").trim() : "";
  return list ? `${list}, ${fallback}` : fallback;
}

function shapeTokens(option: ThemeOption): Tokens {
  const [xs, sm, md, lg, control, bubble, composer] = lookUp(RADII, option.radius, "pill");
  const [factor, small, medium, large] = lookUp(DENSITIES, option.density, "normal");
  const base = bounded(option.typography?.baseSize, 14, 18, 16);
  const tokens: Tokens = {
    font: fontList(option.typography?.fontFamily, SANS),
    "font-mono": fontList(option.typography?.fontFamilyMono, MONO),
    leading: "1.6",
    "leading-tight": "1.3",
    "radius-xs": px(xs),
    "radius-sm": px(sm),
    "radius-md": px(md),
    "radius-lg": px(lg),
    "radius-control": px(control),
    "radius-bubble": px(bubble),
    "radius-composer": px(composer),
    "radius-full": option.radius === "sharp" ? "0px" : "999px",
    "control-sm": px(small),
    "control-md": px(medium),
    "control-lg": px(large),
    unit: px(4 * factor),
    "message-gap": px(28 * factor),
    measure: "48rem",
    "motion-fast": "120ms",
    "motion-medium": "200ms",
    "motion-slow": "360ms",
    ease: "cubic-bezier(.2,.7,.2,1)",
  };
  SPACES.forEach((space, index) => {
    tokens[`space-${index + 1}`] = px(space * factor);
  });
  for (const [name, scale] of Object.entries(TEXT_SIZES)) tokens[`text-${name}`] = px(base * scale);
  return tokens;
}

function fontFaces(sources: readonly FontObject[] | undefined): FontFace[] {
  if (typeof FontFace === "undefined" || !Array.isArray(sources)) return [];
  return sources.flatMap((source: FontObject) => {
    try {
      const url = String(source.src).replace(/["\\\n]/g, (character) =>
        encodeURIComponent(character),
      );
      const face = new FontFace(source.family, `url("${url}")`, {
        ...(source.weight !== undefined && { weight: String(source.weight) }),
        ...(source.style && { style: source.style }),
        ...(source.unicodeRange && { unicodeRange: source.unicodeRange }),
        display: source.display ?? "swap",
      });
      return [face];
    } catch {
      // A font that the browser refuses leaves the fallback family in place.
      return [];
    }
  });
}

/**
 * The properties that depend on colours and colour scheme, by name without `--ck-`.
 *
 * `light` and `dark` choose between two values in CSS alone: a property that is empty drops the
 * value, one that is `initial` lets it stand, in `var(--ck-light, white) var(--ck-dark, black)`.
 */
export function schemeTokens(option: ThemeOption): Readonly<Record<string, string>> {
  const dark = option.colorScheme === "dark";
  return {
    light: dark ? " " : "initial",
    dark: dark ? "initial" : " ",
    ...colorTokens(option, dark),
  };
}

const declarations = (tokens: Tokens): string =>
  Object.entries(tokens)
    .map(([name, value]) => `--ck-${name}:${value};`)
    .join("");

/**
 * Turns ChatKit's `theme` option into the element's style sheet.
 *
 * Unknown or malformed values fall back to the default of their field; text keeps WCAG AA contrast
 * on every surface whatever colours are given.
 *
 * @param theme the option as given: a colour scheme, a full option, or nothing (light).
 */
export function themeStyles(theme: ThemeOption | "light" | "dark" | undefined): ThemeStyles {
  const option: ThemeOption = typeof theme === "string" ? { colorScheme: theme } : (theme ?? {});
  const colorScheme = option.colorScheme === "dark" ? "dark" : "light";
  const cssText =
    `:host{color-scheme:${colorScheme};${declarations({ ...schemeTokens(option), ...shapeTokens(option) })}}` +
    // Fingers need larger targets than a mouse, whatever the density.
    "@media (pointer:coarse){:host{--ck-control-sm:36px;--ck-control-md:40px;--ck-control-lg:48px}}" +
    "@media (prefers-reduced-motion:reduce){:host{--ck-motion-fast:0ms;" +
    "--ck-motion-medium:0ms;--ck-motion-slow:0ms}}" +
    "@media (prefers-contrast:more){:host{--ck-border:var(--ck-border-control);" +
    "--ck-border-subtle:var(--ck-border-control);--ck-border-strong:var(--ck-text);" +
    "--ck-text-secondary:var(--ck-text);--ck-text-tertiary:var(--ck-text-secondary)}}";
  return { cssText, colorScheme, fontFaces: fontFaces(option.typography?.fontSources) };
}
