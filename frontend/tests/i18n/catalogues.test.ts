import { describe, expect, it } from "vitest";
import { availableCatalogues } from "../../src/i18n/available";
import { en } from "../../src/i18n/en";
import type { Catalogue, MessageKey } from "../../src/i18n/index";
import type { Message } from "../../src/i18n/message";

const files = import.meta.glob<{ catalogue: Catalogue }>("../../src/i18n/locales/*.ts", {
  eager: true,
});
const catalogues = new Map(
  Object.entries(files).map(([path, module]) => [
    path.replace(/^.*\/|\.ts$/g, ""),
    module.catalogue,
  ]),
);
const english: Record<string, Message> = en;

const forms = (message: Message): string[] =>
  typeof message === "string" ? [message] : Object.values(message);

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

it("every catalogue file is offered, and every one offered is there", () => {
  expect([...catalogues.keys()].sort()).toEqual([...availableCatalogues].sort());
});

describe.each([...catalogues])("%s", (name, catalogue) => {
  it("translates every message and no other", () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(english).sort());
  });

  it("leaves no message empty", () => {
    expect(
      Object.entries(catalogue).filter(([, message]) =>
        forms(message).some((text) => !text.trim()),
      ),
    ).toEqual([]);
  });

  it("keeps the placeholders of each message", () => {
    for (const [key, message] of Object.entries(catalogue) as [MessageKey, Message][]) {
      const expected = placeholders(forms(english[key]!).at(-1)!);
      // "One file" may be said without the number.
      for (const text of forms(message)) {
        const found = placeholders(text);
        const missing = expected.filter((placeholder) => !found.includes(placeholder));
        expect(found.filter((placeholder) => !expected.includes(placeholder))).toEqual([]);
        expect(
          missing.filter((placeholder) => placeholder !== "{n}"),
          key,
        ).toEqual([]);
      }
    }
  });

  it("has each plural form the language needs", () => {
    const categories = new Intl.PluralRules(name).resolvedOptions().pluralCategories;
    // "many" of the Romance languages is for round millions in prose.
    const needed = categories.filter(
      (category) => category !== "many" || ["ar", "pl", "ru", "uk"].includes(name),
    );
    for (const [key, message] of Object.entries(catalogue) as [MessageKey, Message][]) {
      if (typeof english[key] === "string") expect(typeof message, key).toBe("string");
      else if (typeof message !== "string") {
        expect(Object.keys(message), key).toEqual(expect.arrayContaining(needed));
      } else expect(needed, key).toEqual(["other"]);
    }
  });
});
