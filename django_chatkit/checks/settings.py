"""Checks of the flat ``CHATKIT_*`` settings."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as CheckWarning
from django.utils.module_loading import import_string

from ..conf import DEFAULTS, PREFIX
from ..spelling import did_you_mean
from .dotted_paths import leads_somewhere
from .values import VALUES

SHORT_KEY = 32
"""Characters under which a server key can be guessed."""


def check_setting_names(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """A mistyped setting would silently keep its default."""
    known = {PREFIX + name for name in DEFAULTS}
    return [
        Error(
            f"There is no setting {name}.",
            hint=did_you_mean(name, known),
            id="django_chatkit.E001",
        )
        for name in sorted(dir(settings))
        if name.startswith(PREFIX) and name not in known
    ]


def check_setting_values(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Types, ranges, choices and dotted paths."""
    return [message for name in DEFAULTS for message in _value_messages(name)]


def _value_messages(name: str) -> Iterator[CheckMessage]:
    setting = PREFIX + name
    value = getattr(settings, setting, DEFAULTS[name])
    problems = list(VALUES[name](setting, value))
    yield from problems
    if problems:
        return
    if name == "ADAPTER" and not _can_be_imported(value):
        yield Error(
            f"{setting} names {value!r}, which cannot be imported.",
            hint=f"The default is {DEFAULTS[name]!r}; subclass it.",
            id="django_chatkit.E005",
        )
    if name == "AUTHENTICATION_CLASSES":
        # Importing Django REST framework takes a tenth of a second: these are only looked for.
        for path in value:
            if not leads_somewhere(path):
                yield Error(
                    f"{setting} names {path!r}, which does not exist.",
                    hint=f"The default is {DEFAULTS[name]!r}.",
                    id="django_chatkit.E005",
                )


def _can_be_imported(path: str) -> bool:
    try:
        import_string(path)
    except ImportError:
        return False
    return True


def check_server_keys(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """A server key acts for everybody. None is shown in a message."""
    keys = getattr(settings, "CHATKIT_SERVER_KEYS", DEFAULTS["SERVER_KEYS"])
    if not isinstance(keys, list | tuple | set | frozenset):
        return []  # E002 says so
    messages: list[CheckMessage] = []
    for position, key in enumerate(keys):
        if not isinstance(key, str):
            continue
        if not key.strip():
            messages.append(
                Error(
                    f"CHATKIT_SERVER_KEYS[{position}] is empty.",
                    hint="Remove it, or set the environment variable that it comes from.",
                    id="django_chatkit.E006",
                )
            )
        elif len(key) < SHORT_KEY:
            messages.append(
                CheckWarning(
                    f"CHATKIT_SERVER_KEYS[{position}] is shorter than {SHORT_KEY} characters.",
                    hint='Make one with: python -c "import secrets; print(secrets.token_urlsafe(32))"',
                    id="django_chatkit.W007",
                )
            )
    return messages
