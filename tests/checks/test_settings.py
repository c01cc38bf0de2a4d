"""Checks of the flat settings: E001 to E008."""

from typing import Any

import pytest

from django_chatkit.checks.values import VALUES
from django_chatkit.conf import DEFAULTS
from tests.checks.messages import check, ids
from tests.test_conf import OTHERS


def test_a_site_with_nothing_configured_is_in_order() -> None:
    assert check() == []


def test_a_site_with_everything_configured_is_in_order() -> None:
    everything = {f"CHATKIT_{name}": value for name, value in OTHERS.items()}
    everything |= {
        "CHATKIT_ASSISTANTS": {
            "default": {
                "BACKEND": "django_chatkit.backends.SelfHostedBackend",
                "OPTIONS": {"SERVER": "tests.agents.ScriptedServer", "ON_DISCONNECT": "continue"},
                "ELEMENT": {"theme": {"colorScheme": "dark"}, "startScreen": {"greeting": "Hi"}},
            }
        },
        "CHATKIT_SERVER_KEYS": ["k" * 32],
    }

    assert check(**everything) == []


def test_every_setting_has_a_check_of_its_value() -> None:
    assert set(VALUES) == set(DEFAULTS)


def test_a_mistyped_setting_is_told_its_nearest_name() -> None:
    assert check(CHATKIT_ALLOW_ANONYMUS=True) == [
        (
            "E001",
            "There is no setting CHATKIT_ALLOW_ANONYMUS.",
            "Did you mean 'CHATKIT_ALLOW_ANONYMOUS'?",
        )
    ]


@pytest.mark.parametrize(
    "name",
    [
        "SERVER_KEYS",
        "AUTHENTICATION_CLASSES",
        "CORS_ORIGINS",
        "IMAGE_DOMAINS",
        "ALLOWED_UPLOAD_TYPES",
    ],
)
def test_a_string_where_a_list_is_meant(name: str) -> None:
    assert check(**{f"CHATKIT_{name}": "secret.example.com"}) == [
        (
            "E002",
            f"CHATKIT_{name} must be a list of strings, not a value of type str.",
            f'Put the string into a list: CHATKIT_{name} = ["…"].',
        )
    ]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("ASSISTANTS", [1], "a dictionary, not a value of type list"),
        ("ADAPTER", dict, "a string, not a value of type type"),
        ("ALLOW_ANONYMOUS", "False", "True or False, not a value of type str"),
        ("DOMAIN_KEY", 1, "a string or None, not a value of type int"),
        ("SCRIPT_URL", None, "a string, not a value of type NoneType"),
        ("SCOPE_PREFIX", 3, "a string, not a value of type int"),
        ("THROTTLE_RATES", "30/min", "a dictionary, not a value of type str"),
        ("MAX_BODY_SIZE", "10 MB", "a whole number, not a value of type str"),
        ("MAX_UPLOAD_SIZE", True, "a whole number, not a value of type bool"),
        ("RETENTION_DAYS", 1.5, "a whole number, not a value of type float"),
    ],
)
def test_a_value_of_the_wrong_type(name: str, value: Any, expected: str) -> None:
    assert check(**{f"CHATKIT_{name}": value}) == [
        ("E002", f"CHATKIT_{name} must be {expected}.", None)
    ]


def test_an_entry_of_the_wrong_type() -> None:
    assert check(CHATKIT_SERVER_KEYS=[None]) == [
        (
            "E002",
            "An entry of CHATKIT_SERVER_KEYS must be a string, not a value of type NoneType.",
            None,
        )
    ]


@pytest.mark.parametrize("name", ["MAX_BODY_SIZE", "MAX_UPLOAD_SIZE", "RETENTION_DAYS"])
@pytest.mark.parametrize("value", [0, -1])
def test_a_number_that_is_not_above_zero(name: str, value: int) -> None:
    assert check(**{f"CHATKIT_{name}": value}) == [
        ("E003", f"CHATKIT_{name} must be above 0, not {value}.", None)
    ]


def test_an_unknown_element_source() -> None:
    assert check(CHATKIT_ELEMENT_SOURCE="bundle") == [
        (
            "E003",
            "CHATKIT_ELEMENT_SOURCE is 'bundle'; it must be one of 'auto', 'bundled', 'cdn'.",
            "Did you mean 'bundled'?",
        )
    ]


