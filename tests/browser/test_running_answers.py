"""Answers that outlive their connection: a page that comes back finds them where they are."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.chat import PATIENCE, Chat, FarChat
from tests.browser.conftest import PLAYING, STATIC
from tests.browser.plays import say, stream, tool_call, wait
from tests.browser.proxy import Network, network
from tests.servers import Site, live_site

pytestmark = [pytest.mark.browser, pytest.mark.socket]


@pytest.fixture(scope="module")
def lasting_site() -> Iterator[Site]:
    with live_site(
        "asgi",
        ROOT_URLCONF="tests.browser.urls",
        STATICFILES_DIRS=[str(STATIC)],
        CHATKIT_ASSISTANTS={"default": PLAYING},
        CHATKIT_ON_DISCONNECT="continue",
    ) as site:
        yield site


@pytest.fixture
def wire(lasting_site: Site) -> Iterator[Network]:
    with network(lasting_site.port) as wire:
        yield wire


@pytest.fixture
def chat(page: Page, lasting_site: Site, wire: Network, request: pytest.FixtureRequest) -> Chat:
    page.context.request.post(
        f"{lasting_site.url}/test/log-in", form={"username": request.node.name}
    )
    return FarChat(page, lasting_site, wire)


def mark(chat: Chat) -> Locator:
    return chat.page.locator(".broken-off")


@pytest.mark.row("C42")
def test_a_reload_joins_the_answer_where_it_is(chat: Chat) -> None:
    chat.answers_with("Long", stream("One ", wait("join-1"), "two ", wait("join-2"), "three."))
    chat.page.goto(f"{chat.site.url}/test/tag/inline")
    chat.say("Long")
    chat.expect_answer("One")

    chat.page.reload()
    expect(chat.answers.get_by_role("paragraph")).to_have_text("One", timeout=PATIENCE)
    expect(chat.stop_button).to_be_visible()
    chat.open_gate("join-1")

    expect(chat.answers.get_by_role("paragraph")).to_have_text("One two")
    chat.open_gate("join-2")
    expect(chat.answers.get_by_role("paragraph")).to_have_text("One two three.")
    expect(chat.stop_button).to_have_count(0)
    expect(chat.answers).to_have_count(1)
    expect(chat.questions).to_have_count(1)
    expect(mark(chat)).to_have_count(0)


@pytest.mark.row("C42")
def test_an_answer_that_ended_meanwhile_is_whole(chat: Chat) -> None:
    chat.answers_with("Long", stream("One ", wait("ended-meanwhile"), "two."))
    chat.page.goto(f"{chat.site.url}/test/tag/inline")
    chat.say("Long")
    chat.expect_answer("One")
    chat.page.goto("about:blank")
    chat.open_gate("ended-meanwhile")

    chat.page.goto(f"{chat.site.url}/test/tag/inline")

    chat.expect_answer("One two.")
    expect(chat.stop_button).to_have_count(0)
    expect(mark(chat)).to_have_count(0)


@pytest.mark.row("C08")
def test_a_lost_connection_is_joined_again_without_a_word_twice(chat: Chat, wire: Network) -> None:
    effect = {"type": "client_effect", "name": "lamp", "data": {"lit": True}}
    chat.answers_with(
        "Long", [effect, *stream("One ", wait("lost-1"), "two ", wait("lost-2"), "three.")]
    )
    chat.open()
    chat.say("Long")
    chat.expect_answer("One")

    wire.go_down()
    chat.open_gate("lost-1")
    wire.come_back()
    expect(chat.answers.get_by_role("paragraph")).to_have_text("One two", timeout=PATIENCE)
    wire.cut()
    chat.open_gate("lost-2")

    chat.wait_for_event("response.end")
    expect(chat.answers.get_by_role("paragraph")).to_have_text("One two three.")
    expect(chat.page.get_by_role("alert")).to_have_count(0)
    expect(mark(chat)).to_have_count(0)
    names = [name for name, _ in chat.events("response.start", "response.end", "effect", "error")]
    assert names == ["response.start", "effect", "response.end"]


@pytest.mark.row("C10")
def test_the_stop_button_stops_it_on_the_server_too(chat: Chat) -> None:
    chat.answers_with("Long", stream("Half of", wait("stop-lasting"), " it"))
    chat.page.goto(f"{chat.site.url}/test/tag/inline")
    chat.say("Long")
    chat.expect_answer("Half of")

    with chat.page.expect_response("**/stop") as stopped:
        chat.stop_button.click()

    assert stopped.value.status == 200
    expect(mark(chat)).to_contain_text("Response stopped")
    chat.say("Hello")
    chat.expect_answer("Echo: Hello")
    chat.page.reload()
    expect(chat.answers.first).to_contain_text("Half of")
    expect(chat.answers).to_have_count(2)


@pytest.mark.row("C10")
def test_an_answer_is_stopped_after_a_reload(chat: Chat) -> None:
    chat.answers_with("Long", stream("Half of", wait("stop-after-reload"), " it"))
    chat.page.goto(f"{chat.site.url}/test/tag/inline")
    chat.say("Long")
    chat.expect_answer("Half of")
    chat.page.reload()
    expect(chat.stop_button).to_be_visible(timeout=PATIENCE)

    with chat.page.expect_response("**/stop"):
        chat.stop_button.click()

    expect(mark(chat)).to_contain_text("Response stopped")
    chat.expect_answer("Half of")
    chat.page.reload()
    expect(mark(chat)).to_contain_text("Response stopped")


@pytest.mark.row("C42")
def test_two_tabs_show_the_same_answer(chat: Chat) -> None:
    chat.answers_with("Long", stream("One ", wait("tabs"), "two."))
    chat.page.goto(f"{chat.site.url}/test/tag/inline")
    chat.say("Long")
    chat.expect_answer("One")
    other = Chat(chat.page.context.new_page(), chat.site)
    other.page.goto(f"{chat.site.url}/test/tag/inline")
    other.expect_answer("One")

    chat.open_gate("tabs")

    other.expect_answer("One two.")
    chat.expect_answer("One two.")


TOOL = """onClientTool: async ({ name }) => {
    chatCalls.push(["tool", name]);
    await new Promise((resolve) => (window.letToolEnd = resolve));
    return { lit: true };
}"""
UNTIL_SOMEBODY_WAITS = """async () => {
    const waits = ({ name }) => name.startsWith("openai-chatkit:");
    while (!(await navigator.locks.query()).pending.some(waits))
        await new Promise((resolve) => setTimeout(resolve, 20));
}"""


def two_tabs_wait_for_a_tool(chat: Chat, gate: str) -> Chat:
    """Have one tab run a tool and another follow the same answer; the other."""
    chat.answers_with("Light it", *stream("One ", wait(gate), "moment."), tool_call("light"))
    chat.answers_with("continue", say("It is lit."))
    chat.open(f"{{{TOOL}}}")
    chat.say("Light it")
    chat.expect_answer("One")
    other = FarChat(chat.page.context.new_page(), chat.site, chat.wire)  # type: ignore[attr-defined]
    other.open(f"{{initialThread: {chat.thread_id!r}, {TOOL}}}")
    other.expect_answer("One")
    chat.open_gate(gate)
    other.page.evaluate(UNTIL_SOMEBODY_WAITS)
    return other


def outputs(chat: Chat) -> int:
    return [request["type"] for request in chat.requests].count("threads.add_client_tool_output")


@pytest.mark.row("C40")
def test_of_two_tabs_the_one_that_asked_runs_a_client_tool(chat: Chat) -> None:
    other = two_tabs_wait_for_a_tool(chat, "tool-once")

    chat.page.evaluate("letToolEnd()")

    chat.expect_answer("It is lit.")
    other.expect_answer("It is lit.")
    other.wait_for_event("response.end")
    assert (chat.calls("tool"), other.calls("tool")) == ([["light"]], [])
    assert (outputs(chat), outputs(other)) == (1, 0)


@pytest.mark.row("C40")
def test_a_client_tool_whose_tab_was_closed_runs_in_the_other(chat: Chat) -> None:
    other = two_tabs_wait_for_a_tool(chat, "tool-closed")

    chat.page.close()

    other.page.wait_for_function("() => window.letToolEnd !== undefined")
    other.page.evaluate("letToolEnd()")
    other.expect_answer("It is lit.")
    assert other.calls("tool") == [["light"]]
    assert outputs(other) == 1
