/** What a developer hears about a `locale` that the element does not speak. */

import { availableCatalogues } from "../i18n/available";
import { negotiateLocale } from "../i18n/locale";
import { suggestion } from "./schema";

/** The warning about a locale that is shown in English; `undefined` when there is no need for one. */
export function localeWarning(locale: string | undefined): string | undefined {
  if (locale === undefined || negotiateLocale(locale).catalogues.length > 0) return undefined;
  if (/^en([-_]|$)/i.test(locale)) return undefined;
  const hint = suggestion(locale, ["en", ...availableCatalogues]);
  return `ChatKit has no locale ${JSON.stringify(locale)}${hint} and is shown in English.`;
}
