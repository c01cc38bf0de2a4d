"""OpenAI's ChatKit API with a fixed answer, fast enough not to be what is measured.

It prints its port and runs until its stdin ends.
"""

import asyncio
import json
import sys

from django_chatkit.testing import FakeOpenAI
from django_chatkit.testing.requests import RecordedRequest


def session() -> bytes:
    """A session as the strict fake mints it, as a whole HTTP response."""
    api = FakeOpenAI()
    headers = {
        "authorization": f"Bearer {api.api_key}",
        "openai-beta": "chatkit_beta=v1",
        "content-type": "application/json",
    }
    body = json.dumps({"user": "u", "workflow": {"id": "wf_1"}}).encode()
    answer = api.handle(RecordedRequest("POST", "/chatkit/sessions", (), headers, body)).body
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(answer)}"
    return f"{head}\r\n\r\n".encode() + answer


class Answering(asyncio.Protocol):
    """Answers every request alike."""

    response = session()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._received = b""

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, separator, body = self._received.partition(b"\r\n\r\n")
        if not separator:
            return
        lengths = [
            int(line.split(b":")[1])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        ]
        if len(body) >= sum(lengths):
            self._received = b""
            self._transport.write(self.response)


async def main() -> None:
    """Serve until stdin ends."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Answering, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
