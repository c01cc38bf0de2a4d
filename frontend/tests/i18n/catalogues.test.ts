import { expect, it } from "vitest";
import { audit } from "../../src/i18n/audit";
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

// `npm run locales` tells what is missing everywhere.
const whole = "ar de es fr it ja nl pl pt-BR zh-CN".split(" ");

it.each([...catalogues])("%s has every message, placeholder and plural form", (name, catalogue) => {
  const findings = audit(name, catalogue, en);
  expect(
    findings.filter(({ problem }) => whole.includes(name) || problem !== "is missing"),
  ).toEqual([]);
});
