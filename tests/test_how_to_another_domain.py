"""The guide to chatting from another domain, done as it is written, in a browser and in Python."""

import json
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.guides import Guide
from tests.servers import ROOT, Site, own_database, running

pytestmark = [pytest.mark.socket, pytest.mark.row("B03")]

GUIDE = "chat-from-another-domain"
KEY = "a server key that is long enough to be one"

ASSISTANTS = {
    "default": {
        "BACKEND": "django_chatkit.backends.SelfHostedBackend",
        "OPTIONS": {"SERVER": "tests.agents.ScriptedServer"},
    }
}
MIDDLEWARE = [
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]


class Shop:
    """The other domain's server: one page, and secrets to hand out.

    To a browser, ``localhost`` is another domain than ``127.0.0.1``, where the site is.
    """

    def __init__(self) -> None:
        self.page = "<!doctype html><title>Shop</title>"
        self.secrets: list[str] = []
        shop = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._answer(shop.page, "text/html; charset=utf-8")

            def do_POST(self) -> None:
                self._answer(shop.secrets.pop(0), "text/plain")

            def _answer(self, body: str, kind: str) -> None:
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_: Any) -> None:
                """Quietly."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://localhost:{self.server.server_port}"


@pytest.fixture(scope="module")
def shop() -> Iterator[Shop]:
    shop = Shop()
    thread = threading.Thread(target=shop.server.serve_forever)
    thread.start()
    yield shop
    shop.server.shutdown()
    shop.server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def site(shop: Shop) -> Iterator[Site]:
    """A site as it is deployed, with WhiteNoise for its static files."""
    guide = Guide(GUIDE)
    settings = {
        **guide.settings(os=type("os", (), {"environ": {"CHATKIT_SERVER_KEY": KEY}})),
        "CHATKIT_ASSISTANTS": ASSISTANTS,
        "MIDDLEWARE": MIDDLEWARE,
        "WHITENOISE_USE_FINDERS": True,
    }
    assert settings["CHATKIT_CORS_ORIGINS"] == ["https://shop.example"]
    settings["CHATKIT_CORS_ORIGINS"] = [shop.url]
    with own_database() as database:
        environment = {name: os.environ[name] for name in os.environ if name != "OPENAI_API_KEY"}
        environment |= {
            "CHATKIT_TEST_DATABASE": database,
            "CHATKIT_TEST_OVERRIDES": json.dumps(settings),
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "PYTHONUNBUFFERED": "1",
        }
        with running(
            "django.core.asgi:get_asgi_application",
            "asgi",
            database=database,
            environment=environment,
            folder=ROOT,
            arguments=("--factory",),
        ) as started:
            yield started


@pytest.fixture
def names(site: Site, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The functions of the guide's Python."""
    monkeypatch.setenv("CHATKIT_SERVER_KEY", KEY)
    found: dict[str, Any] = {}
    Guide(GUIDE, f"{site.url}/").run(found)
    return found


def test_a_script_chats_with_a_secret_of_another_server(names: dict[str, Any]) -> None:
    secret = names["mint_client_secret"]("42")

    events = list(names["ask"](secret, '{"deltas": ["Hel", "lo"]}'))
    thread = events[0]["thread"]["id"]
    again = list(names["text_of"](names["ask"](secret, "and again", thread)))

    assert events[0]["type"] == "thread.created"
    assert "".join(names["text_of"](events)) == "Hello"
    assert "".join(again) == "and again"


def test_the_conversation_is_the_customers(site: Site, names: dict[str, Any]) -> None:
    list(names["ask"](names["mint_client_secret"]("43"), "Mine"))

    listed = httpx.get(
        f"{site.url}/chatkit/threads?user=shop-43", headers={"Authorization": f"Bearer {KEY}"}
    ).json()

    assert [thread["user"] for thread in listed["data"]] == ["shop-43"]


def test_a_secret_that_is_over_raises(names: dict[str, Any]) -> None:
    with pytest.raises(httpx.HTTPStatusError) as refused:
        list(names["ask"]("ek_over", "Hello"))

    assert refused.value.response.json()["error"]["code"] == "invalid_client_secret"


@pytest.mark.browser
def test_a_page_of_the_other_domain_chats(
    site: Site, shop: Shop, page: Page, names: dict[str, Any]
) -> None:
    [html] = Guide(GUIDE, f"{site.url}/").of("html")
    shop.page = f"<!doctype html><html lang=en><meta charset=utf-8><title>Shop</title>{html}"
    # The first is over, as after a break; the page then asks for another.
    shop.secrets = ["ek_over", names["mint_client_secret"]("44")]
    sent: list[dict[str, str]] = []
    page.on(
        "request",
        lambda asked: sent.append(asked.headers) if "/conversation" in asked.url else None,
    )
    page.goto(shop.url)

    composer = page.get_by_role("textbox")
    composer.fill('{"deltas": ["We open ", "at nine."]}')
    composer.press("Enter")

    expect(page.get_by_text("We open at nine.", exact=True)).to_be_visible()
    assert shop.secrets == []
    assert sent
    assert all("cookie" not in headers for headers in sent)


@pytest.mark.browser
def test_a_page_of_a_third_domain_does_not(
    site: Site, shop: Shop, page: Page, names: dict[str, Any]
) -> None:
    secret = names["mint_client_secret"]("45")

    outcomes = []
    for origin in (shop.url, shop.url.replace("localhost", "127.0.0.1")):
        page.goto(origin)
        outcomes.append(page.evaluate(FETCH, [f"{site.url}/chatkit/conversation", secret]))

    assert outcomes == [200, "TypeError"]


FETCH = """([url, secret]) => fetch(url, {
    method: "POST",
    headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
    body: JSON.stringify({ type: "threads.list", params: {} }),
}).then((response) => response.status, (error) => error.name)"""
