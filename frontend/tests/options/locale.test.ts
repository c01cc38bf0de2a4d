import { expect, it } from "vitest";
import { unionOf } from "../../scripts/chatkit-types.mjs";
import { localeWarning } from "../../src/options/locale";

it.each([
  ["tlh", 'ChatKit has no locale "tlh" (did you mean "th"?) and is shown in English.'],
  ["klingon", 'ChatKit has no locale "klingon" and is shown in English.'],
  ["", 'ChatKit has no locale "" and is shown in English.'],
])("warns of %j", (locale, warning) => {
  expect(localeWarning(locale)).toBe(warning);
});

it.each([undefined, "en", "en-GB", "EN_us", "de-AT", "zh-hans", ...unionOf("SupportedLocale")])(
  "says nothing about %s",
  (locale) => {
    expect(localeWarning(locale)).toBeUndefined();
  },
);
