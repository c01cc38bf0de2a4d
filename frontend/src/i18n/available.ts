/**
 * The catalogues there are: the files of `locales/`. A language outside this list is shown in
 * English and costs no request. A test holds list and files together.
 */
export const availableCatalogues: readonly string[] = [
  "ar",
  "de",
  "es",
  "fr",
  "it",
  "ja",
  "nl",
  "pl",
  "pt-BR",
  "zh-CN",
];
