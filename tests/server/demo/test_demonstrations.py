"""Each word shows one kind of thing ChatKit shows, by exactly these events."""

import base64
import struct

import pytest

from tests.server.demo.conversation import Conversation, Event, answer, outline

TURN = ["done user_message", "stream_options"]
ANSWER = [
    "added assistant_message",
    "content_part.added",
    "content_part.text_delta",
    "content_part.done",
    "done assistant_message",
]
WORKFLOW_TASK = ["workflow.task.added", "workflow.task.updated"]

SEQUENCES = {
    "markdown": [*TURN, *ANSWER],
    "code": [*TURN, *ANSWER],
    "table": [*TURN, *ANSWER],
    "widget": [*TURN, "added widget", "widget.streaming_text.value_delta", "done widget"],
    "think": [*TURN, "added workflow", *WORKFLOW_TASK * 3, "done workflow", *ANSWER],
    "workflow": [*TURN, "added workflow", *WORKFLOW_TASK * 5, "done workflow", *ANSWER],
    "task": [*TURN, "done task", *ANSWER],
    "dark mode": [
        *TURN,
        "added assistant_message",
        "thread.updated",
        *ANSWER[1:],
        "done client_tool_call",
    ],
    "form": [*TURN, *ANSWER, "done structured_input"],
    "image": [
        *TURN,
        "added generated_image",
        "progress_update",
        "generated_image.updated",
        "done generated_image",
        *ANSWER,
    ],
    "sources": [
        *TURN,
        "progress_update",
        *ANSWER[:3],
        "content_part.annotation_added",
        *ANSWER[3:],
    ],
    "progress": [*TURN, "progress_update", *ANSWER],
    "notice": [*TURN, "notice", *ANSWER],
    "effect": [*TURN, "client_effect", *ANSWER],
    "error": [
        *TURN,
        "added assistant_message",
        "thread.updated",
        "content_part.added",
        "content_part.text_delta",
        "error",
    ],
    "long": [*TURN, *ANSWER],
    "hidden": [*TURN, *ANSWER],
    "lock": [*TURN, *ANSWER, "thread.updated"],
    "close": [*TURN, *ANSWER, "thread.updated"],
}


@pytest.mark.parametrize("word", SEQUENCES)
async def test_shows_what_a_word_asks_for(conversation: Conversation, word: str) -> None:
    await conversation.say("hello")
    assert outline(await conversation.say(word)) == SEQUENCES[word]


async def test_the_text_of_an_answer_arrives_in_pieces(conversation: Conversation) -> None:
    events = await conversation.say("table")
    deltas = [e["update"]["delta"] for e in events if e.get("update", {}).get("delta")]
    assert deltas[:4] == ["The ", "planets ", "that ", "have "]
    assert "".join(deltas) == answer(events)


async def test_what_was_shown_is_what_is_stored(conversation: Conversation) -> None:
    events = await conversation.say("workflow")
    shown = [e["item"] for e in events if e["type"] == "thread.item.done"]
    stored = await conversation.stored_items()
    kinds = [item["type"] for item in stored]
    assert kinds == ["user_message", "workflow", "assistant_message"]
    assert [item["id"] for item in stored] == [item["id"] for item in shown]
    assert stored[1]["workflow"] == shown[1]["workflow"]


async def test_a_thought_grows_and_the_workflow_says_how_long_it_took(talk: Conversation) -> None:
    events = await talk.say("think")
    thoughts = [
        event["update"]["task"]["content"]
        for event in events
        if event.get("update", {}).get("task_index") == 0
    ]
    assert thoughts[:3] == ["", "Someone ", "Someone wants "]
    workflow = _item(events, "workflow")["workflow"]
    assert workflow["type"] == "reasoning"
    assert workflow["summary"] == {"duration": 1}
    assert workflow["expanded"] is False
    assert [task["status_indicator"] for task in workflow["tasks"]] == ["complete"] * 3


async def test_a_workflow_has_the_five_kinds_of_task(talk: Conversation) -> None:
    events = await talk.say("workflow")
    started = [
        event["update"]["task"]["status_indicator"]
        for event in events
        if event.get("update", {}).get("type") == "workflow.task.added"
    ]
    assert started == ["loading"] * 5
    workflow = _item(events, "workflow")["workflow"]
    kinds = [task["type"] for task in workflow["tasks"]]
    assert kinds == ["custom", "web_search", "thought", "file", "image"]
    assert [task["status_indicator"] for task in workflow["tasks"]] == ["complete"] * 5
    assert workflow["summary"] == {"title": "Prepared the answer", "icon": "check-circle"}


async def test_sources_belong_to_the_ends_of_their_sentences(talk: Conversation) -> None:
    events = await talk.say("sources")
    part = _item(events, "assistant_message")["content"][0]
    assert [a["source"]["type"] for a in part["annotations"]] == ["url", "file", "entity"]
    assert [part["text"][a["index"] - 1] for a in part["annotations"]] == [".", ".", "."]


async def test_a_picture_becomes_clearer(talk: Conversation) -> None:
    events = await talk.say("image")
    updates = [e["update"] for e in events if e.get("update", {}).get("image")]
    assert [update["progress"] for update in updates] == [0.25, 0.5, 0.75]
    final = _item(events, "generated_image")["image"]
    assert {update["image"]["id"] for update in updates} == {final["id"]}
    pictures = {update["image"]["url"] for update in updates} | {final["url"]}
    assert len(pictures) == 4
    assert {_size(url) for url in pictures} == {(384, 256)}


async def test_notices_come_in_three_levels(talk: Conversation) -> None:
    events = await talk.say("notice")
    levels = [event["level"] for event in events if event["type"] == "notice"]
    assert levels == ["info", "warning", "danger"]


async def test_an_effect_tells_the_page_its_name_and_data(talk: Conversation) -> None:
    events = await talk.say("confetti")
    effects = [event for event in events if event["type"] == "client_effect"]
    assert effects == [{"type": "client_effect", "name": "confetti", "data": {"pieces": 80}}]


async def test_hidden_context_is_stored_and_never_sent(conversation: Conversation) -> None:
    events = await conversation.say("hidden")
    assert conversation.thread_id is not None
    page = await conversation.store.load_thread_items(
        conversation.thread_id, None, 20, "asc", conversation.context
    )
    kinds = [item.type for item in page.data]
    assert kinds == ["user_message", "hidden_context_item", "assistant_message"]
    assert "hidden_context_item" not in {e["item"]["type"] for e in events if "item" in e}


@pytest.mark.parametrize(("word", "status"), [("lock", "locked"), ("close", "closed")])
async def test_a_thread_locks_or_closes_with_a_reason(
    conversation: Conversation, word: str, status: str
) -> None:
    await conversation.say(word)
    thread = await conversation.fetch("threads.get_by_id")
    expected = {"type": status, "reason": f"{status.title()} by the demo agent"}
    assert thread["status"] == expected


async def test_a_long_answer_has_twenty_sections(talk: Conversation) -> None:
    text = answer(await talk.say("long"))
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        f"## Section {number} of 20" for number in range(1, 21)
    ]


def _item(events: list[Event], kind: str) -> Event:
    done = [event["item"] for event in events if event["type"] == "thread.item.done"]
    return next(item for item in done if item["type"] == kind)


def _size(url: str) -> tuple[int, int]:
    png = base64.b64decode(url.removeprefix("data:image/png;base64,"))
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height
