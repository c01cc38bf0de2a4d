"""Checks of ``CHATKIT_ASSISTANTS``."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as CheckWarning
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from ..backends import BaseBackend, SelfHostedBackend
from ..conf import ASSISTANT_KEYS, DEFAULT_ALIAS, DEFAULTS, PER_ASSISTANT, app_settings
from ..models import ChatThread
from ..spelling import did_you_mean
from .dotted_paths import leads_somewhere
from .values import VALUES, wrong_type

DEFAULT_BACKEND: str = DEFAULTS["ASSISTANTS"][DEFAULT_ALIAS]["BACKEND"]


def _configured() -> object:
    """The setting as it is, which may be anything."""
    return app_settings.ASSISTANTS


def entries() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The entries that are dictionaries, by alias; what is not has a message of its own."""
    configured = _configured()
    if isinstance(configured, Mapping):
        for alias, entry in configured.items():
            if isinstance(entry, Mapping):
                yield str(alias), entry


def is_hosted(entry: Mapping[str, Any]) -> bool:
    """Whether OpenAI answers for an assistant, told by its backend's name alone."""
    name = str(entry.get("BACKEND", "")).rpartition(".")[2]
    return name.endswith("HostedBackend") and not name.endswith("SelfHostedBackend")


def check_assistants(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Each entry: its alias, its keys, its backend and what the backend takes."""
    configured = _configured()
    if not isinstance(configured, Mapping):
        return []  # E002 says so
    return [
        message for alias, entry in configured.items() for message in _entry_messages(alias, entry)
    ]


def check_default_assistant(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """``{% chatkit %}`` without an alias means ``default``."""
    configured = _configured()
    if not isinstance(configured, Mapping) or DEFAULT_ALIAS in configured:
        return []
    return [
        CheckWarning(
            f"CHATKIT_ASSISTANTS has no {DEFAULT_ALIAS!r} assistant, which is meant wherever none "
            "is named.",
            hint=f"Rename one to {DEFAULT_ALIAS!r}, or name one everywhere.",
            id="django_chatkit.W017",
        )
    ]


def check_scope_prefix(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """At OpenAI, the users of every site that shares the project are in one list."""
    hosted = [alias for alias, entry in entries() if is_hosted(entry)]
    if not hosted or app_settings.SCOPE_PREFIX:
        return []
    return [
        CheckWarning(
            f"OpenAI hosts {', '.join(map(repr, hosted))}, and CHATKIT_SCOPE_PREFIX is empty: "
            "another site in the same OpenAI project would share this site's users.",
            hint="Set CHATKIT_SCOPE_PREFIX to a name of this site's own before people chat.",
            id="django_chatkit.W025",
        )
    ]


def _entry_messages(alias: object, entry: object) -> Iterator[CheckMessage]:
    where = f"CHATKIT_ASSISTANTS[{alias!r}]"
    longest = ChatThread._meta.get_field("assistant").max_length or 0
    if not isinstance(alias, str) or not 0 < len(alias) <= longest:
        yield Error(
            f"{where}: an alias is a string of 1 to {longest} characters.",
            id="django_chatkit.E011",
        )
    if not isinstance(entry, Mapping):
        yield wrong_type(where, entry, "a dictionary")
        return
    for key in entry:
        if key not in ASSISTANT_KEYS:
            yield Error(
                f"{where} has an unknown key: {key!r}.",
                hint=did_you_mean(key, ASSISTANT_KEYS),
                id="django_chatkit.E012",
            )
    options = entry.get("OPTIONS") or {}
    if not isinstance(options, Mapping):
        yield wrong_type(f"{where}['OPTIONS']", options, "a dictionary")
        return
    backend_class, problem = _backend_class(where, entry)
    if problem is not None:
        yield problem
    if backend_class is not None:
        yield from _backend_messages(where, str(alias), backend_class, options)


def _backend_class(
    where: str, entry: Mapping[str, Any]
) -> tuple[type[BaseBackend] | None, CheckMessage | None]:
    path = entry.get("BACKEND")
    if path is None:
        text, hint = f"{where} has no BACKEND.", f'Add "BACKEND": "{DEFAULT_BACKEND}".'
        return None, Error(text, hint=hint, id="django_chatkit.E013")
    try:
        found = import_string(path)
    except (ImportError, AttributeError, TypeError):
        return None, Error(
            f"{where}['BACKEND'] is {path!r}, which cannot be imported.",
            hint=did_you_mean(path, {DEFAULT_BACKEND}),
            id="django_chatkit.E013",
        )
    if not (isinstance(found, type) and issubclass(found, BaseBackend)):
        return None, Error(
            f"{where}['BACKEND'] is {path!r}, which is no backend.",
            hint="A backend is a subclass of django_chatkit.backends.BaseBackend.",
            id="django_chatkit.E013",
        )
    return found, None


def _backend_messages(
    where: str, alias: str, backend_class: type[BaseBackend], options: Mapping[str, Any]
) -> Iterator[CheckMessage]:
    known = backend_class.option_names | PER_ASSISTANT
    for name, value in options.items():
        option = f"{where}['OPTIONS'][{name!r}]"
        if name not in known:
            yield Error(
                f"{where}['OPTIONS'] has an unknown key: {name!r}.",
                hint=did_you_mean(name, known),
                id="django_chatkit.E014",
            )
        elif name in PER_ASSISTANT:
            yield from VALUES[name](option, value)
    if issubclass(backend_class, SelfHostedBackend):
        yield from _server_messages(f"{where}['OPTIONS']['SERVER']", options.get("SERVER"))
        yield from _agent_messages(f"{where}['OPTIONS']['AGENT']", options.get("AGENT"))
    try:
        backend = backend_class(alias, dict(options))
    except (ImproperlyConfigured, KeyError, TypeError, ValueError) as error:
        yield Error(
            f"{where}: {backend_class.__name__} refuses its OPTIONS: {error}.",
            id="django_chatkit.E013",
        )
        return
    yield from backend.check()


def _server_messages(name: str, server: object) -> Iterator[CheckMessage]:
    if server is None or callable(server):
        return
    if not isinstance(server, str):
        yield wrong_type(name, server, "a class, a factory or a dotted path")
    elif server and not leads_somewhere(server):
        yield Error(
            f"{name} is {server!r}, which does not exist.",
            hint="Name the module and the class or factory in it: 'assistant.servers.MyServer'.",
            id="django_chatkit.E015",
        )


def _agent_messages(name: str, agent: object) -> Iterator[CheckMessage]:
    """An agent given as itself is not looked at: that would import the Agents SDK."""
    if isinstance(agent, str) and agent and not leads_somewhere(agent):
        yield Error(
            f"{name} is {agent!r}, which does not exist.",
            hint="Name the module and the agent or function in it: 'assistant.agents.support'.",
            id="django_chatkit.E015",
        )
