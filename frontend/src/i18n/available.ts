/**
 * The catalogues there are: the files of `locales/`. A language outside this list is shown in
 * English and costs no request. A test holds list and files together.
 */
export const availableCatalogues: readonly string[] = [
  "ar",
  "bg",
  "bs",
  "cs",
  "de",
  "el",
  "es",
  "fr",
  "hi",
  "hr",
  "id",
  "it",
  "ja",
  "ko",
  "mk",
  "nl",
  "pl",
  "pt-BR",
  "ru",
  "sk",
  "sl",
  "sr",
  "tr",
  "uk",
  "vi",
  "zh-CN",
  "zh-HK",
  "zh-TW",
];
