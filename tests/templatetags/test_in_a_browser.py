"""Chats on real pages, in Chromium: strict policy, several at once, the last thread, statics elsewhere."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import Page, Route, expect

from tests.servers import Site, live_site

pytestmark = [pytest.mark.browser, pytest.mark.socket]

URLS = "tests.templatetags.urls"
ASSISTANTS = {
    name: {
        "BACKEND": "django_chatkit.backends.SelfHostedBackend",
        "OPTIONS": {"SERVER": "tests.templatetags.agents.ContextServer"},
        "ELEMENT": {"startScreen": {"greeting": f"This is {name}"}},
    }
    for name in ("default", "support")
}


@pytest.fixture(scope="module")
def chats() -> Iterator[Site]:
    with live_site("asgi", ROOT_URLCONF=URLS, CHATKIT_ASSISTANTS=ASSISTANTS) as site:
        yield site


@pytest.fixture(autouse=True)
def complaints(page: Page) -> list[str]:
    """What the browser's console says is wrong, refusals by the policy included."""
    found: list[str] = []
    page.on(
        "console", lambda message: found.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def log_in(page: Page, site: Site, username: str = "alice") -> None:
    page.context.request.post(f"{site.url}/test/log-in", form={"username": username})


def open_page(page: Page, site: Site, name: str) -> None:
    page.goto(f"{site.url}/test/page/{name}")


def say(page: Page, text: str) -> None:
    page.get_by_role("textbox").fill(text)
    page.get_by_role("textbox").press("Enter")


def expect_answer(page: Page, context: str = "null") -> None:
    """Wait for the agent's answer; the first one imports the SDK, which takes seconds."""
    said = page.get_by_role("paragraph").get_by_text(f"The page says {context}", exact=True)
    expect(said).to_be_visible(timeout=30_000)


def test_a_chat_works_where_nothing_runs_without_a_nonce(
    page: Page, chats: Site, complaints: list[str], foreign_requests: list[str]
) -> None:
    log_in(page, chats)
    open_page(page, chats, "inline")

    say(page, "Hello")

    expect_answer(page)
    assert complaints == []
    assert foreign_requests == []


def test_the_height_is_the_one_asked_for_before_and_after_the_script_runs(
    page: Page, chats: Site
) -> None:
    log_in(page, chats)
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/embed.js", hold)
    with page.expect_request("**/embed.js"):
        page.goto(f"{chats.url}/test/page/inline", wait_until="commit")
    element = page.locator("openai-chatkit")

    expect(element).to_have_css("height", "420px")
    waiting[0].continue_()
    expect(page.get_by_text("This is default")).to_be_visible()
    expect(element).to_have_css("height", "420px")


def test_the_last_thread_is_there_after_a_reload(page: Page, chats: Site) -> None:
    log_in(page, chats)
    open_page(page, chats, "inline")
    say(page, "Remember me")
    expect_answer(page)

    page.reload()

    expect(page.get_by_text("Remember me")).to_be_visible()
    expect_answer(page)


def test_somebody_elses_browser_session_begins_anew(page: Page, chats: Site) -> None:
    log_in(page, chats)
    open_page(page, chats, "inline")
    say(page, "Only mine")
    expect_answer(page)

    log_in(page, chats, "bob")
    page.reload()

    expect(page.get_by_text("This is default")).to_be_visible()
    expect(page.get_by_text("Only mine")).to_have_count(0)


def test_a_thread_that_is_gone_opens_the_start_screen(page: Page, chats: Site) -> None:
    log_in(page, chats)
    open_page(page, chats, "inline")
    say(page, "Soon gone")
    expect_answer(page)
    page.evaluate(
        """() => {
            const key = Object.keys(localStorage).find((name) => name.startsWith("django-chatkit:"));
            localStorage.setItem(key, "thr_" + "0".repeat(32));
        }"""
    )

    page.reload()

    expect(page.get_by_text("This is default")).to_be_visible()


def test_a_thread_of_the_template_wins(page: Page, chats: Site) -> None:
    log_in(page, chats)
    open_page(page, chats, "inline")
    say(page, "The first one")
    expect_answer(page)
    thread = stored_thread(page)
    page.evaluate("localStorage.clear()")

    open_page(page, chats, f"thread?id={thread}")

    expect(page.get_by_text("The first one")).to_be_visible()


def stored_thread(page: Page) -> str:
    found: str = page.evaluate("Object.values(localStorage).find((id) => id.startsWith('thr_'))")
    return found


def test_the_pages_context_reaches_the_agent(page: Page, chats: Site) -> None:
    log_in(page, chats)
    open_page(page, chats, "context")

    say(page, "Where am I?")

    expect_answer(page, '{"product": "lamp"}')


def test_several_chats_on_one_page_are_several_assistants(
    page: Page, chats: Site, complaints: list[str]
) -> None:
    log_in(page, chats)
    open_page(page, chats, "several")

    expect(page.locator("#chatkit-1").get_by_text("This is default")).to_be_visible()
    expect(page.locator("#chatkit-2").get_by_text("This is support")).to_be_visible()
    expect(page.get_by_role("button", name="Open chat")).to_be_visible()
    assert complaints == []


def test_a_popup_asks_for_nothing_until_it_is_opened(page: Page, chats: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(chats.url)))
    log_in(page, chats)
    open_page(page, chats, "popup")
    launcher = page.get_by_role("button", name="Open chat")
    expect(launcher).to_be_visible()

    assert [url for url in asked if "chatkit" in url] == [
        "/static/django_chatkit/embed.css",
        "/static/django_chatkit/embed.js",
    ]
    launcher.click()
    expect(page.get_by_text("This is default")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("This is default")).to_be_hidden()
    expect(launcher).to_be_focused()


