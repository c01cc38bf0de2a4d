"""The demo agent behind a running site: what fails or locks does so for the browser too."""

import json

import pytest

from tests.server.demo.conversation import Event, answer
from tests.servers import Site, Visitor

pytestmark = pytest.mark.socket


def _stream(visitor: Visitor, operation: str, **params: object) -> list[Event]:
    body = {"type": operation, "params": params}
    with visitor.stream("POST", "/chatkit/conversation", json=body) as response:
        assert response.status_code == 200
        lines = [line for line in response.iter_lines() if line.startswith("data: ")]
    return [json.loads(line.removeprefix("data: ")) for line in lines]


def _message(text: str) -> Event:
    content = [{"type": "input_text", "text": text}]
    return {"content": content, "attachments": [], "inference_options": {}}


def test_a_failed_answer_is_kept_and_replaced_by_the_retry(asgi_site: Site) -> None:
    visitor = asgi_site.log_in("demo-retry")
    events = _stream(visitor, "threads.create", input=_message("error"))
    thread_id, message_id = events[0]["thread"]["id"], events[1]["item"]["id"]

    def texts() -> list[str]:
        params = {"thread_id": thread_id, "order": "asc"}
        body = {"type": "items.list", "params": params}
        page = visitor.post("/chatkit/conversation", json=body).json()
        return [item["content"][0]["text"] for item in page["data"]]

    assert texts() == ["error", "This answer begins well, but before it ends"]
    retried = _stream(visitor, "threads.retry_after_item", thread_id=thread_id, item_id=message_id)
    assert texts() == ["error", answer(retried)]


def test_a_thread_it_locked_takes_no_more_messages(asgi_site: Site) -> None:
    visitor = asgi_site.log_in("demo-lock")
    events = _stream(visitor, "threads.create", input=_message("lock"))
    body = {
        "type": "threads.add_user_message",
        "params": {"thread_id": events[0]["thread"]["id"], "input": _message("hello")},
    }
    response = visitor.post("/chatkit/conversation", json=body)
    assert response.status_code == 403
    assert response.json()["error"]["code"] == "thread_locked"


def test_the_browser_s_language_is_spoken(asgi_site: Site) -> None:
    visitor = asgi_site.log_in("demo-language")
    visitor.headers["Accept-Language"] = "ar"
    events = _stream(visitor, "threads.create", input=_message("coin"))
    assert answer(events).startswith("العملة تُظهر")
