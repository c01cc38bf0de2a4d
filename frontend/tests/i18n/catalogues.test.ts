import { expect, it } from "vitest";
import { unionOf } from "../../scripts/chatkit-types.mjs";
import { audit, auditLocales } from "../../src/i18n/audit";
import { availableCatalogues } from "../../src/i18n/available";
import { en } from "../../src/i18n/en";
import type { Catalogue } from "../../src/i18n/index";

const files = import.meta.glob<{ catalogue: Catalogue }>("../../src/i18n/locales/*.ts", {
  eager: true,
});
const catalogues = new Map(
  Object.entries(files).map(([path, module]) => [
    path.replace(/^.*\/|\.ts$/g, ""),
    module.catalogue,
  ]),
);

it("every catalogue file is offered, and every one offered is there", () => {
  expect([...catalogues.keys()].sort()).toEqual([...availableCatalogues].sort());
});

it.each([...catalogues])("%s has every message, placeholder and plural form", (name, catalogue) => {
  expect(audit(name, catalogue, en)).toEqual([]);
});

it("every locale of ChatKit's types has its catalogue", () => {
  const translated = unionOf("TranslatedLocale");
  expect(translated).toHaveLength(63);
  expect(auditLocales(translated, unionOf("SupportedLocale"), availableCatalogues)).toEqual([]);
});

it("every English message is one that the element says", () => {
  const sources = import.meta.glob<string>("../../src/**/*.ts", {
    eager: true,
    query: "?raw",
    import: "default",
  });
  const source = Object.entries(sources)
    .map(([path, text]) => (path.includes("/i18n/") ? "" : text))
    .join("\n");
  const said = (key: string) => source.includes(`"${key}"`);
  const byStatus = ["history.locked", "history.closed"];

  expect(Object.keys(en).filter((key) => !said(key))).toEqual(byStatus);
});
