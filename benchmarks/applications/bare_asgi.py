"""Nothing but the protocol of ASGI: what the server and the machine allow."""

import asyncio
from typing import Any

from ..messages import AT_ONCE, WAIT, events

EVENTS = events()


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """Read the request and send the answer's bytes."""
    if scope["type"] != "http":
        return
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    headers = [(b"content-type", b"text/event-stream")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    at_once, wait = AT_ONCE.encode() in body, WAIT.encode() in body
    for number, event in enumerate(EVENTS):
        if not at_once:
            await asyncio.sleep(0)
        await send({"type": "http.response.body", "body": event, "more_body": True})
        if wait and number == 3:
            while (await receive())["type"] != "http.disconnect":
                pass
            return
    await send({"type": "http.response.body", "body": b""})
