"""Checks that nothing of the site takes a name that others own."""

import importlib.util
from collections.abc import Sequence
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as CheckWarning

TAG_LIBRARY = "chatkit"


def check_name_chatkit(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """``chatkit`` is the import name of OpenAI's SDK and the name of our tag library."""
    return [*_shadowed_sdk(), *_shadowed_tag_library()]


def _shadowed_sdk() -> list[CheckMessage]:
    try:
        spec = importlib.util.find_spec("chatkit")
    except (ImportError, ValueError):
        return []
    if spec is None:
        return []  # the backend says that the SDK is missing, where one needs it
    folders = list(spec.submodule_search_locations or ())
    if folders and PathFinder.find_spec("chatkit.server", folders) is not None:
        return []
    where = spec.origin or (folders[0] if folders else "chatkit")
    return [
        Error(
            f"{where} takes the import name of OpenAI's SDK, 'chatkit'.",
            hint="Rename it (and the app, if it is one): 'assistant', for example.",
            id="django_chatkit.E016",
        )
    ]


def _shadowed_tag_library() -> list[CheckMessage]:
    """Django takes the last installed app's library of a name."""
    messages: list[CheckMessage] = []
    for config in apps.get_app_configs():
        if config.name == "django_chatkit":
            continue
        if (Path(config.path) / "templatetags" / f"{TAG_LIBRARY}.py").exists():
            messages.append(
                CheckWarning(
                    f"The app {config.name!r} has a template tag library named 'chatkit' too; "
                    "templates get the one of the app that stands last in INSTALLED_APPS.",
                    hint="Rename its templatetags/chatkit.py.",
                    id="django_chatkit.W018",
                )
            )
        elif config.label == TAG_LIBRARY:
            messages.append(
                CheckWarning(
                    f"The app {config.name!r} has the label 'chatkit', the import name of OpenAI's "
                    "SDK.",
                    hint="Rename it before something imports it by that name: 'assistant', for "
                    "example.",
                    id="django_chatkit.W019",
                )
            )
    return messages
