"""The chat of a hosted assistant, and what it is compared with."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


async def empty(request: HttpRequest) -> HttpResponse:
    """Nothing: what Django and the middleware cost."""
    return HttpResponse(b"{}", content_type="application/json")


def rows(request: HttpRequest) -> Any:
    """A plain DRF list, imported by its first request as the app's own views are."""
    from .plain_list import ThreadList

    return ThreadList.as_view()(request)


urlpatterns = [
    path("chatkit/", include("django_chatkit.urls")),
    path("empty", empty),
    path("rows", rows),
]
