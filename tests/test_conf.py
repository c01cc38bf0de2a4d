"""Settings: their defaults, and that they are read when they are asked for."""

from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings

from django_chatkit.conf import DEFAULTS, PER_ASSISTANT, app_settings

OTHERS: dict[str, Any] = {
    "ASSISTANTS": {"other": {"BACKEND": "django_chatkit.backends.SelfHostedBackend"}},
    "ADAPTER": "tests.adapters.StaffOnlyAdapter",
    "ALLOW_ANONYMOUS": True,
    "ELEMENT_SOURCE": "cdn",
    "DOMAIN_KEY": "domain_pk_1",
    "SCRIPT_URL": "https://example.com/chatkit.js",
    "SERVER_KEYS": ["a-key"],
    "AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"],
    "CORS_ORIGINS": ["https://example.com"],
    "THROTTLE_RATES": {"turn": "1/day"},
    "SCOPE_PREFIX": "shop-",
    "IMAGE_DOMAINS": ["images.example.com"],
    "RETENTION_DAYS": 30,
    "MAX_UPLOAD_SIZE": 1,
    "UPLOAD_QUOTA": 3,
    "ALLOWED_UPLOAD_TYPES": ["text/plain"],
    "MAX_BODY_SIZE": 2,
    "ON_DISCONNECT": "continue",
}


def value(name: str) -> Any:
    if name in PER_ASSISTANT:
        return app_settings.assistant_option("default", name)
    return getattr(app_settings, name)


def test_every_setting_is_tried() -> None:
    assert set(OTHERS) == set(DEFAULTS)


@pytest.mark.parametrize("name", sorted(DEFAULTS))
def test_a_setting_is_its_default_until_the_site_says_otherwise(name: str) -> None:
    with override_settings():
        # The test project's own settings apart.
        if hasattr(settings, f"CHATKIT_{name}"):
            delattr(settings, f"CHATKIT_{name}")
        assert value(name) == DEFAULTS[name]
        with override_settings(**{f"CHATKIT_{name}": OTHERS[name]}):
            assert value(name) == OTHERS[name]
        assert value(name) == DEFAULTS[name]


def test_an_empty_dictionary_of_assistants_still_means_the_default_one() -> None:
    with override_settings(CHATKIT_ASSISTANTS={}):
        assert list(app_settings.ASSISTANTS) == ["default"]


@pytest.mark.parametrize("name", sorted(PER_ASSISTANT))
def test_an_assistants_own_value_goes_first(name: str) -> None:
    backend = "django_chatkit.backends.SelfHostedBackend"
    assistants = {
        "default": {"BACKEND": backend},
        "own": {"BACKEND": backend, "OPTIONS": {name: OTHERS[name]}},
    }
    with override_settings(CHATKIT_ASSISTANTS=assistants):
        assert app_settings.assistant_option("own", name) == OTHERS[name]
        assert app_settings.assistant_option("default", name) == DEFAULTS[name]


def test_an_assistants_none_is_a_value_too() -> None:
    assistants = {"default": {"BACKEND": "…", "OPTIONS": {"RETENTION_DAYS": None}}}
    with override_settings(CHATKIT_RETENTION_DAYS=30, CHATKIT_ASSISTANTS=assistants):
        assert app_settings.assistant_option("default", "RETENTION_DAYS") is None


def test_other_settings_cannot_be_set_for_one_assistant() -> None:
    with pytest.raises(KeyError, match="ADAPTER"):
        app_settings.assistant_option("default", "ADAPTER")


def test_what_is_read_can_be_changed_without_changing_the_default() -> None:
    app_settings.IMAGE_DOMAINS.append("evil.example")
    app_settings.THROTTLE_RATES["turn"] = "1/day"

    assert app_settings.IMAGE_DOMAINS == []
    assert "turn" not in app_settings.THROTTLE_RATES
