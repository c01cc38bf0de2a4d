import { beforeEach, describe, expect, it, vi } from "vitest";
import { unionOf } from "../../scripts/chatkit-types.mjs";

const loadAsset = vi.fn<(name: string) => Promise<unknown>>();
vi.mock("../../src/assets", () => ({ loadAsset }));

const french = {
  "composer.placeholder": "Écrivez à l’IA",
  "workflow.steps": { one: "{n} étape", other: "{n} étapes" },
};

/** A fresh module each time, as catalogues are kept for the life of a page. */
async function translator(locale?: string) {
  const module = await import("../../src/i18n/index");
  return module.translator(locale);
}

beforeEach(() => {
  vi.resetModules();
  loadAsset.mockReset().mockResolvedValue({ catalogue: french });
});

describe("English", () => {
  it("is there at once and loads nothing", async () => {
    const { t, locale, dir } = await translator("en");
    expect(t("composer.placeholder")).toBe("Message the AI");
    expect([locale, dir]).toEqual(["en", "ltr"]);
    expect(loadAsset).not.toHaveBeenCalled();
  });

  it("puts values in place and chooses the plural form", async () => {
    const { t } = await translator("en");
    expect(t("composer.removeAttachment", { name: "a.pdf" })).toBe("Remove a.pdf");
    expect(t("workflow.thought", { n: 1 })).toBe("Thought for 1 second");
    expect(t("workflow.thought", { n: 12000 })).toBe("Thought for 12,000 seconds");
  });

  it("leaves a value's own braces and dollar signs alone", async () => {
    const { t } = await translator("en");
    expect(t("composer.removeAttachment", { name: "{n} $& $1" })).toBe("Remove {n} $& $1");
  });

  it.each(["xx", "he", "tlh", "", "not a locale", "__proto__"])(
    "stands in for %j, which ChatKit does not speak",
    async (name) => {
      expect(await translator(name)).toMatchObject({ locale: "en", dir: "ltr" });
      expect(loadAsset).not.toHaveBeenCalled();
    },
  );
});

describe("another language", () => {
  it("is English until its catalogue is there", async () => {
    let arrive = (_module: unknown): void => undefined;
    loadAsset.mockReturnValue(new Promise((resolve) => (arrive = resolve)));
    const { t, ready, locale } = await translator("fr");
    expect(locale).toBe("fr");
    expect(t("composer.placeholder")).toBe("Message the AI");
    arrive({ catalogue: french });
    await ready;
    expect(t("composer.placeholder")).toBe("Écrivez à l’IA");
    expect(loadAsset.mock.calls).toEqual([["locales/fr"]]);
  });

  it("counts by its own rules: in French, 0 is singular", async () => {
    const { t, ready } = await translator("fr-FR");
    await ready;
    expect(t("workflow.steps", { n: 0 })).toBe("0 étape");
    expect(t("workflow.steps", { n: 2 })).toBe("2 étapes");
  });

  it("shows English for a message it lacks", async () => {
    const { t, ready } = await translator("fr");
    await ready;
    expect(t("message.copy")).toBe("Copy");
  });

  it("stays English when its catalogue does not arrive", async () => {
    loadAsset.mockRejectedValue(new TypeError("offline"));
    const { t, ready } = await translator("fr");
    await expect(ready).resolves.toBeUndefined();
    expect(t("composer.placeholder")).toBe("Message the AI");
  });

  it("loads once for a page with several elements", async () => {
    const { translator: create } = await import("../../src/i18n/index");
    await create("fr").ready;
    const second = create("fr");
    expect(second.t("composer.placeholder")).toBe("Écrivez à l’IA");
    expect(loadAsset).toHaveBeenCalledTimes(1);
  });
});

describe("negotiation", () => {
  it.each([
    ["de-DE", "de-DE", ["de"]],
    ["de_AT", "de-AT", ["de"]],
    ["PT-br", "pt-BR", ["pt-BR"]],
    ["pt", "pt", ["pt-PT", "pt-BR"]],
    ["fr-CA", "fr-CA", ["fr-CA", "fr"]],
    ["es", "es", ["es"]],
    ["es-419", "es-419", ["es-419", "es"]],
    ["es-MX", "es-MX", ["es-419", "es"]],
    ["zh", "zh", ["zh-CN"]],
    ["zh-hans", "zh-Hans", ["zh-CN"]],
    ["zh-Hant", "zh-Hant", ["zh-TW"]],
    ["zh-HK", "zh-HK", ["zh-HK"]],
    ["zh-Hant-HK", "zh-Hant-HK", ["zh-HK"]],
    ["zh-Hans-HK", "zh-Hans-HK", ["zh-CN"]],
    ["no", "no", ["nb"]],
    ["en-GB", "en-GB", []],
  ])("%s is %s", async (name, tag, catalogues) => {
    const { negotiateLocale } = await import("../../src/i18n/locale");
    expect(negotiateLocale(name)).toEqual({ tag, dir: "ltr", catalogues });
  });

  it.each(["ar", "ar-EG", "ur"])("%s is written from right to left", async (name) => {
    const { negotiateLocale } = await import("../../src/i18n/locale");
    expect(negotiateLocale(name).dir).toBe("rtl");
  });

  it("takes the browser's language when none is named", async () => {
    vi.spyOn(navigator, "language", "get").mockReturnValue("it-CH");
    expect((await translator()).locale).toBe("it-CH");
  });

  it("writes every locale of ChatKit as BCP 47 does", async () => {
    const { negotiateLocale } = await import("../../src/i18n/locale");
    for (const name of unionOf("SupportedLocale")) {
      // Tagalog is Filipino there.
      expect(negotiateLocale(name).tag).toBe(name === "tl" ? "fil" : name);
    }
  });
});