def test_a_popup_that_still_loads_closes_with_escape(page: Page, chats: Site) -> None:
    page.route("**/django_chatkit/chatkit*.js", lambda route: None)
    log_in(page, chats)
    open_page(page, chats, "popup")
    launcher = page.get_by_role("button", name="Open chat")

    launcher.click()
    expect(page.get_by_role("dialog")).to_be_focused()
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(launcher).to_be_focused()


def test_who_is_not_logged_in_gets_a_link(page: Page, chats: Site) -> None:
    open_page(page, chats, "inline")

    link = page.get_by_role("link", name="Log in to use the chat.")
    expect(link).to_have_attribute("href", "/admin/login/?next=/test/page/inline")


class StaticHost(SimpleHTTPRequestHandler):
    """A host for static files, which scripts of other origins may load."""

    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def static_host(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Another origin that serves a folder, and the folder."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(StaticHost, directory=tmp_path)) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{host.server_port}/", tmp_path
        host.shutdown()


def test_static_files_may_be_hashed_and_on_another_host(
    page: Page, static_host: tuple[str, Path], complaints: list[str]
) -> None:
    url, folder = static_host
    settings: dict[str, Any] = {
        "STATIC_URL": url,
        "STATIC_ROOT": str(folder),
        "STORAGES": {
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
            "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
        },
        "WHITENOISE_KEEP_ONLY_HASHED_FILES": True,
    }
    with override_settings(**settings):
        call_command("collectstatic", verbosity=0, interactive=False)
    assert not (folder / "django_chatkit" / "embed.js").exists()

    asked: list[str] = []
    page.on("response", lambda response: asked.append(f"{response.status} {response.url}"))
    prompt = {"label": "Partir", "prompt": "Partir", "icon": "lucide:rocket"}
    element = {"ELEMENT": {"startScreen": {"prompts": [prompt]}}}
    assistants = ASSISTANTS | {"default": ASSISTANTS["default"] | element}
    with live_site(
        "asgi", ROOT_URLCONF=URLS, CHATKIT_ASSISTANTS=assistants, LANGUAGE_CODE="fr", **settings
    ) as site:
        log_in(page, site)
        open_page(page, site, "inline")
        expect(page.get_by_role("button", name="Partir").locator("path")).to_have_count(1)
        assert any("/icons/lucide-" in entry for entry in asked)
        say(page, "Bonjour")
        expect_answer(page)

    modules = [entry for entry in asked if entry.endswith(".js")]
    assert len(modules) >= 3
    assert [entry for entry in modules if not entry.startswith(f"200 {url}django_chatkit/")] == []
    assert complaints == []
