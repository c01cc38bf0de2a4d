"""What joins a running answer: everything once, in bounded space."""

from collections.abc import Iterator

import pytest
from chatkit.types import (
    AssistantMessageContentPartTextDelta,
    AssistantMessageItem,
    ClientEffectEvent,
    ProgressUpdateEvent,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemUpdatedEvent,
    ThreadStreamEvent,
)
from django.core.cache import cache
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone

from django_chatkit.server import journal as journals
from django_chatkit.server.journal import Journal, JournalReader
from django_chatkit.server.serialize import sse
from django_chatkit.server.unfinished import UnfinishedItems


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()


class Turn:
    """An answer that is written down as it is followed."""

    def __init__(self) -> None:
        self.unfinished = UnfinishedItems()
        self.journal = Journal("token", self.unfinished.named)

    def say(self, *events: ThreadStreamEvent) -> None:
        for event in events:
            self.unfinished.follow(event)
            self.journal.note(sse(event), event)
        self.journal.publish()


def message(item_id: str = "msg_1", text: str | None = None) -> AssistantMessageItem:
    content = [] if text is None else [{"type": "output_text", "text": text, "annotations": []}]
    return AssistantMessageItem.model_validate(
        {
            "id": item_id,
            "thread_id": "thr_1",
            "created_at": timezone.now(),
            "type": "assistant_message",
            "content": content,
        }
    )


def delta(text: str, item_id: str = "msg_1") -> ThreadItemUpdatedEvent:
    update = AssistantMessageContentPartTextDelta(content_index=0, delta=text)
    return ThreadItemUpdatedEvent(item_id=item_id, update=update)


def numbers(sent: bytes | None) -> list[int]:
    lines = (sent or b"").split(b"\n")
    return [int(line.removeprefix(b"id: ")) for line in lines if line.startswith(b"id: ")]


def test_a_reader_gets_what_was_said_then_what_is_said_and_then_the_end() -> None:
    turn = Turn()
    turn.say(ThreadItemAddedEvent(item=message()), delta("a"))
    reader = JournalReader("token")

    assert numbers(reader.read()) == [1, 2]
    assert reader.read() == b""
    turn.say(delta("b"))
    assert reader.read() == b"id: 3\n" + sse(delta("b"))
    turn.journal.finish()
    assert reader.read() is None


def test_the_end_comes_after_everything_that_was_said() -> None:
    turn = Turn()
    reader = JournalReader("token")
    turn.say(ProgressUpdateEvent(text="Thinking"))
    turn.journal.finish()

    assert numbers(reader.read()) == [1]
    assert reader.read() is None


def test_who_knows_a_part_gets_the_rest() -> None:
    turn = Turn()
    turn.say(ThreadItemAddedEvent(item=message()), *(delta(letter) for letter in "abcdef"))

    assert numbers(JournalReader("token", after=4).read()) == [5, 6, 7]


def test_without_a_journal_there_is_nothing_to_read() -> None:
    assert JournalReader("token").head is None
    assert JournalReader("token").read() is None


def test_many_events_take_few_keys() -> None:
    turn = Turn()
    turn.say(ThreadItemAddedEvent(item=message()))
    for _ in range(500):
        turn.say(delta("word "))
    head = JournalReader("token").head

    assert head is not None
    assert head.segments <= 6
    assert numbers(JournalReader("token").read()) == list(range(1, 502))


def test_a_journal_that_grows_is_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journals, "MOST_BYTES", 20_000)
    turn = Turn()
    turn.journal._bound = 20_000
    behind = JournalReader("token")
    effect = ClientEffectEvent(name="lamp", data={})
    turn.say(ThreadItemAddedEvent(item=message("msg_0")), delta("old", "msg_0"), effect)
    behind.read()
    turn.say(ThreadItemDoneEvent(item=message("msg_0", "old")))
    turn.say(ThreadItemAddedEvent(item=message()))
    for _ in range(300):
        turn.say(delta("word "))
    turn.say(delta("last"))
    head = JournalReader("token").head
    fresh = JournalReader("token").read() or b""

    assert head is not None
    assert head.generation > 0
    assert len(fresh) < 25_000
    # One item ended, the other stands as it was when it was put together; the effect is there once.
    assert fresh.count(b'"thread.item.done"') == fresh.count(b"client_effect") == 1
    assert fresh.count(b"msg_0") == 1
    assert numbers(fresh) == sorted(set(numbers(fresh)))
    assert numbers(fresh)[-1] == 306
    assert b"word word word" in fresh
    # Who was behind gets what it lacks, and nothing it has.
    rest = behind.read() or b""
    assert numbers(rest)[0] == 4
    assert rest.count(b"client_effect") == 0
    assert numbers(rest)[-1] == 306


@pytest.fixture
def database_cache(db: None) -> Iterator[None]:
    """Django's own cache of processes without another service."""
    caches = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "chatkit_test_cache",
        }
    }
    with override_settings(CACHES=caches):
        call_command("createcachetable", verbosity=0)
        yield


@pytest.mark.database
@pytest.mark.usefixtures("database_cache")
def test_the_databases_cache_holds_a_journal() -> None:
    turn = Turn()
    turn.say(ThreadItemAddedEvent(item=message()))
    for _ in range(300):
        turn.say(delta("مرحبا 🙂\n"))
    reader = JournalReader("token")

    assert numbers(reader.read()) == list(range(1, 302))
    assert reader.read() == b""
    turn.say(delta("end"))
    assert reader.read() == b"id: 302\n" + sse(delta("end"))
    turn.journal.refresh()
    turn.journal.finish()
    assert reader.read() is None
