"""What goes wrong is said in words, and the visitor can go on."""

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.plays import say, stream

pytestmark = [pytest.mark.browser, pytest.mark.socket]


@pytest.mark.row("C42")
def test_an_error_with_words_and_another_try(chat: Chat) -> None:
    error = {"type": "error", "code": "custom", "message": "The fog is too thick."}
    chat.answers_with("Look", stream("I see"), {**error, "allow_retry": True})
    chat.open()
    chat.ask("Look")
    alert = chat.page.get_by_role("alert")
    expect(alert).to_contain_text("The fog is too thick.")
    assert chat.events("error") == [
        ["error", {"error": "StreamError", "message": "The fog is too thick."}]
    ]
    chat.answers_with("Look", say("I see a ship."))

    alert.get_by_role("button", name="Try again").click()

    chat.expect_answer("I see a ship.")
    expect(chat.answers).to_have_count(1)
    expect(alert).to_have_count(0)
    assert chat.requests[-1]["type"] == "threads.retry_after_item"


@pytest.mark.row("C42")
def test_an_error_without_words_and_without_another_try(chat: Chat) -> None:
    chat.answers_with("Look", {"type": "error", "code": "stream.error", "allow_retry": False})
    chat.open()

    chat.ask("Look")

    alert = chat.page.get_by_role("alert")
    expect(alert).to_contain_text("The response ended with an error.")
    expect(alert.get_by_role("button", name="Try again")).to_have_count(0)
    alert.get_by_role("button", name="Dismiss").click()
    expect(alert).to_have_count(0)
    chat.ask("Hello")
    chat.expect_answer("Echo: Hello")


@pytest.mark.row("C42")
def test_a_mistake_in_the_agent_is_said_without_its_secrets(chat: Chat) -> None:
    chat.answers_with("Break", stream("I began"), {"raise": "password=hunter2"})
    chat.open()

    chat.ask("Break")

    expect(chat.page.get_by_role("alert")).to_contain_text("The response ended with an error.")
    chat.expect_answer("I began")
    assert "hunter2" not in chat.page.content()


@pytest.mark.row("C42")
@pytest.mark.parametrize(
    ("response", "words"),
    [
        ({"status": 500, "body": "<h1>Oops</h1>"}, "The server has a problem. Please try again."),
        ({"status": 403, "body": "no"}, "You do not have permission to do this."),
        ({"status": 401, "body": ""}, "Your session has ended. Log in and try again."),
        ({"status": 404, "body": ""}, "This conversation no longer exists."),
        ({"status": 413, "body": ""}, "The message is too large."),
        (
            {"status": 503, "body": ""},
            "The chat is not available right now. Please try again later.",
        ),
        (
            {"status": 429, "headers": {"Retry-After": "7"}, "body": ""},
            "Too many messages at once. Try again in 7 seconds.",
        ),
        (
            {"status": 200, "content_type": "text/event-stream", "body": "data: {oops\n\n"},
            "The server sent an answer that could not be read.",
        ),
        (
            {"status": 200, "content_type": "text/html", "body": "<p>Log in</p>"},
            "The server sent an answer that could not be read.",
        ),
        (
            {"status": 200, "content_type": "text/event-stream", "body": ""},
            "The connection was lost before the response was complete.",
        ),
    ],
)
def test_a_message_the_server_did_not_take_comes_back(
    chat: Chat, complaints: list[str], response: dict[str, object], words: str
) -> None:
    chat.open()
    chat.server_answers("threads.create", **response)
    chat.say("Do not lose me")

    alert = chat.page.get_by_role("alert")
    expect(alert).to_contain_text(words)
    expect(chat.box).to_have_value("Do not lose me")
    chat.server_is_itself()
    alert.get_by_role("button", name="Try again").click()

    chat.expect_answer("Echo: Do not lose me")
    expect(chat.questions).to_have_count(1)
    expect(chat.box).to_have_value("")
    complaints.clear()  # the browser logs the status


@pytest.mark.row("C42")
def test_offline(chat: Chat, complaints: list[str]) -> None:
    chat.open()
    chat.page.context.set_offline(True)
    chat.say("Anybody there?")
    alert = chat.page.get_by_role("alert")
    expect(alert).to_contain_text("You seem to be offline.")
    expect(chat.box).to_have_value("Anybody there?")
    chat.page.context.set_offline(False)

    chat.box.press("Enter")

    chat.expect_answer("Echo: Anybody there?")
    complaints.clear()  # the browser logs the failed request


@pytest.mark.row("C42")
def test_several_errors_in_a_row_do_not_pile_up(chat: Chat, complaints: list[str]) -> None:
    chat.open()
    chat.server_answers("threads.create", status=500, body="")
    for times in (1, 2, 3):
        chat.say("Do not lose me")
        chat.wait_for_event("error", times)
        expect(chat.page.get_by_role("alert")).to_have_count(1)
        expect(chat.box).to_have_value("Do not lose me")
    chat.server_is_itself()

    chat.page.get_by_role("button", name="Try again").click()

    chat.expect_answer("Echo: Do not lose me")
    expect(chat.page.get_by_role("alert")).to_have_count(0)
    complaints.clear()  # the browser logs the statuses


