/**
 * What a catalogue gets wrong, for `npm run locales` and the tests. No bundle holds this module.
 */
import { negotiateLocale } from "./locale";
import type { Message } from "./message";

export interface Finding {
  readonly key: string;
  readonly problem: string;
}

type Messages = Readonly<Record<string, Message>>;

const forms = (message: Message): string[] =>
  typeof message === "string" ? [message] : Object.values(message);

const placeholders = (text: string): Set<string> => new Set(text.match(/\{\w+\}/g));

/** The plural categories that whole numbers of everyday size take in a language. */
export function pluralCategories(locale: string): ReadonlySet<Intl.LDMLPluralRule> {
  const rules = new Intl.PluralRules(locale);
  return new Set(Array.from({ length: 1000 }, (_, n) => rules.select(n)));
}

/** Letters that do not belong to the language's own script; "AI" and the like may be Latin. */
function foreignLetters(text: string, scripts: readonly string[]): string {
  const own = new RegExp(scripts.map((script) => `\\p{Script_Extensions=${script}}`).join("|"), "u");
  const prose = text.replace(/\{\w+\}/g, "").replace(/\b(?:AI|IA|KI)\b/g, "");
  return [...prose].filter((letter) => /\p{L}|\p{M}/u.test(letter) && !own.test(letter)).join("");
}

const MIXED: Readonly<Record<string, readonly string[]>> = {
  Jpan: ["Hani", "Hira", "Kana"],
  Kore: ["Hang"],
  Hans: ["Hani"],
  Hant: ["Hani"],
};

function* findings(locale: string, english: Message, message: Message) {
  const needed = pluralCategories(locale);
  if (typeof english === "string" && typeof message !== "string") {
    yield "has plural forms where English has none";
  } else if (typeof message !== "string") {
    // `other` stands in for fractions where whole numbers have forms of their own.
    for (const category of needed) if (!(category in message)) yield `lacks the form "${category}"`;
    for (const category of Object.keys(message) as Intl.LDMLPluralRule[]) {
      if (category !== "other" && !needed.has(category)) yield `has no use for "${category}"`;
    }
  } else if (typeof english !== "string" && needed.size > 1) {
    yield `lacks plural forms: ${[...needed].join(", ")}`;
  }

  const expected = placeholders(forms(english).at(-1) ?? "");
  const script = new Intl.Locale(locale).maximize().script ?? "Latn";
  for (const text of forms(message)) {
    if (text.trim() === "" || text !== text.trim()) yield "is empty or padded";
    const found = placeholders(text);
    for (const name of found) if (!expected.has(name)) yield `has ${name}, which English lacks`;
    for (const name of expected) {
      // "One file" may be said without the number.
      const spelledOut = name === "{n}" && typeof message !== "string" && text !== message.other;
      if (!found.has(name) && !spelledOut) yield `lacks ${name}`;
    }
    const foreign = foreignLetters(text, MIXED[script] ?? [script]);
    if (foreign !== "") yield `has letters of another script: ${foreign}`;
  }
}

/**
 * Compares a catalogue with the English one.
 *
 * @param locale the catalogue's name, a BCP 47 tag.
 */
export function audit(locale: string, catalogue: Messages, english: Messages): Finding[] {
  const found: Finding[] = [];
  for (const [key, message] of Object.entries(english)) {
    const translated = catalogue[key];
    if (translated === undefined) found.push({ key, problem: "is missing" });
    else {
      const problems = new Set(findings(locale, message, translated));
      for (const problem of problems) found.push({ key, problem });
    }
  }
  for (const key of Object.keys(catalogue)) {
    if (!(key in english)) found.push({ key, problem: "is no message of the element" });
  }
  return found;
}

/**
 * Compares the catalogues with the locales of ChatKit's types.
 *
 * @param translated `TranslatedLocale`: each has a catalogue of its own.
 * @param supported `SupportedLocale`: each is shown in its language.
 * @param catalogues the names of the catalogues there are.
 */
export function auditLocales(
  translated: readonly string[],
  supported: readonly string[],
  catalogues: readonly string[],
): Finding[] {
  const closest = (locale: string) => negotiateLocale(locale).catalogues[0];
  const found: Finding[] = [];
  const owners = new Map<string | undefined, string>();
  for (const key of translated) {
    const name = closest(key);
    const owner = owners.get(name);
    if (name === undefined || !catalogues.includes(name)) found.push({ key, problem: "is missing" });
    else if (owner !== undefined) found.push({ key, problem: `shares the catalogue of ${owner}` });
    owners.set(name, key);
  }
  for (const key of supported) {
    if (key !== "en" && !owners.has(closest(key))) found.push({ key, problem: "is shown in English" });
  }
  for (const key of catalogues) {
    if (!owners.has(key)) found.push({ key, problem: "is no locale of ChatKit's" });
  }
  return found;
}
