"""The self-hosted backend: the site is the ChatKit server."""

import importlib.util
import threading
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.module_loading import import_string

from ..conf import app_settings
from ..enums import SessionStatus
from ..exceptions import InvalidRequest, NotFound, ThreadLocked
from ..ids import hash_secret, new_client_secret, new_id
from ..limits import read_limits, read_prices
from ..models import ChatSession, ChatThread, delete_threads
from ..spelling import did_you_mean
from ..types import JSONObject
from .base import Answer, BaseBackend, Listing, ListQuery, Owner, SessionRequest
from .keyset import keyset_page
from .shapes import OMITTED_TYPES, item_shape, thread_shape

if TYPE_CHECKING:
    from chatkit.server import ChatKitServer

DEMO_SERVER = "django_chatkit.server.demo.DemoServer"

SESSION_SECONDS = 600
REQUESTS_PER_MINUTE = 10
MEGABYTE = 1024 * 1024

TRANSCRIPTION_KEYS = frozenset({"API_KEY", "BASE_URL", "NAME", "TIMEOUT"})
"""What ``OPTIONS["TRANSCRIPTION"]`` may hold."""


def _imported(source: Any) -> Any:
    return import_string(source) if isinstance(source, str) and source else source or None


def _check_transcription(options: Any) -> None:
    if options is None:
        return
    if not isinstance(options, Mapping):
        raise ImproperlyConfigured("TRANSCRIPTION must be a dictionary")
    for key in options:
        if key not in TRANSCRIPTION_KEYS:
            hint = did_you_mean(key, TRANSCRIPTION_KEYS)
            raise ImproperlyConfigured(f"TRANSCRIPTION has an unknown key: {key!r}. {hint}")
    if not options.get("NAME"):
        raise ImproperlyConfigured("TRANSCRIPTION has no NAME: the model that transcribes")
    timeout = options.get("TIMEOUT", 1)
    if isinstance(timeout, bool) or not isinstance(timeout, int | float) or timeout <= 0:
        raise ImproperlyConfigured(f"TRANSCRIPTION['TIMEOUT'] is {timeout!r}, not seconds")


