"""Checks of ``CHATKIT_ASSISTANTS``: E010 to E015 and W017."""

import sys
from pathlib import Path
from typing import Any

import pytest

from django_chatkit.backends import BaseBackend
from tests.checks.messages import check, ids

SELF_HOSTED = "django_chatkit.backends.SelfHostedBackend"


class PickyBackend(BaseBackend):
    """Refuses what it is given."""

    def __init__(self, alias: str, options: dict[str, Any]) -> None:
        raise ValueError("WORKFLOW_ID is missing")


def assistant(**entry: Any) -> dict[str, Any]:
    return {"default": {"BACKEND": SELF_HOSTED, **entry}}


@pytest.mark.parametrize("alias", ["", "a" * 101, 3])
def test_an_alias_that_cannot_be_stored(alias: Any) -> None:
    assistants = {**assistant(), alias: {"BACKEND": SELF_HOSTED}}

    assert check(CHATKIT_ASSISTANTS=assistants) == [
        (
            "E011",
            f"CHATKIT_ASSISTANTS[{alias!r}]: an alias is a string of 1 to 100 characters.",
            None,
        )
    ]


def test_an_entry_that_is_no_dictionary() -> None:
    assert ids(CHATKIT_ASSISTANTS={"default": SELF_HOSTED}) == ["E002"]


def test_options_that_are_no_dictionary() -> None:
    assert ids(CHATKIT_ASSISTANTS=assistant(OPTIONS=["SERVER"])) == ["E002"]


def test_a_mistyped_key_is_told_its_nearest_name() -> None:
    assert check(CHATKIT_ASSISTANTS=assistant(OPTION={})) == [
        (
            "E012",
            "CHATKIT_ASSISTANTS['default'] has an unknown key: 'OPTION'.",
            "Did you mean 'OPTIONS'?",
        )
    ]


def test_an_assistant_without_a_backend() -> None:
    assert check(CHATKIT_ASSISTANTS={"default": {}}) == [
        (
            "E013",
            "CHATKIT_ASSISTANTS['default'] has no BACKEND.",
            f'Add "BACKEND": "{SELF_HOSTED}".',
        )
    ]


@pytest.mark.parametrize("path", ["django_chatkit.backends.SelfHosted", "nowhere.Backend", "x", 3])
def test_a_backend_that_cannot_be_imported(path: object) -> None:
    [(message_id, message, _)] = check(CHATKIT_ASSISTANTS={"default": {"BACKEND": path}})

    assert message_id == "E013"
    assert message == (
        f"CHATKIT_ASSISTANTS['default']['BACKEND'] is {path!r}, which cannot be imported."
    )


def test_the_nearest_backend_is_named() -> None:
    path = "django_chatkit.backend.SelfHostedBackend"

    [(_, _, hint)] = check(CHATKIT_ASSISTANTS={"default": {"BACKEND": path}})

    assert hint == f"Did you mean {SELF_HOSTED!r}?"


def test_a_backend_that_is_none() -> None:
    assert check(
        CHATKIT_ASSISTANTS={"default": {"BACKEND": "django_chatkit.conf.AppSettings"}}
    ) == [
        (
            "E013",
            "CHATKIT_ASSISTANTS['default']['BACKEND'] is 'django_chatkit.conf.AppSettings', "
            "which is no backend.",
            "A backend is a subclass of django_chatkit.backends.BaseBackend.",
        )
    ]


def test_a_backend_that_refuses_its_options() -> None:
    path = "tests.checks.test_assistants.PickyBackend"

    assert check(CHATKIT_ASSISTANTS={"default": {"BACKEND": path}}) == [
        (
            "E013",
            "CHATKIT_ASSISTANTS['default']: PickyBackend refuses its OPTIONS: "
            "WORKFLOW_ID is missing.",
            None,
        )
    ]


def test_a_mistyped_option_is_told_its_nearest_name() -> None:
    assert check(CHATKIT_ASSISTANTS=assistant(OPTIONS={"SERVERS": "x"})) == [
        (
            "E014",
            "CHATKIT_ASSISTANTS['default']['OPTIONS'] has an unknown key: 'SERVERS'.",
            "Did you mean 'SERVER'?",
        )
    ]


def test_an_assistants_own_limits_are_checked_like_the_sites() -> None:
    options = {"MAX_BODY_SIZE": -1, "ON_DISCONNECT": "stop", "ALLOWED_UPLOAD_TYPES": "image/png"}

    found = check(CHATKIT_ASSISTANTS=assistant(OPTIONS=options))

    assert [message_id for message_id, _, _ in found] == ["E003", "E003", "E002"]
    assert found[0][1] == (
        "CHATKIT_ASSISTANTS['default']['OPTIONS']['MAX_BODY_SIZE'] must be above 0, not -1."
    )


# The server


