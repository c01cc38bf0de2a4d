"""The page's context: signed, bounded, and nobody else's."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import signing
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from django_chatkit.page_context import MAX_AGE, METADATA_KEY, read_page_context, sign_page_context


def sent(signed: Any) -> dict[str, Any]:
    """A request's metadata as the page's loader writes it."""
    return {METADATA_KEY: {"page_context": signed}}


def sign(context: Any, *, assistant: str = "default", scope: str = "user-1") -> str:
    return sign_page_context(context, assistant=assistant, scope=scope)


def read(metadata: Any, *, assistant: str = "default", scope: str = "user-1") -> Any:
    return read_page_context(metadata, assistant=assistant, scope=scope)


@pytest.mark.parametrize("context", [{"product": 3}, [1, "two", None], "text", 4, {"é": "\u2028"}])
def test_what_was_signed_is_what_arrives(context: Any) -> None:
    assert read(sent(sign(context))) == context


def test_it_is_no_secret_from_the_person_whose_page_it_is() -> None:
    payload = signing.b64_decode(sign({"a": 1}).split(":")[0].encode())

    assert payload == b'["default","user-1",{"a":1}]'


@pytest.mark.parametrize(
    "metadata",
    [
        None,
        "text",
        {},
        {METADATA_KEY: "text"},
        {METADATA_KEY: {}},
        sent(3),
        sent(""),
        sent("nonsense"),
        sent(signing.dumps(["default", "user-1", {}], salt="another")),
        sent(signing.dumps("another shape", salt="django_chatkit.page_context")),
    ],
)
def test_what_is_not_ours_is_ignored(metadata: Any) -> None:
    assert read(metadata) is None


def test_what_was_tampered_with_is_ignored() -> None:
    signed = sign({"price": 100})

    assert read(sent(signed[:-1] + ("A" if signed[-1] != "A" else "B"))) is None


def test_what_was_signed_for_somebody_else_is_ignored() -> None:
    assert read(sent(sign("secret")), scope="user-2") is None
    assert read(sent(sign("secret")), assistant="support") is None


class Clock:
    """What ``time.time`` is, until it is told to move."""

    def __init__(self) -> None:
        self.now: datetime = timezone.now()

    def time(self) -> float:
        return self.now.timestamp()


def test_it_holds_for_twelve_hours(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    monkeypatch.setattr(signing, "time", clock)
    signed = sign("fresh")

    clock.now += MAX_AGE - timedelta(seconds=2)
    assert read(sent(signed)) == "fresh"
    clock.now += timedelta(seconds=4)
    assert read(sent(signed)) is None


def test_eight_kilobytes_of_json_fit_and_no_more() -> None:
    assert read(sent(sign("x" * 8190))) == "x" * 8190
    with pytest.raises(ImproperlyConfigured, match="8193 bytes"):
        sign("x" * 8191)


def test_what_json_cannot_say_is_an_error() -> None:
    with pytest.raises(ImproperlyConfigured, match="must be JSON"):
        sign(object())
