"""Small talk and small services, without a model."""

from typing import Any

import pytest
from chatkit.types import FileAttachment

from tests.server.demo.conversation import Conversation, answer
from tests.server.demo.memory_store import MemoryStore


async def test_a_greeting_says_what_answers_and_what_to_try(talk: Conversation) -> None:
    assert answer(await talk.say("Hello!")) == (
        "Hello! I am a **built-in demo agent**; no model is asked. "
        "Ask me for a sum, the date or a roll of the dice, or have something shown to you.\n\n"
        "Try `markdown`, `widget`, `workflow`, `dark mode` or `help`."
    )


@pytest.mark.parametrize(
    ("message", "reply"),
    [
        ("who are you?", "I am a **built-in demo agent**; no model is asked."),
        ("How are you?", "Very well, thank you"),
        ("thank you", "You are welcome!"),
        ("bye", "Goodbye!"),
        ("flip a coin", "The coin shows **heads**."),
        ("roll a die", "The die shows **1**."),
        ("3d6", "3d6: 1 + 2 + 3. Together **6**."),
        ("what is 12 * 3.5?", "12 × 3.5 = **42**"),
        ("1/0", "Nothing can be divided by zero, not even by me."),
        ("9^9^9", "That number is too large for me."),
        ("what time is it?", "It is Friday, **Nov. 20, 2026**, 3:04 p.m. by the site's clock."),
    ],
)
async def test_replies_without_a_model(talk: Conversation, message: str, reply: str) -> None:
    assert answer(await talk.say(message)).startswith(reply)


async def test_help_names_a_word_for_each_demonstration(talk: Conversation) -> None:
    text = answer(await talk.say("what can you do?"))
    listed = [line.split("**")[1] for line in text.splitlines() if line.startswith("- **")]
    assert listed == [
        "markdown",
        "code",
        "table",
        "widget",
        "think",
        "workflow",
        "task",
        "dark mode",
        "form",
        "image",
        "sources",
        "progress",
        "notice",
        "effect",
        "error",
        "long",
        "hidden",
        "lock",
        "close",
        "12 × 3.5",
        "date",
        "dice",
        "coin",
        "what did I say first",
        "count words",
        "page context",
    ]


async def test_anything_else_is_repeated_and_looked_at(talk: Conversation) -> None:
    assert answer(await talk.say("# The quick\n<b>brown</b> fox")) == (
        "You say:\n\n"
        "> \\# The quick\n>\n> \\<b\\>brown\\</b\\> fox\n\n"
        "Those are 5 words. The longest is “\\<b\\>brown\\</b\\>”. "
        "Backwards: fox \\<b\\>brown\\</b\\> quick The \\#\n\n"
        "Try `markdown`, `widget`, `workflow`, `dark mode` or `help`."
    )


async def test_an_empty_message_gets_an_answer(talk: Conversation) -> None:
    assert answer(await talk.say("")).startswith("Thank you.")


async def test_recalls_the_first_message_from_the_store(conversation: Conversation) -> None:
    await conversation.say("the *very* first")
    await conversation.say("something else")
    events = await conversation.say("What did I say first?")
    assert answer(events) == "The first thing you said:\n\n> the \\*very\\* first"


async def test_recalls_the_message_before(conversation: Conversation) -> None:
    await conversation.say("one")
    await conversation.say("two")
    assert answer(await conversation.say("What did I say?")) == "Before this you said:\n\n> two"


async def test_counts_the_words_of_the_message_before(conversation: Conversation) -> None:
    await conversation.say("one two three")
    events = await conversation.say("count the words")
    assert answer(events) == "Those are **3** words.\n\n> one two three"


async def test_counts_words_after_a_colon(talk: Conversation) -> None:
    assert answer(await talk.say("count words: just one")) == "Those are **2** words.\n\n> just one"


async def test_remembers_nothing_where_nothing_was_said(talk: Conversation) -> None:
    events = await talk.say("What did I say first?")
    assert answer(events) == "Nothing yet: this is where our conversation begins."


async def test_reads_the_store_once_and_only_to_remember(
    talk: Conversation, memory: MemoryStore
) -> None:
    await talk.say("hello")
    await talk.say("markdown")
    assert memory.item_queries == []
    await talk.say("What did I say first?")
    assert memory.item_queries == [("asc", 20)]


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("Plan my trip", "Plan my trip"),
        ("  Plan\n my   trip ", "Plan my trip"),
        ("word " * 20, "word word word word word word word word word word word word…"),
        ("x" * 100, "x" * 59 + "…"),
        ("<b>bold</b>", "<b>bold</b>"),
    ],
)
async def test_the_first_message_titles_the_thread(
    conversation: Conversation, message: str, title: str
) -> None:
    await conversation.say(message)
    thread = await conversation.fetch("threads.get_by_id")
    assert thread["title"] == title
    assert len(title) <= 60


async def test_a_title_once_given_stays(conversation: Conversation) -> None:
    await conversation.say("Plan my trip")
    await conversation.fetch("threads.update", title="Mine")
    await conversation.say("something else")
    assert (await conversation.fetch("threads.get_by_id"))["title"] == "Mine"


async def test_files_tags_and_quotations_are_acknowledged(
    talk: Conversation, memory: MemoryStore
) -> None:
    memory.attachments["atc_1"] = FileAttachment(
        id="atc_1", name="my_*report*.pdf", mime_type="application/pdf"
    )
    content: list[dict[str, Any]] = [
        {"type": "input_text", "text": "flip a coin for "},
        {"type": "input_tag", "id": "p1", "text": "Ada", "data": {}},
    ]
    events = await talk.say(
        "", content=content, attachments=["atc_1"], quoted_text="1. said\n> before"
    )
    assert answer(events) == (
        "You quote:\n\n> 1\\. said\n>\n> \\> before\n\n"
        "I received: **my\\_\\*report\\*.pdf**.\n\n"
        "You mention: **Ada**.\n\n"
        "The coin shows **heads**."
    )


async def test_a_tool_chosen_in_the_composer_decides(talk: Conversation) -> None:
    options = {"tool_choice": {"id": "coin"}}
    events = await talk.say("anything at all", inference_options=options)
    assert answer(events) == "The coin shows **heads**."


async def test_an_unknown_tool_choice_is_ignored(talk: Conversation) -> None:
    events = await talk.say("thanks", inference_options={"tool_choice": {"id": "nobody"}})
    assert answer(events) == "You are welcome!"


async def test_tells_what_the_page_told(memory: MemoryStore) -> None:
    talk = Conversation(memory, page_context={"order": 7, "note": "```\n# no"})
    assert answer(await talk.say("page context")) == (
        "I am the assistant **default**; your language is **en**.\n\n"
        "This page told me about itself:\n\n"
        '````json\n{\n  "order": 7,\n  "note": "```\\n# no"\n}\n````'
    )
