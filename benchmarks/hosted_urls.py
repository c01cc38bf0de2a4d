"""The chat of a hosted assistant, and what it is compared with."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import include, path

from django_chatkit.backends import HostedBackend, assistants


async def empty(request: HttpRequest) -> HttpResponse:
    """Nothing: what Django and the middleware cost."""
    return HttpResponse(b"{}", content_type="application/json")


async def bare_mint(request: HttpRequest) -> HttpResponse:
    """The least that minting is in Django: know the visitor, ask OpenAI.

    No throttle, no check of who may, no circuit breaker, no row.
    """
    from django_chatkit.server.database import release_request_thread

    user = await request.auser()
    # Else its connection would wait for OpenAI too, and visitors for connections.
    release_request_thread()
    backend = assistants["default"]
    assert isinstance(backend, HostedBackend)
    session = await backend.async_client().sessions.create(
        user=f"user-{user.pk}", workflow={"id": backend.options["WORKFLOW_ID"]}
    )
    return JsonResponse({"client_secret": session.client_secret})


def rows(request: HttpRequest) -> Any:
    """A plain DRF list, imported by its first request as the app's own views are."""
    from .plain_list import ThreadList

    return ThreadList.as_view()(request)


urlpatterns = [
    path("chatkit/", include("django_chatkit.urls")),
    path("empty", empty),
    path("bare-mint", bare_mint),
    path("rows", rows),
]
