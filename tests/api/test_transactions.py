"""``ATOMIC_REQUESTS`` and the endpoints."""

from typing import Any

import pytest
from django.core.handlers.base import BaseHandler
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.urls import resolve

from django_chatkit.api.transactions import outside_transactions


@pytest.fixture
def two_atomic_databases(monkeypatch: pytest.MonkeyPatch) -> None:
    settings: dict[str, Any] = {**connections.settings["default"], "ATOMIC_REQUESTS": True}
    monkeypatch.setattr(connections, "settings", {"default": settings, "archive": settings})


async def view(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def atomic(view: Any) -> Any:
    """The view as Django calls it."""
    return BaseHandler().make_view_atomic(view)


@pytest.mark.usefixtures("two_atomic_databases")
def test_django_refuses_asynchronous_views_on_a_site_with_atomic_requests() -> None:
    with pytest.raises(RuntimeError, match="ATOMIC_REQUESTS"):
        atomic(view)


@pytest.mark.usefixtures("two_atomic_databases")
def test_ours_run_outside_whichever_database_has_them() -> None:
    exempt = outside_transactions(view)

    assert atomic(exempt) is exempt


@pytest.mark.parametrize(
    "path", ["conversation", "files", "config", "threads", "sessions/cksess_1/cancel", "nowhere"]
)
def test_every_endpoint_is_exempt(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connections.settings["default"], "ATOMIC_REQUESTS", True)
    endpoint = resolve(f"/chatkit/{path}").func

    assert atomic(endpoint) is endpoint
