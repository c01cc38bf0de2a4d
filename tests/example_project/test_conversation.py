"""A visitor's first conversation with the museum's keeper, in a real browser."""

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.servers import Site

pytestmark = [pytest.mark.browser, pytest.mark.socket]


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser said against the page, such as violations of its CSP."""
    said: list[str] = []
    page.on(
        "console",
        lambda message: said.append(message.text) if message.type in {"error", "warning"} else None,
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


@pytest.fixture
def alice(
    page: Page, museum: Site, complaints: list[str], foreign_requests: list[str]
) -> Iterator[Page]:
    """Alice, logged in; in the end nothing was complained of or asked from elsewhere."""
    log_in(page, museum, "alice")
    yield page
    assert complaints == []
    assert foreign_requests == []


def log_in(page: Page, site: Site, username: str) -> None:
    page.goto(f"{site.url}/account/login/")
    page.get_by_label("Name").fill(username)
    page.get_by_label("Password").fill(f"{username}-demo")
    page.locator("main").get_by_role("button", name="Log in").click()
    expect(page.get_by_role("link", name=username, exact=True)).to_be_visible()


def say(page: Page, text: str) -> None:
    box = page.get_by_role("textbox", name="Message")
    box.fill(text)
    box.press("Enter")


def answers(page: Page) -> Locator:
    return page.get_by_role("article").filter(has_not_text="You said:")


def wait_for_the_end(page: Page) -> None:
    expect(page.get_by_role("button", name="Stop responding")).to_have_count(0, timeout=30_000)


def history(page: Page) -> Locator:
    """The opened list of conversations."""
    dialog = page.get_by_role("dialog", name="Chat history")
    if not dialog.is_visible():
        page.get_by_role("button", name="Chat history").click()
    return dialog


def test_an_answer_streams_and_survives_a_reload(alice: Page, museum: Site) -> None:
    alice.goto(f"{museum.url}/assistant/")
    alice.get_by_role("button", name="What can you do?").click()
    expect(answers(alice)).to_contain_text("I am a built-in demo agent", timeout=30_000)
    expect(alice.get_by_role("button", name="Stop responding")).to_be_visible()
    wait_for_the_end(alice)
    answer = answers(alice).inner_text()

    alice.reload()

    expect(answers(alice)).to_contain_text("I am a built-in demo agent")
    assert answers(alice).inner_text() == answer


def test_a_stopped_answer_keeps_what_was_said(alice: Page, museum: Site) -> None:
    alice.goto(f"{museum.url}/assistant/")
    say(alice, "long")
    expect(answers(alice).first.get_by_role("paragraph").first).to_contain_text(
        re.compile(r"\w{3}"), timeout=30_000
    )
    alice.get_by_role("button", name="Stop responding").click()
    wait_for_the_end(alice)
    seen = answers(alice).first.get_by_role("paragraph").first.inner_text()

    alice.reload()

    expect(answers(alice).first).to_contain_text(seen)


def test_conversations_are_renamed_and_deleted(alice: Page, museum: Site) -> None:
    alice.goto(f"{museum.url}/assistant/")
    say(alice, "table")
    expect(answers(alice)).to_contain_text("Mercury", timeout=30_000)
    wait_for_the_end(alice)

    history(alice).get_by_role("button", name="Rename: table").click()
    title = history(alice).get_by_role("textbox", name="Conversation title")
    title.fill("The planets")
    title.press("Enter")
    alice.reload()
    expect(history(alice).get_by_role("button", name="The planets", exact=True)).to_be_visible()

    history(alice).get_by_role("button", name="Delete: The planets").click()
    alice.get_by_role("button", name="Delete", exact=True).click()
    expect(history(alice).get_by_role("button", name="The planets")).to_have_count(0)
    alice.reload()
    expect(history(alice).get_by_role("button", name="The planets")).to_have_count(0)


def test_the_next_person_at_the_same_browser_finds_nothing(alice: Page, museum: Site) -> None:
    alice.goto(f"{museum.url}/assistant/")
    say(alice, "A secret of Alice")
    wait_for_the_end(alice)
    expect(answers(alice).first).to_be_visible()
    alice.goto(f"{museum.url}/account/")
    alice.get_by_role("button", name="Log out").click()

    log_in(alice, museum, "bob")
    alice.goto(f"{museum.url}/assistant/")

    expect(alice.get_by_role("heading", name="What would you like to know?")).to_be_visible()
    expect(history(alice)).to_contain_text("No conversations yet")
    assert "A secret of Alice" not in alice.content()


def test_the_popup_opens_from_the_corner_and_switches_the_theme(alice: Page, museum: Site) -> None:
    requested: list[str] = []
    alice.on("request", lambda request: requested.append(request.url))
    alice.goto(f"{museum.url}/")
    launcher = alice.get_by_role("button", name="Open chat")
    expect(launcher).to_be_visible()
    assert [url for url in requested if "/chatkit.js" in url or "/chatkit/" in url] == []

    launcher.click()
    alice.get_by_role("button", name="Switch to dark mode").click()

    expect(alice.locator("html")).to_have_attribute("data-theme", "dark", timeout=30_000)
    expect(answers(alice).last).to_contain_text("Done: the page is dark now.", timeout=30_000)
    alice.keyboard.press("Escape")
    expect(alice.get_by_role("button", name="Open chat")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/assistant/", "/account/"])
def test_the_pages_are_accessible(
    alice: Page, museum: Site, path: str, scheme: Literal["light", "dark"]
) -> None:
    alice.emulate_media(color_scheme=scheme)
    alice.goto(f"{museum.url}{path}")
    alice.wait_for_load_state("networkidle")

    violations = Axe().run(alice).response["violations"]

    assert [(found["id"], [node["html"] for node in found["nodes"]]) for found in violations] == []
