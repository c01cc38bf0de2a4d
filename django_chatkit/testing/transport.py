"""The fake without a socket, for unit tests."""

import httpx

from .fake import FakeOpenAI
from .requests import RecordedRequest

PREFIX = "/v1"


def fake_transport(api: FakeOpenAI) -> httpx.MockTransport:
    """A transport for ``httpx.Client`` and ``httpx.AsyncClient`` that asks ``api``.

    It sends no byte and never waits; the fake's ``delay`` is a read timeout here when it
    is longer than the request's.
    """

    def answer(request: httpx.Request) -> httpx.Response:
        path = request.url.raw_path.partition(b"?")[0].decode("ascii")
        reply = api.handle(
            RecordedRequest(
                method=request.method,
                path=path.removeprefix(PREFIX),
                query=tuple(request.url.params.multi_items()),
                headers=dict(request.headers),
                body=request.content,
            )
        )
        allowed = request.extensions.get("timeout", {}).get("read")
        if allowed is not None and reply.delay > allowed:
            raise httpx.ReadTimeout("The fake is slower than that.", request=request)
        return httpx.Response(reply.status, content=reply.body, headers=dict(reply.headers))

    return httpx.MockTransport(answer)
