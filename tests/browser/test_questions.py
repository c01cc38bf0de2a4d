"""Questions of the assistant: a form in the place of the composer, answers in the thread."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat import Chat
from tests.browser.plays import Step, done, say

pytestmark = [pytest.mark.browser, pytest.mark.socket]

LAMP = {
    "type": "multiple_choice",
    "id": "lamp",
    "question": "Which lamp?",
    "options": [{"value": "North"}, {"value": "South"}],
}
DAYS = {
    "type": "multiple_choice",
    "id": "days",
    "question": "Which days?",
    "multiple": True,
    "options": [{"value": "Monday"}, {"value": "Tuesday"}, {"value": "Sunday"}],
}
WISH = {
    "type": "freeform",
    "id": "wish",
    "question": "Any wishes?",
    "description": "A sentence is enough.",
}


def questions(*inputs: dict[str, Any]) -> Step:
    item = {"id": "$questions", "type": "structured_input", "inputs": list(inputs)}
    return done({**item, "status": "pending"})


def asked(chat: Chat, *inputs: dict[str, Any]) -> Locator:
    """The form of these questions, which the agent asks and thanks for."""
    chat.answers_with("Ask", say("A few questions."), questions(*inputs))
    chat.answers_with("continue", say("Thank you."))
    chat.open()
    chat.ask("Ask")
    form = chat.page.get_by_role("form", name=inputs[0]["question"])
    expect(form).to_be_visible()
    return form


def sent(chat: Chat) -> Any:
    """What was submitted last."""
    assert chat.requests[-1]["type"] == "threads.add_structured_input"
    return chat.requests[-1]["params"]["input"]


def summary(chat: Chat) -> Locator:
    """The questions as they stand in the thread, each with what was answered."""
    return chat.page.locator("dl.questions .question")


@pytest.mark.row("C39")
def test_one_of_the_suggestions(chat: Chat) -> None:
    form = asked(chat, LAMP)
    expect(chat.box).to_be_hidden()
    expect(form.get_by_role("radiogroup", name="Which lamp?")).to_be_visible()

    form.get_by_role("radio", name="South").check()
    form.get_by_role("radio", name="North").check()
    form.get_by_role("button", name="Submit").click()

    chat.expect_answer("Thank you.")
    assert sent(chat) == {
        "status": "answered",
        "answers": {"lamp": {"values": ["North"], "skipped": False}},
    }
    expect(form).to_have_count(0)
    expect(summary(chat)).to_have_text(["Which lamp? North"])
    expect(chat.box).to_be_focused()


@pytest.mark.row("C39")
def test_several_of_the_suggestions(chat: Chat) -> None:
    form = asked(chat, DAYS)

    form.get_by_role("checkbox", name="Sunday").check()
    form.get_by_role("checkbox", name="Monday").check()
    form.get_by_role("textbox", name="Something else").fill("Any evening")
    form.get_by_role("button", name="Submit").click()

    chat.expect_answer("Thank you.")
    assert sent(chat)["answers"] == {
        "days": {"values": ["Monday", "Sunday", "Any evening"], "skipped": False}
    }
    expect(summary(chat)).to_have_text(["Which days? Monday · Sunday · Any evening"])


@pytest.mark.row("C39")
def test_an_answer_of_ones_own_takes_the_place_of_the_suggestion(chat: Chat) -> None:
    form = asked(chat, LAMP)
    own = form.get_by_role("textbox", name="Something else")
    form.get_by_role("radio", name="North").check()

    own.fill("Both")
    expect(form.get_by_role("radio", name="North")).not_to_be_checked()
    form.get_by_role("radio", name="South").check()
    expect(own).to_have_value("")
    own.fill("Both")
    own.press("Enter")

    chat.expect_answer("Thank you.")
    assert sent(chat)["answers"] == {"lamp": {"values": ["Both"], "skipped": False}}


@pytest.mark.row("C39")
def test_words_of_ones_own(chat: Chat) -> None:
    form = asked(chat, WISH)
    field = form.get_by_role("textbox", name="Your answer")
    expect(field).to_be_focused()  # where the visitor was writing
    expect(form.get_by_text("A sentence is enough.")).to_be_visible()

    field.type("More oil")
    field.press("Shift+Enter")
    field.type("please")
    field.press("Enter")

    chat.expect_answer("Thank you.")
    assert sent(chat)["answers"] == {"wish": {"values": ["More oil\nplease"], "skipped": False}}


@pytest.mark.row("C39")
def test_several_questions_of_which_some_are_left_out(chat: Chat) -> None:
    form = asked(chat, LAMP, DAYS, WISH)
    expect(form.get_by_text("Question 2 of 3")).to_be_visible()
    field = form.get_by_role("textbox", name="Your answer")

    field.fill("No")
    field.press("Enter")  # a new line: there are other questions
    form.get_by_role("checkbox", name="Tuesday").check()
    field.fill("None")
    field.press("Control+Enter")

    chat.expect_answer("Thank you.")
    assert sent(chat)["answers"] == {
        "lamp": {"values": [], "skipped": True},
        "days": {"values": ["Tuesday"], "skipped": False},
        "wish": {"values": ["None"], "skipped": False},
    }
    expect(summary(chat)).to_have_text(
        ["Which lamp? Skipped", "Which days? Tuesday", "Any wishes? None"]
    )


@pytest.mark.row("C39")
def test_all_can_be_skipped(chat: Chat) -> None:
    form = asked(chat, LAMP)
    form.get_by_role("radio", name="North").check()

    form.get_by_role("button", name="Skip").click()

    chat.expect_answer("Thank you.")
    assert sent(chat) == {"status": "skipped", "answers": {}}
    expect(summary(chat)).to_have_text(["Which lamp? Skipped"])


@pytest.mark.row("C39")
def test_nothing_is_no_answer(chat: Chat) -> None:
    form = asked(chat, WISH)
    field = form.get_by_role("textbox", name="Your answer")
    field.fill("   ")

    form.get_by_role("button", name="Submit").click()

    expect(form.get_by_role("alert")).to_have_text("Fill in this field.")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("Fill in this field.")
    assert chat.requests[-1]["type"] == "threads.create"
    field.press("a")
    expect(form.get_by_role("alert")).to_have_count(0)


@pytest.mark.row("C39")
def test_what_was_answered_outlives_a_failure(chat: Chat, complaints: list[str]) -> None:
    form = asked(chat, LAMP)
    form.get_by_role("textbox", name="Something else").fill("Both")
    chat.server_is_unreachable("threads.add_structured_input")

    form.get_by_role("button", name="Submit").click()

    expect(chat.page.get_by_role("alert")).to_contain_text("The server could not be reached.")
    expect(form.get_by_role("textbox", name="Something else")).to_have_value("Both")
    chat.server_is_itself()
    form.get_by_role("button", name="Submit").click()
    chat.expect_answer("Thank you.")
    complaints.clear()  # the browser logs the refused connection


@pytest.mark.row("C39")
def test_questions_wait_for_the_visitor_who_comes_back(chat: Chat) -> None:
    asked(chat, LAMP)
    thread_id = chat.thread_id

    chat.open(f'{{initialThread: "{thread_id}"}}')

    form = chat.page.get_by_role("form", name="Which lamp?")
    form.get_by_role("radio", name="North").check()
    form.get_by_role("button", name="Submit").click()
    chat.expect_answer("Thank you.")
    chat.open(f'{{initialThread: "{thread_id}"}}')
    expect(summary(chat)).to_have_text(["Which lamp? North"])
    expect(form).to_have_count(0)


@pytest.mark.row("C39")
def test_a_conversation_that_went_on_has_no_use_for_answers(chat: Chat) -> None:
    form = asked(chat, LAMP)

    assert chat.call('sendUserMessage({text: "Never mind"})') is None
    chat.expect_answer("Echo: Never mind")

    expect(form).to_have_count(0)
    expect(summary(chat)).to_have_text(["Which lamp? North · South"])
    expect(chat.box).to_be_visible()


@pytest.mark.row("C39")
def test_the_keyboard_answers(chat: Chat) -> None:
    form = asked(chat, LAMP, DAYS)
    keyboard = chat.page.keyboard
    expect(form.get_by_role("radio", name="North")).to_be_focused()

    keyboard.press("ArrowDown")
    keyboard.press("Tab")
    keyboard.press("Tab")
    keyboard.press("Space")
    keyboard.press("Enter")

    chat.expect_answer("Thank you.")
    assert sent(chat)["answers"] == {
        "lamp": {"values": ["South"], "skipped": False},
        "days": {"values": ["Monday"], "skipped": False},
    }


@pytest.mark.row("C39")
def test_from_right_to_left_hints_and_answers_read_their_own_way(chat: Chat) -> None:
    chat.answers_with("Ask", questions(WISH))
    chat.answers_with("continue", say("Thank you."))
    chat.open('{locale: "ar"}')
    chat.call('sendUserMessage({text: "Ask"})')
    form = chat.page.get_by_role("form", name="Any wishes?")
    field = form.locator("textarea")
    directions = """(form) => ["textarea", ".question-hint", ".question-text"].map(
        (name) => getComputedStyle(form.querySelector(name)).direction)"""
    assert form.evaluate(directions) == ["rtl", "rtl", "rtl"]

    field.fill("More oil")

    expect(field).to_have_attribute("dir", "auto")
    field.press("Enter")
    chat.expect_answer("Thank you.")
    answer = summary(chat).locator(".question-answer")
    box, mark = answer.bounding_box(), answer.locator("svg").bounding_box()
    assert box is not None
    assert mark is not None
    assert box["x"] + box["width"] - (mark["x"] + mark["width"]) < 2  # on the right


@pytest.mark.row("C39")
def test_many_questions_scroll_in_a_small_place(chat: Chat) -> None:
    many = [{**LAMP, "id": f"q{n}", "question": f"Which lamp, {n}?"} for n in range(8)]
    chat.answers_with("Ask", questions(*many))
    chat.open(place="320x480")
    chat.ask("Ask")

    form = chat.page.get_by_role("form", name="Which lamp, 0?")
    expect(form.get_by_role("button", name="Submit")).to_be_in_viewport()
    box = form.bounding_box()
    assert box is not None
    assert box["y"] > 100
    assert box["y"] + box["height"] <= 480
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
