"""The least that a stored turn is in Django: a URLconf of one view.

It knows the visitor by Django's session, takes and gives back the lease, stores the message and the
answer, and runs the agent. It has no SDK, no checks, no page context, no limits, and sends bytes
that were made before.
"""

import json
import secrets
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

from asgiref.sync import sync_to_async
from chatkit.types import ThreadMetadata, UserMessageItem
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.urls import path
from django.utils import timezone

from django_chatkit.server import DjangoStore, RequestContext
from django_chatkit.server.database import (
    close_request_connections,
    release_request_thread,
    run_in_pool,
)
from django_chatkit.server.statements import insert_item, lease_thread, release_thread

from .messages import PATH, events
from .script import ScriptedAnswer

OPTIONS, *REST = events()
ANSWER = b"".join(REST)


class Agent(ScriptedAnswer):
    """The agent without a server around it."""

    store = DjangoStore()


async def turn(request: HttpRequest) -> HttpResponseBase:
    """Answer a message."""
    message = json.loads(request.body)["params"]
    user = await request.auser()
    stored = await sync_to_async(_begin)(message, f"user-{user.pk}")
    return StreamingHttpResponse(_answer(message, *stored), content_type="text/event-stream")


def _begin(message: dict[str, Any], scope: str) -> tuple[str, str, int, int]:
    token = secrets.token_hex(16)
    until = timezone.now() + timedelta(seconds=30)
    found = lease_thread(message["thread_id"], scope, "default", token, until)
    assert found is not None
    position = -1 if found.last_position is None else found.last_position
    item = {"type": "user_message", "id": f"msg_{secrets.token_hex(16)}", **message["input"]}
    sequence = found.thread.sequence
    insert_item(sequence, scope, item["id"], item, timezone.now(), position + 1)
    close_request_connections()
    return token, scope, sequence, position + 2


async def _answer(
    message: dict[str, Any], token: str, scope: str, sequence: int, position: int
) -> AsyncIterator[bytes]:
    release_request_thread()
    yield OPTIONS
    now = datetime.now()  # noqa: DTZ005 - naive, as the SDK makes its own
    thread = ThreadMetadata(id=message["thread_id"], created_at=now)
    asked = UserMessageItem(id="msg_asked", thread_id=thread.id, created_at=now, **message["input"])
    async for event in Agent().respond(thread, asked, RequestContext(scope=scope)):
        last = event
    # The agent ends with its whole message.
    item = last.item.model_dump(mode="json")  # type: ignore[union-attr]

    def end() -> None:
        insert_item(sequence, scope, item["id"], item, timezone.now(), position)
        release_thread(sequence, token, "")

    await run_in_pool(end)
    yield ANSWER


urlpatterns = [path(PATH.lstrip("/"), turn)]
