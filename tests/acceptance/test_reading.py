"""Reading: pages, cursors, limits, hidden items. Rows A09 to A12, B12."""

import json
from typing import Any

import pytest

from tests.acceptance.conftest import Chatter

pytestmark = pytest.mark.socket

HIDDEN = {"type": "hidden_context_item", "content": "a secret note"}


def filled(someone: Chatter, items: list[dict[str, Any]]) -> str:
    """A thread whose answer is exactly these items, all of one moment."""
    moment = {"created_at": "2026-11-20T12:00:00"}
    thread_id, _ = someone.begin(
        *({"event": {"type": "thread.item.done", "item": {**moment, **item}}} for item in items)
    )
    return thread_id


def message(number: int) -> dict[str, Any]:
    return {
        "type": "assistant_message",
        "content": [{"type": "output_text", "text": str(number), "annotations": []}],
    }


def walk(someone: Chatter, kind: str, **params: Any) -> list[str]:
    """All ids of a list, page by page."""
    found: list[str] = []
    after = None
    for _ in range(200):
        page = someone.ask(kind, after=after, **params).json()
        found += [entry["id"] for entry in page["data"]]
        if not page["has_more"]:
            return found
        after = page["after"]
    raise AssertionError("The list never ends.")


@pytest.mark.parametrize("count", [1, 19, 20, 44])
def test_every_walk_meets_every_item_once(someone: Chatter, count: int) -> None:
    """A09, A10: with equal times, the order is that of writing."""
    thread_id = filled(someone, [message(number) for number in range(count)])
    everything = [item["id"] for item in someone.items(thread_id)]

    assert len(everything) == count + 1
    for limit in (1, 7, 20):
        forward = walk(someone, "items.list", thread_id=thread_id, order="asc", limit=limit)
        backward = walk(someone, "items.list", thread_id=thread_id, order="desc", limit=limit)
        assert (forward, backward) == (everything, everything[::-1])


def test_a_thread_opens_with_its_oldest_twenty_items(someone: Chatter) -> None:
    """A09"""
    thread_id = filled(someone, [message(number) for number in range(30)])

    thread = someone.ask("threads.get_by_id", thread_id=thread_id).json()

    everything = [item["id"] for item in someone.items(thread_id)]
    assert [item["id"] for item in thread["items"]["data"]] == everything[:20]
    assert (thread["items"]["has_more"], thread["items"]["after"]) == (True, everything[19])


def test_hidden_items_never_show_and_walks_go_past_them(someone: Chatter) -> None:
    """A11"""
    mixed = [item for number in range(22) for item in (HIDDEN, message(number))]
    thread_id = filled(someone, mixed)

    found = walk(someone, "items.list", thread_id=thread_id, order="asc", limit=5)

    assert len(found) == 23
    for answer in (
        someone.ask("items.list", thread_id=thread_id, limit=100),
        someone.ask("threads.get_by_id", thread_id=thread_id),
    ):
        kinds = [item["type"] for item in answer.json().get("data", [])]
        assert "hidden_context_item" not in kinds
        assert "hidden" not in json.dumps(kinds)


@pytest.mark.parametrize("event", ["thread.item.added", "thread.item.replaced", "thread.item.done"])
def test_a_hidden_item_is_not_streamed_whatever_the_event(someone: Chatter, event: str) -> None:
    """A11"""
    _, events = someone.begin({"event": {"type": event, "item": HIDDEN}}, {"say": "Done"})

    shown = [item["item"]["type"] for item in events if "item" in item]
    assert shown == ["user_message", "assistant_message"]


def test_threads_are_listed_newest_first_and_only_ones_own(
    someone: Chatter, stranger: Chatter
) -> None:
    """A12"""
    mine = [someone.begin()[0] for _ in range(3)]
    stranger.begin()

    assert walk(someone, "threads.list") == mine[::-1]
    assert walk(someone, "threads.list", order="asc", limit=1) == mine


@pytest.mark.parametrize(
    ("limit", "shown"), [(9999, 23), (0, 20), (-1, 20), (None, 20), ("5", 5), (1, 1)]
)
def test_limits_are_clamped(someone: Chatter, limit: Any, shown: int) -> None:
    """A12"""
    thread_id = filled(someone, [message(number) for number in range(22)])

    page = someone.ask("items.list", thread_id=thread_id, limit=limit).json()

    assert len(page["data"]) == shown


def test_a_page_never_exceeds_a_hundred(someone: Chatter) -> None:
    """A12"""
    thread_id = filled(someone, [message(number) for number in range(120)])

    page = someone.ask("items.list", thread_id=thread_id, limit=9999).json()

    assert (len(page["data"]), page["has_more"]) == (100, True)


def test_an_unknown_cursor_gives_an_empty_page(someone: Chatter, stranger: Chatter) -> None:
    """A12"""
    thread_id, _ = someone.begin()
    foreign, _ = stranger.begin()
    empty = {"data": [], "has_more": False}

    assert someone.ask("threads.list", after="thr_unknown").json() == empty
    assert someone.ask("threads.list", after=foreign).json() == empty
    assert someone.ask("items.list", thread_id=thread_id, after="msg_unknown").json() == empty
