"""OpenAI's ChatKit API with made-up answers, fast enough not to be what is measured.

``python -m benchmarks.fake_openai [SECONDS] [THREADS]`` answers so late and lists so many
threads of ten items each. It prints its port and runs until its stdin ends.
"""

import asyncio
import itertools
import json
import sys
from urllib.parse import parse_qs, urlsplit

from django_chatkit.testing import FakeOpenAI
from django_chatkit.testing.requests import RecordedRequest

ITEMS = 10
"""Items of each thread."""

BEGINNING = 1_700_000_000
SCOPES = 100
"""Threads are spread over so many users."""


def session() -> bytes:
    """A session as the strict fake mints it."""
    api = FakeOpenAI()
    headers = {
        "authorization": f"Bearer {api.api_key}",
        "openai-beta": "chatkit_beta=v1",
        "content-type": "application/json",
    }
    body = json.dumps({"user": "u", "workflow": {"id": "wf_1"}}).encode()
    return api.handle(RecordedRequest("POST", "/chatkit/sessions", (), headers, body)).body


class Cloud:
    """What is answered to a request.

    Parameters:
        threads: How many it has.
    """

    def __init__(self, threads: int) -> None:
        self._threads = threads
        self._numbers = itertools.count()
        minted = session()
        document = json.loads(minted)
        self._id = document["id"].encode()
        self._secret = document["client_secret"].encode()
        self._session = minted
        api = FakeOpenAI(clock=lambda: BEGINNING)
        self._thread = api.add_thread("user-0", title="A conversation")
        for number in range(ITEMS // 2):
            api.add_user_message(self._thread["id"], f"Question {number}: " + "why? " * 20)
            api.add_assistant_message(self._thread["id"], f"Answer {number}: " + "because " * 40)
        self._items = json.dumps(
            _page(api.items[self._thread["id"]], has_more=False), separators=(",", ":")
        )

    def answer(self, method: str, target: str) -> bytes:
        """The JSON body of an answer."""
        address = urlsplit(target)
        if method == "POST":
            number = next(self._numbers)
            return self._session.replace(self._id, b"cksess_%032x" % number).replace(
                self._secret, b"ek_%048x" % number
            )
        query = {name: values[0] for name, values in parse_qs(address.query).items()}
        if address.path.endswith("/threads"):
            return json.dumps(self._list(query)).encode()
        thread_id = address.path.split("/")[-2]
        # Ids of items are unique within their thread only, as the fake's own are not to be.
        return self._items.replace(str(self._thread["id"]), thread_id).encode()

    def _list(self, query: dict[str, str]) -> dict[str, object]:
        first = int(query["after"].rpartition("_")[2], 16) + 1 if "after" in query else 0
        last = min(first + int(query.get("limit", "20")), self._threads)
        return _page([self._numbered(n) for n in range(first, last)], last < self._threads)

    def _numbered(self, number: int) -> dict[str, object]:
        return {
            **self._thread,
            "id": f"cthr_{number:032x}",
            "created_at": BEGINNING + number,
            "user": f"user-{number % SCOPES}",
        }


def _page(data: list[dict[str, object]], has_more: bool) -> dict[str, object]:
    return {
        "object": "list",
        "data": data,
        "first_id": data[0]["id"] if data else None,
        "last_id": data[-1]["id"] if data else None,
        "has_more": has_more,
    }


class Answering(asyncio.Protocol):
    """One connection of keep-alive requests."""

    def __init__(self, cloud: Cloud, seconds: float) -> None:
        self._cloud = cloud
        self._seconds = seconds

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._received = b""

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, separator, body = self._received.partition(b"\r\n\r\n")
        if not separator:
            return
        lines = head.split(b"\r\n")
        lengths = [
            int(line.split(b":")[1])
            for line in lines
            if line.lower().startswith(b"content-length:")
        ]
        if len(body) < sum(lengths):
            return
        self._received = b""
        method, target, _version = lines[0].decode().split(" ")
        answer = self._cloud.answer(method, target)
        top = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(answer)}"
        whole = f"{top}\r\n\r\n".encode() + answer
        if self._seconds:
            asyncio.get_running_loop().call_later(self._seconds, self._write, whole)
        else:
            self._write(whole)

    def _write(self, answer: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(answer)


async def main() -> None:
    """Serve until stdin ends."""
    arguments = [*sys.argv[1:], "0", "0"]
    cloud = Cloud(int(arguments[1]) if len(sys.argv) > 2 else 0)
    seconds = float(arguments[0])
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: Answering(cloud, seconds), "127.0.0.1", 0, backlog=2048
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
