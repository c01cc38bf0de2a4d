"""The admin in a real browser: strict policy, keyboard, phone, accessibility."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from playwright.sync_api import Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from django_chatkit import services
from django_chatkit.backends import HostedBackend, assistants
from django_chatkit.backends.base import Owner, SessionRequest
from django_chatkit.models import ChatSession, ChatThread
from django_chatkit.testing import FakeOpenAI
from tests.admin.conversations import ANSWER, ARABIC, answered, every_kind, item, make_thread, said

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'"
)


@pytest.fixture(scope="module", autouse=True)
def database_beside_the_browser() -> Iterator[None]:
    """Playwright keeps an event loop in this thread, and Django then refuses its database."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained about: blocked content, errors, failed requests."""
    return []


@pytest.fixture
def lead(live_server: LiveServer, page: Page, complaints: list[str]) -> Page:
    """The support lead's browser, logged in, every page under a strict policy."""
    User.objects.create_superuser("lead", "lead@example.com", "secret")

    def with_policy(route: Route) -> None:
        response = route.fetch(max_redirects=0)
        headers = {**response.headers, "content-security-policy": STRICT}
        route.fulfill(response=response, headers=headers)

    def note(message: Any) -> None:
        if message.type in ("error", "warning") and "favicon" not in str(message.location):
            complaints.append(message.text)

    page.route(f"{live_server.url}/admin/**", with_policy)
    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{live_server.url}/admin/login/")
    page.get_by_label("Username").fill("lead")
    page.get_by_label("Password").fill("secret")
    page.get_by_role("button", name="Log in").click()
    return page


@pytest.fixture
def thread(db: None) -> ChatThread:
    """A conversation with everything in it."""
    thread = make_thread(1, title="Where is my parcel?", metadata={"plan": "pro"})
    for position, (kind, payload) in enumerate(every_kind("All **fine**")):
        item(thread, position, kind, payload).save()
    item(thread, 20, "user_message", said(ARABIC)).save()
    item(thread, 21, "assistant_message", answered(ANSWER)).save()
    return thread


@pytest.fixture
def held(hosted_assistant: str, fake_openai: FakeOpenAI) -> ChatThread:
    """A conversation that OpenAI holds, with its copy."""
    fake_openai.add_thread("user-1", title="Lost parcel", messages=["Where is it?", "On its way."])
    services.sync(hosted_assistant)
    return ChatThread.objects.get()


@pytest.fixture
def secret_of(hosted_assistant: str) -> ChatSession:
    """A session at OpenAI."""
    backend = assistants[hosted_assistant]
    assert isinstance(backend, HostedBackend)
    return backend.create_session(Owner("user-1"), SessionRequest())[0]


def address(live_server: LiveServer, thread: ChatThread, view: str = "change") -> str:
    return f"{live_server.url}/admin/django_chatkit/chatthread/{thread.pk}/{view}/"


def test_everything_works_under_a_strict_policy_and_nothing_foreign_is_asked_for(
    lead: Page,
    live_server: LiveServer,
    thread: ChatThread,
    complaints: list[str],
    foreign_requests: list[str],
) -> None:
    for path in ("chatthread", "chatfeedback", "chatattachment", "chatsession"):
        lead.goto(f"{live_server.url}/admin/django_chatkit/{path}/")
    lead.goto(address(live_server, thread))
    lead.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    lead.wait_for_load_state("networkidle")

    assert complaints == []
    assert foreign_requests == []


def test_a_folded_tool_call_opens_from_the_keyboard(
    lead: Page, live_server: LiveServer, thread: ChatThread
) -> None:
    lead.goto(address(live_server, thread))
    call = lead.locator("details", has_text="Tool call")
    arguments = call.get_by_text('"to": "All **fine**"')

    expect(arguments).to_be_hidden()
    call.locator("summary").focus()
    lead.keyboard.press("Enter")

    expect(arguments).to_be_visible()


def test_locking_takes_three_steps(lead: Page, live_server: LiveServer, thread: ChatThread) -> None:
    lead.goto(f"{live_server.url}/admin/django_chatkit/chatthread/")
    lead.get_by_role("link", name="Where is my parcel?").click()
    lead.get_by_role("link", name="Lock").click()
    lead.get_by_label("Reason").fill("A colleague takes over")
    lead.get_by_role("button", name="Lock").click()

    expect(lead.get_by_text("1 conversation was locked.")).to_be_visible()
    expect(lead.locator(".chatkit-head-line")).to_contain_text("A colleague takes over")
    expect(lead.get_by_role("link", name="Reopen")).to_be_visible()


def test_the_id_is_copied_with_one_click(
    lead: Page, live_server: LiveServer, thread: ChatThread
) -> None:
    lead.context.grant_permissions(["clipboard-read", "clipboard-write"])
    lead.goto(address(live_server, thread))

    lead.get_by_role("button", name="Copy").first.click()

    expect(lead.get_by_role("button", name="Copied")).to_be_visible()
    assert lead.evaluate("navigator.clipboard.readText()") == thread.id


def test_a_session_is_revoked_here_and_at_openai(
    lead: Page, live_server: LiveServer, secret_of: ChatSession, fake_openai: FakeOpenAI
) -> None:
    lead.goto(f"{live_server.url}/admin/django_chatkit/chatsession/")
    lead.get_by_role("link", name=secret_of.id).click()
    lead.get_by_role("link", name="Revoke").click()
    expect(lead.get_by_role("heading", name="Revoke this session")).to_be_visible()
    expect(lead.get_by_text("OpenAI is told to cancel it as well")).to_be_visible()
    lead.get_by_role("button", name="Revoke").click()

    expect(lead.get_by_text("Revoked.", exact=True)).to_be_visible()
    expect(lead.locator(".field-state")).to_contain_text("Cancelled")
    expect(lead.get_by_role("link", name="Revoke")).to_have_count(0)
    assert fake_openai.sessions[secret_of.id]["status"] == "cancelled"


