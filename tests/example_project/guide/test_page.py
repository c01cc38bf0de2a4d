"""The guide's page, as a visitor uses it: every tool, in a real browser, without a key."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.example_project.guide.test_files import pdf
from tests.example_project.test_conversation import answers, log_in, say, wait_for_the_end
from tests.servers import Site

pytestmark = [pytest.mark.browser, pytest.mark.socket]

PATIENCE = 30_000


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
def guide(
    page: Page, museum: Site, complaints: list[str], foreign_requests: list[str]
) -> Iterator[Page]:
    """Alice at the guide's page, in a new conversation and with an empty notebook."""
    log_in(page, museum, "alice")
    visit(page, museum)
    for left in reversed(range(facts(page).count())):
        facts(page).first.get_by_role("button", name="Forget").click()
        expect(facts(page)).to_have_count(left)
    yield page
    assert complaints == []
    assert foreign_requests == []


def visit(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/guide/")
    expect(page.get_by_role("textbox", name="Message")).to_be_visible()


def facts(page: Page) -> Locator:
    return page.get_by_role("complementary", name="Your notebook").get_by_role("listitem")


def cross_out(page: Page, text: str) -> None:
    fact = facts(page).filter(has_text=text)
    fact.get_by_role("button", name="Forget").click()
    expect(fact).to_have_count(0)


def expect_answer(page: Page, text: str | re.Pattern[str]) -> None:
    expect(answers(page).last).to_contain_text(text, timeout=PATIENCE)
    wait_for_the_end(page)


def come_back(page: Page) -> None:
    """Reload the page, and go on when the conversation is there again."""
    page.reload()
    expect(answers(page).first).to_be_visible(timeout=PATIENCE)


def ask_about(page: Page, text: str, name: str, data: bytes, mime_type: str) -> None:
    """Attach a file and, when it has arrived, say something."""
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": mime_type, "buffer": data}
    )
    expect(page.get_by_role("button", name=f"Remove {name}")).to_be_visible()
    page.get_by_role("textbox", name="Message").fill(text)
    expect(page.get_by_role("button", name="Send message")).to_be_enabled()
    page.get_by_role("button", name="Send message").click()


def test_a_fact_is_kept_shown_at_once_and_listed_after_a_reload(guide: Page, museum: Site) -> None:
    guide.get_by_role("button", name="Remember that I like tea").click()

    expect(facts(guide)).to_have_text(["I like tea"], timeout=PATIENCE)
    expect_answer(guide, "I will remember: “I like tea”.")

    say(guide, "Remember that I came by boat")
    expect_answer(guide, "“I came by boat”")
    come_back(guide)
    expect(facts(guide)).to_have_text(["I came by boat", "I like tea"])

    say(guide, "What do you know about me?")
    expect_answer(guide, re.compile(r"This is what you told me:\s*I came by boat\s*I like tea"))


def test_what_is_crossed_out_is_forgotten(guide: Page, museum: Site) -> None:
    say(guide, "Remember that I like tea")
    expect_answer(guide, "I will remember")
    cross_out(guide, "I like tea")

    come_back(guide)
    expect(facts(guide)).to_have_count(0)
    say(guide, "What do you know about me?")
    expect_answer(guide, "Nothing yet.")


def test_a_second_visitor_sees_nothing_of_the_first(guide: Page, museum: Site) -> None:
    say(guide, "Remember that my password is swordfish")
    expect_answer(guide, "swordfish")
    guide.goto(f"{museum.url}/account/")
    guide.get_by_role("button", name="Log out").click()
    log_in(guide, museum, "bob")
    visit(guide, museum)

    expect(facts(guide)).to_have_count(0)
    say(guide, "What do you know about me?")
    expect_answer(guide, "Nothing yet.")
    assert "swordfish" not in guide.content()


def test_a_fact_is_text_whatever_it_says(guide: Page) -> None:
    say(guide, "Remember that <img src=x onerror=alert(1)> is my name")
    expect_answer(guide, "I will remember")

    expect(facts(guide)).to_have_text(["<img src=x onerror=alert(1)> is my name"])


def test_the_page_and_the_chat_change_their_theme(guide: Page) -> None:
    guide.get_by_role("button", name="Switch the page to dark mode").click()
    expect(guide.locator("html")).to_have_attribute("data-theme", "dark", timeout=PATIENCE)
    expect_answer(guide, "Lights out: the page is dark now.")

    come_back(guide)
    expect(guide.locator("html")).to_have_attribute("data-theme", "dark")
    say(guide, "light theme please")
    expect(guide.locator("html")).to_have_attribute("data-theme", "light", timeout=PATIENCE)
    expect_answer(guide, "Good morning: the page is light again.")


def test_the_weather_is_a_widget_and_stays_one(guide: Page) -> None:
    guide.get_by_role("button", name="What is the weather in Paris?").click()
    expect_answer(guide, "Here you are.")
    card = guide.locator(".ck-w-card-body")
    expect(card).to_contain_text(re.compile(r"Paris\s*France"))
    expect(card).to_contain_text("km/h")
    shown = card.inner_text()

    guide.reload()

    expect(card).to_contain_text("Feels like")
    assert card.inner_text() == shown


def test_a_town_that_nobody_knows_is_told_in_words(guide: Page) -> None:
    say(guide, "Weather in Atlantis")

    expect_answer(guide, "No place called 'Atlantis' is known.")


@pytest.mark.parametrize(
    ("name", "mime_type", "data", "said"),
    [
        (
            "log.txt",
            "text/plain",
            b"The lamp was lit at dusk.",
            "log.txt has 6 words. It begins: “The lamp was lit at dusk.”",
        ),
        (
            "log.pdf",
            "application/pdf",
            pdf("The lamp was lit", "at dusk"),
            "log.pdf is a PDF of 2 pages. It begins: “The lamp was lit at dusk”",
        ),
    ],
)
def test_the_guide_answers_about_a_file(
    guide: Page, name: str, mime_type: str, data: bytes, said: str
) -> None:
    ask_about(guide, "What is in this file?", name, data, mime_type)

    expect_answer(guide, said)


def test_the_guide_answers_about_a_picture(guide: Page, museum: Site) -> None:
    picture = (Path(__file__).parents[3] / "docs/images/chat-light.png").read_bytes()
    width, height = (int.from_bytes(picture[at : at + 4]) for at in (16, 20))
    ask_about(guide, "What is in this picture?", "chat.png", picture, "image/png")

    expect_answer(guide, f"It is a picture (PNG), {width} × {height} pixels large.")


def test_a_stranger_is_asked_to_log_in(page: Page, museum: Site) -> None:
    page.goto(f"{museum.url}/guide/")

    expect(page.locator("main").get_by_role("link")).to_have_attribute(
        "href", "/account/login/?next=/guide/"
    )
    expect(page.get_by_role("complementary")).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible(guide: Page, scheme: str, width: int) -> None:
    guide.evaluate("localStorage.removeItem('museum-theme')")
    guide.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    guide.set_viewport_size({"width": width, "height": 844})
    guide.reload()
    say(guide, "Remember that I like tea")
    expect_answer(guide, "I will remember")
    say(guide, "Weather in Paris")
    expect_answer(guide, "Here you are.")

    violations = Axe().run(guide).response["violations"]

    assert [(found["id"], [node["html"] for node in found["nodes"]]) for found in violations] == []
    assert guide.evaluate("document.documentElement.scrollWidth <= innerWidth")
