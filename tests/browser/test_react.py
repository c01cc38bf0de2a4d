"""OpenAI's own React bindings, ``@openai/chatkit-react`` 1.6.1, drive the element.

``frontend/tests-pages/react.js`` is the application; ``npm run build:test-pages`` builds it.
"""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.chat import PATIENCE, Chat
from tests.browser.plays import say, tool_call

pytestmark = [pytest.mark.browser, pytest.mark.socket, pytest.mark.row("C04")]

METHODS = [
    "focusComposer",
    "setThreadId",
    "sendUserMessage",
    "setComposerValue",
    "fetchUpdates",
    "sendCustomAction",
    "showHistory",
    "hideHistory",
]


@pytest.fixture
def react(chat: Chat) -> Chat:
    """A React page with the chat on it."""
    chat.page.goto(f"{chat.site.url}/test/react")
    wait_for(chat, "onReady")
    return chat


def wait_for(chat: Chat, handler: str, times: int = 1) -> None:
    chat.page.wait_for_function(
        "([name, times]) => window.reactCalls?.filter((c) => c[0] === name).length >= times",
        arg=[handler, times],
        timeout=PATIENCE,
    )


def details(chat: Chat, handler: str) -> list[Any]:
    every = chat.page.evaluate("reactCalls.map(([name, d]) => [name, d?.error?.message ?? d])")
    return [detail for name, detail in every if name == handler]


def call(chat: Chat, expression: str) -> Any:
    return chat.page.evaluate(f"chatKit.{expression}.then(() => null, (e) => e.message)")


def test_options_follow_the_applications_state(react: Chat) -> None:
    expect(react.greeting).to_be_visible()

    react.page.evaluate(
        "setReactOptions({ startScreen: { greeting: 'Ahoy' }, theme: 'dark', locale: 'fr' })"
    )

    expect(react.page.get_by_role("heading", name="Ahoy")).to_be_visible()
    expect(react.page.get_by_placeholder("Écrire à l’IA")).to_be_visible()
    assert details(react, "onReady") == [None]


def test_every_method_is_there_and_works(react: Chat) -> None:
    react.answers_with("action:lamp", say("Lit."))
    assert react.page.evaluate("METHODS => METHODS.map((m) => typeof chatKit[m])", METHODS) == [
        "function"
    ] * len(METHODS)

    assert call(react, "setComposerValue({ text: 'Draft' })") is None
    expect(react.box).to_have_value("Draft")
    assert call(react, "focusComposer()") is None
    expect(react.box).to_be_focused()
    assert call(react, "sendUserMessage({ text: 'Hello' })") is None
    wait_for(react, "onResponseEnd")
    react.expect_answer("Echo: Hello")
    assert call(react, "sendCustomAction({ type: 'lamp' })") is None
    wait_for(react, "onResponseEnd", 2)
    react.expect_answer("Lit.")
    assert call(react, "fetchUpdates()") is None
    assert call(react, "showHistory()") is None
    expect(react.history).to_be_visible()
    assert call(react, "hideHistory()") is None
    expect(react.history).to_have_count(0)
    assert call(react, "setThreadId(null)") is None
    expect(react.greeting).to_be_visible()


def test_every_event_reaches_its_handler(react: Chat) -> None:
    react.answers_with(
        "All",
        {"type": "client_effect", "name": "confetti", "data": {"n": 1}},
        say("See [the lamp](chatkit-link://lamp?room=top)."),
        {"type": "error", "code": "custom", "message": "Foggy", "allow_retry": False},
    )
    react.page.evaluate(
        "setReactOptions({ composer: { tools: [{ id: 'map', label: 'Map', icon: 'search' }] } })"
    )
    expect(react.page.get_by_role("button", name="More options")).to_be_visible()
    call(react, "setComposerValue({ selectedToolId: 'map' })")
    react.say("All")
    wait_for(react, "onResponseEnd")
    react.answers.get_by_text("the lamp").click()
    wait_for(react, "onDeeplink")
    [thread] = details(react, "onThreadChange")
    call(react, "showHistory()")
    call(react, "hideHistory()")
    call(react, "setThreadId(null)")
    call(react, f"setThreadId('{thread['threadId']}')")
    wait_for(react, "onThreadLoadEnd")

    assert details(react, "onReady") == [None]
    assert details(react, "onResponseStart") == [None]
    assert details(react, "onResponseEnd") == [None]
    assert details(react, "onEffect") == [{"name": "confetti", "data": {"n": 1}}]
    assert details(react, "onDeeplink") == [{"name": "lamp", "data": {"room": "top"}}]
    assert details(react, "onError") == ["Foggy"]
    assert details(react, "onToolChange") == [{"toolId": "map"}, {"toolId": None}]
    assert details(react, "onHistoryOpen") == [None]
    assert details(react, "onHistoryClose") == [None]
    assert details(react, "onThreadChange") == [thread, {"threadId": None}, thread]
    assert details(react, "onThreadLoadStart") == [thread]
    assert details(react, "onThreadLoadEnd") == [thread]


def test_what_the_element_does_not_know_is_logged(react: Chat) -> None:
    react.server_sends("threads.create", {"type": "hologram.opened"})

    react.say("Anything")

    wait_for(react, "onLog")
    assert details(react, "onLog")[0]["name"]


def test_callbacks_see_the_newest_state(react: Chat) -> None:
    react.answers_with("Call", tool_call("listen", to="waves"))
    react.answers_with("continue", say("Heard."))
    react.page.evaluate("renderAgain(7)")

    react.say("Call")
    wait_for(react, "onResponseEnd")

    react.expect_answer("Heard.")
    assert react.requests[-1]["params"]["result"] == {"heard": {"to": "waves"}, "renders": 7}
