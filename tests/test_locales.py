"""From Django's language codes to ChatKit's locales."""

import pytest
from django.conf import global_settings

from django_chatkit.locales import LOCALES, chatkit_locale


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("fr", "fr"),
        ("fr-ca", "fr-CA"),
        ("fr-be", "fr"),
        ("es", "es"),
        ("es-es", "es-ES"),
        ("es-mx", "es-419"),
        ("es-ar", "es-419"),
        ("pt-br", "pt-BR"),
        ("de_AT", "de"),
        ("zh-hans", "zh-CN"),
        ("zh-hant", "zh-TW"),
        ("zh-hant-hk", "zh-HK"),
        ("nn", "nb"),
        ("en-gb", "en"),
        ("eo", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_closest_locale(language: str | None, locale: str) -> None:
    assert chatkit_locale(language) == locale


def test_every_language_of_django_has_one_that_openais_element_accepts() -> None:
    assert {chatkit_locale(code) for code, _ in global_settings.LANGUAGES} <= LOCALES
