"""One figure of a client of OpenAI's ChatKit API, in a process of its own.

Reads ``{"client", "mode", "base_url", "calls", "at_once"}`` from stdin as JSON.
"""

import asyncio
import json
import resource
import sys
import time
from typing import Any

KEY = "sk-test-key"
ASKED: dict[str, Any] = {"user": "u", "workflow": {"id": "wf_1"}}


def make(name: str, base_url: str, *, is_async: bool) -> Any:
    """A client: ours, or the ``openai`` SDK's ``beta.chatkit``."""
    if name == "ours":
        from django_chatkit.hosted import AsyncChatKitClient, ChatKitClient

        ours: Any = AsyncChatKitClient if is_async else ChatKitClient
        return ours(api_key=KEY, base_url=base_url, max_retries=0, timeout=120)
    from openai import AsyncOpenAI, OpenAI

    sdk: Any = AsyncOpenAI if is_async else OpenAI
    return sdk(api_key=KEY, base_url=base_url, max_retries=0).beta.chatkit


def importing(asked: dict[str, Any]) -> dict[str, Any]:
    """Seconds and bytes that importing and making a client take."""
    memory, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    make(asked["client"], asked["base_url"], is_async=False)
    seconds = time.perf_counter() - start
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
    return {"seconds": seconds, "megabytes": grown / 1024}


def sync_calls(asked: dict[str, Any]) -> dict[str, Any]:
    """CPU seconds of a call, one after the other."""
    client = make(asked["client"], asked["base_url"], is_async=False)
    for _ in range(20):
        client.sessions.create(**ASKED)
    start = time.process_time()
    for _ in range(asked["calls"]):
        client.sessions.create(**ASKED)
    return {"cpu": (time.process_time() - start) / asked["calls"]}


async def async_calls(asked: dict[str, Any]) -> dict[str, Any]:
    """CPU seconds of a call, so many at once."""
    client = make(asked["client"], asked["base_url"], is_async=True)

    async def work(calls: int) -> None:
        for _ in range(calls):
            await client.sessions.create(**ASKED)

    await asyncio.gather(*[work(1) for _ in range(asked["at_once"])])
    each = max(1, asked["calls"] // asked["at_once"])
    start = time.process_time()
    await asyncio.gather(*[work(each) for _ in range(asked["at_once"])])
    return {"cpu": (time.process_time() - start) / (each * asked["at_once"])}


async def cancelled_calls(asked: dict[str, Any]) -> dict[str, Any]:
    """How many of our connection slots are lost after calls that were cancelled."""
    from django_chatkit.hosted.pool import MAX_CONNECTIONS

    client = make("ours", asked["base_url"], is_async=True)
    for number in range(asked["calls"] // asked["at_once"]):
        tasks = [
            asyncio.ensure_future(client.sessions.create(**ASKED)) for _ in range(asked["at_once"])
        ]
        await asyncio.sleep(0.002 * (number % 10))
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    free = 0
    while not client._connections._places.locked():
        await client._connections._places.acquire()
        free += 1
    return {"lost": MAX_CONNECTIONS - free}


def main() -> None:
    """Answer one question."""
    asked = json.load(sys.stdin)
    if asked["mode"] == "import":
        result = importing(asked)
    elif asked["mode"] == "sync":
        result = sync_calls(asked)
    else:
        work = cancelled_calls if asked["mode"] == "cancel" else async_calls
        result = asyncio.run(work(asked))
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main()
