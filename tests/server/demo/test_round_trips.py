"""What the page answers, the demo agent goes on with: tools, forms, retries, clicks."""

from typing import Any

import pytest

from tests.server.demo.conversation import Conversation, Event, answer, outline

ANSWER = [
    "added assistant_message",
    "content_part.added",
    "content_part.text_delta",
    "content_part.done",
    "done assistant_message",
]


def _done(events: list[Event], kind: str) -> Event:
    items = [event["item"] for event in events if event["type"] == "thread.item.done"]
    return next(item for item in items if item["type"] == kind)


@pytest.mark.parametrize(
    ("message", "theme"),
    [
        ("dark mode", "dark"),
        ("light mode", "light"),
        ("theme", "dark"),
        ("Dunkelmodus bitte", "dark"),
        ("mode clair", "light"),
        ("modo oscuro", "dark"),
        ("الوضع الفاتح", "light"),
    ],
)
async def test_a_client_tool_is_called_with_the_theme(
    talk: Conversation, message: str, theme: str
) -> None:
    call = _done(await talk.say(message), "client_tool_call")
    assert call["name"] == "switch_theme"
    assert call["arguments"] == {"theme": theme}
    assert call["status"] == "pending"


async def test_theme_alone_goes_back_and_forth(talk: Conversation) -> None:
    await talk.say("dark mode")
    await talk.stream("threads.add_client_tool_output", result={"success": True})
    call = _done(await talk.say("theme"), "client_tool_call")
    assert call["arguments"] == {"theme": "light"}


async def test_the_turn_goes_on_with_the_tool_s_output(conversation: Conversation) -> None:
    await conversation.say("dark mode")
    events = await conversation.stream("threads.add_client_tool_output", result={"success": True})
    assert outline(events) == ["stream_options", *ANSWER]
    assert answer(events) == "Done: the page is **dark** now. Say “light mode” to go back."


@pytest.mark.parametrize("output", [{"error": "no such tool"}, {"success": False}])
async def test_a_tool_that_failed_is_admitted(talk: Conversation, output: Any) -> None:
    await talk.say("dark mode")
    events = await talk.stream("threads.add_client_tool_output", result=output)
    assert answer(events) == "The page could not do it; it may not offer that tool."


async def test_answers_to_a_form_are_summed_up(conversation: Conversation) -> None:
    form = _done(await conversation.say("form"), "structured_input")
    assert [question["type"] for question in form["inputs"]] == [
        "multiple_choice",
        "multiple_choice",
        "freeform",
    ]
    events = await conversation.stream(
        "threads.add_structured_input",
        item_id=form["id"],
        input={
            "answers": {
                "season": {"values": ["Autumn"]},
                "interests": {"values": ["Food", "# The *sea*"]},
            }
        },
    )
    assert outline(events) == ["stream_options", "replaced structured_input", *ANSWER]
    assert answer(events) == (
        "Thank you. This is what I understood:\n\n"
        "- When would you like to travel? **Autumn**\n"
        "- What do you enjoy? **Food, \\# The \\*sea\\***\n"
        "- Is there anything else? *skipped*"
    )


async def test_a_skipped_form_is_accepted(conversation: Conversation) -> None:
    form = _done(await conversation.say("questions"), "structured_input")
    events = await conversation.stream(
        "threads.add_structured_input", item_id=form["id"], input={"status": "skipped"}
    )
    assert answer(events) == "No answers, no plan: I respect that."


async def test_an_error_can_be_tried_again(conversation: Conversation) -> None:
    events = await conversation.say("error")
    assert events[-1] == {
        "type": "error",
        "code": "custom",
        "message": "The demo agent failed, as you asked. Try again and it will work.",
        "allow_retry": True,
    }
    message = _done(events, "user_message")
    retried = await conversation.stream("threads.retry_after_item", item_id=message["id"])
    assert outline(retried) == ["stream_options", ANSWER[0], "thread.updated", *ANSWER[1:]]
    assert answer(retried).startswith("The second attempt worked.")


async def test_asking_for_another_error_fails_again(conversation: Conversation) -> None:
    first = await conversation.say("error")
    await conversation.stream(
        "threads.retry_after_item", item_id=_done(first, "user_message")["id"]
    )
    assert (await conversation.say("error"))[-1]["type"] == "error"


async def test_a_vote_changes_the_widget_and_is_kept(conversation: Conversation) -> None:
    widget = _done(await conversation.say("widget"), "widget")
    vote = {"type": "demo.vote", "payload": {"option": "tea"}}
    for votes in ("1", "2"):
        events = await conversation.stream(
            "threads.custom_action", item_id=widget["id"], action=vote
        )
        assert outline(events) == ["stream_options", "replaced widget"]
        assert _badges(events[-1]["item"]) == {
            "votes-tea": votes,
            "votes-coffee": "0",
            "likes": "0",
        }
    stored = (await conversation.stored_items())[-1]
    assert stored["id"] == widget["id"]
    assert _badges(stored) == {"votes-tea": "2", "votes-coffee": "0", "likes": "0"}


async def test_a_like_is_answered_without_a_stream_and_is_kept(conversation: Conversation) -> None:
    widget = _done(await conversation.say("widget"), "widget")
    response = await conversation.fetch(
        "threads.sync_custom_action", item_id=widget["id"], action={"type": "demo.like"}
    )
    expected = {"votes-tea": "0", "votes-coffee": "0", "likes": "1"}
    assert _badges(response["updated_item"]) == expected
    assert _badges((await conversation.stored_items())[-1]) == expected


async def test_the_buttons_say_which_action_they_send(talk: Conversation) -> None:
    widget = _done(await talk.say("widget"), "widget")
    buttons = [part for part in _parts(widget["widget"]) if part["type"] == "Button"]
    assert [button["onClickAction"] for button in buttons] == [
        {"type": "demo.vote", "payload": {"option": "tea"}},
        {"type": "demo.vote", "payload": {"option": "coffee"}},
        {"type": "demo.like", "streaming": False},
    ]


@pytest.mark.parametrize("payload", [None, {"option": "beer"}, {"option": ["tea"]}, "tea"])
async def test_a_vote_for_nothing_on_offer_changes_nothing(
    talk: Conversation, payload: Any
) -> None:
    widget = _done(await talk.say("widget"), "widget")
    action = {"type": "demo.vote", "payload": payload}
    response = await talk.fetch("threads.sync_custom_action", item_id=widget["id"], action=action)
    assert response == {}
    assert (await talk.stored_items())[-1]["widget"] == widget["widget"]


async def test_an_action_of_the_page_is_answered_by_name(talk: Conversation) -> None:
    await talk.say("hello")
    events = await talk.stream("threads.custom_action", action={"type": "page.<b>ping*"})
    assert answer(events) == "The action **page.\\<b\\>ping\\*** arrived."


def _parts(component: Event) -> list[Event]:
    parts = [component]
    for child in component.get("children", []):
        parts += _parts(child)
    return parts


def _badges(item: Event) -> dict[str, str]:
    return {
        part["id"]: part["label"]
        for part in _parts(item["widget"])
        if "label" in part and "id" in part
    }
