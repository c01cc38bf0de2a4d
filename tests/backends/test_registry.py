"""``assistants``: one backend per alias and process, until the settings change."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.test import override_settings

from django_chatkit.backends import BaseBackend, SelfHostedBackend, UnknownAssistant, assistants


class CountingBackend(BaseBackend):
    """Counts how often it was made, slowly enough for others to come in between."""

    made = 0

    def __init__(self, alias: str, options: dict[str, object]) -> None:
        super().__init__(alias, options)
        type(self).made += 1


COUNTING = {
    "default": {"BACKEND": "tests.backends.test_registry.CountingBackend", "OPTIONS": {"A": 1}},
    "bare": {"BACKEND": "tests.backends.test_registry.CountingBackend"},
}


@pytest.fixture(autouse=True)
def nothing_made() -> None:
    CountingBackend.made = 0


def test_with_nothing_configured_the_default_is_self_hosted() -> None:
    backend = assistants["default"]

    assert isinstance(backend, SelfHostedBackend)
    assert (backend.alias, backend.options) == ("default", {})
    assert list(assistants) == ["default"]


@override_settings(CHATKIT_ASSISTANTS=COUNTING)
def test_a_backend_gets_its_alias_and_options() -> None:
    assert (assistants["default"].alias, assistants["default"].options) == ("default", {"A": 1})
    assert assistants["bare"].options == {}


@override_settings(CHATKIT_ASSISTANTS=COUNTING)
def test_all_threads_share_one_backend() -> None:
    together = threading.Barrier(8)

    def ask() -> BaseBackend:
        together.wait()
        return assistants["default"]

    with ThreadPoolExecutor(8) as threads:
        found = [future.result() for future in [threads.submit(ask) for _ in range(8)]]

    assert len(set(map(id, found))) == 1
    assert CountingBackend.made == 1


@override_settings(CHATKIT_ASSISTANTS=COUNTING)
def test_backends_are_built_when_they_are_first_asked_for() -> None:
    assert list(assistants) == ["default", "bare"]
    assert CountingBackend.made == 0


def test_changed_settings_make_new_backends() -> None:
    before = assistants["default"]
    with override_settings(CHATKIT_ASSISTANTS=COUNTING):
        assert isinstance(assistants["default"], CountingBackend)
        with override_settings(CHATKIT_MAX_BODY_SIZE=1):
            assert isinstance(assistants["default"], CountingBackend)
        assert CountingBackend.made == 2
    after = assistants["default"]

    assert isinstance(after, SelfHostedBackend)
    assert after is not before


def test_settings_of_others_change_nothing() -> None:
    before = assistants["default"]
    with override_settings(LOGIN_URL="/elsewhere/"):
        assert assistants["default"] is before


def test_an_unknown_alias_is_an_error_that_names_it() -> None:
    with pytest.raises(UnknownAssistant, match="nowhere"):
        assistants["nowhere"]
