/** A message: one text, or one for each plural category the language has. */
export type Message = string | ({ readonly other: string } & PluralForms);

/** Categories of https://cldr.unicode.org/index/cldr-spec/plural-rules. */
export type PluralForms = { readonly [category in Intl.LDMLPluralRule]?: string };

export type Values = Readonly<Record<string, string | number>>;

/**
 * The text of `message` with its values in place.
 *
 * Numbers are written the way `locale` writes them, and the value `n` chooses the plural form.
 */
export function formatMessage(message: Message, values: Values, locale: string): string {
  let text: string;
  if (typeof message === "string") text = message;
  else {
    const category = new Intl.PluralRules(locale).select(Number(values.n ?? 0));
    text = message[category] ?? message.other;
  }
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (typeof value === "number") return new Intl.NumberFormat(locale).format(value);
    return value ?? placeholder;
  });
}