def test_an_unknown_way_to_go_on_without_a_reader() -> None:
    assert check(CHATKIT_ON_DISCONNECT="carry on") == [
        (
            "E003",
            "CHATKIT_ON_DISCONNECT is 'carry on'; it must be one of 'cancel', 'continue'.",
            "Known: cancel, continue.",
        )
    ]


@pytest.mark.parametrize("rate", ["30", "30/fortnight", "many/min", "-1/s", 30, "30/min/h"])
def test_a_rate_that_is_none(rate: Any) -> None:
    assert check(CHATKIT_THROTTLE_RATES={"turn": rate}) == [
        (
            "E004",
            f"CHATKIT_THROTTLE_RATES['turn'] is {rate!r}, which is no rate.",
            "Write it like '30/min': a number, and s, min, hour or day.",
        )
    ]


@pytest.mark.parametrize("rate", ["1/s", "1/sec", "30/m", "30/min", "2/hour", "2/h", "5/day"])
def test_rates_as_rest_framework_writes_them(rate: str) -> None:
    assert ids(CHATKIT_THROTTLE_RATES={"turn": rate}) == []


def test_a_rate_for_an_unknown_kind_of_request() -> None:
    assert check(CHATKIT_THROTTLE_RATES={"turns": "1/s"}) == [
        (
            "E004",
            "CHATKIT_THROTTLE_RATES limits an unknown kind of request: 'turns'.",
            "Did you mean 'turn'?",
        )
    ]


def test_all_limits_may_be_off() -> None:
    assert ids(CHATKIT_THROTTLE_RATES={}) == []


@pytest.mark.parametrize("path", ["nowhere.Adapter", "tests.adapters.Missing", "Adapter", ""])
def test_an_adapter_that_cannot_be_imported(path: str) -> None:
    assert check(CHATKIT_ADAPTER=path) == [
        (
            "E005",
            f"CHATKIT_ADAPTER names {path!r}, which cannot be imported.",
            "The default is 'django_chatkit.adapter.ChatKitAdapter'; subclass it.",
        )
    ]


def test_an_authentication_class_that_does_not_exist() -> None:
    assert ids(CHATKIT_AUTHENTICATION_CLASSES=["rest_framework.nowhere.TokenAuthentication"]) == [
        "E005"
    ]


@pytest.mark.parametrize("key", ["", "  "])
def test_an_empty_server_key(key: str) -> None:
    assert check(CHATKIT_SERVER_KEYS=["k" * 32, key]) == [
        (
            "E006",
            "CHATKIT_SERVER_KEYS[1] is empty.",
            "Remove it, or set the environment variable that it comes from.",
        )
    ]


def test_a_short_server_key_is_not_shown() -> None:
    [(message_id, message, hint)] = check(CHATKIT_SERVER_KEYS=["hunter2" * 4])

    assert message_id == "W007"
    assert message == "CHATKIT_SERVER_KEYS[0] is shorter than 32 characters."
    assert "hunter2" not in f"{message} {hint}"


@pytest.mark.parametrize(
    ("entry", "hint"),
    [
        ("https://images.example.com/", "Write 'images.example.com'."),
        ("images.example.com/logos", "Write it like 'images.example.com'."),
        ("", "Write it like 'images.example.com'."),
    ],
)
def test_an_image_domain_that_is_no_host(entry: str, hint: str) -> None:
    assert check(CHATKIT_IMAGE_DOMAINS=[entry]) == [
        ("E008", f"CHATKIT_IMAGE_DOMAINS names hosts, and {entry!r} is none.", hint)
    ]


@pytest.mark.parametrize(
    ("entry", "hint"),
    [
        ("shop.example.com", "Write 'https://shop.example.com'."),
        ("https://shop.example.com/", "Write 'https://shop.example.com'."),
        ("*", "Write it like 'https://shop.example.com'."),
    ],
)
def test_a_cors_origin_that_is_none(entry: str, hint: str) -> None:
    assert check(CHATKIT_CORS_ORIGINS=[entry]) == [
        (
            "E008",
            f"CHATKIT_CORS_ORIGINS names origins (a scheme and a host), and {entry!r} is none.",
            hint,
        )
    ]


def test_hosts_and_origins_may_have_ports() -> None:
    assert (
        ids(
            CHATKIT_CORS_ORIGINS=["http://localhost:3000"],
            CHATKIT_IMAGE_DOMAINS=["localhost:9000", "*.example.com"],
        )
        == []
    )
