"""Chats with an assistant that OpenAI hosts, in Chromium: secrets, the mirror, and what can fail.

OpenAI's API is the package's own fake, and its script a stand-in that the test project serves.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from django_chatkit.testing import FakeOpenAI, FakeOpenAIServer
from tests.servers import Site, live_site

pytestmark = [pytest.mark.browser, pytest.mark.socket]

STATIC = str(Path(__file__).parent / "static")
SCRIPT = "/static/openai/chatkit.js"
SESSIONS = "**/chatkit/sessions"


@pytest.fixture(scope="module")
def upstream() -> Iterator[FakeOpenAIServer]:
    with FakeOpenAIServer() as server:
        yield server


@pytest.fixture(scope="module")
def chats(upstream: FakeOpenAIServer) -> Iterator[Site]:
    hosted = {
        "BACKEND": "django_chatkit.backends.HostedBackend",
        "OPTIONS": {
            "API_KEY": upstream.api.api_key,
            "WORKFLOW_ID": "wf_1",
            "BASE_URL": upstream.base_url,
            "MAX_RETRIES": 0,
        },
        "ELEMENT": {"startScreen": {"greeting": "Hosted."}},
    }
    with live_site(
        "asgi",
        ROOT_URLCONF="tests.templatetags.urls",
        STATICFILES_DIRS=[STATIC],
        CHATKIT_SCRIPT_URL=SCRIPT,
        CHATKIT_ASSISTANTS={"default": hosted},
    ) as site:
        yield site


@pytest.fixture
def openai(upstream: FakeOpenAIServer) -> Iterator[FakeOpenAI]:
    """OpenAI's state, with nothing minted yet."""
    upstream.api.sessions.clear()
    yield upstream.api
    upstream.api.clear()


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser's console says is wrong, refusals by the policy included."""
    found: list[str] = []
    page.on(
        "console", lambda message: found.append(message.text) if message.type == "error" else None
    )
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.fixture
def reports(page: Page) -> list[Any]:
    """The names of the failures that the page told its site."""
    found: list[Any] = []

    def remember(request: Request) -> None:
        if "/chatkit/client-events" in request.url:
            found.extend(event["name"] for event in (request.post_data_json or {})["events"])

    page.on("request", remember)
    return found


def log_in(page: Page, site: Site, username: str = "alice") -> None:
    page.context.request.post(f"{site.url}/test/log-in", form={"username": username})


def open_chat(page: Page, site: Site, name: str = "hosted") -> Locator:
    page.goto(f"{site.url}/test/page/{name}", wait_until="commit")
    return page.locator("openai-chatkit")


def secrets_of(openai: FakeOpenAI) -> list[str]:
    return [session["client_secret"] for session in openai.sessions.values()]


def expect_secret(chat: Locator, secret: str) -> None:
    expect(chat).to_have_text(f"Hosted. Chat of {secret}")


def expect_some_chat(chat: Locator) -> None:
    expect(chat).to_contain_text("Hosted. Chat of ek_")


# The secret


def test_a_chat_works_where_nothing_runs_without_a_nonce(
    page: Page,
    chats: Site,
    openai: FakeOpenAI,
    complaints: list[str],
    reports: list[str],
    foreign_requests: list[str],
) -> None:
    log_in(page, chats)
    chat = open_chat(page, chats)

    expect_some_chat(chat)
    [secret] = secrets_of(openai)
    expect_secret(chat, secret)
    assert (complaints, reports, foreign_requests) == ([], [], [])


def test_the_secret_is_in_the_tab_and_nowhere_else(
    page: Page, chats: Site, openai: FakeOpenAI
) -> None:
    log_in(page, chats)
    with page.expect_response("**/test/page/hosted") as response:
        expect_some_chat(open_chat(page, chats))

    [secret] = secrets_of(openai)
    assert secret in page.evaluate("JSON.stringify({...sessionStorage})")
    assert secret not in page.evaluate("JSON.stringify({...localStorage}) + document.cookie")
    assert secret not in response.value.text()
    assert secret not in chats.output


