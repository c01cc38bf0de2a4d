"""What a self-hosted assistant's server is told about a request."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from chatkit.types import ClientEffectEvent, ThreadMetadata, ThreadStreamEvent
from django.test import Client, override_settings

from django_chatkit.server import ChatKitServer, RequestContext

contexts: list[RequestContext] = []


class ListeningServer(ChatKitServer):
    """Remembers the contexts it was given."""

    async def respond(
        self, thread: ThreadMetadata, input_user_message: Any, context: RequestContext
    ) -> AsyncIterator[ThreadStreamEvent]:
        contexts.append(context)
        yield ClientEffectEvent(name="heard")


LISTENING = override_settings(
    CHATKIT_ASSISTANTS={
        "default": {
            "BACKEND": "django_chatkit.backends.SelfHostedBackend",
            "OPTIONS": {"SERVER": "tests.api.test_request_context.ListeningServer"},
        }
    }
)


def say_hi(client: Client, **headers: str) -> int:
    content = [{"type": "input_text", "text": "Hi"}]
    message = {"content": content, "attachments": [], "inference_options": {}}
    response: Any = client.post(
        "/chatkit/conversation",
        {"type": "threads.create", "params": {"input": message}},
        content_type="application/json",
        headers=headers,
    )
    response.getvalue()
    status: int = response.status_code
    return status


@LISTENING
@override_settings(CHATKIT_ADAPTER="tests.adapters.ShelfAdapter")
def test_the_adapter_tells_it_more(transactional_db: None, admin_client: Client) -> None:
    contexts.clear()

    say_hi(admin_client, Shelf="tea")

    [context] = contexts
    assert vars(context)["shelf"] == "tea"
    assert context.user is not None
    assert context.user.get_username() == "admin"


@LISTENING
@override_settings(CHATKIT_ADAPTER="tests.adapters.ForgetfulAdapter")
def test_an_adapter_that_forgets_it_is_told(
    transactional_db: None, admin_client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    assert say_hi(admin_client) == 500
    assert "get_request_context() must return a RequestContext" in caplog.text
