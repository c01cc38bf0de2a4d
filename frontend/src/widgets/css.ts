/**
 * Style from a widget's JSON, set through the CSSOM.
 *
 * A `style` attribute would break a strict Content-Security-Policy, and a value is only taken when
 * nothing in it can fetch anything.
 */
import { noChange } from "lit";
import { Directive, directive, type ElementPart } from "lit/directive.js";
import { isObject, number, type Json } from "./json";

/** CSS properties and their values; `undefined` leaves the style sheet's value in place. */
export type Css = Record<string, string | undefined>;

class CssDirective extends Directive {
  private applied: string[] = [];

  override render(_css: Css): unknown {
    return noChange;
  }

  override update(part: ElementPart, [css]: [Css]): unknown {
    const { style } = part.element as HTMLElement;
    for (const name of this.applied) if (css[name] === undefined) style.removeProperty(name);
    this.applied = Object.keys(css).filter((name) => css[name] !== undefined);
    for (const name of this.applied) style.setProperty(name, css[name] ?? "");
    return noChange;
  }
}

/** In an element's tag: `<div ${css({ gap: "4px" })}>`. */
export const css = directive(CssDirective);

const FUNCTIONS = new Set(
  (
    "rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix calc min max clamp var " +
    "linear-gradient radial-gradient conic-gradient repeating-linear-gradient " +
    "repeating-radial-gradient repeating-conic-gradient"
  ).split(" "),
);

