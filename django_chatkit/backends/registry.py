"""The assistants by alias, built once per process and dropped when settings change."""

import threading
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from django.core.signals import setting_changed
from django.utils.connection import BaseConnectionHandler, ConnectionDoesNotExist
from django.utils.module_loading import import_string

from ..conf import DEFAULT_ALIAS, app_settings
from .base import BaseBackend

if TYPE_CHECKING:
    _Handler = BaseConnectionHandler[BaseBackend]
else:
    _Handler = BaseConnectionHandler


class UnknownAssistant(ConnectionDoesNotExist):
    """No assistant of that alias is configured."""


class AssistantHandler(_Handler):
    """``assistants["default"]`` is the backend of that alias.

    Raises:
        UnknownAssistant: the alias is not in ``CHATKIT_ASSISTANTS``.
    """

    settings_name = "CHATKIT_ASSISTANTS"
    exception_class = UnknownAssistant

    def __init__(self) -> None:
        super().__init__()
        # Django keeps one connection per thread; a backend serves them all.
        self._connections: Any = SimpleNamespace()
        self._lock = threading.Lock()

    def configure_settings(self, settings: Any) -> Any:
        return app_settings.ASSISTANTS if settings is None else settings

    def create_connection(self, alias: str) -> BaseBackend:
        backend_class = import_string(self.settings[alias]["BACKEND"])
        backend: BaseBackend = backend_class(alias, app_settings.assistant_options(alias))
        return backend

    def __getitem__(self, alias: str) -> BaseBackend:
        with self._lock:
            backend: BaseBackend = super().__getitem__(alias)
            return backend

    def reset(self) -> None:
        """Forget every backend; the next use builds it from the settings of then."""
        with self._lock:
            self._connections = SimpleNamespace()
            self.__dict__.pop("settings", None)
            self._settings = None


assistants = AssistantHandler()


def reset_assistants(*, setting: str, **_: Any) -> None:
    """Drop built backends when a setting they may be built from changes."""
    if setting.startswith("CHATKIT_"):
        assistants.reset()


setting_changed.connect(reset_assistants, dispatch_uid="django_chatkit.backends")

__all__ = ["DEFAULT_ALIAS", "AssistantHandler", "UnknownAssistant", "assistants"]