@pytest.mark.row("C42")
def test_an_answer_that_breaks_off_keeps_what_came(chat: Chat) -> None:
    chat.open()
    chat.ask("First")
    item = {
        "id": "msg_cut",
        "thread_id": chat.thread_id,
        "created_at": "2026-01-01T00:00:00Z",
        "type": "assistant_message",
        "content": [{"type": "output_text", "text": "Half an ans", "annotations": []}],
    }
    question = {
        **item,
        "id": "msg_question",
        "type": "user_message",
        "content": [{"type": "input_text", "text": "Second"}],
        "attachments": [],
        "inference_options": {},
    }
    chat.server_sends(
        "threads.add_user_message",
        {"type": "thread.item.done", "item": question},
        {"type": "thread.item.added", "item": item},
    )
    chat.ask("Second")

    expect(chat.page.get_by_role("alert")).to_contain_text(
        "The connection was lost before the response was complete."
    )
    chat.expect_answer("Half an ans")
    assert [detail["error"] for _, detail in chat.events("error")] == ["TruncatedStreamError"]
    chat.server_is_itself()
    chat.ask("Third")
    chat.expect_answer("Echo: Third")


@pytest.mark.row("C42")
def test_a_conversation_that_cannot_be_read_can_be_tried_again(
    chat: Chat, complaints: list[str]
) -> None:
    chat.open()
    chat.ask("Hello")
    thread_id = chat.thread_id
    chat.call("setThreadId(null)")
    chat.server_answers("threads.get_by_id", status=500, body="")
    chat.call(f'setThreadId("{thread_id}")')
    alert = chat.page.get_by_role("alert")
    expect(alert).to_contain_text("The server has a problem. Please try again.")
    chat.server_is_itself()

    alert.get_by_role("button", name="Try again").click()

    chat.expect_answer("Echo: Hello")
    complaints.clear()  # the browser logs the 500


@pytest.mark.row("C42")
def test_a_history_that_cannot_be_read_can_be_tried_again(
    chat: Chat, complaints: list[str]
) -> None:
    chat.open()
    chat.server_answers("threads.list", status=500, body="")
    history = chat.open_history()
    expect(history.get_by_role("alert")).to_contain_text("Your conversations could not be loaded.")
    chat.server_is_itself()

    history.get_by_role("button", name="Try again").click()

    expect(history).to_contain_text("No conversations yet")
    complaints.clear()  # the browser logs the 500


@pytest.mark.row("C49")
def test_what_is_not_known_yet_is_logged_and_left_alone(chat: Chat) -> None:
    common = {"thread_id": "thr_new", "created_at": "2026-01-01T00:00:00Z"}
    answer = {
        **common,
        "id": "msg_answer",
        "type": "assistant_message",
        "content": [{"type": "output_text", "text": "Understood.", "annotations": []}],
    }
    card = {
        "type": "Card",
        "children": [
            {"type": "Hologram", "children": [{"type": "Text", "value": "Inside"}]},
            {"type": "Text", "value": "Plain", "sparkle": {"deep": True}},
        ],
    }
    question = {
        **common,
        "id": "msg_q",
        "type": "user_message",
        "attachments": [],
        "content": [{"type": "input_text", "text": "Hi"}],
        "inference_options": {},
    }
    chat.open()
    chat.server_sends(
        "threads.create",
        {
            "type": "thread.created",
            "thread": {
                "id": "thr_new",
                "created_at": common["created_at"],
                "status": {"type": "active"},
                "metadata": {},
                "items": {"data": [], "has_more": False},
            },
        },
        {"type": "thread.item.done", "item": question},
        {"type": "hologram.opened", "depth": 3},
        {"type": "thread.item.done", "item": {**common, "id": "x1", "type": "hologram"}},
        {"type": "thread.item.added", "item": answer},
        {"type": "thread.item.updated", "item_id": "msg_answer", "update": {"type": "hologram"}},
        {"type": "thread.item.done", "item": answer},
        {
            "type": "thread.item.done",
            "item": {**common, "id": "w1", "type": "widget", "widget": card},
        },
    )

    chat.ask("Hi")

    chat.expect_answer("Understood.")
    expect(chat.page.get_by_text("Plain")).to_be_visible()
    assert chat.events("error") == []
    logged = [event[1] for event in chat.events("log")]
    assert logged[:3] == [
        {"name": "unknown.event", "data": {"type": "hologram.opened"}},
        {"name": "unknown.item", "data": {"type": "hologram"}},
        {"name": "unknown.update", "data": {"type": "hologram"}},
    ]
