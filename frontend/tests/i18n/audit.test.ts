import { describe, expect, it } from "vitest";
import { audit, auditLocales, pluralCategories } from "../../src/i18n/audit";

const english = { open: "Open {name}", steps: { one: "{n} step", other: "{n} steps" } };
const french = { open: "Ouvrir {name}", steps: { one: "{n} étape", other: "{n} étapes" } };
const problems = (locale: string, catalogue: Parameters<typeof audit>[1]) =>
  audit(locale, catalogue, english).map(({ key, problem }) => `${key} ${problem}`);

describe("audit", () => {
  it("finds nothing wrong with a whole catalogue", () => {
    expect(problems("fr", french)).toEqual([]);
  });

  it("names a message that is missing", () => {
    expect(problems("fr", { open: french.open })).toEqual(["steps is missing"]);
  });

  it("names a message that English no longer has", () => {
    expect(problems("fr", { ...french, gone: "Parti" })).toEqual([
      "gone is no message of the element",
    ]);
  });

  it.each([
    ["Ouvrir", ["open lacks {name}"]],
    ["Ouvrir {nom}", ["open has {nom}, which English lacks", "open lacks {name}"]],
    [" ", ["open is empty or padded", "open lacks {name}"]],
    [{ other: "Ouvrir {name}" }, ["open has plural forms where English has none"]],
    ["Открыть {name}", ["open has letters of another script: Открыть"]],
  ])("names what %j gets wrong", (open, expected) => {
    expect(problems("fr", { ...french, open })).toEqual(
      expect.arrayContaining(expected) as string[],
    );
  });

  it.each([
    ["cs", { one: "krok", other: "{n} kroků" }, ['steps lacks the form "few"']],
    ["ja", { one: "{n} 件", other: "{n} 件" }, ['steps has no use for "one"']],
    ["de", "{n} Schritte", ["steps lacks plural forms: other, one"]],
    ["ru", { one: "{n} шаг", few: "{n} шага", many: "{n} шагов", other: "{n} шага" }, []],
    [
      "ar",
      { one: "خطوة", two: "خطوتان", few: "{n} خطوات", many: "{n} خطوة", other: "{n} خطوة" },
      ['steps lacks the form "zero"'],
    ],
  ])("knows the plural forms of %s", (locale, steps, expected) => {
    const found = audit(locale, { steps }, { steps: english.steps });
    expect(found.map(({ key, problem }) => `${key} ${problem}`)).toEqual(expected);
  });

  it("lets a form spell the number out, but the general one", () => {
    const steps = { one: "Une étape", other: "Des étapes" };
    expect(problems("fr", { ...french, steps })).toEqual(["steps lacks {n}"]);
  });
});

describe("auditLocales", () => {
  const translated = ["fr-CA", "fr-FR", "tl"];

  it("finds nothing where every locale has its catalogue", () => {
    expect(auditLocales(translated, [...translated, "fr", "en"], ["fr", "fr-CA", "tl"])).toEqual([]);
  });

  it.each([
    [["fr-FR"], ["fr-FR"], [], "fr-FR", "is missing"],
    [["fr-FR", "fr"], ["fr-FR", "fr"], ["fr"], "fr", "shares the catalogue of fr-FR"],
    [["fr-FR"], ["fr-FR", "de"], ["fr"], "de", "is shown in English"],
    [["fr-FR"], ["fr-FR"], ["fr", "de"], "de", "is no locale of ChatKit's"],
  ])("of %j, %j with the catalogues %j says that %s %s", (own, supported, names, key, problem) => {
    expect(auditLocales(own, supported, names)).toContainEqual({ key, problem });
  });
});

it("counts whole numbers only: the fractions of Czech and the millions of French are none", () => {
  expect([...pluralCategories("cs")].sort()).toEqual(["few", "one", "other"]);
  expect([...pluralCategories("fr")].sort()).toEqual(["one", "other"]);
  expect([...pluralCategories("lv")].sort()).toEqual(["one", "other", "zero"]);
  expect([...pluralCategories("sl")].sort()).toEqual(["few", "one", "other", "two"]);
});
