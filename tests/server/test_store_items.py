"""``DjangoStore``: the items of a thread."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from chatkit.store import NotFoundError
from chatkit.types import (
    AssistantMessageContent,
    ClientToolCallItem,
    EndOfTurnItem,
    GeneratedImage,
    GeneratedImageItem,
    HiddenContextItem,
    SDKHiddenContextItem,
    TaskItem,
    ThoughtTask,
    ThreadItem,
    WidgetItem,
    Workflow,
    WorkflowItem,
)
from chatkit.widgets import DynamicWidgetRoot
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pydantic import TypeAdapter

from django_chatkit.models import ChatFeedback, ChatThread, ChatThreadItem
from tests.server.conftest import Work
from tests.server.samples import (
    NOON,
    WaitingStore,
    answer,
    context,
    file,
    ids,
    question,
    text_of,
    thread,
)

pytestmark = pytest.mark.database

BASE: Any = {"thread_id": "thr_1", "created_at": NOON}
ITEM: TypeAdapter[ThreadItem] = TypeAdapter(ThreadItem)


def widget(root: Any) -> WidgetItem:
    """A widget as agents make one that the SDK has no class for."""
    return WidgetItem(id="wgt_1", widget=DynamicWidgetRoot.model_validate(root), **BASE)


@pytest.fixture
def store(waiting: WaitingStore) -> WaitingStore:
    """The store, with a thread of ``user-1``."""
    waiting.save_thread(thread(), context())
    return waiting


def items(store: WaitingStore, order: str = "asc") -> list[ThreadItem]:
    found: list[ThreadItem] = store.load_thread_items("thr_1", None, 100, order, context()).data
    return found


@pytest.mark.parametrize(
    "item",
    [
        question(attachments=(file(),)),
        answer(),
        ClientToolCallItem(
            id="tc_1", name="switch", call_id="call_1", arguments={"theme": "dark"}, **BASE
        ),
        WorkflowItem(
            id="wf_1",
            workflow=Workflow(type="reasoning", tasks=[ThoughtTask(content="Hm")]),
            **BASE,
        ),
        TaskItem(id="tsk_1", task=ThoughtTask(content="Hm"), **BASE),
        GeneratedImageItem(
            id="img_1", image=GeneratedImage(id="i", url="https://example.com/i.png"), **BASE
        ),
        EndOfTurnItem(id="eot_1", **BASE),
        HiddenContextItem(id="hcx_1", content={"clicked": [1, None]}, **BASE),
        SDKHiddenContextItem(id="shcx_1", content="seen", **BASE),
    ],
    ids=lambda item: item.type,
)
def test_an_item_comes_back_as_it_was_added(store: WaitingStore, item: ThreadItem) -> None:
    store.add_thread_item("thr_1", item, context())

    [listed] = items(store)
    found = store.load_item("thr_1", item.id, context())
    assert listed.model_dump() == found.model_dump() == item.model_dump()
    assert ChatThreadItem.objects.get().type == item.type


@pytest.mark.parametrize("created_at", [NOON, NOON.replace(tzinfo=UTC)])
def test_times_come_back_equal(store: WaitingStore, created_at: datetime) -> None:
    store.add_thread_item("thr_1", answer(created_at=created_at), context())

    assert items(store)[0].created_at == created_at
    assert store.load_item("thr_1", "msg_1", context()).created_at == created_at


def test_items_stand_in_the_order_they_came_whatever_their_times(store: WaitingStore) -> None:
    for number, year in enumerate([2026, 2020, 2023]):
        item = answer(f"msg_{number}", created_at=NOON.replace(year=year))
        store.add_thread_item("thr_1", item, context())

    assert ids(items(store)) == ["msg_0", "msg_1", "msg_2"]
    assert ids(items(store, "desc")) == ["msg_2", "msg_1", "msg_0"]
    assert list(ChatThreadItem.objects.order_by("position").values_list("position", flat=True)) == [
        0,
        1,
        2,
    ]


@pytest.mark.parametrize("order", ["asc", "desc"])
def test_items_come_in_pages(store: WaitingStore, order: str) -> None:
    for number in range(5):
        store.add_thread_item("thr_1", answer(f"msg_{number}"), context())
    seen: list[str] = []
    after = None

    for expected in (2, 2, 1):
        page = store.load_thread_items("thr_1", after, 2, order, context())
        assert len(page.data) == expected
        seen += ids(page.data)
        after = page.after

    assert (page.has_more, page.after) == (False, None)
    whole = [f"msg_{number}" for number in range(5)]
    assert seen == (whole if order == "asc" else whole[::-1])


def test_a_page_of_an_unknown_cursor_is_empty(store: WaitingStore) -> None:
    store.add_thread_item("thr_1", answer(), context())

    page = store.load_thread_items("thr_1", "msg_unknown", 10, "asc", context())

    assert (page.data, page.has_more, page.after) == ([], False, None)


@pytest.mark.parametrize("limit", [0, -1])
def test_a_page_without_a_limit_has_the_sdks_size(store: WaitingStore, limit: int) -> None:
    for number in range(21):
        store.add_thread_item("thr_1", answer(f"msg_{number}"), context())

    page = store.load_thread_items("thr_1", None, limit, "asc", context())

    assert (len(page.data), page.has_more) == (20, True)


def test_saving_an_item_replaces_it_where_it_stands(store: WaitingStore) -> None:
    store.add_thread_item("thr_1", answer("msg_1", "Hel"), context())
    store.add_thread_item("thr_1", answer("msg_2"), context())

    store.save_item("thr_1", answer("msg_1", "Hello"), context())

    assert [(item.id, text_of(item)) for item in items(store)] == [
        ("msg_1", "Hello"),
        ("msg_2", "Hello"),
    ]


def test_an_item_may_change_its_kind(store: WaitingStore) -> None:
    store.add_thread_item("thr_1", answer("msg_1"), context())

    store.save_item("thr_1", EndOfTurnItem(id="msg_1", **BASE), context())

    assert ChatThreadItem.objects.get().type == "end_of_turn"


def test_saving_an_unknown_item_adds_it(store: WaitingStore) -> None:
    store.save_item("thr_1", answer(), context())

    assert ids(items(store)) == ["msg_1"]


def test_adding_an_id_twice_keeps_its_first_place(store: WaitingStore) -> None:
    store.add_thread_item("thr_1", answer("msg_1", "One"), context())
    store.add_thread_item("thr_1", answer("msg_2", "Two"), context())

    store.add_thread_item("thr_1", answer("msg_1", "Three"), context())

    assert [text_of(item) for item in items(store)] == ["Three", "Two"]


def test_two_threads_may_have_items_of_one_id(store: WaitingStore) -> None:
    store.save_thread(thread("thr_2"), context())

    store.add_thread_item("thr_1", answer(text="One"), context())
    store.add_thread_item("thr_2", answer(text="Two"), context())

    assert text_of(store.load_item("thr_1", "msg_1", context())) == "One"
    assert text_of(store.load_item("thr_2", "msg_1", context())) == "Two"


def test_the_agents_sdks_fake_ids_become_real_ones(store: WaitingStore) -> None:
    store.add_thread_item("thr_1", answer("__fake_id__", "One"), context())
    store.add_thread_item("thr_1", answer("__fake_id__", "Two"), context())

    one, two = items(store)
    assert [text_of(one), text_of(two)] == ["One", "Two"]
    assert one.id.startswith("msg_")
    assert two.id.startswith("msg_")
    assert one.id != two.id


def test_a_deleted_item_is_gone_with_what_was_thought_of_it(store: WaitingStore) -> None:
    store.add_thread_item("thr_1", answer("msg_1"), context())
    store.add_thread_item("thr_1", answer("msg_2"), context())
    row = ChatThreadItem.objects.get(id="msg_1")
    ChatFeedback.objects.create(thread=row.thread, item=row, scope="user-1", kind="positive")

    store.delete_thread_item("thr_1", "msg_1", context())

    assert ids(items(store)) == ["msg_2"]
    assert ChatFeedback.objects.count() == 0
    with pytest.raises(NotFoundError):
        store.load_item("thr_1", "msg_1", context())


def test_deleting_an_unknown_item_changes_nothing(store: WaitingStore) -> None:
    store.add_thread_item("thr_1", answer(), context())

    store.delete_thread_item("thr_1", "msg_unknown", context())

    assert ids(items(store)) == ["msg_1"]


def test_an_item_of_an_unknown_thread_is_refused(store: WaitingStore) -> None:
    with pytest.raises(NotFoundError):
        store.add_thread_item("thr_unknown", answer(), context())
    with pytest.raises(NotFoundError):
        store.save_item("thr_unknown", answer(), context())

    assert ChatThreadItem.objects.count() == 0


def test_characters_that_databases_refuse_are_replaced(store: WaitingStore) -> None:
    store.add_thread_item("thr_1", answer(text="a\x00b\ud83dc"), context())

    assert text_of(items(store)[0]) == "a\ufffdb\ufffdc"


def test_text_beyond_the_basic_plane_is_kept(store: WaitingStore) -> None:
    store.add_thread_item("thr_1", answer(text="👩‍👩‍👧 𝒳 \u2028 é e\u0301"), context())

    assert text_of(items(store)[0]) == "👩‍👩‍👧 𝒳 \u2028 é e\u0301"


# Widgets


def test_a_widget_that_the_sdk_knows_comes_back_as_its_class(store: WaitingStore) -> None:
    known: Any = ITEM.validate_python(
        {
            "type": "widget",
            "id": "wgt_1",
            "widget": {"type": "Card", "children": [{"type": "Text", "value": "Hi"}]},
            **BASE,
        }
    )

    store.add_thread_item("thr_1", known, context())

    [found] = items(store)
    assert isinstance(found, WidgetItem)
    assert type(found.widget) is type(known.widget)
    assert found == known


@pytest.mark.parametrize(
    "root",
    [
        {"type": "Card", "sparkle": True, "children": [{"type": "Text", "value": "Hi"}]},
        {"type": "Card", "children": [{"type": "Text", "value": "Hi", "blink": {"hz": 2}}]},
        {"type": "Card", "children": [{"type": "Hologram", "depth": 3}]},
        {"type": "Basic", "gap": 3, "children": []},
    ],
)
def test_no_property_of_a_widget_is_lost(store: WaitingStore, root: Any) -> None:
    store.add_thread_item("thr_1", widget(root), context())

    found: Any = items(store)[0]
    shown = json.loads(found.widget.model_dump_json(exclude_none=True))
    assert shown == root


def nested(levels: int) -> Any:
    root: Any = {"type": "Text", "value": "deep"}
    for _ in range(levels):
        root = {"type": "Box", "children": [root]}
    return {"type": "Card", "children": [root]}


def test_widgets_nest_deeper_than_databases_like(store: WaitingStore) -> None:
    store.add_thread_item("thr_1", widget(nested(60)), context())

    found: Any = items(store)[0]
    assert json.loads(found.widget.model_dump_json(exclude_none=True)) == nested(60)


# Somebody else's


@pytest.mark.parametrize(
    "stranger",
    [context("user-2"), context("USER-1"), context("user-1 "), context(assistant="support")],
    ids=repr,
)
def test_items_exist_for_their_scope_and_assistant_alone(
    store: WaitingStore, stranger: Any
) -> None:
    store.add_thread_item("thr_1", answer(text="Mine"), context())

    assert store.load_thread_items("thr_1", None, 10, "asc", stranger).data == []
    assert store.load_thread_items("thr_1", "msg_1", 10, "asc", stranger).data == []
    with pytest.raises(NotFoundError):
        store.load_item("thr_1", "msg_1", stranger)
    with pytest.raises(NotFoundError):
        store.add_thread_item("thr_1", answer(text="Theirs"), stranger)
    with pytest.raises(NotFoundError):
        store.save_item("thr_1", answer(text="Theirs"), stranger)
    store.delete_thread_item("thr_1", "msg_1", stranger)

    assert [text_of(item) for item in items(store)] == ["Mine"]


def test_an_item_is_found_in_its_own_thread_alone(store: WaitingStore) -> None:
    store.save_thread(thread("thr_2"), context())
    store.add_thread_item("thr_1", answer(), context())

    with pytest.raises(NotFoundError):
        store.load_item("thr_2", "msg_1", context())
    assert store.load_thread_items("thr_2", "msg_1", 10, "asc", context()).data == []


# Cost


def test_each_operation_on_items_has_a_bounded_number_of_queries(
    store: WaitingStore, work: Work
) -> None:
    ctx = context()
    with work(3):  # the thread, the last position, the row
        store.add_thread_item("thr_1", answer(), ctx)
    with work(2):
        store.save_item("thr_1", answer(text="New"), ctx)
    with work(1):
        store.load_item("thr_1", "msg_1", ctx)
    with work(1):
        store.load_thread_items("thr_1", None, 20, "desc", ctx)
    with work(1):
        store.load_thread_items("thr_1", "msg_1", 20, "desc", ctx)
    with work(5):  # which, their rows, feedback, they, none left
        store.delete_thread_item("thr_1", "msg_1", ctx)


def test_a_long_thread_costs_no_more_queries(store: WaitingStore, work: Work) -> None:
    row = ChatThread.objects.get()
    payload = answer().model_dump(mode="json")
    ChatThreadItem.objects.bulk_create(
        ChatThreadItem(
            thread=row,
            id=f"msg_{number}",
            scope="user-1",
            position=number,
            type="assistant_message",
            payload=payload | {"id": f"msg_{number}"},
        )
        for number in range(300)
    )
    with work(1):
        page = store.load_thread_items("thr_1", "msg_200", 100, "asc", context())
    assert len(page.data) == 99
    with work(3):
        store.add_thread_item("thr_1", answer("msg_new"), context())
    assert ChatThreadItem.objects.get(id="msg_new").position == 300


def test_a_context_that_is_kept_finds_a_thread_that_was_made_anew(waiting: WaitingStore) -> None:
    kept = context()
    waiting.save_thread(thread(), kept)
    waiting.load_thread("thr_1", kept)
    waiting.delete_thread("thr_1", context())
    waiting.save_thread(thread(), context())
    waiting.add_thread_item("thr_1", answer("msg_1"), kept)

    page = waiting.load_thread_items("thr_1", None, 20, "asc", kept)

    assert [item.id for item in page.data] == ["msg_1"]


def test_an_empty_message_is_an_item_too(store: WaitingStore) -> None:
    empty = answer(content=[AssistantMessageContent(text="")])

    store.add_thread_item("thr_1", empty, context())

    assert items(store) == [empty]


SORTS_OR_READS_ALL = {
    "sqlite": ("TEMP B-TREE", "SCAN"),
    "postgresql": ("Sort", "Seq Scan"),
    "mysql": ("filesort", "temporary"),
}
"""What a plan says when a page is not read off an index, by database."""


def plan_of(sql: str) -> str:
    """How the database means to run a statement on a table of some length."""
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"ANALYZE {ChatThreadItem._meta.db_table}")
        cursor.execute(f"{explain} {sql}")
        return "\n".join(str(step) for step in cursor.fetchall())


@pytest.mark.parametrize("after", [None, "msg_1"])
def test_a_page_is_read_off_the_index_and_not_sorted(
    store: WaitingStore, after: str | None
) -> None:
    thread = ChatThread.objects.get()
    ChatThreadItem.objects.bulk_create(
        ChatThreadItem(
            thread=thread,
            id=f"msg_{position}",
            scope=thread.scope,
            position=position,
            type="assistant_message",
            payload=answer(f"msg_{position}").model_dump(mode="json"),
        )
        for position in range(2000)
    )
    with CaptureQueriesContext(connection) as captured:
        store.load_thread_items("thr_1", after, 20, "desc", context())

    [query] = captured.captured_queries
    plan = plan_of(query["sql"])
    assert not [word for word in SORTS_OR_READS_ALL[connection.vendor] if word in plan], plan
