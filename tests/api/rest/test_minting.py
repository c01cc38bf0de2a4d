"""Minting for a hosted assistant on running sites: a visitor waits for OpenAI, the site does not."""

import threading
import time
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import httpx
import psycopg
import pytest

from django_chatkit.testing import FakeOpenAI, FakeOpenAIServer
from tests import services
from tests.conftest import missing
from tests.servers import Server, Site, live_site, own_database

pytestmark = pytest.mark.socket

KEY = "a server key for the tests, long enough"


@pytest.fixture(scope="module")
def upstream() -> Iterator[FakeOpenAIServer]:
    with FakeOpenAIServer() as server:
        yield server


@pytest.fixture
def openai(upstream: FakeOpenAIServer) -> Iterator[FakeOpenAI]:
    """OpenAI's state, with nothing asked yet."""
    upstream.api.sessions.clear()
    upstream.api.requests.clear()
    yield upstream.api
    upstream.api.clear()


def settings(upstream: FakeOpenAIServer) -> dict[str, Any]:
    """A site whose only assistant is hosted."""
    options = {
        "API_KEY": upstream.api.api_key,
        "WORKFLOW_ID": "wf_1",
        "BASE_URL": upstream.base_url,
        "MAX_RETRIES": 0,
    }
    return {
        "CHATKIT_SERVER_KEYS": [KEY],
        "CHATKIT_ASSISTANTS": {
            "default": {
                "BACKEND": "django_chatkit.backends.HostedBackend",
                "OPTIONS": options,
            }
        },
    }


@pytest.fixture(scope="module")
def sites(upstream: FakeOpenAIServer) -> Iterator[dict[Server, Site]]:
    with (
        live_site("asgi", **settings(upstream)) as asgi,
        live_site("wsgi", **settings(upstream)) as wsgi,
    ):
        yield {"asgi": asgi, "wsgi": wsgi}


@pytest.fixture(params=["asgi", "wsgi"])
def kind(request: pytest.FixtureRequest) -> Server:
    """Each kind of server in turn."""
    kind: Server = request.param
    return kind


@pytest.fixture
def site(sites: dict[Server, Site], kind: Server) -> Site:
    """The hosted site, under each kind of server in turn."""
    return sites[kind]


def test_a_secret_is_minted_and_its_session_listed(site: Site, openai: FakeOpenAI) -> None:
    visitor = site.log_in("alice")

    answer = visitor.post("/chatkit/sessions", json={"metadata": {"page": "home"}})

    [session] = openai.sessions.values()
    assert answer.status_code == 200
    assert answer.json() == {
        **session,
        "workflow": {**session["workflow"], "state_variables": None},
        "metadata": {"page": "home"},
        "assistant": "default",
    }
    assert answer.headers["x-request-id"].startswith("req_")
    assert answer.headers["cache-control"] == "no-store"
    listed = visitor.get("/chatkit/sessions").json()["data"]
    assert [(one["id"], one["client_secret"]) for one in listed[:1]] == [(session["id"], "")]


def test_a_server_key_mints_for_whom_it_names(site: Site, openai: FakeOpenAI) -> None:
    answer = site.visitor().post(
        "/chatkit/sessions",
        json={"user": "user-7", "workflow": {"id": "wf_1", "state_variables": {"plan": "pro"}}},
        headers={"Authorization": f"Bearer {KEY}"},
    )

    [session] = openai.sessions.values()
    assert answer.json() == {**session, "metadata": {}, "assistant": "default"}
    assert session["workflow"]["state_variables"] == {"plan": "pro"}


def test_openais_failure_is_a_503_that_says_when_to_come_back(
    site: Site, openai: FakeOpenAI
) -> None:
    openai.rate_limit_next(1, retry_after=7)

    answer = site.log_in("alice").post("/chatkit/sessions", json={})

    assert (answer.status_code, answer.headers["retry-after"]) == (503, "7")
    assert answer.json()["error"]["code"] == "upstream_unavailable"
    assert openai.sessions == {}


def test_after_five_failures_openai_is_not_asked_for_a_moment(
    upstream: FakeOpenAIServer, openai: FakeOpenAI, kind: Server
) -> None:
    with live_site(kind, **settings(upstream)) as site:
        visitor = site.log_in("alice")
        openai.fail_next(5, status=500)

        answers = [visitor.post("/chatkit/sessions", json={}) for _ in range(6)]

    assert [answer.status_code for answer in answers] == [503] * 6
    assert answers[-1].headers["retry-after"] == "15"
    assert len(openai.requests) == 5


def test_what_cannot_be_stored_is_a_500_in_the_usual_words(
    site: Site, openai: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    always_the_same = SimpleNamespace(token_hex=lambda length: "0" * 2 * length)
    monkeypatch.setattr("django_chatkit.testing.fake.secrets", always_the_same)
    visitor = site.log_in("alice")
    visitor.post("/chatkit/sessions", json={}).raise_for_status()

    answer = visitor.post("/chatkit/sessions", json={})

    assert (answer.status_code, answer.json()["error"]["type"]) == (500, "server_error")
    assert "ek_" not in answer.text


def test_who_waits_for_openai_holds_no_database_connection(
    upstream: FakeOpenAIServer, openai: FakeOpenAI
) -> None:
    if not services.reachable(services.POSTGRES_URL):
        missing("PostgreSQL")
    with (
        own_database(services.POSTGRES_URL) as url,
        live_site("asgi", database=url, **settings(upstream)) as site,
        psycopg.connect(url, autocommit=True) as watcher,
    ):
        visitor = site.log_in("alice")
        openai.delay = 60

        def mint() -> None:
            try:
                visitor.post("/chatkit/sessions", json={}, timeout=60)
            except httpx.HTTPError:
                pass  # the site is stopped before OpenAI answers

        waiting = [threading.Thread(target=mint, daemon=True) for _ in range(6)]
        for one in waiting:
            one.start()
        deadline = time.monotonic() + 30
        held = None
        while time.monotonic() < deadline and (len(openai.requests) < 6 or held != 0):
            row = watcher.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            ).fetchone()
            held = row[0] if row else None

    assert (len(openai.requests), held) == (6, 0)
