"""Checks of what the element is told, and where it comes from."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as CheckWarning
from django.core.serializers.json import DjangoJSONEncoder

from ..conf import app_settings
from ..element_options import ELEMENT_OPTIONS, ELSEWHERE
from ..spelling import did_you_mean
from .assistants import entries, is_hosted
from .values import wrong_type


def check_element_options(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """OpenAI's element refuses to start with an option that it does not know."""
    return [
        message
        for alias, entry in entries()
        for message in _option_messages(
            f"CHATKIT_ASSISTANTS[{alias!r}]['ELEMENT']", entry.get("ELEMENT")
        )
    ]


def check_dictation(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Dictation needs somebody who writes it down."""
    return [
        CheckWarning(
            f"CHATKIT_ASSISTANTS[{alias!r}]['ELEMENT'] enables dictation, which is not offered: "
            "nothing transcribes.",
            hint="Name a model in OPTIONS['TRANSCRIPTION'], or a SERVER that has a transcribe method.",
            id="django_chatkit.W026",
        )
        for alias, entry in entries()
        if not is_hosted(entry) and _dictates(entry.get("ELEMENT")) and not _transcribes(entry)
    ]


def _dictates(options: object) -> bool:
    for name in ("composer", "dictation", "enabled"):
        options = options.get(name) if isinstance(options, Mapping) else None
    return options is True


def _transcribes(entry: Mapping[str, Any]) -> bool:
    options = entry.get("OPTIONS")
    return isinstance(options, Mapping) and bool(
        options.get("TRANSCRIPTION") or options.get("SERVER")
    )


def _option_messages(where: str, options: object) -> Iterator[CheckMessage]:
    if options is None:
        return
    if not isinstance(options, Mapping):
        yield wrong_type(where, options, "a dictionary")
        return
    for name, value in options.items():
        if name not in ELEMENT_OPTIONS:
            yield Error(
                f"{where} has an option that settings cannot give: {name!r}."
                if name in ELSEWHERE
                else f"{where} has an unknown option: {name!r}.",
                hint=ELSEWHERE.get(name) or did_you_mean(name, ELEMENT_OPTIONS),
                id="django_chatkit.E020",
            )
            continue
        known = ELEMENT_OPTIONS[name]
        for key in value if known and isinstance(value, Mapping) else ():
            if key not in known:
                yield Error(
                    f"{where}[{name!r}] has an unknown key: {key!r}.",
                    hint=did_you_mean(key, known),
                    id="django_chatkit.E020",
                )
    try:
        json.dumps(options, cls=DjangoJSONEncoder)
    except (TypeError, ValueError) as error:
        yield Error(
            f"{where} cannot be written as JSON: {error}.",
            hint="Functions are added on the page, through window.djangoChatKit.",
            id="django_chatkit.E021",
        )


def check_element_source(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """``CHATKIT_ELEMENT_SOURCE`` against the assistants and the domain key."""
    hosted = [alias for alias, entry in entries() if is_hosted(entry)]
    self_hosted = [alias for alias, entry in entries() if not is_hosted(entry)]
    source, key = app_settings.ELEMENT_SOURCE, app_settings.DOMAIN_KEY
    messages: list[CheckMessage] = []
    if source == "bundled" and hosted:
        messages.append(
            Error(
                "CHATKIT_ELEMENT_SOURCE is 'bundled', and OpenAI hosts "
                f"{', '.join(map(repr, hosted))}, which only OpenAI's element can talk to.",
                hint="Set CHATKIT_ELEMENT_SOURCE = 'auto'.",
                id="django_chatkit.E022",
            )
        )
    if source == "bundled" and key:
        messages.append(
            CheckWarning(
                "CHATKIT_DOMAIN_KEY has no effect: CHATKIT_ELEMENT_SOURCE is 'bundled'.",
                hint="Remove the key, or set CHATKIT_ELEMENT_SOURCE = 'auto'.",
                id="django_chatkit.W023",
            )
        )
    if source == "cdn" and self_hosted and not key:
        messages.append(
            CheckWarning(
                "CHATKIT_ELEMENT_SOURCE is 'cdn' without a CHATKIT_DOMAIN_KEY: OpenAI's element "
                f"shows {', '.join(map(repr, self_hosted))} on localhost only.",
                hint="Register the domain with OpenAI and set CHATKIT_DOMAIN_KEY, or use 'auto'.",
                id="django_chatkit.W024",
            )
        )
    return messages
