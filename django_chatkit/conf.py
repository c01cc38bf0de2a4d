"""The package's settings, read from Django's on every access.

``from django_chatkit.conf import app_settings`` and then, for example,
``app_settings.ALLOW_ANONYMOUS``. Nothing is cached here, so ``override_settings``
works. What each setting means is in ``docs/reference/settings.md``.
"""

from typing import Any, Literal

from django.conf import settings

from .types import JSONObject

PREFIX = "CHATKIT_"
DEFAULT_ALIAS = "default"

ElementSource = Literal["auto", "cdn", "bundled"]

DEFAULTS: dict[str, Any] = {
    "ASSISTANTS": {
        DEFAULT_ALIAS: {"BACKEND": "django_chatkit.backends.SelfHostedBackend"},
    },
    "ADAPTER": "django_chatkit.adapter.ChatKitAdapter",
    "ALLOW_ANONYMOUS": False,
    "ELEMENT_SOURCE": "auto",
    "DOMAIN_KEY": None,
    "SCRIPT_URL": "https://cdn.platform.openai.com/deployments/chatkit/chatkit.js",
    "SERVER_KEYS": [],
    "AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "CORS_ORIGINS": [],
    "THROTTLE_RATES": {
        "turn": "120/min",
        "mint": "60/min",
        "upload": "60/min",
        "read": "1200/min",
    },
    "SCOPE_PREFIX": "",
    "IMAGE_DOMAINS": [],
    "RETENTION_DAYS": None,
    "MAX_UPLOAD_SIZE": 20 * 1024 * 1024,
    "ALLOWED_UPLOAD_TYPES": [
        "image/png",
        "image/jpeg",
        "image/gif",
        "image/webp",
        "text/plain",
        "text/csv",
        "text/markdown",
        "application/pdf",
    ],
    "UPLOAD_QUOTA": 500 * 1024 * 1024,
    "MAX_BODY_SIZE": 10 * 1024 * 1024,
    "ON_DISCONNECT": "cancel",
}
"""Every flat setting and its default, named without the ``CHATKIT_`` prefix."""

PER_ASSISTANT = frozenset(
    {
        "RETENTION_DAYS",
        "MAX_UPLOAD_SIZE",
        "UPLOAD_QUOTA",
        "ALLOWED_UPLOAD_TYPES",
        "MAX_BODY_SIZE",
        "ON_DISCONNECT",
    }
)
"""Flat settings that an assistant's ``OPTIONS`` may override."""

ASSISTANT_KEYS = frozenset({"BACKEND", "OPTIONS", "ELEMENT"})
"""What one entry of ``CHATKIT_ASSISTANTS`` may hold."""


class AppSettings:
    """Typed access to the settings of ``DEFAULTS``."""

    def _get(self, name: str) -> Any:
        return getattr(settings, PREFIX + name, DEFAULTS[name])

    @property
    def ASSISTANTS(self) -> dict[str, JSONObject]:  # noqa: N802 - spelled as the setting
        """Alias to ``{"BACKEND", "OPTIONS", "ELEMENT"}``; there is always a ``default``."""
        configured: dict[str, JSONObject] = self._get("ASSISTANTS")
        return configured or DEFAULTS["ASSISTANTS"]

    @property
    def ADAPTER(self) -> str:  # noqa: N802
        """Dotted path of the :class:`~django_chatkit.adapter.ChatKitAdapter` in use."""
        return str(self._get("ADAPTER"))

    @property
    def ALLOW_ANONYMOUS(self) -> bool:  # noqa: N802
        """Whether visitors who are not logged in may chat."""
        return bool(self._get("ALLOW_ANONYMOUS"))

    @property
    def ELEMENT_SOURCE(self) -> ElementSource:  # noqa: N802
        """Where the page's element comes from."""
        source: ElementSource = self._get("ELEMENT_SOURCE")
        return source

    @property
    def DOMAIN_KEY(self) -> str | None:  # noqa: N802
        """OpenAI's domain key, for OpenAI's script."""
        key: str | None = self._get("DOMAIN_KEY")
        return key

    @property
    def SCRIPT_URL(self) -> str:  # noqa: N802
        """The URL of OpenAI's script."""
        return str(self._get("SCRIPT_URL"))

    @property
    def SERVER_KEYS(self) -> list[str]:  # noqa: N802
        """Keys that act for the whole site."""
        return list(self._get("SERVER_KEYS"))

    @property
    def AUTHENTICATION_CLASSES(self) -> list[str]:  # noqa: N802
        """Dotted paths of the DRF classes that recognise people."""
        return list(self._get("AUTHENTICATION_CLASSES"))

    @property
    def CORS_ORIGINS(self) -> list[str]:  # noqa: N802
        """Origins whose pages may chat with a client secret."""
        return list(self._get("CORS_ORIGINS"))

    @property
    def THROTTLE_RATES(self) -> dict[str, str]:  # noqa: N802
        """Requests per period, by kind of request."""
        return dict(self._get("THROTTLE_RATES"))

    @property
    def SCOPE_PREFIX(self) -> str:  # noqa: N802
        """What every scope begins with."""
        return str(self._get("SCOPE_PREFIX"))

    @property
    def IMAGE_DOMAINS(self) -> list[str]:  # noqa: N802
        """Hosts that images in answers may load from."""
        return list(self._get("IMAGE_DOMAINS"))

    def assistant_options(self, alias: str) -> JSONObject:
        """An assistant's ``OPTIONS``; empty where it has none, or where there is no assistant."""
        options: JSONObject | None = self.ASSISTANTS.get(alias, {}).get("OPTIONS")
        return options or {}

    def assistant_option(self, alias: str, name: str) -> Any:
        """A setting of :data:`PER_ASSISTANT`, the assistant's own value first.

        Raises:
            KeyError: ``name`` is not a setting that assistants may override.
        """
        if name not in PER_ASSISTANT:
            raise KeyError(name)
        options = self.assistant_options(alias)
        return options[name] if name in options else self._get(name)

    def element_options(self, alias: str) -> JSONObject:
        """The ChatKit.js options that the settings give for an assistant's element."""
        return dict(self.ASSISTANTS[alias].get("ELEMENT") or {})


app_settings = AppSettings()