def test_the_next_page_goes_on_with_the_secret(page: Page, chats: Site, openai: FakeOpenAI) -> None:
    log_in(page, chats)
    expect_some_chat(open_chat(page, chats))

    expect_some_chat(open_chat(page, chats))

    assert len(openai.sessions) == 1


def test_tabs_that_open_at_once_mint_once(page: Page, chats: Site, openai: FakeOpenAI) -> None:
    log_in(page, chats)
    openai.delay = 0.3
    tabs = [page, page.context.new_page(), page.context.new_page()]

    opened = [open_chat(tab, chats) for tab in tabs]

    for chat in opened:
        expect_some_chat(chat)
    [secret] = secrets_of(openai)
    for chat in opened:
        expect_secret(chat, secret)


def test_a_secret_that_ends_is_replaced_once_for_all_tabs(
    page: Page, chats: Site, openai: FakeOpenAI
) -> None:
    log_in(page, chats)
    opened = [open_chat(tab, chats) for tab in (page, page.context.new_page())]
    for chat in opened:
        expect_some_chat(chat)

    for chat in opened:
        chat.evaluate("(element) => void element.refresh()")

    for chat in opened:
        expect(chat).not_to_contain_text(secrets_of(openai)[0])
    _first, second = secrets_of(openai)
    for chat in opened:
        expect_secret(chat, second)


def test_somebody_else_in_the_same_tab_gets_a_secret_of_their_own(
    page: Page, chats: Site, openai: FakeOpenAI
) -> None:
    log_in(page, chats)
    expect_some_chat(open_chat(page, chats))
    [alices] = secrets_of(openai)

    log_in(page, chats, "bob")
    chat = open_chat(page, chats)

    expect_some_chat(chat)
    expect_secret(chat, secrets_of(openai)[1])
    assert alices not in page.evaluate("JSON.stringify({...sessionStorage})")


def test_a_popup_mints_nothing_until_it_is_opened(
    page: Page, chats: Site, openai: FakeOpenAI
) -> None:
    log_in(page, chats)
    chat = open_chat(page, chats, "popup")
    launcher = page.get_by_role("button", name="Open chat")
    expect(launcher).to_be_visible()
    assert openai.sessions == {}

    launcher.click()

    expect_some_chat(chat)


# The mirror


def test_the_mirror_follows_the_chat(
    page: Page, chats: Site, openai: FakeOpenAI, upstream: FakeOpenAIServer
) -> None:
    log_in(page, chats)
    chat = open_chat(page, chats)
    expect_some_chat(chat)
    [session] = openai.sessions.values()
    thread = openai.add_thread(user=session["user"], title="Lamps", messages=["Hi", "Hello"])

    with page.expect_response(f"**/threads/{thread['id']}/sync") as ping:
        chat.evaluate("(element, id) => element.converse(id)", thread["id"])

    assert ping.value.status == 200
    expect_mirrored(page, chats, upstream, thread["id"])


def expect_mirrored(page: Page, site: Site, upstream: FakeOpenAIServer, thread_id: str) -> None:
    """The site knows both messages when OpenAI does not answer."""
    upstream.stop()
    try:
        url = f"{site.url}/chatkit/threads/{thread_id}/items?order=asc"
        answer = page.context.request.get(url)
    finally:
        upstream.start()
    assert "x-chatkit-mirror-age" in answer.headers
    assert [item["content"][0]["text"] for item in answer.json()["data"]] == ["Hi", "Hello"]


def test_a_remembered_thread_that_is_gone_opens_the_start_screen(
    page: Page, chats: Site, openai: FakeOpenAI
) -> None:
    log_in(page, chats)
    chat = open_chat(page, chats)
    expect_some_chat(chat)
    chat.evaluate("(element) => element.converse('cthr_gone')")
    assert stored_thread(page) == "cthr_gone"

    with page.expect_response("**/threads/cthr_gone/sync") as ping:
        chat = open_chat(page, chats)

    assert ping.value.status == 404
    expect(chat).to_have_attribute("data-thread", "new")
    assert stored_thread(page) is None


def stored_thread(page: Page) -> Any:
    return page.evaluate("Object.values(localStorage)[0] ?? null")


