"""A Django view that streams the answer's bytes, without middleware and database."""

import asyncio
from collections.abc import AsyncIterator

import django
from django.conf import settings
from django.core.handlers.asgi import ASGIHandler
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import path

from ..messages import AT_ONCE, PATH, WAIT, events

EVENTS = events()


async def answer(body: bytes) -> AsyncIterator[bytes]:
    """The answer's bytes, at the pace that the message asks for."""
    at_once, wait = AT_ONCE.encode() in body, WAIT.encode() in body
    for number, event in enumerate(EVENTS):
        if not at_once:
            await asyncio.sleep(0)
        yield event
        if wait and number == 3:
            await asyncio.Event().wait()


async def conversation(request: HttpRequest) -> StreamingHttpResponse:
    """Stream the answer."""
    return StreamingHttpResponse(answer(request.body), content_type="text/event-stream")


urlpatterns = [path(PATH.lstrip("/"), conversation)]

settings.configure(
    SECRET_KEY="for a benchmark", ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, MIDDLEWARE=[]
)
django.setup(set_prefix=False)
application = ASGIHandler()
