"""A site whose agent plays what tests tell it to, and a visitor who is logged in."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.chat import PATIENCE, Chat
from tests.servers import Site, live_site

expect.set_options(timeout=PATIENCE)

STATIC = Path(__file__).parent / "static"
PLAYING = {
    "BACKEND": "django_chatkit.backends.SelfHostedBackend",
    "OPTIONS": {"SERVER": "tests.browser.agent.PlayingServer"},
}


@pytest.fixture(scope="session")
def chat_site() -> Iterator[Site]:
    """The test project with the playing agent as both of its assistants."""
    with live_site(
        "asgi",
        ROOT_URLCONF="tests.browser.urls",
        STATICFILES_DIRS=[str(STATIC)],
        CHATKIT_ASSISTANTS={"default": PLAYING, "support": PLAYING},
    ) as site:
        yield site


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """What the browser says is wrong with the page; tests that cause errors clear it."""
    found: list[str] = []

    def refuse(dialog: Dialog) -> None:
        found.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on(
        "console", lambda message: found.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("dialog", refuse)
    yield found
    assert found == []


@pytest.fixture
def chat(
    page: Page,
    chat_site: Site,
    request: pytest.FixtureRequest,
    complaints: list[str],
    foreign_requests: list[str],
) -> Iterator[Chat]:
    """A visitor of this test alone, logged in; nothing foreign is asked, nothing complained of."""
    username = re.sub(r"\W", "-", request.node.name)[:100]
    page.context.request.post(f"{chat_site.url}/test/log-in", form={"username": username})
    yield Chat(page, chat_site)
    assert foreign_requests == []
