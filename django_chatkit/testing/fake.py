"""A strict fake of OpenAI's ChatKit API, with a state of its own and no network.

It refuses what OpenAI refuses: unknown parameters, wrong types and anchors, a missing
beta header, a missing or wrong key, ids it does not know.

Source: https://platform.openai.com/docs/api-reference/chatkit
"""

import itertools
import json
import re
import secrets
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import unquote

from .faults import Faults
from .requests import RecordedRequest, Refusal, Reply, json_reply
from .schema import check_session

Document = dict[str, Any]

BETA = "chatkit_beta=v1"
DEFAULT_LIMIT = 20
MAX_LIMIT = 100
DEFAULT_SECONDS = 600
DEFAULT_RATE = 10


class FakeOpenAI(Faults):
    """OpenAI's ChatKit API in memory; thread-safe.

    Parameters:
        api_key: The one key it accepts.
        clock: The Unix time.
    """

    def __init__(
        self, api_key: str = "sk-test-key", *, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__()
        self.api_key = api_key
        self.clock = clock
        self.requests: list[RecordedRequest] = []
        self.sessions: dict[str, Document] = {}
        self.threads: dict[str, Document] = {}
        self.items: dict[str, list[Document]] = {}
        self._minted: dict[str, str] = {}
        self._numbers = itertools.count(1)
        self._state = threading.RLock()

    # Seeding

    def add_thread(
        self,
        user: str,
        *,
        id: str | None = None,  # noqa: A002 - the API's name
        title: str | None = None,
        created_at: int | None = None,
        status: Document | None = None,
        messages: Sequence[str] = (),
    ) -> Document:
        """Put a thread in as if it had been chatted; return OpenAI's JSON of it.

        Parameters:
            messages: Texts, alternately the user's and the assistant's.
        """
        with self._state:
            thread: Document = {
                "id": id or f"cthr_{secrets.token_hex(16)}",
                "object": "chatkit.thread",
                "created_at": self._now() if created_at is None else created_at,
                "title": title,
                "user": user,
                "status": status or {"type": "active"},
            }
            self.threads[thread["id"]] = thread
            self.items[thread["id"]] = []
        for text, is_answer in zip(messages, itertools.cycle((False, True)), strict=False):
            add = self.add_assistant_message if is_answer else self.add_user_message
            add(thread["id"], text)
        return thread

    def add_item(self, thread_id: str, type: str, **fields: Any) -> Document:  # noqa: A002
        """Put an item of any type at the end of a thread; return OpenAI's JSON of it."""
        with self._state:
            item = {
                "id": f"cthi_{next(self._numbers)}_{secrets.token_hex(8)}",
                "object": "chatkit.thread_item",
                "thread_id": thread_id,
                "created_at": self._now(),
                "type": type,
                **fields,
            }
            self.items[thread_id].append(item)
            return item

    def add_user_message(
        self,
        thread_id: str,
        text: str,
        *,
        quoted: str | None = None,
        attachments: Sequence[Document] = (),
    ) -> Document:
        """Say something as the user."""
        content = [{"type": "input_text", "text": text}]
        if quoted is not None:
            content.insert(0, {"type": "quoted_text", "text": quoted})
        return self.add_item(
            thread_id,
            "chatkit.user_message",
            content=content,
            attachments=list(attachments),
            inference_options=None,
        )

    def add_assistant_message(
        self, thread_id: str, text: str, *, annotations: Sequence[Document] = ()
    ) -> Document:
        """Answer as the assistant."""
        part = {"type": "output_text", "text": text, "annotations": list(annotations)}
        return self.add_item(thread_id, "chatkit.assistant_message", content=[part])

    # The API

    def handle(self, request: RecordedRequest) -> Reply:
        """Record a request and answer it."""
        with self._state:
            self.requests.append(request)
        reply = self.instead()
        if reply is not None:
            return self._signed(reply)
        try:
            with self._state:
                reply = json_reply(200, self._answer(request))
        except Refusal as refusal:
            reply = refusal.reply()
        return self._signed(self.spoil(reply))

    def _signed(self, reply: Reply) -> Reply:
        headers = {"x-request-id": f"req_{next(self._numbers)}", **reply.headers}
        return Reply(reply.status, reply.body, headers, reply.delay, reply.pause)

    def _answer(self, request: RecordedRequest) -> Document:
        self._check_key(request)
        if request.headers.get("openai-beta") != BETA:
            raise Refusal(
                400,
                "You must provide the 'OpenAI-Beta' header to access the ChatKit API. Please "
                f"try again by setting the header 'OpenAI-Beta: {BETA}'.",
                code="invalid_beta",
            )
        routes: list[tuple[str, str, Callable[..., Document]]] = [
            ("POST", r"/chatkit/sessions", self._create_session),
            ("POST", r"/chatkit/sessions/([^/]+)/cancel", self._cancel_session),
            ("GET", r"/chatkit/threads", self._list_threads),
            ("GET", r"/chatkit/threads/([^/]+)", self._retrieve_thread),
            ("DELETE", r"/chatkit/threads/([^/]+)", self._delete_thread),
            ("GET", r"/chatkit/threads/([^/]+)/items", self._list_items),
        ]
        for method, pattern, view in routes:
            found = re.fullmatch(pattern, request.path)
            if found is not None and method == request.method:
                return view(request, *map(unquote, found.groups()))
        raise Refusal(404, f"Invalid URL ({request.method} /v1{request.path})")

    def _check_key(self, request: RecordedRequest) -> None:
        scheme, _space, key = request.headers.get("authorization", "").partition(" ")
        if scheme != "Bearer" or not key:
            raise Refusal(401, "You didn't provide an API key.")
        if key != self.api_key:
            raise Refusal(401, "Incorrect API key provided.", code="invalid_api_key")

    def _create_session(self, request: RecordedRequest) -> Document:
        _query(request, ())
        if request.headers.get("content-type") != "application/json":
            raise Refusal(400, "Unsupported content type. Send JSON.")
        try:
            body = json.loads(request.body)
        except ValueError:
            raise Refusal(400, "We could not parse the JSON body of your request.") from None
        check_session(body)
        key = request.idempotency_key
        if key is not None and key in self._minted:
            return self.sessions[self._minted[key]]
        session = self._new_session(body)
        self.sessions[session["id"]] = session
        if key is not None:
            self._minted[key] = session["id"]
        return session

    def _new_session(self, body: Document) -> Document:
        workflow = body["workflow"]
        configuration = body.get("chatkit_configuration") or {}
        rate = (body.get("rate_limits") or {}).get("max_requests_per_1_minute", DEFAULT_RATE)
        seconds = (body.get("expires_after") or {}).get("seconds", DEFAULT_SECONDS)
        upload = {"enabled": False, **configuration.get("file_upload", {})}
        return {
            "id": f"cksess_{secrets.token_hex(16)}",
            "object": "chatkit.session",
            "client_secret": f"ek_{secrets.token_hex(24)}",
            "expires_at": self._now() + seconds,
            "status": "active",
            "user": body["user"],
            "workflow": {
                "id": workflow["id"],
                "version": workflow.get("version"),
                "state_variables": workflow.get("state_variables"),
                "tracing": {"enabled": True, **workflow.get("tracing", {})},
            },
            "max_requests_per_1_minute": rate,
            "rate_limits": {"max_requests_per_1_minute": rate},
            "chatkit_configuration": {
                "automatic_thread_titling": {
                    "enabled": True,
                    **configuration.get("automatic_thread_titling", {}),
                },
                "file_upload": {
                    "enabled": upload["enabled"],
                    "max_file_size": upload.get("max_file_size", 512),
                    "max_files": upload.get("max_files", 10),
                },
                "history": {
                    "enabled": True,
                    "recent_threads": None,
                    **configuration.get("history", {}),
                },
            },
        }

    def _cancel_session(self, request: RecordedRequest, session_id: str) -> Document:
        _query(request, ())
        session = self.sessions.get(session_id)
        if session is None:
            raise Refusal(404, f"Chatkit Session with id '{session_id}' not found.")
        session["status"] = "cancelled"
        return session

    def _thread(self, thread_id: str) -> Document:
        thread = self.threads.get(thread_id)
        if thread is None:
            raise Refusal(404, f"Chatkit Thread with id '{thread_id}' not found.")
        return thread

    def _retrieve_thread(self, request: RecordedRequest, thread_id: str) -> Document:
        _query(request, ())
        return self._thread(thread_id)

    def _delete_thread(self, request: RecordedRequest, thread_id: str) -> Document:
        _query(request, ())
        self._thread(thread_id)
        del self.threads[thread_id], self.items[thread_id]
        return {"id": thread_id, "object": "chatkit.thread.deleted", "deleted": True}

    def _list_threads(self, request: RecordedRequest) -> Document:
        query = _query(request, ("after", "before", "limit", "order", "user"))
        threads = list(self.threads.values())
        if "user" in query:
            threads = [thread for thread in threads if thread["user"] == query["user"]]
        threads.sort(key=lambda thread: thread["created_at"])
        return _page(threads, query, "Thread")

    def _list_items(self, request: RecordedRequest, thread_id: str) -> Document:
        query = _query(request, ("after", "before", "limit", "order"))
        self._thread(thread_id)
        return _page(list(self.items[thread_id]), query, "Thread Item")

    def _now(self) -> int:
        return int(self.clock())


def _query(request: RecordedRequest, allowed: Sequence[str]) -> dict[str, str]:
    for name, _value in request.query:
        if name not in allowed:
            raise Refusal(
                400, f"Unknown parameter: '{name}'.", param=name, code="unknown_parameter"
            )
    return dict(request.query)


def _page(oldest_first: list[Document], query: dict[str, str], kind: str) -> Document:
    order = query.get("order", "desc")
    if order not in {"asc", "desc"}:
        raise Refusal(
            400,
            "Invalid value for 'order': supported values are: 'asc', 'desc'.",
            param="order",
            code="invalid_value",
        )
    limit = query.get("limit", str(DEFAULT_LIMIT))
    if not limit.isdecimal() or not 1 <= int(limit) <= MAX_LIMIT:
        raise Refusal(
            400,
            f"Invalid value for 'limit': expected an integer from 1 to {MAX_LIMIT}.",
            param="limit",
            code="invalid_value",
        )
    entries = oldest_first if order == "asc" else oldest_first[::-1]
    if "after" in query:
        entries = entries[_index(entries, query["after"], kind) + 1 :]
    if "before" in query:
        entries = entries[: _index(entries, query["before"], kind)]
        page, has_more = entries[-int(limit) :], len(entries) > int(limit)
    else:
        page, has_more = entries[: int(limit)], len(entries) > int(limit)
    return {
        "object": "list",
        "data": page,
        "first_id": page[0]["id"] if page else None,
        "last_id": page[-1]["id"] if page else None,
        "has_more": has_more,
    }


def _index(entries: list[Document], cursor: str, kind: str) -> int:
    for index, entry in enumerate(entries):
        if entry["id"] == cursor:
            return index
    raise Refusal(404, f"Chatkit {kind} with id '{cursor}' not found.")
