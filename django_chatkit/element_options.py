"""ChatKit.js options as settings and the template tag give them: names, and merging.

What each option means: https://openai.github.io/chatkit-js/api/openai/chatkit/type-aliases/chatkitoptions/
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.utils.functional import Promise

from .spelling import did_you_mean
from .types import JSONObject

ELEMENT_OPTIONS: dict[str, frozenset[str]] = {
    "locale": frozenset(),
    "frameTitle": frozenset(),
    "theme": frozenset({"colorScheme", "radius", "density", "typography", "color"}),
    "header": frozenset({"enabled", "title", "leftAction", "rightAction"}),
    "history": frozenset({"enabled", "showDelete", "showRename"}),
    "startScreen": frozenset({"greeting", "prompts"}),
    "composer": frozenset({"placeholder", "attachments", "tools", "models", "dictation"}),
    "disclaimer": frozenset({"text", "highContrast"}),
    "threadItemActions": frozenset({"feedback", "retry"}),
    "thread": frozenset({"autoScroll"}),
    "entities": frozenset({"showComposerMenu"}),
    "commands": frozenset({"enabled"}),
}
"""The options of ChatKit.js 1.9 that JSON can say, each with its own keys."""

ELSEWHERE: dict[str, str] = {
    "api": "The template tag fills it in.",
    "initialThread": "Give the template tag a thread: {% chatkit thread=thread_id %}.",
    "onClientTool": "Functions are added on the page, through window.djangoChatKit.",
    "widgets": "Functions are added on the page, through window.djangoChatKit.",
}
"""Options of ChatKit.js that settings cannot give, and where they come from instead."""


FILE_EXTENSIONS: dict[str, tuple[str, ...]] = {
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/gif": (".gif",),
    "image/webp": (".webp",),
    "text/plain": (".txt",),
    "text/csv": (".csv",),
    "text/markdown": (".md", ".markdown"),
    "application/pdf": (".pdf",),
}
"""What the file chooser shows for a type; ``mimetypes`` would offer ``.bat`` as text."""


def _text(path: str) -> Callable[[Any], JSONObject]:
    return lambda value: _nested(path, str(value))


def _flag(path: str) -> Callable[[Any], JSONObject]:
    return lambda value: _nested(path, bool(value))


def _nested(path: str, value: Any) -> JSONObject:
    for key in reversed(path.split(".")):
        value = {key: value}
    options: JSONObject = value
    return options


def _theme(value: Any) -> JSONObject:
    if isinstance(value, Mapping):
        return {"theme": plain(value)}
    scheme = str(value)
    if scheme not in {"light", "dark"}:
        raise ImproperlyConfigured(
            f"theme={scheme!r}: it is 'light', 'dark' or a dictionary of ChatKit.js's theme options."
        )
    return {"theme": {"colorScheme": scheme}}


def _prompts(value: Any) -> JSONObject:
    return {"startScreen": {"prompts": plain(list(value))}}


TAG_OPTIONS: dict[str, Callable[[Any], JSONObject]] = {
    "theme": _theme,
    "locale": _text("locale"),
    "frame_title": _text("frameTitle"),
    "title": _text("header.title.text"),
    "header": _flag("header.enabled"),
    "history": _flag("history.enabled"),
    "greeting": _text("startScreen.greeting"),
    "prompts": _prompts,
    "placeholder": _text("composer.placeholder"),
    "attachments": _flag("composer.attachments.enabled"),
    "disclaimer": _text("disclaimer.text"),
    "feedback": _flag("threadItemActions.feedback"),
    "retry": _flag("threadItemActions.retry"),
}
"""The template tag's keywords for ChatKit.js options, and the option each stands for."""


def options_from_tag(keywords: Mapping[str, Any]) -> JSONObject:
    """ChatKit.js options from the template tag's keywords.

    Parameters:
        keywords: Names of :data:`TAG_OPTIONS` and their values. ``None`` and ``""``,
            which is what a template makes of an undefined variable, say nothing.

    Raises:
        ImproperlyConfigured: an unknown keyword, or a value that the option cannot have.
    """
    options: JSONObject = {}
    for name, value in keywords.items():
        if name not in TAG_OPTIONS:
            raise ImproperlyConfigured(
                f"{{% chatkit %}} has no option {name!r}. {did_you_mean(name, TAG_KEYWORDS)}"
            )
        if value is None or value == "":
            continue
        options = merged(options, TAG_OPTIONS[name](value))
    return options


TAG_KEYWORDS = frozenset({"id", "layout", "height", "thread", "context", "nonce", *TAG_OPTIONS})
"""Every keyword of ``{% chatkit %}``."""


def merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> JSONObject:
    """Both dictionaries in one, the second's values first, dictionaries within merged too.

    ``theme`` may be a colour scheme's name as well as a dictionary of theme options.
    """
    result = dict(base)
    for key, value in over.items():
        below = result.get(key)
        if key == "theme" and isinstance(below, str) and isinstance(value, Mapping):
            below = {"colorScheme": below}
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            result[key] = merged(below, value)
        else:
            result[key] = value
    return result


def plain(value: Any) -> Any:
    """The value as JSON has it: lazy translations in the active language, tuples as lists."""
    if isinstance(value, Promise):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value
