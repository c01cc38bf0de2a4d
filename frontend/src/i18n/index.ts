/** The element's own words, in the language of the `locale` option. */
import { loadAsset } from "../assets";
import { availableCatalogues } from "./available";
import { en } from "./en";
import { negotiateLocale } from "./locale";
import { formatMessage, type Message, type Values } from "./message";

export type MessageKey = keyof typeof en;

/** The translations of a language; what it lacks is shown in English. */
export type Catalogue = Partial<Record<MessageKey, Message>>;

export interface Translator {
  /** A BCP 47 tag for `lang`, `Intl` and `Accept-Language`; `"en"` when unsupported. */
  readonly locale: string;
  readonly dir: "ltr" | "rtl";
  /** The text for `key`; English until `ready`. */
  t(key: MessageKey, values?: Values): string;
  /** Settles when the catalogue is there or has failed to load; it never rejects. */
  readonly ready: Promise<void>;
}

const loaded = new Map<string, Catalogue>();

async function load(name: string): Promise<void> {
  try {
    const { catalogue } = await loadAsset<{ catalogue: Catalogue }>(`locales/${name}`);
    loaded.set(name, catalogue);
  } catch {
    // A language file that does not arrive leaves a chat in English, not a broken one.
  }
}

/**
 * Translates into the language of `locale`.
 *
 * English is at hand; other catalogues load once per page, in the background.
 *
 * @param locale a locale of ChatKit's `SupportedLocale`; the browser's language when undefined.
 */
export function translator(locale: string | undefined): Translator {
  const { tag, dir, catalogues } = negotiateLocale(locale);
  const name = catalogues.find((candidate) => availableCatalogues.includes(candidate));
  return {
    locale: tag,
    dir,
    t(key, values = {}) {
      const message = name === undefined ? undefined : loaded.get(name)?.[key];
      return message === undefined
        ? formatMessage(en[key] ?? key, values, "en")
        : formatMessage(message, values, tag);
    },
    ready: name === undefined || loaded.has(name) ? Promise.resolve() : load(name),
  };
}
