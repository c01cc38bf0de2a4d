"""What each setting may hold."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from django.core.checks import CheckMessage, Error

from ..spelling import did_you_mean

Check = Callable[[str, Any], Iterator[CheckMessage]]
"""From a setting's full name and its value to what is wrong with it."""

RATE_KINDS = ("turn", "mint", "upload", "read")
_RATE = re.compile(r"\d+/(s|m|h|d)[a-z]*")
_HOST = re.compile(r"(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?", re.IGNORECASE)


def wrong_type(name: str, value: Any, expected: str) -> Error:
    """The value itself is not shown: it may be a key."""
    hint = None
    if isinstance(value, str) and expected.startswith("a list"):
        hint = f'Put the string into a list: {name} = ["…"].'
    return Error(
        f"{name} must be {expected}, not a value of type {type(value).__name__}.",
        hint=hint,
        id="django_chatkit.E002",
    )


def boolean(name: str, value: Any) -> Iterator[CheckMessage]:
    if not isinstance(value, bool):
        yield wrong_type(name, value, "True or False")


def text(name: str, value: Any) -> Iterator[CheckMessage]:
    if not isinstance(value, str):
        yield wrong_type(name, value, "a string")


def optional_text(name: str, value: Any) -> Iterator[CheckMessage]:
    if value is not None and not isinstance(value, str):
        yield wrong_type(name, value, "a string or None")


def texts(name: str, value: Any) -> Iterator[CheckMessage]:
    if not isinstance(value, list | tuple | set | frozenset):
        yield wrong_type(name, value, "a list of strings")
        return
    for entry in value:
        if not isinstance(entry, str):
            yield wrong_type(f"An entry of {name}", entry, "a string")


def hosts(name: str, value: Any) -> Iterator[CheckMessage]:
    problems = list(texts(name, value))
    yield from problems
    for entry in [] if problems else value:
        if not _HOST.fullmatch(entry):
            meant = urlsplit(entry).netloc
            yield Error(
                f"{name} names hosts, and {entry!r} is none.",
                hint=f"Write {meant!r}." if meant else "Write it like 'images.example.com'.",
                id="django_chatkit.E008",
            )


def origins(name: str, value: Any) -> Iterator[CheckMessage]:
    problems = list(texts(name, value))
    yield from problems
    for entry in [] if problems else value:
        parts = urlsplit(entry)
        if parts.scheme not in {"http", "https"} or not _HOST.fullmatch(parts.netloc):
            meant = f"https://{entry}"
        elif entry != f"{parts.scheme}://{parts.netloc}":
            meant = f"{parts.scheme}://{parts.netloc}"
        else:
            continue
        hint = f"Write {meant!r}." if _HOST.fullmatch(urlsplit(meant).netloc) else None
        yield Error(
            f"{name} names origins (a scheme and a host), and {entry!r} is none.",
            hint=hint or "Write it like 'https://shop.example.com'.",
            id="django_chatkit.E008",
        )


def whole_number(name: str, value: Any) -> Iterator[CheckMessage]:
    if not isinstance(value, int) or isinstance(value, bool):
        yield wrong_type(name, value, "a whole number")
    elif value <= 0:
        yield Error(f"{name} must be above 0, not {value}.", id="django_chatkit.E003")


def optional_whole_number(name: str, value: Any) -> Iterator[CheckMessage]:
    if value is not None:
        yield from whole_number(name, value)


def one_of(*choices: str) -> Check:
    def check(name: str, value: Any) -> Iterator[CheckMessage]:
        if value not in choices:
            yield Error(
                f"{name} is {value!r}; it must be one of {', '.join(map(repr, choices))}.",
                hint=did_you_mean(value, choices),
                id="django_chatkit.E003",
            )

    return check


def rates(name: str, value: Any) -> Iterator[CheckMessage]:
    if not isinstance(value, Mapping):
        yield wrong_type(name, value, "a dictionary")
        return
    for kind, rate in value.items():
        if kind not in RATE_KINDS:
            yield Error(
                f"{name} limits an unknown kind of request: {kind!r}.",
                hint=did_you_mean(kind, RATE_KINDS),
                id="django_chatkit.E004",
            )
        elif not isinstance(rate, str) or not _RATE.fullmatch(rate):
            yield Error(
                f"{name}[{kind!r}] is {rate!r}, which is no rate.",
                hint="Write it like '30/min': a number, and s, min, hour or day.",
                id="django_chatkit.E004",
            )


def mapping(name: str, value: Any) -> Iterator[CheckMessage]:
    if not isinstance(value, Mapping):
        yield wrong_type(name, value, "a dictionary")


VALUES: dict[str, Check] = {
    "ASSISTANTS": mapping,
    "ADAPTER": text,
    "ALLOW_ANONYMOUS": boolean,
    "ELEMENT_SOURCE": one_of("auto", "bundled", "cdn"),
    "DOMAIN_KEY": optional_text,
    "SCRIPT_URL": text,
    "SERVER_KEYS": texts,
    "AUTHENTICATION_CLASSES": texts,
    "CORS_ORIGINS": origins,
    "THROTTLE_RATES": rates,
    "SCOPE_PREFIX": text,
    "IMAGE_DOMAINS": hosts,
    "RETENTION_DAYS": optional_whole_number,
    "MAX_UPLOAD_SIZE": whole_number,
    "UPLOAD_QUOTA": optional_whole_number,
    "ALLOWED_UPLOAD_TYPES": texts,
    "MAX_BODY_SIZE": whole_number,
    "ON_DISCONNECT": one_of("cancel", "continue"),
}
"""A check for every setting of :data:`django_chatkit.conf.DEFAULTS`."""
