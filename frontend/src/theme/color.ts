/**
 * Colour arithmetic for the theme: reading CSS colours, mixing, and keeping text readable.
 *
 * Lightness and chroma follow OKLCH (https://www.w3.org/TR/css-color-4/#ok-lab), contrast follows
 * WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
 */

/** Red, green and blue, each from 0 to 255. */
export type Rgb = readonly [number, number, number];

export const BLACK: Rgb = [0, 0, 0];
export const WHITE: Rgb = [255, 255, 255];

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

const toLinear = (channel: number): number => {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

const fromLinear = (value: number): number => {
  const channel = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
  return clamp(Math.round(channel * 255), 0, 255);
};

const oklabToRgb = (lightness: number, a: number, b: number): Rgb => {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
};

const rgbToOklab = (color: Rgb): [number, number, number] => {
  const [red, green, blue] = color.map(toLinear) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};

/** The colour at OKLCH `lightness` (0 to 1), `chroma` (0 to about 0.3) and `hue` (degrees). */
export function oklch(lightness: number, chroma: number, hue: number): Rgb {
  const angle = (hue * Math.PI) / 180;
  return oklabToRgb(clamp(lightness, 0, 1), chroma * Math.cos(angle), chroma * Math.sin(angle));
}

/** `share` (0 to 1) of `over` laid on `base`. */
export function mix(base: Rgb, over: Rgb, share: number): Rgb {
  const blend = (index: 0 | 1 | 2): number =>
    Math.round(base[index] + (over[index] - base[index]) * share);
  return [blend(0), blend(1), blend(2)];
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map(toLinear) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG contrast ratio of two opaque colours, from 1 to 21. */
export function contrast(first: Rgb, second: Rgb): number {
  const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/** Black or white, whichever reads better on `background`. */
export function inkOn(background: Rgb): Rgb {
  // White is preferred on mid tones: at 4.5:1 both pass, and white looks calmer on a saturated one.
  return contrast(WHITE, background) >= 4.5 ? WHITE : [10, 10, 10];
}

/**
 * `color`, moved lighter or darker with its hue kept, until it reaches `ratio` against every
 * colour of `backgrounds`. A ratio out of reach ends at black or white.
 */
export function readable(color: Rgb, backgrounds: readonly Rgb[], ratio: number): Rgb {
  const enough = (candidate: Rgb): boolean =>
    backgrounds.every((background) => contrast(candidate, background) >= ratio);
  const [lightness, a, b] = rgbToOklab(color);
  const background = backgrounds[0] ?? WHITE;
  const step = contrast(BLACK, background) >= contrast(WHITE, background) ? -0.01 : 0.01;
  for (let moved = lightness; moved > 0 && moved < 1; moved += step) {
    const candidate = moved === lightness ? color : oklabToRgb(moved, a, b);
    if (enough(candidate)) return candidate;
  }
  return step < 0 ? BLACK : WHITE;
}

/** The colour as `#rrggbb`. */
export function hex(color: Rgb): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

function hslToRgb(hue: number, saturation: number, lightness: number): Rgb {
  const amplitude = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): number => {
    const position = (offset + hue / 30) % 12;
    const value = lightness - amplitude * clamp(Math.min(position - 3, 9 - position), -1, 1);
    return Math.round(value * 255);
  };
  return [channel(0), channel(8), channel(4)];
}

/** A `<canvas>` pixel knows every colour syntax of the browser: names, `oklch()`, `color()`. */
function paint(value: string, behind: Rgb): Rgb | undefined {
  if (typeof CSS === "undefined" || !CSS.supports("color", value)) return undefined;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d");
  if (!context) return undefined;
  for (const style of [hex(behind), value]) {
    context.fillStyle = style;
    context.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/**
 * Reads a CSS colour; a translucent one is flattened onto `behind`.
 *
 * @returns `undefined` for what is not a colour, so that callers keep their default and nothing
 *   of an option reaches a style sheet unread.
 */
export function parseColor(value: unknown, behind: Rgb): Rgb | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.trim().toLowerCase();
  const digits = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(text)?.[1];
  if (digits) {
    const full = digits.length < 5 ? digits.replace(/./g, "$&$&") : digits;
    const byte = (index: number): number => parseInt(full.slice(index * 2, index * 2 + 2), 16);
    const color: Rgb = [byte(0), byte(1), byte(2)];
    return full.length === 8 ? mix(behind, color, byte(3) / 255) : color;
  }
  const call = /^(rgb|hsl)a?\(([^)]*)\)$/.exec(text);
  const parts = call?.[2]?.split(/[\s,/]+/).filter(Boolean) ?? [];
  const [first = 0, second = 0, third = 0, alpha = 1] = parts.map((part, index) => {
    const number = parseFloat(part);
    const scale = call?.[1] === "rgb" && index < 3 ? 2.55 : 0.01;
    return part.endsWith("%") ? number * scale : number;
  });
  if (call && parts.length >= 3 && [first, second, third, alpha].every(Number.isFinite)) {
    const color: Rgb =
      call[1] === "hsl"
        ? hslToRgb(((first % 360) + 360) % 360, clamp(second, 0, 1), clamp(third, 0, 1))
        : ([first, second, third].map((channel) => clamp(Math.round(channel), 0, 255)) as [
            number,
            number,
            number,
          ]);
    return mix(behind, color, clamp(alpha, 0, 1));
  }
  return paint(text, behind);
}