class SelfHostedBackend(BaseBackend):
    """Answers the ChatKit protocol with a ``ChatKitServer`` on the site's database.

    ``OPTIONS["SERVER"]`` is the dotted path of (or itself) a ``ChatKitServer``
    subclass whose constructor takes a store and an attachment store, or a factory
    that takes nothing and returns a server. ``OPTIONS["AGENT"]`` is an Agents SDK
    ``Agent``, or a function that makes one for a request, which an ``AgentServer``
    runs on the models of ``OPTIONS["MODEL"]``. Without either, the demo agent answers.
    ``OPTIONS["TRANSCRIPTION"]`` names the service that writes dictation down.
    """

    supports_conversation = True
    option_names: ClassVar[frozenset[str]] = frozenset(
        {
            "AGENT",
            "LIMITS",
            "MODEL",
            "PRICES",
            "SERVER",
            "SESSION",
            "TRANSCRIPTION",
            "VERIFY_ACTIONS",
        }
    )

    def __init__(self, alias: str, options: dict[str, Any]) -> None:
        super().__init__(alias, options)
        read_limits(options)
        read_prices(options)
        if not isinstance(options.get("VERIFY_ACTIONS", False), bool):
            raise ImproperlyConfigured("VERIFY_ACTIONS is neither True nor False")
        _check_transcription(options.get("TRANSCRIPTION"))
        self._lock = threading.Lock()

    @cached_property
    def _built(self) -> "ChatKitServer[Any]":
        # Imported on the first conversation: the SDK takes over a second.
        from ..server.factory import build_agent_server, build_server  # noqa: PLC0415
        from ..server.transcription import Transcriber, has_transcription  # noqa: PLC0415

        server = _imported(self.options.get("SERVER"))
        agent = _imported(self.options.get("AGENT"))
        if agent is None:
            built = build_server(server or import_string(DEMO_SERVER))
        else:
            built = build_agent_server(agent, self.options.get("MODEL") or {}, server)
        if self.options.get("TRANSCRIPTION") and not has_transcription(built):
            built.transcribe = Transcriber(self.options["TRANSCRIPTION"]).transcribe  # type: ignore[method-assign]
        if "VERIFY_ACTIONS" in self.options:
            # An existing server of the SDK's has no such attribute, and is given one.
            built.verify_actions = bool(self.options["VERIFY_ACTIONS"])  # type: ignore[attr-defined]
        return built

    @property
    def server(self) -> "ChatKitServer[Any]":
        """The ChatKit server that answers; built once, on first use."""
        with self._lock:
            return self._built

    # Sessions

    def create_session(self, owner: Owner, request: SessionRequest) -> tuple[ChatSession, str]:
        secret = new_client_secret()
        defaults = self.options.get("SESSION") or {}
        seconds = request.expires_after
        if seconds is None:
            seconds = (defaults.get("expires_after") or {}).get("seconds", SESSION_SECONDS)
        per_minute = request.max_requests_per_minute
        if per_minute is None:
            per_minute = (defaults.get("rate_limits") or {}).get(
                "max_requests_per_1_minute", REQUESTS_PER_MINUTE
            )
        session = ChatSession.objects.create(
            id=new_id("session"),
            scope=owner.scope or "",
            user_id=owner.user_id,
            assistant=self.alias,
            secret_hash=hash_secret(secret),
            auth_hash=request.auth_hash,
            browser_session_hash=request.browser_session_hash,
            expires_at=timezone.now() + timedelta(seconds=seconds),
            max_requests_per_minute=per_minute,
            metadata=dict(request.metadata),
            payload={
                "workflow": {
                    "id": self.alias,
                    "version": request.workflow_version,
                    "state_variables": dict(request.state_variables) or None,
                    "tracing": dict(request.tracing or {"enabled": False}),
                },
                "chatkit_configuration": self._configuration(
                    {**(defaults.get("chatkit_configuration") or {})},
                    {**(request.chatkit_configuration or {})},
                ),
            },
        )
        return session, secret

    def _configuration(self, configured: JSONObject, requested: JSONObject) -> JSONObject:
        """The whole ``chatkit_configuration``: defaults, settings, the request."""
        size = app_settings.assistant_option(self.alias, "MAX_UPLOAD_SIZE")
        whole: JSONObject = {
            "automatic_thread_titling": {"enabled": True},
            "file_upload": {
                "enabled": False,
                "max_file_size": max(size // MEGABYTE, 1),
                "max_files": 10,
            },
            "history": {"enabled": True, "recent_threads": None},
        }
        for given in (configured, requested):
            for part, values in given.items():
                whole[part] = {**whole.get(part, {}), **(values or {})}
        return whole

    def cancel_session(self, session: ChatSession) -> None:
        ChatSession.objects.filter(sequence=session.sequence, status=SessionStatus.ACTIVE).update(
            status=SessionStatus.CANCELLED, cancelled_at=timezone.now()
        )
        session.status = SessionStatus.CANCELLED

    # Threads

    def _threads(self, owner: Owner) -> QuerySet[ChatThread]:
        threads = ChatThread.objects.filter(assistant=self.alias, is_mirror=False)
        return threads if owner.scope is None else threads.filter(scope=owner.scope)

    def _find(self, owner: Owner, thread_id: str) -> ChatThread:
        row = self._threads(owner).select_related("session").filter(id=thread_id).first()
        if row is None:
            raise NotFound
        return row

    def list_threads(self, owner: Owner, query: ListQuery) -> Listing:
        threads = self._threads(owner).select_related("session")
        if query.session_id is not None:
            threads = threads.filter(session__id=query.session_id)
        rows, has_more = keyset_page(threads, query)
        return Listing([_shape(row) for row in rows], has_more)

    def get_thread(self, owner: Owner, thread_id: str) -> Answer:
        return Answer(_shape(self._find(owner, thread_id)))

    def create_thread(
        self, owner: Owner, *, title: str | None, metadata: JSONObject, session_id: str | None
    ) -> Answer:
        if owner.scope is None:
            raise InvalidRequest(param="user")
        session: ChatSession | None = None
        if session_id is not None:
            session = ChatSession.objects.filter(
                id=session_id, scope=owner.scope, assistant=self.alias
            ).first()
            if session is None:
                raise NotFound
        row = ChatThread.objects.create(
            id=new_id("thread"),
            scope=owner.scope,
            user_id=owner.user_id if session is None else session.user_id,
            assistant=self.alias,
            session=session,
            title=title,
            metadata=metadata,
        )
        return Answer(_shape(row))

    def update_thread(self, owner: Owner, thread_id: str, changes: JSONObject) -> Answer:
        row = self._find(owner, thread_id)
        if owner.scope is not None and not row.is_writable:
            raise ThreadLocked
        if changes:
            ChatThread.objects.filter(sequence=row.sequence).update(**changes)
            for name, value in changes.items():
                setattr(row, name, value)
        return Answer(_shape(row))

    def delete_thread(self, owner: Owner, thread_id: str) -> JSONObject:
        row = self._find(owner, thread_id)
        if owner.scope is not None and not row.is_writable:
            raise ThreadLocked
        if not delete_threads(ChatThread.objects.filter(sequence=row.sequence)):
            raise NotFound
        return {"id": thread_id, "object": "chatkit.thread.deleted", "deleted": True}

    def list_items(
        self, owner: Owner, thread_id: str, query: ListQuery, *, files_url: str
    ) -> Listing:
        row = self._find(owner, thread_id)
        items = row.items.exclude(type__in=OMITTED_TYPES)
        page, has_more = keyset_page(items, query, key="position", tie="position")
        return Listing([item_shape(item, row.id, files_url) for item in page], has_more)

    def check(self) -> Iterable[CheckMessage]:
        if importlib.util.find_spec("chatkit") is None:
            yield Error(
                f"The assistant {self.alias!r} is self-hosted, and openai-chatkit is not installed.",
                hint='Run: pip install "django-openai-chatkit[server]"',
                id="django_chatkit.E010",
            )


def _shape(row: ChatThread) -> JSONObject:
    return thread_shape(row, None if row.session is None else row.session.id)
