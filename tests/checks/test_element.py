"""Checks of the element's options and source: E020 to W026."""

from typing import Any

import pytest
from django.utils.translation import gettext_lazy

from tests.checks.messages import check, ids

SELF_HOSTED = "django_chatkit.backends.SelfHostedBackend"
WHERE = "CHATKIT_ASSISTANTS['default']['ELEMENT']"


def element(options: Any) -> dict[str, Any]:
    return {"CHATKIT_ASSISTANTS": {"default": {"BACKEND": SELF_HOSTED, "ELEMENT": options}}}


@pytest.mark.parametrize(
    "options",
    [
        None,
        {},
        {"theme": "dark"},
        {"theme": {"colorScheme": "dark", "color": {"accent": {"primary": "#123", "level": 1}}}},
        {"startScreen": {"greeting": gettext_lazy("Hello"), "prompts": []}},
        {"disclaimer": {"text": "…", "highContrast": True}, "thread": {"autoScroll": True}},
    ],
)
def test_options_as_chatkit_js_spells_them(options: Any) -> None:
    assert check(**element(options)) == []


def test_options_that_are_no_dictionary() -> None:
    assert ids(**element([])) == ["E002"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [("startscreen", "startScreen"), ("start_screen", "startScreen"), ("tema", "theme")],
)
def test_a_mistyped_option_is_told_its_nearest_name(name: str, meant: str) -> None:
    assert check(**element({name: {}})) == [
        ("E020", f"{WHERE} has an unknown option: {name!r}.", f"Did you mean {meant!r}?")
    ]


def test_a_mistyped_key_within_an_option_is_told_its_nearest_name() -> None:
    assert check(**element({"startScreen": {"greating": "Hi"}})) == [
        (
            "E020",
            f"{WHERE}['startScreen'] has an unknown key: 'greating'.",
            "Did you mean 'greeting'?",
        )
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("api", "The template tag fills it in."),
        ("initialThread", "Give the template tag a thread: {% chatkit thread=thread_id %}."),
        ("onClientTool", "Functions are added on the page, through window.djangoChatKit."),
    ],
)
def test_an_option_that_is_given_elsewhere(name: str, hint: str) -> None:
    assert check(**element({name: {}})) == [
        ("E020", f"{WHERE} has an option that settings cannot give: {name!r}.", hint)
    ]


def test_options_that_json_cannot_say() -> None:
    [(message_id, message, _)] = check(**element({"header": {"title": {"text": print}}}))

    assert message_id == "E021"
    assert message.startswith(f"{WHERE} cannot be written as JSON: ")


# The source


def hosted(source: str) -> list[str]:
    """What is said of a site with a hosted assistant besides its own."""
    return ids(
        CHATKIT_ELEMENT_SOURCE=source,
        CHATKIT_SCOPE_PREFIX="shop-",
        CHATKIT_ASSISTANTS={
            "default": {"BACKEND": SELF_HOSTED},
            "legacy": {"BACKEND": "tests.test_html.HostedBackend"},
        },
    )


def test_the_bundled_element_cannot_talk_to_a_hosted_assistant() -> None:
    assert hosted("bundled") == ["E022"]
    assert hosted("auto") == []


def test_a_domain_key_without_effect() -> None:
    assert check(CHATKIT_DOMAIN_KEY="domain_pk_1", CHATKIT_ELEMENT_SOURCE="bundled") == [
        (
            "W023",
            "CHATKIT_DOMAIN_KEY has no effect: CHATKIT_ELEMENT_SOURCE is 'bundled'.",
            "Remove the key, or set CHATKIT_ELEMENT_SOURCE = 'auto'.",
        )
    ]
    assert check(CHATKIT_DOMAIN_KEY="domain_pk_1") == []


def test_openais_element_without_a_domain_key() -> None:
    assert check(CHATKIT_ELEMENT_SOURCE="cdn") == [
        (
            "W024",
            "CHATKIT_ELEMENT_SOURCE is 'cdn' without a CHATKIT_DOMAIN_KEY: OpenAI's element shows "
            "'default' on localhost only.",
            "Register the domain with OpenAI and set CHATKIT_DOMAIN_KEY, or use 'auto'.",
        )
    ]


DICTATING = {"composer": {"dictation": {"enabled": True}}}


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({}, ["W026"]),
        ({"AGENT": "tests.scripted_agents.AGENT"}, ["W026"]),
        ({"SERVER": "tests.agents.ScriptedServer"}, []),
        ({"TRANSCRIPTION": {"NAME": "whisper-1"}}, []),
    ],
)
def test_dictation_that_nothing_writes_down(options: Any, found: list[str]) -> None:
    entry = {"BACKEND": SELF_HOSTED, "OPTIONS": options, "ELEMENT": DICTATING}

    assert ids(CHATKIT_ASSISTANTS={"default": entry}) == found