# What can fail


def test_a_busy_openai_is_waited_for_and_the_visitor_told(
    page: Page, chats: Site, openai: FakeOpenAI
) -> None:
    log_in(page, chats)
    openai.fail_next(status=503, headers={"retry-after": "4"})

    chat = open_chat(page, chats)

    waiting = page.get_by_role("status")
    expect(waiting).to_have_text("The assistant is busy. Trying again in 4 s.")
    expect_some_chat(chat)
    expect(waiting).to_have_count(0)


def test_who_logged_out_meanwhile_is_asked_to_reload(
    page: Page, chats: Site, openai: FakeOpenAI, reports: list[str]
) -> None:
    log_in(page, chats)
    chat = open_chat(page, chats)
    expect_some_chat(chat)

    page.context.request.post(f"{chats.url}/test/log-out")
    chat.evaluate("(element) => element.refresh().catch(() => undefined)")

    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Your session has ended. Reload the page to go on.")
    assert page.evaluate("Object.keys(sessionStorage)") == []
    alert.get_by_role("button", name="Reload").click()
    expect(page.get_by_role("link", name="Log in to use the chat.")).to_be_visible()


def test_a_site_that_cannot_be_reached_is_told_from_one_that_refuses(
    page: Page, chats: Site, openai: FakeOpenAI, reports: list[str]
) -> None:
    log_in(page, chats)
    page.route(SESSIONS, lambda route: route.abort("connectionrefused"))
    open_chat(page, chats)
    expect(page.get_by_role("alert")).to_contain_text("This site cannot be reached.")

    page.unroute(SESSIONS)
    page.route(SESSIONS, lambda route: route.fulfill(status=403, json={}))
    open_chat(page, chats)

    expect(page.get_by_role("alert")).to_contain_text("This chat is not open to you.")
    assert reports == ["session.refused"]


def test_a_script_that_cannot_be_loaded_leaves_a_message(
    page: Page, chats: Site, reports: list[str]
) -> None:
    log_in(page, chats)
    page.route(f"**{SCRIPT}", lambda route: route.abort("connectionrefused"))

    open_chat(page, chats)

    expect(page.get_by_role("alert")).to_contain_text(
        f"The chat's script could not be loaded from {chats.host}:{chats.port}."
    )
    assert reports == ["script.failed"]


def test_a_script_that_the_sites_policy_blocks_is_told_apart(
    page: Page, chats: Site, reports: list[str]
) -> None:
    log_in(page, chats)

    open_chat(page, chats, "own-scripts-only")

    expect(page.get_by_role("alert")).to_contain_text(
        "This site's Content-Security-Policy blocks the chat's script."
    )
    assert reports == ["script.blocked"]


def test_a_domain_that_is_not_on_openais_list_is_named(
    page: Page, chats: Site, openai: FakeOpenAI, reports: list[str]
) -> None:
    log_in(page, chats)
    page.clock.install()
    chat = open_chat(page, chats, "hosted?unlisted")
    expect(chat).to_have_attribute("data-secret", "given")

    page.clock.fast_forward(15_000)

    expect(page.get_by_role("alert")).to_contain_text(
        "The chat does not start. If this site is yours, add 127.0.0.1 to the domain allow-list "
        "in OpenAI's settings."
    )
    assert reports == ["element.not_ready"]


def test_a_self_hosted_assistant_does_without_openais_script(
    page: Page, reports: list[str]
) -> None:
    own = {
        "BACKEND": "django_chatkit.backends.SelfHostedBackend",
        "ELEMENT": {"startScreen": {"greeting": "Answered here"}},
    }
    with live_site(
        "asgi",
        ROOT_URLCONF="tests.templatetags.urls",
        CHATKIT_ASSISTANTS={"default": own},
        CHATKIT_ELEMENT_SOURCE="cdn",
        CHATKIT_SCRIPT_URL="/static/nowhere.js",
    ) as site:
        log_in(page, site)
        open_chat(page, site)

        expect(page.get_by_text("Answered here")).to_be_visible()
    assert reports == ["element.fallback"]
