"""A page with a chat, ours or deep-chat, the same thread and the same answer for both.

``/ours`` and ``/deep-chat`` take ``?pairs=`` questions and answers that the thread already has
and ``&parts=`` of the answer to come, at a hundred a second. Nothing is stored or checked: what
is measured is the browser.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterator
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from ..answers import answer, parts, question
from ..processes import ROOT

PER_SECOND = 100
"""Parts of the answer, each an event of its own."""

THREAD = {"id": "thr_lamp", "title": "Lamp", "created_at": "2026-01-01T00:00:00Z"}
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Chat</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/pages/page.css">
<script type="module" src="/pages/{script}.js"></script></head><body></body></html>"""


def _text(text: str, kind: str = "output_text") -> dict[str, Any]:
    return {"type": kind, "text": text, **({"annotations": []} if kind == "output_text" else {})}


def _item(number: int) -> dict[str, Any]:
    """An item of the thread: questions are even, their answers odd."""
    pair, is_answer = divmod(number, 2)
    item = {
        "id": f"msg_{number:032x}",
        "thread_id": THREAD["id"],
        "created_at": "2026-01-01T00:00:00Z",
    }
    if is_answer:
        return {**item, "type": "assistant_message", "content": [_text(answer(pair + 1))]}
    return {**item, **_question(question(pair + 1))}


def _question(text: str) -> dict[str, Any]:
    content = [_text(text, "input_text")]
    return {"type": "user_message", "content": content, "attachments": [], "inference_options": {}}


def _page(numbers: range, limit: int) -> dict[str, Any]:
    found = [_item(number) for number in numbers[:limit]]
    more = len(numbers) > limit
    return {"data": found, "has_more": more, "after": found[-1]["id"] if more else None}


async def conversation(request: Request) -> JSONResponse | StreamingResponse:
    """The three operations of the protocol that the page needs."""
    asked = await request.json()
    params = asked["params"]
    items = 2 * int(request.query_params["pairs"])
    match asked["type"]:
        case "threads.get_by_id":
            return JSONResponse({**THREAD, "items": _page(range(items), 20)})
        case "items.list":
            last = int(params["after"].partition("_")[2], 16) if "after" in params else items
            return JSONResponse(_page(range(last)[::-1], params["limit"]))
        case "threads.add_user_message":
            said = params["input"]["content"][0]["text"]
            events = _events(items, said, parts(int(request.query_params["parts"])))
            return StreamingResponse(_paced(events), media_type="text/event-stream")
    return JSONResponse({"error": {"message": "Not of this benchmark."}}, 400)


def _events(items: int, said: str, texts: list[str]) -> Iterator[dict[str, Any]]:
    """The answer in ChatKit's protocol."""
    asked, answered = _item(items), _item(items + 1)
    update = {"type": "thread.item.updated", "item_id": answered["id"]}
    part = "assistant_message.content_part"
    yield {"type": "thread.item.done", "item": {**asked, **_question(said)}}
    yield {"type": "thread.item.added", "item": {**answered, "content": []}}
    yield {**update, "update": {"type": f"{part}.added", "content_index": 0, "content": _text("")}}
    for text in texts:
        delta = {"type": f"{part}.text_delta", "content_index": 0, "delta": text}
        yield {**update, "update": delta}
    whole = _text("".join(texts))
    yield {**update, "update": {"type": f"{part}.done", "content_index": 0, "content": whole}}
    yield {"type": "thread.item.done", "item": {**answered, "content": [whole]}}


async def deep_chat_stream(request: Request) -> StreamingResponse:
    """The answer as deep-chat reads it."""
    texts = parts(int(request.query_params["parts"]))
    return StreamingResponse(
        _paced({"text": text} for text in texts), media_type="text/event-stream"
    )


async def _paced(events: Iterator[dict[str, Any]]) -> AsyncIterator[bytes]:
    """Events at their pace; one that is late does not delay the others."""
    begun = time.perf_counter()
    for number, event in enumerate(events):
        await asyncio.sleep(max(0, begun + number / PER_SECOND - time.perf_counter()))
        yield b"data: " + json.dumps(event).encode() + b"\n\n"


async def history(request: Request) -> JSONResponse:
    """The thread as deep-chat takes it."""
    pairs = int(request.query_params["pairs"])
    said = [(("user", question(n)), ("ai", answer(n))) for n in range(1, pairs + 1)]
    return JSONResponse([{"role": role, "text": text} for pair in said for role, text in pair])


async def page(request: Request) -> HTMLResponse:
    """The page of either."""
    return HTMLResponse(PAGE.format(script=request.path_params["name"]))


application = Starlette(
    routes=[
        Route("/chatkit/conversation", conversation, methods=["POST"]),
        Route("/deep-chat/stream", deep_chat_stream, methods=["POST"]),
        Route("/deep-chat/history", history),
        Route("/chat/{name}", page),
        Mount("/static", StaticFiles(directory=ROOT / "django_chatkit/static")),
        Mount("/pages", StaticFiles(directory=ROOT / "benchmarks/pages")),
        Mount("/modules", StaticFiles(directory=ROOT / "frontend/node_modules", check_dir=False)),
    ]
)
