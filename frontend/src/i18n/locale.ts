/**
 * Which language a locale name means.
 *
 * ChatKit accepts 63 translated locales and short forms of them
 * (https://openai.github.io/chatkit-js/guides/localization/); everything else is English. Each
 * language here has one catalogue, but for the variants that differ in more than spelling.
 */
import { availableCatalogues } from "./available";

const LANGUAGES = new Set(availableCatalogues.map((name) => name.split("-", 1)[0]));

const RIGHT_TO_LEFT = "ar ur";

/** Names of one language that other software uses: Django's codes, macro-languages, old codes. */
const ALIASES: Readonly<Record<string, string>> = { no: "nb", nn: "nb", fil: "tl", in: "id" };

export interface Locale {
  /** A BCP 47 tag for `lang`, `Intl` and `Accept-Language`. */
  readonly tag: string;
  readonly dir: "ltr" | "rtl";
  /** Catalogues to try, the closest first; empty for English. */
  readonly catalogues: readonly string[];
}

const ENGLISH: Locale = { tag: "en", dir: "ltr", catalogues: [] };

const has = (words: string, word: string): boolean => words.split(" ").includes(word);

function chineseRegion(parts: readonly string[]): string {
  if (parts.includes("hans")) return "CN";
  if (parts.includes("hk") || parts.includes("mo")) return "HK";
  return parts.includes("tw") || parts.includes("hant") ? "TW" : "CN";
}

/**
 * Finds the locale that `name` stands for; case and `_` for `-` do not matter.
 *
 * @param name e.g. `"fr"`, `"pt-BR"`, `"zh-hans"`; the browser's language when undefined.
 */
export function negotiateLocale(name: string | undefined): Locale {
  const wanted = name ?? navigator.language;
  let tag: string;
  try {
    tag = Intl.getCanonicalLocales(wanted.replaceAll("_", "-"))[0] ?? "en";
  } catch {
    return ENGLISH;
  }
  const [first = "en", ...rest] = tag.toLowerCase().split("-");
  const language = ALIASES[first] ?? first;
  if (language === "en") return { ...ENGLISH, tag };
  if (!LANGUAGES.has(language)) return ENGLISH;
  const dir = has(RIGHT_TO_LEFT, language) ? "rtl" : "ltr";
  let catalogues = [language];
  if (language === "zh") catalogues = [`zh-${chineseRegion(rest)}`];
  else if (language === "pt") catalogues = [rest.includes("br") ? "pt-BR" : "pt-PT", "pt-BR"];
  else if (language === "fr" && rest.includes("ca")) catalogues = ["fr-CA", "fr"];
  else if (language === "es" && rest.length > 0 && !rest.includes("es")) {
    catalogues = ["es-419", "es"];
  }
  return { tag, dir, catalogues: [...new Set(catalogues)] };
}
