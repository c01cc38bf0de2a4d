"""What is asked and answered, in words and bytes; imports no SDK."""

import json

EVENTS = 207
"""Events of an answer: stream options, the visitor's message, a begun message, its parts,
and its end."""

DELTAS = EVENTS - 4

WORD = "example "
"""The text of each part."""

AT_ONCE = "at once"
"""The agent never awaits between its events: what the path costs, batching included."""

ONE_BY_ONE = "one by one"
"""The agent gives the event loop a turn before each part, as one that reads from a model."""

WAIT = "wait"
"""The agent says one part and then waits for ever."""

PATH = "/chatkit/conversation"
CSRF_TOKEN = "benchmarkbenchmarkbenchmark12345"
SESSION_KEY = "benchmarkbenchmarkbenchmark12345"


def thread_id(number: int) -> str:
    """The id of one of the seeded threads."""
    return f"thr_{number:032x}"


def follow_up(thread: int, pace: str) -> bytes:
    """An HTTP request that adds a message to a seeded thread, as a browser would."""
    body = json.dumps(
        {
            "type": "threads.add_user_message",
            "params": {
                "thread_id": thread_id(thread),
                "input": {
                    "content": [{"type": "input_text", "text": pace}],
                    "attachments": [],
                    "quoted_text": None,
                    "inference_options": {},
                },
            },
            "metadata": {},
        }
    ).encode()
    head = (
        f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"Accept: text/event-stream\r\nX-CSRFToken: {CSRF_TOKEN}\r\n"
        f"Cookie: sessionid={SESSION_KEY}; csrftoken={CSRF_TOKEN}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def events() -> list[bytes]:
    """The bytes of an answer, for the applications without a server behind them."""
    options = b'data: {"type":"stream_options","stream_options":{"allow_cancel":true}}\n\n'
    item = {
        "id": "msg_" + "0" * 32,
        "thread_id": thread_id(0),
        "created_at": "2026-01-01T00:00:00+00:00",
        "type": "assistant_message",
        "content": [{"type": "output_text", "text": "", "annotations": []}],
    }
    delta = {
        "type": "thread.item.updated",
        "item_id": item["id"],
        "update": {
            "type": "assistant_message.content_part.text_delta",
            "content_index": 0,
            "delta": WORD,
        },
    }

    def sse(event: object) -> bytes:
        return b"data: " + json.dumps(event, separators=(",", ":")).encode() + b"\n\n"

    whole = sse({"type": "thread.item.done", "item": item})
    return [
        options,
        whole,
        sse({"type": "thread.item.added", "item": item}),
        *[sse(delta)] * DELTAS,
        whole,
    ]