@pytest.mark.parametrize("server", ["nowhere.Server", "Server", "tests.nowhere.Server", "a b.C"])
def test_a_server_that_does_not_exist(server: str) -> None:
    assert check(CHATKIT_ASSISTANTS=assistant(OPTIONS={"SERVER": server})) == [
        (
            "E015",
            f"CHATKIT_ASSISTANTS['default']['OPTIONS']['SERVER'] is {server!r}, "
            "which does not exist.",
            "Name the module and the class or factory in it: 'assistant.servers.MyServer'.",
        )
    ]


def test_an_agent_that_does_not_exist() -> None:
    assert check(CHATKIT_ASSISTANTS=assistant(OPTIONS={"AGENT": "tests.nowhere.agent"})) == [
        (
            "E015",
            "CHATKIT_ASSISTANTS['default']['OPTIONS']['AGENT'] is 'tests.nowhere.agent', "
            "which does not exist.",
            "Name the module and the agent or function in it: 'assistant.agents.support'.",
        )
    ]


def test_a_class_that_is_missing_from_a_module_already_imported() -> None:
    assert ids(CHATKIT_ASSISTANTS=assistant(OPTIONS={"SERVER": f"{__name__}.Missing"})) == ["E015"]


def test_the_servers_module_and_the_packages_above_it_are_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site_with_agents" / "servers"
    package.mkdir(parents=True)
    for folder in (package.parent, package):
        (folder / "__init__.py").write_text("raise AssertionError('imported')")
    (package / "support.py").write_text("raise AssertionError('imported')")
    monkeypatch.syspath_prepend(str(tmp_path))

    server = "site_with_agents.servers.support.Server"
    assert ids(CHATKIT_ASSISTANTS=assistant(OPTIONS={"SERVER": server})) == []
    assert "site_with_agents" not in sys.modules


@pytest.mark.parametrize("server", [None, "", dict])
def test_a_server_may_be_left_out_or_given_itself(server: object) -> None:
    assert ids(CHATKIT_ASSISTANTS=assistant(OPTIONS={"SERVER": server})) == []


def test_a_server_that_is_no_class_no_factory_and_no_path() -> None:
    assert ids(CHATKIT_ASSISTANTS=assistant(OPTIONS={"SERVER": 3})) == ["E002"]


def test_a_self_hosted_assistant_needs_the_sdk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "chatkit", None)  # as if it were not installed

    assert check() == [
        (
            "E010",
            "The assistant 'default' is self-hosted, and openai-chatkit is not installed.",
            'Run: pip install "django-openai-chatkit[server]"',
        )
    ]


def test_no_default_assistant() -> None:
    assert check(CHATKIT_ASSISTANTS={"support": {"BACKEND": SELF_HOSTED}}) == [
        (
            "W017",
            "CHATKIT_ASSISTANTS has no 'default' assistant, which is meant wherever none is named.",
            "Rename one to 'default', or name one everywhere.",
        )
    ]


def test_a_hosted_assistant_whose_users_are_not_told_apart_from_other_sites() -> None:
    assistants = {**assistant(), "legacy": {"BACKEND": "tests.test_html.HostedBackend"}}

    assert check(CHATKIT_ASSISTANTS=assistants) == [
        (
            "W025",
            "OpenAI hosts 'legacy', and CHATKIT_SCOPE_PREFIX is empty: another site in the same "
            "OpenAI project would share this site's users.",
            "Set CHATKIT_SCOPE_PREFIX to a name of this site's own before people chat.",
        )
    ]
    assert check(CHATKIT_ASSISTANTS=assistants, CHATKIT_SCOPE_PREFIX="shop-") == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"TRANSCRIPTION": "whisper-1"}, "TRANSCRIPTION must be a dictionary"),
        ({"TRANSCRIPTION": {}}, "TRANSCRIPTION has no NAME: the model that transcribes"),
        (
            {"TRANSCRIPTION": {"NAME": "whisper-1", "BASEURL": "http://localhost"}},
            "TRANSCRIPTION has an unknown key: 'BASEURL'. Did you mean 'BASE_URL'?",
        ),
        (
            {"TRANSCRIPTION": {"NAME": "whisper-1", "TIMEOUT": 0}},
            "TRANSCRIPTION['TIMEOUT'] is 0, not seconds",
        ),
        ({"VERIFY_ACTIONS": "yes"}, "VERIFY_ACTIONS is neither True nor False"),
    ],
)
def test_what_the_self_hosted_backend_refuses_is_said(options: Any, said: str) -> None:
    [(id_, message, _hint)] = check(CHATKIT_ASSISTANTS=assistant(OPTIONS=options))

    assert id_ == "E013"
    assert message.rstrip(".") == (
        f"CHATKIT_ASSISTANTS['default']: SelfHostedBackend refuses its OPTIONS: {said}".rstrip(".")
    )
