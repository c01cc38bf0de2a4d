"""Answers that hold links of the page, buttons, and what is not known yet."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.plays import done, say, stream, wait, widget, workflow

pytestmark = [pytest.mark.browser, pytest.mark.socket]

MOMENT = "2026-01-01T00:00:00Z"


@pytest.mark.row("C36")
def test_a_deep_link_never_leads_away_however_it_is_used(chat: Chat) -> None:
    chat.answers_with("Link", say("See [the lamp](chatkit-link://open%20lamp/?room=top)."))
    chat.open()
    chat.ask("Link")
    link = chat.answers.get_by_role("link", name="the lamp")
    before = chat.page.url

    link.click(modifiers=["Control"])
    link.click(button="middle")
    link.focus()
    link.press("Enter")

    chat.wait_for_event("deeplink", 2)
    assert chat.events("deeplink") == 2 * [
        ["deeplink", {"name": "open lamp", "data": {"room": "top"}}]
    ]
    assert chat.page.url == before
    assert len(chat.page.context.pages) == 1


@pytest.mark.row("C31")
def test_what_a_widget_offers_is_copied_and_without_it_there_is_nothing(chat: Chat) -> None:
    chat.answers_with("With", widget({"type": "Text", "value": "Tea"}, copy_text="Two teas"))
    chat.answers_with("Without", widget({"type": "Text", "value": "Tea"}))
    chat.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    chat.open()

    chat.ask("With")
    chat.page.get_by_role("button", name="Copy").click()
    expect(chat.page.get_by_role("button", name="Copied")).to_be_visible()
    assert chat.page.evaluate("navigator.clipboard.readText()") == "Two teas"

    chat.ask("Without")
    expect(chat.page.get_by_role("group", name="Message actions")).to_have_count(2)
    last = chat.page.get_by_role("group", name="Message actions").last
    expect(last.get_by_role("button")).to_have_count(0)


@pytest.mark.row("C31")
def test_an_opinion_can_be_changed_and_one_that_was_not_saved_is_taken_back(
    chat: Chat, complaints: list[str]
) -> None:
    chat.open("{threadItemActions: {feedback: true}}")
    chat.ask("Hello")
    good = chat.page.get_by_role("button", name="Good response")
    bad = chat.page.get_by_role("button", name="Bad response")

    good.click()
    expect(good).to_have_attribute("aria-pressed", "true")
    bad.click()
    expect(bad).to_have_attribute("aria-pressed", "true")
    expect(good).to_have_attribute("aria-pressed", "false")
    kinds = [asked["params"]["kind"] for asked in chat.requests[1:]]
    assert kinds == ["positive", "negative"]

    chat.server_answers("items.feedback", status=500, body="")
    good.click()
    expect(chat.page.get_by_text("Your feedback could not be saved.")).to_be_visible()
    expect(bad).to_have_attribute("aria-pressed", "true")
    complaints.clear()  # the browser logs the 500


@pytest.mark.row("C33")
def test_an_unfinished_formula_looks_like_none(chat: Chat) -> None:
    chat.answers_with("Sum", stream("Look:\n\n$$\n\\frac{1}{2", wait("sum"), "}\n$$\n\nDone."))
    chat.open()
    chat.say("Sum")
    chat.expect_answer("Look:")
    expect(chat.answers).not_to_contain_text("$$")
    expect(chat.answers.locator("math")).to_have_count(0)

    chat.open_gate("sum")

    expect(chat.answers.locator("math mfrac")).to_have_count(1)


@pytest.mark.row("C41")
def test_the_end_of_a_turn_is_nothing_to_see(chat: Chat) -> None:
    chat.answers_with("End", say("That is all."), done({"id": "$end", "type": "end_of_turn"}))
    chat.open("{threadItemActions: {feedback: true}}")

    chat.ask("End")

    expect(chat.page.locator("openai-chatkit .item")).to_have_count(2)
    expect(chat.page.get_by_role("button", name="Good response")).to_be_visible()
    chat.page.get_by_role("button", name="Good response").click()
    expect(chat.page.get_by_role("button", name="Good response")).to_have_attribute(
        "aria-pressed", "true"
    )
    assert len(chat.requests[-1]["params"]["item_ids"]) == 2


@pytest.mark.row("C49")
def test_what_is_not_known_inside_an_item_leaves_the_rest_of_it(chat: Chat) -> None:
    def item(kind: str, **content: Any) -> dict[str, Any]:
        item = {"id": f"i_{kind}", "thread_id": "thr_new", "created_at": MOMENT, "type": kind}
        return {"type": "thread.item.done", "item": {**item, **content}}

    hologram = {"type": "hologram", "title": "Ghost", "id": "ghost"}
    annotations = [
        {"type": "annotation", "source": hologram, "index": 4},
        {"type": "annotation", "index": 4},
    ]
    work = workflow(tasks=[hologram, {"type": "hologram"}], expanded=True)["workflow"]
    part = {"type": "output_text", "text": "Far.", "annotations": annotations, "depth": 3}
    chat.open()
    chat.server_sends(
        "threads.create",
        {"type": "thread.created", "thread": {"id": "thr_new", "created_at": MOMENT}},
        item("user_message", content=[{"type": "input_text", "text": "Hi"}]),
        item("workflow", workflow=work),
        item("assistant_message", content=[part, {"type": "hologram"}]),
        item("structured_input", status="answered", inputs=[{**hologram, "question": "Who?"}]),
    )

    chat.say("Hi")

    chat.expect_answer("Far.")
    expect(chat.page.locator(".task-title")).to_have_text(["Ghost", "Task"])
    expect(chat.answers.get_by_role("button", name="Source 1: Ghost")).to_be_visible()
    expect(chat.page.get_by_text("Who?")).to_be_visible()
    expect(chat.box).to_be_enabled()
