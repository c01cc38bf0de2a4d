"""One running site for the tests of the schema, and what somebody owns there."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from django.conf import settings

from tests.servers import Site, Visitor, live_site

KEY = "a server key that is long enough to be one"

ASSISTANTS = {
    "default": {
        "BACKEND": "django_chatkit.backends.SelfHostedBackend",
        "OPTIONS": {"SERVER": "tests.agents.ScriptedServer"},
    }
}


@pytest.fixture(scope="session")
def schema_site() -> Iterator[Site]:
    apps = [*settings.INSTALLED_APPS, "tests.mentions"]
    with live_site(
        "asgi",
        CHATKIT_ASSISTANTS=ASSISTANTS,
        CHATKIT_SERVER_KEYS=[KEY],
        CHATKIT_ON_DISCONNECT="continue",
        INSTALLED_APPS=apps,
    ) as running:
        yield running


def message(text: str, *attachments: str) -> dict[str, Any]:
    """What ``threads.create`` and ``threads.add_user_message`` send."""
    return {
        "content": [{"type": "input_text", "text": text}],
        "attachments": list(attachments),
        "inference_options": {},
    }


def converse(visitor: Visitor, kind: str, params: dict[str, Any]) -> httpx.Response:
    """One operation of the protocol."""
    return visitor.post("/chatkit/conversation", json={"type": kind, "params": params})


def events_of(stream: str) -> list[dict[str, Any]]:
    """The events of a stream."""
    return [json.loads(part.removeprefix("data: ")) for part in stream.split("\n\n") if part]


def belongings(visitor: Visitor, text: str = "Hello") -> dict[str, str]:
    """A new session, conversation and file of somebody's: the ids."""
    events = events_of(converse(visitor, "threads.create", {"input": message(text)}).text)
    file = {"file": ("notes.txt", text.encode(), "text/plain")}
    (me,) = visitor.get("/chatkit/entities").json()["data"]
    return {
        "entity_id": me["id"],
        "session_id": visitor.post("/chatkit/sessions", json={}).json()["id"],
        "thread_id": events[0]["thread"]["id"],
        "item_id": events[1]["item"]["id"],
        "attachment_id": visitor.post("/chatkit/files", files=file).json()["id"],
    }
