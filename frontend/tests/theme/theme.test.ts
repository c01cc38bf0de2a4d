import type { ThemeOption } from "@openai/chatkit";
import { afterEach, describe, expect, it, vi } from "vitest";
import { contrast, parseColor, type Rgb } from "../../src/theme/color";
import { themeStyles } from "../../src/theme/index";
import text from "../../src/theme/tokens.md?raw";

const token = (theme: ThemeOption | "light" | "dark" | undefined, name: string): string =>
  new RegExp(`--ck-${name}:([^;]*);`).exec(themeStyles(theme).cssText)?.[1] ?? "";

const color = (theme: ThemeOption | "light" | "dark" | undefined, name: string): Rgb =>
  parseColor(token(theme, name), [255, 255, 255])!;

const hostile: ThemeOption = {
  colorScheme: "dark",
  color: {
    surface: { background: "#77787a", foreground: "#808080" },
    accent: { primary: "#ffff00", level: 3 },
  },
};

describe("colour scheme", () => {
  it("is light when nothing is said, whatever the system prefers", () => {
    expect(themeStyles(undefined).colorScheme).toBe("light");
    expect(token(undefined, "surface")).toMatch(/^#f[c-f]f[c-f]f[c-f]$/);
  });

  it("is named by a string or by an option", () => {
    expect(themeStyles("dark").cssText).toContain("color-scheme:dark");
    expect(themeStyles({ colorScheme: "dark" }).cssText).toBe(themeStyles("dark").cssText);
  });
});

describe("contrast", () => {
  const themes: [string, ThemeOption][] = [
    ["light", {}],
    ["dark", { colorScheme: "dark" }],
    ["yellow accent", { color: { accent: { primary: "#ffe600", level: 2 } } }],
    ["white accent", { color: { accent: { primary: "#fff", level: 3 } } }],
    [
      "strong grays",
      { colorScheme: "dark", color: { grayscale: { hue: 220, tint: 9, shade: -4 } } },
    ],
    ["warm page", { color: { surface: { background: "#fcfbed", foreground: "#efe9d5" } } }],
    ["hostile", hostile],
  ];
  const surfaces = ["surface", "surface-raised", "surface-sunken", "surface-muted"];
  const pairs = [
    ...["text", "text-secondary", "text-tertiary", "link", "danger-text", "success-text"].flatMap(
      (text) => surfaces.map((surface) => [text, surface] as const),
    ),
    ["on-accent", "accent"] as const,
    ["on-bubble", "bubble"] as const,
    ["on-danger", "danger"] as const,
    ["warning-text", "warning-soft"] as const,
  ];

  it.each(themes)("text is readable on every surface: %s", (_name, theme) => {
    for (const [text, surface] of pairs) {
      const ratio = contrast(color(theme, text), color(theme, surface));
      expect(ratio, `${text} on ${surface}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("fields and focus rings stand out by 3 to 1", () => {
    for (const theme of ["light", "dark"] as const) {
      for (const name of ["border-control", "focus"]) {
        expect(contrast(color(theme, name), color(theme, "surface"))).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

describe("colours of the option", () => {
  it("accent level 0 leaves the main button in ink and colours the links", () => {
    const theme: ThemeOption = { color: { accent: { primary: "#0a7d33", level: 0 } } };
    expect(token(theme, "accent")).toBe(token(theme, "text"));
    expect(token(theme, "link")).toBe("#0a7d33");
  });

  it("accent level 1 fills the main button, 2 tints the user's bubble, 3 fills it", () => {
    const at = (level: 0 | 1 | 2 | 3): ThemeOption => ({
      color: { accent: { primary: "rgb(10 125 51)", level } },
    });
    expect(token(at(1), "accent")).toBe("#0a7d33");
    expect(token(at(1), "bubble")).toBe(token(at(0), "bubble"));
    expect(token(at(2), "bubble")).not.toBe(token(at(1), "bubble"));
    expect(token(at(3), "bubble")).toBe("#0a7d33");
    expect(token(at(3), "on-bubble")).toBe("#ffffff");
  });

  it("surface.background is the page, surface.foreground its text", () => {
    const theme: ThemeOption = {
      color: { surface: { background: "#10243e", foreground: "#e8f0ff" } },
    };
    expect(token(theme, "surface")).toBe("#10243e");
    expect(token(theme, "text")).toBe("#e8f0ff");
  });

  it("a surface.foreground nobody could read as text becomes the second surface", () => {
    const theme: ThemeOption = {
      color: { surface: { background: "#fcfbed", foreground: "#efe9d5" } },
    };
    expect(token(theme, "surface-raised")).toBe("#efe9d5");
    expect(token(theme, "bubble")).toBe("#efe9d5");
    expect(token(theme, "surface-muted")).not.toBe("#efe9d5");
    expect(contrast(color(theme, "text"), color(theme, "surface"))).toBeGreaterThan(10);
  });

  it("grayscale hue, tint and shade move the greys", () => {
    const grays = (hue: number, tint: 0 | 9, shade: -4 | 0 | 4): string =>
      token({ colorScheme: "dark", color: { grayscale: { hue, tint, shade } } }, "surface");
    const [red, green, blue] = parseColor(grays(220, 0, 0), [0, 0, 0])!;
    expect([green, blue]).toEqual([red, red]);
    const [tintedRed, , tintedBlue] = parseColor(grays(260, 9, 0), [0, 0, 0])!;
    expect(tintedBlue).toBeGreaterThan(tintedRed + 10);
    const lightness = (value: string): number => parseColor(value, [0, 0, 0])![1];
    expect(lightness(grays(220, 0, 4))).toBeLessThan(lightness(grays(220, 0, 0)));
    expect(lightness(grays(220, 0, -4))).toBeGreaterThan(lightness(grays(220, 0, 0)));
  });

  it("what is no colour keeps the default and never reaches the style sheet", () => {
    const evil = "red;} :host{background:url(//evil.example)";
    const theme = {
      color: {
        accent: { primary: evil, level: 1 },
        surface: { background: evil, foreground: evil },
      },
      typography: { fontFamily: "A;}*{color:red", fontFamilyMono: 3 },
    } as unknown as ThemeOption;
    expect(themeStyles(theme).cssText).not.toContain("evil");
    expect(token(theme, "surface")).toBe(token("light", "surface"));
    expect(token(theme, "font")).toMatch(/^A\*?color:red, ui-sans-serif|^Acolor:red, ui-sans/);
  });
});

describe("shape", () => {
  it.each([
    ["pill", "999px", "28px"],
    ["round", "12px", "18px"],
    ["soft", "7px", "12px"],
    ["sharp", "0px", "0px"],
  ] as const)("radius %s", (radius, control, composer) => {
    expect(token({ radius }, "radius-control")).toBe(control);
    expect(token({ radius }, "radius-composer")).toBe(composer);
  });

  it.each([
    ["compact", "12.8px", "32px"],
    ["normal", "16px", "36px"],
    ["spacious", "20px", "42px"],
  ] as const)("density %s", (density, space, control) => {
    expect(token({ density }, "space-4")).toBe(space);
    expect(token({ density }, "control-md")).toBe(control);
  });

  it("an unknown radius or density is the default one", () => {
    const theme = { radius: "toString", density: "airy" } as unknown as ThemeOption;
    expect(themeStyles(theme).cssText).toBe(themeStyles({}).cssText);
  });

  it("text sizes follow baseSize, held between 14 and 18", () => {
    expect(token({ typography: { baseSize: 18 } }, "text-md")).toBe("18px");
    const huge = { typography: { baseSize: 400 } } as unknown as ThemeOption;
    expect(token(huge, "text-md")).toBe("18px");
  });
});

describe("typography", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("the option's families come first, the system's after", () => {
    const theme: ThemeOption = {
      typography: { fontFamily: '"Inter", sans-serif', fontFamilyMono: "Fira Code" },
    };
    expect(token(theme, "font")).toMatch(/^"Inter", sans-serif, ui-sans-serif/);
    expect(token(theme, "font-mono")).toMatch(/^Fira Code, ui-monospace/);
  });

  it("fontSources become FontFace objects with their descriptors", () => {
    const made: unknown[][] = [];
    vi.stubGlobal(
      "FontFace",
      class {
        constructor(...parts: unknown[]) {
          made.push(parts);
        }
      },
    );
    const { fontFaces } = themeStyles({
      typography: {
        fontSources: [
          { family: "Inter", src: "/inter.woff2", weight: 600, unicodeRange: "U+0-FF" },
          { family: "Inter", src: '/a".woff2', style: "italic", display: "block" },
        ],
      },
    });
    expect(fontFaces).toHaveLength(2);
    expect(made).toEqual([
      ["Inter", 'url("/inter.woff2")', { weight: "600", unicodeRange: "U+0-FF", display: "swap" }],
      ["Inter", 'url("/a%22.woff2")', { style: "italic", display: "block" }],
    ]);
  });
});

it("tokens.md names every property, and only those", () => {
  const written = [...themeStyles("light").cssText.matchAll(/--ck-([a-z0-9-]+):/g)].map(
    (match) => match[1]!,
  );
  const status = /^(on-)?(warning|success|info|discovery)(?=-|$)/;
  const named = (name: string): boolean => {
    const [, head, last] = /^(.*)-([a-z0-9]+)$/.exec(name) ?? [];
    if (text.includes(`\`--ck-${name}\``)) return true;
    if (head?.startsWith("space")) return text.includes("`--ck-space-1`");
    return Object.keys({ [head ?? ""]: 1 }).some((group) =>
      new RegExp(`\`--ck-${group}-[^|]*\`-${last ?? ""}\``).test(text),
    );
  };
  for (const name of new Set(written)) {
    expect(named(name.replace(status, "$1danger")), name).toBe(true);
  }
});
