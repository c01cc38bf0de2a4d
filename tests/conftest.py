"""Fixtures of the whole suite: running sites and a browser."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from asgiref.sync import SyncToAsync
from django.db import connections
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests import services
from tests.servers import Server, Site, live_site

CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A microphone that beeps, and a visitor who allows it.
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> Iterator[None]:
    """Django's test databases, whose servers refuse to drop them while somebody is connected.

    Asynchronous tests leave a connection behind in asgiref's thread.
    """
    yield
    SyncToAsync.single_thread_executor.submit(connections.close_all).result()


@pytest.fixture(autouse=True)
def _no_assistant_is_known_to_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one test asked the database, the next asks again."""
    from django_chatkit.models import assistant

    monkeypatch.setattr(assistant, "_looked_again_at", {})


@pytest.fixture(scope="session")
def asgi_site() -> Iterator[Site]:
    """The test project with default settings under uvicorn."""
    with live_site("asgi") as site:
        yield site


@pytest.fixture(scope="session")
def wsgi_site() -> Iterator[Site]:
    """The test project with default settings under gunicorn's gthread."""
    with live_site("wsgi") as site:
        yield site


@pytest.fixture(params=["asgi", "wsgi"])
def server(request: pytest.FixtureRequest) -> Server:
    """Each kind of server in turn, for a test that starts a site with settings of its own."""
    kind: Server = request.param
    return kind


@pytest.fixture
def site(server: Server, request: pytest.FixtureRequest) -> Site:
    """The test project with default settings, under each kind of server in turn."""
    running: Site = request.getfixturevalue(f"{server}_site")
    return running


def missing(what: str) -> None:
    """Skip the test for want of ``what``, or fail it where everything must be there."""
    if services.everything_required():
        pytest.fail(f"{what} is required here and missing.", pytrace=False)
    pytest.skip(f"{what} is not there.")


@contextmanager
def running_chromium(**environment: str) -> Iterator[Browser]:
    """A headless Chromium: ``CHATKIT_TEST_CHROMIUM``, or the one on the path."""
    path = os.environ.get("CHATKIT_TEST_CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if path is None:
        missing("Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=CHROMIUM_OPTIONS, env={**os.environ, **environment}
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A headless Chromium.

    It lives for a module only: Playwright keeps an event loop running meanwhile, and neither
    asynchronous tests nor Django's ORM work beside it. Browser tests talk to a live site.
    """
    with running_chromium() as browser:
        yield browser


@pytest.fixture
def foreign_requests() -> list[str]:
    """The addresses outside this machine that :func:`page` asked for; all were refused."""
    return []


@pytest.fixture
def page(chromium: Browser, foreign_requests: list[str]) -> Iterator[Page]:
    """A fresh browser profile's page, with everything but this machine blocked."""

    def refuse_strangers(route: Route) -> None:
        if route.request.url.startswith(("http://127.0.0.1:", "http://localhost:")):
            route.fallback()
        else:
            foreign_requests.append(route.request.url)
            route.abort()

    with chromium.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.route("**/*", refuse_strangers)
        yield context.new_page()