def test_a_conversation_is_deleted_here_and_at_openai(
    lead: Page, live_server: LiveServer, held: ChatThread, fake_openai: FakeOpenAI
) -> None:
    lead.goto(address(live_server, held))
    lead.get_by_role("link", name="Delete…").click()
    expect(lead.get_by_role("radio", name="Here and at OpenAI")).to_be_checked()
    lead.get_by_role("button", name="Delete").click()

    expect(lead.get_by_text("Deleted here and at OpenAI.")).to_be_visible()
    expect(lead.get_by_text("No conversations yet")).to_be_visible()
    assert fake_openai.threads == {}
    assert not ChatThread.objects.exists()


def test_where_to_delete_is_chosen_from_the_keyboard(
    lead: Page, live_server: LiveServer, held: ChatThread, fake_openai: FakeOpenAI
) -> None:
    lead.goto(address(live_server, held, "delete"))
    lead.get_by_role("radio", name="Here and at OpenAI").focus()
    lead.keyboard.press("ArrowDown")
    lead.keyboard.press("ArrowDown")
    expect(lead.get_by_role("radio", name="Only at OpenAI")).to_be_checked()
    lead.keyboard.press("Enter")

    expect(lead.get_by_text("Deleted at OpenAI.")).to_be_visible()
    expect(lead.get_by_text("Gone at OpenAI").first).to_be_visible()
    assert fake_openai.threads == {}
    assert ChatThread.objects.exists()


def test_one_click_shows_what_is_new_at_openai(
    lead: Page, live_server: LiveServer, held: ChatThread, fake_openai: FakeOpenAI
) -> None:
    lead.goto(address(live_server, held))
    fake_openai.add_user_message(held.id, "It has come, thank you!")
    lead.get_by_role("button", name="Sync now").click()

    expect(lead.get_by_text("Synced.", exact=True)).to_be_visible()
    expect(lead.get_by_text("It has come, thank you!")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_about_openai_scrolls_sideways_or_breaks_the_policy(
    lead: Page,
    live_server: LiveServer,
    held: ChatThread,
    secret_of: ChatSession,
    complaints: list[str],
    width: int,
) -> None:
    lead.set_viewport_size({"width": width, "height": 844})
    sessions = f"{live_server.url}/admin/django_chatkit/chatsession"

    for url in (
        f"{live_server.url}/admin/django_chatkit/chatthread/",
        address(live_server, held),
        address(live_server, held, "sync"),
        address(live_server, held, "delete"),
        f"{sessions}/",
        f"{sessions}/{secret_of.pk}/change/",
        f"{sessions}/{secret_of.pk}/revoke/",
    ):
        lead.goto(url)
        assert lead.evaluate("document.documentElement.scrollWidth") <= width, url
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_about_openai_are_accessible(
    lead: Page,
    live_server: LiveServer,
    held: ChatThread,
    secret_of: ChatSession,
    scheme: Any,
) -> None:
    make_thread(7, title="Own")
    lead.emulate_media(color_scheme=scheme)
    lead.unroute_all()  # axe brings its own script
    threads = f"{live_server.url}/admin/django_chatkit/chatthread/"
    sessions = f"{live_server.url}/admin/django_chatkit/chatsession/"

    def check(part: str) -> None:
        results = Axe().run(lead, context=part)
        assert results.violations_count == 0, results.generate_report()

    for url, part in (
        (threads, "#result_list"),
        (address(live_server, held), "#content"),
        (address(live_server, held, "sync"), "#content"),
        (address(live_server, held, "delete"), "#content"),
        (sessions, "#result_list"),
        (f"{sessions}{secret_of.pk}/revoke/", "#content"),
    ):
        lead.goto(url)
        check(part)
    lead.goto(threads)
    for box in lead.locator(".action-select").all():
        box.check()
    lead.get_by_label("Action:").select_option("delete_selected")
    lead.get_by_role("button", name=re.compile("Go|Run")).click()
    expect(lead.get_by_role("heading", name="Delete 2 conversations")).to_be_visible()
    check("#content")
    lead.get_by_role("button", name="Delete").click()
    expect(lead.get_by_role("heading", name="What was deleted")).to_be_visible()
    check("#content")


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_scrolls_sideways(
    lead: Page, live_server: LiveServer, thread: ChatThread, width: int
) -> None:
    lead.set_viewport_size({"width": width, "height": 844})
    lists = f"{live_server.url}/admin/django_chatkit"

    for url in (
        f"{lists}/chatthread/",
        f"{lists}/chatsession/",
        address(live_server, thread),
        address(live_server, thread, "lock"),
    ):
        lead.goto(url)
        lead.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert lead.evaluate("document.documentElement.scrollWidth") <= width, url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_our_part_of_the_pages_is_accessible(
    lead: Page, live_server: LiveServer, thread: ChatThread, scheme: Any
) -> None:
    lead.emulate_media(color_scheme=scheme)
    lead.unroute_all()  # axe brings its own script
    for url, part in (
        (address(live_server, thread), "#content"),
        (address(live_server, thread, "lock"), "#content"),
        (f"{live_server.url}/admin/django_chatkit/chatthread/", "#result_list"),
    ):
        lead.goto(url)
        lead.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        results = Axe().run(lead, context=part)
        assert results.violations_count == 0, results.generate_report()