/** `value` if it is CSS that loads nothing: no `url()`, no escapes that could hide one. */
export function safeCss(value: unknown): string | undefined {
  if (typeof value !== "string" || value.length > 300 || /[\\;{}<>@"'`]|\/\*/.test(value)) {
    return undefined;
  }
  const calls = [...value.toLowerCase().matchAll(/([\w-]*)\(/g)];
  return calls.every(([, name = ""]) => name === "" || FUNCTIONS.has(name)) ? value : undefined;
}

/** A size: px when a number. */
export function size(value: unknown): string | undefined {
  const pixels = number(value);
  return pixels === undefined ? safeCss(value) : `${pixels}px`;
}

/** A distance: spacing units when a number. */
export function space(value: unknown): string | undefined {
  const units = number(value);
  return units === undefined ? safeCss(value) : `calc(var(--ck-unit) * ${units})`;
}

const SIDES = {
  top: "block-start",
  bottom: "block-end",
  left: "left",
  right: "right",
} as const;

/** `padding` or `margin` from a distance or an object of sides. */
export function spacing(property: "padding" | "margin", value: unknown): Css {
  if (!isObject(value)) return { [property]: space(value) };
  const css: Css = {};
  for (const [side, name] of Object.entries(SIDES)) {
    const axis = side === "left" || side === "right" ? value.x : value.y;
    css[`${property}-${name}`] = space(value[side] ?? axis);
  }
  return css;
}

/**
 * How far a flush child reaches out to the edges of a block: over its padding. One that shows its
 * edges holds such a child in, padding or not.
 */
export function edges(json: Json): Css {
  const isSeen = json.background !== undefined || json.border !== undefined;
  const padding = json.padding ?? (isSeen ? 0 : undefined);
  const [left, right] = isObject(padding)
    ? [padding.left ?? padding.x ?? 0, padding.right ?? padding.x ?? 0]
    : [padding, padding];
  return { "--ck-w-left": space(left), "--ck-w-right": space(right) };
}

const LINE_STYLES = ["solid", "dashed", "dotted", "double", "groove", "ridge", "inset", "outset"];

function line(value: unknown): string | undefined {
  const width = isObject(value) ? number(value.size) : number(value);
  if (width === undefined) return undefined;
  const style = isObject(value) ? LINE_STYLES.find((name) => name === value.style) : undefined;
  const shade = isObject(value) ? color(value.color, "border") : undefined;
  return `${width}px ${style ?? "solid"} ${shade ?? "var(--ck-border)"}`;
}

/** `border` from a width, one line, or an object of sides. */
export function border(value: unknown): Css {
  const whole = line(value);
  if (whole !== undefined || !isObject(value)) return { border: whole };
  const css: Css = {};
  for (const [side, name] of Object.entries(SIDES)) {
    const axis = side === "left" || side === "right" ? value.x : value.y;
    css[`border-${name}`] = line(value[side] ?? axis);
  }
  return css;
}

const RADII: Readonly<Record<string, string>> = {
  none: "0",
  "2xs": "2px",
  xs: "4px",
  sm: "6px",
  md: "8px",
  lg: "10px",
  xl: "12px",
  "2xl": "16px",
  "3xl": "20px",
  "4xl": "24px",
  full: "9999px",
  "100%": "100%",
};

/** One of ChatKit's `RadiusValue`s. */
export const radius = (value: unknown): string | undefined =>
  typeof value === "string" && Object.hasOwn(RADII, value) ? RADII[value] : undefined;

/** What a colour is for decides what a token's name means. */
export type ColorRole = "text" | "surface" | "border" | "chart";

const TOKENS: Readonly<Record<ColorRole, Readonly<Record<string, string>>>> = {
  text: {
    prose: "text",
    primary: "text",
    emphasis: "text",
    secondary: "text-secondary",
    tertiary: "text-tertiary",
    success: "success-text",
    warning: "warning-text",
    danger: "danger-text",
    info: "info-text",
    discovery: "discovery-text",
  },
  surface: {
    surface: "surface",
    "surface-secondary": "surface-muted",
    "surface-tertiary": "surface-sunken",
    "surface-elevated": "surface-raised",
    "surface-elevated-secondary": "surface-muted",
  },
  border: { default: "border", subtle: "border-subtle", strong: "border-strong" },
  chart: {
    blue: "chart-blue",
    purple: "chart-purple",
    orange: "chart-orange",
    green: "chart-green",
    red: "chart-red",
    yellow: "chart-yellow",
    pink: "chart-pink",
  },
};

/** OKLCH hue and chroma of the primitive colours. */
const PRIMITIVES: Readonly<Record<string, readonly [number, number]>> = {
  gray: [0, 0],
  red: [26, 0.2],
  orange: [50, 0.17],
  yellow: [88, 0.16],
  green: [150, 0.16],
  teal: [190, 0.12],
  blue: [255, 0.19],
  purple: [300, 0.2],
  pink: [350, 0.2],
};

/** `blue-500`: lightness falls from 25 (near white) to 1000 (near black). */
function primitive(name: string): string | undefined {
  const [, hueName = "", step = ""] = /^([a-z]+)-(\d{1,4})$/.exec(name) ?? [];
  const amount = Number(step);
  if (hueName === "alpha") {
    return `color-mix(in srgb, var(--ck-text) ${Math.min(amount, 100)}%, transparent)`;
  }
  const found = Object.hasOwn(PRIMITIVES, hueName) ? PRIMITIVES[hueName] : undefined;
  if (!found) return undefined;
  const [hue, chroma] = found;
  const position = Math.min(amount, 1000) / 1000;
  // Vivid in the middle, pale towards both ends.
  const vividness = Math.sin(Math.PI * Math.min(1, position * 0.85 + 0.06));
  const lightness = Math.round((0.985 - 0.8 * position) * 1000) / 1000;
  return `oklch(${lightness} ${Math.round(chroma * vividness * 1000) / 1000} ${hue})`;
}

function oneColor(value: unknown, role: ColorRole): string | undefined {
  if (typeof value !== "string") return undefined;
  const tokens = TOKENS[role];
  if (Object.hasOwn(tokens, value)) return `var(--ck-${tokens[value]})`;
  return primitive(value) ?? safeCss(value);
}

/** A colour: token, primitive, CSS, or `{light, dark}`. */
export function color(value: unknown, role: ColorRole): string | undefined {
  if (!isObject(value)) return oneColor(value, role);
  const [light, dark] = [oneColor(value.light, role), oneColor(value.dark, role)];
  if (light === undefined || dark === undefined) return light ?? dark;
  return `var(--ck-light, ${light}) var(--ck-dark, ${dark})`;
}

/** The properties all blocks share. */
export function block(json: Json): Css {
  return {
    width: size(json.width ?? json.size),
    height: size(json.height ?? json.size),
    "min-width": size(json.minWidth ?? json.minSize),
    "min-height": size(json.minHeight ?? json.minSize),
    "max-width": size(json.maxWidth ?? json.maxSize),
    "max-height": size(json.maxHeight ?? json.maxSize),
    "aspect-ratio": number(json.aspectRatio)?.toString() ?? safeCss(json.aspectRatio),
    "border-radius": radius(json.radius),
    ...spacing("margin", json.margin),
  };
}

const ALIGNMENTS: Readonly<Record<string, string>> = {
  start: "flex-start",
  center: "center",
  end: "flex-end",
  baseline: "baseline",
  stretch: "stretch",
};

const JUSTIFICATIONS: Readonly<Record<string, string>> = {
  start: "flex-start",
  center: "center",
  end: "flex-end",
  between: "space-between",
  around: "space-around",
  evenly: "space-evenly",
  stretch: "stretch",
};

const pick = (table: Readonly<Record<string, string>>, key: unknown): string | undefined =>
  typeof key === "string" && Object.hasOwn(table, key) ? table[key] : undefined;

/** The properties of everything that lays out children. */
export function flexBox(json: Json): Css {
  const flex = number(json.flex)?.toString() ?? safeCss(json.flex);
  return {
    ...block(json),
    ...edges(json),
    ...spacing("padding", json.padding),
    ...border(json.border),
    flex,
    gap: space(json.gap),
    background: color(json.background, "surface"),
    "align-items": pick(ALIGNMENTS, json.align),
    "justify-content": pick(JUSTIFICATIONS, json.justify),
    "flex-wrap": ["nowrap", "wrap", "wrap-reverse"].find((name) => name === json.wrap),
  };
}
