"""Tools of the page that the assistant calls."""

import pytest

from tests.browser.chat import Chat
from tests.browser.plays import say, tool_call

pytestmark = [pytest.mark.browser, pytest.mark.socket]


def outputs(chat: Chat) -> list[object]:
    return [
        request["params"]["result"]
        for request in chat.requests
        if request["type"] == "threads.add_client_tool_output"
    ]


@pytest.mark.row("C40")
@pytest.mark.parametrize(
    ("handler", "result"),
    [
        ("(call) => { chatCalls.push(['tool', call]); return { lit: true }; }", {"lit": True}),
        ("async (call) => { chatCalls.push(['tool', call]); return { lit: 2 }; }", {"lit": 2}),
        ("(call) => { chatCalls.push(['tool', call]); }", {}),
    ],
)
def test_its_answer_goes_to_the_assistant_in_the_same_turn(
    chat: Chat, handler: str, result: object
) -> None:
    chat.answers_with("Light it", tool_call("light", room="top"))
    chat.answers_with("continue", say("It is lit."))
    chat.open(f"{{onClientTool: {handler}}}")

    chat.ask("Light it")

    chat.expect_answer("It is lit.")
    assert chat.calls("tool") == [[{"name": "light", "params": {"room": "top"}}]]
    assert outputs(chat) == [result]
    assert [name for name, _ in chat.events("response.start", "response.end")] == [
        "response.start",
        "response.end",
    ]
    assert chat.events("error") == []


@pytest.mark.row("C40")
def test_a_tool_that_throws_tells_the_assistant_why(chat: Chat) -> None:
    chat.answers_with("Light it", tool_call("light"))
    chat.answers_with("continue", say("There is no oil."))
    chat.open("{onClientTool: async () => { throw new Error('No oil'); }}")

    chat.ask("Light it")

    chat.expect_answer("There is no oil.")
    assert outputs(chat) == [{"error": "No oil"}]
    assert chat.events("error") == [["error", {"error": "Error", "message": "No oil"}]]


@pytest.mark.row("C40")
def test_a_page_without_tools_says_so(chat: Chat) -> None:
    chat.answers_with("Light it", tool_call("light"))
    chat.answers_with("continue", say("You have no lamp."))
    chat.open()

    chat.ask("Light it")

    chat.expect_answer("You have no lamp.")
    assert outputs(chat) == [{"error": 'No handler for the client tool "light".'}]
    assert [detail["error"] for _, detail in chat.events("error")] == ["IntegrationError"]
