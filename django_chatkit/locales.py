"""From Django's language codes to ChatKit's locales."""

LOCALES = frozenset(
    "am ar bg-BG bn-BD bs-BA ca-ES cs-CZ da-DK de-DE el-GR es-419 es-ES et-EE fi-FI fr-CA fr-FR "
    "gu-IN hi-IN hr-HR hu-HU hy-AM id-ID is-IS it-IT ja-JP ka-GE kk kn-IN ko-KR lt lv-LV mk-MK ml "
    "mn mr-IN ms-MY my-MM nb-NO nl-NL pa pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sl-SI so-SO sq-AL "
    "sr-RS sv-SE sw-TZ ta-IN te-IN th-TH tl tr-TR uk-UA ur vi-VN zh-CN zh-HK zh-TW "
    "bg bn bs ca cs da de el es et fi fr gu hi hr hu hy id is it ja ka kn ko lv mk mr ms my nb nl "
    "pl pt ro ru sk sl so sq sr sv sw ta te th tr uk vi zh zh-Hant en".split()
)
"""What ChatKit.js 1.9 accepts as ``locale`` (``SupportedLocale`` in its types)."""

_BY_LOWER_CASE = {locale.lower(): locale for locale in LOCALES}

_ALIASES = {
    "no": "nb",
    "nn": "nb",
    "zh-hans": "zh-CN",
    "zh-hant": "zh-TW",
    "zh-hant-hk": "zh-HK",
    "zh-mo": "zh-HK",
}
"""Codes of the same language that ChatKit spells otherwise."""


def chatkit_locale(language: str | None) -> str:
    """The ChatKit locale for a Django language code.

    Parameters:
        language: Such as ``"fr-ca"``, as ``django.utils.translation.get_language`` gives it.

    Returns:
        The closest locale that ChatKit has; ``"en"`` where there is none.
    """
    code = (language or "en").lower().replace("_", "-")
    if code.startswith("es-") and code not in _BY_LOWER_CASE:
        code = "es-419"  # Django's other ones are all American
    while code:
        code = _ALIASES.get(code, code).lower()
        if code in _BY_LOWER_CASE:
            return _BY_LOWER_CASE[code]
        code = code.rpartition("-")[0]
    return "en"
