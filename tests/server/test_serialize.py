"""JSON and bytes: the SDK's own, with offsets, and nothing that a database refuses."""

import json
import random
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from chatkit.types import (
    AssistantMessageContentPartTextDelta,
    ClientEffectEvent,
    FileAttachment,
    HiddenContextItem,
    Page,
    SDKHiddenContextItem,
    SyncCustomActionResponse,
    Thread,
    ThreadCreatedEvent,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemReplacedEvent,
    ThreadItemUpdatedEvent,
    WidgetItem,
)
from chatkit.widgets import Card, DynamicWidgetRoot, Text

from django_chatkit.server.serialize import aware, dump, is_hidden, load_item, sse, to_wire
from tests.server.samples import NOON, answer, file, question, thread

CHARACTERS = (
    [chr(code) for code in range(0x01, 0x80)]
    + list("äß€日本語😀\u0080\u009f\u00a0\u2028\u2029\ufeff\ufffd\uffff\U0010ffff")
    + ["\\", '"', "</script>", "\\u0000", "\r\n"]
)


def texts(count: int) -> list[str]:
    """Texts of all kinds of characters, the same in every run."""
    source = random.Random(20_261_120)
    return [
        "".join(source.choices(CHARACTERS, k=source.randrange(0, 40))) for _ in range(count)
    ] + CHARACTERS


def text_delta(text: str, item_id: str = "msg_1", index: int = 0) -> ThreadItemUpdatedEvent:
    return ThreadItemUpdatedEvent(
        item_id=item_id,
        update=AssistantMessageContentPartTextDelta(content_index=index, delta=text),
    )


def test_a_text_delta_is_byte_for_byte_the_sdks() -> None:
    """The direct path is held to pydantic's."""
    for index, text in enumerate(texts(2000)):
        event = text_delta(text, item_id=text or "msg_1", index=index)
        wire = event.model_dump_json(by_alias=True, exclude_none=True)
        assert sse(event) == f"data: {wire}\n\n".encode()


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"], ids=["NUL", "lone surrogate"])
def test_a_text_delta_is_what_will_be_stored(text: str) -> None:
    [data] = json.loads(b"[" + sse(text_delta(text)).removeprefix(b"data: ") + b"]")

    assert data["update"]["delta"] == "a\ufffdb"


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"], ids=["NUL", "lone surrogate"])
def test_every_other_event_is_what_will_be_stored(text: str) -> None:
    event = ThreadItemDoneEvent(item=answer(text=text))
    data = json.loads(sse(event).removeprefix(b"data: "))

    assert data["item"]["content"][0]["text"] == "a\ufffdb"
    assert dump(answer(text=text))["content"][0]["text"] == "a\ufffdb"


def test_an_escaped_backslash_before_u0000_is_no_nul() -> None:
    text = "\\u0000"

    assert json.loads(to_wire(answer(text=text)))["content"][0]["text"] == text


def test_a_naive_time_is_local() -> None:
    assert aware(NOON) == NOON.astimezone()
    assert aware(NOON).utcoffset() is not None


@pytest.mark.parametrize("offset", [UTC, timezone(timedelta(hours=5, minutes=30))])
def test_an_aware_time_stays_as_it_is(offset: Any) -> None:
    moment = NOON.replace(tzinfo=offset)

    assert aware(moment) is moment


def times(value: Any) -> list[str]:
    """Every ``created_at`` in a JSON value."""
    if isinstance(value, dict):
        own = [value["created_at"]] if "created_at" in value else []
        return own + [time for child in value.values() for time in times(child)]
    if isinstance(value, list):
        return [time for child in value for time in times(child)]
    return []


WITH_TIMES = {
    "an item": (answer(), 1),
    "a thread": (thread(), 1),
    "a page": (Page(data=[answer(), answer("msg_2")]), 2),
    "a thread with items": (
        Thread(id="thr_1", created_at=NOON, items=Page(data=[answer(), answer("msg_2")])),
        3,
    ),
    "thread.created": (
        ThreadCreatedEvent(thread=Thread(id="thr_1", created_at=NOON, items=Page())),
        1,
    ),
    "thread.item.added": (ThreadItemAddedEvent(item=answer()), 1),
    "thread.item.done": (ThreadItemDoneEvent(item=answer()), 1),
    "thread.item.replaced": (ThreadItemReplacedEvent(item=answer()), 1),
    "a sync action's answer": (SyncCustomActionResponse(updated_item=answer()), 1),
}


@pytest.mark.parametrize("name", WITH_TIMES)
def test_every_time_says_its_offset_and_the_original_does_not_change(name: str) -> None:
    model, count = WITH_TIMES[name]
    before = model.model_dump_json()

    found = times(json.loads(to_wire(model)))

    assert len(found) == count
    assert all(datetime.fromisoformat(time) == NOON.astimezone() for time in found)
    assert all(datetime.fromisoformat(time).utcoffset() is not None for time in found)
    assert model.model_dump_json() == before


def test_private_metadata_of_attachments_is_not_sent() -> None:
    attached = json.loads(to_wire(question(attachments=(file(metadata={"secret": "plan"}),))))

    assert attached["attachments"] == [
        {"id": "atc_1", "name": "notes.txt", "mime_type": "text/plain", "type": "file"}
    ]


def test_private_metadata_is_stored() -> None:
    assert dump(thread(metadata={"secret": "plan"}))["metadata"] == {"secret": "plan"}
    assert dump(FileAttachment(id="a", name="n", mime_type="t/t", metadata={"k": 1}))[
        "metadata"
    ] == {"k": 1}


def test_nulls_of_free_form_objects_are_sent_and_absent_fields_are_not() -> None:
    wire = to_wire(ClientEffectEvent(name="glow", data={"how": None}))

    assert wire == b'{"type":"client_effect","name":"glow","data":{"how":null}}'
    assert b"title" not in to_wire(thread())


@pytest.mark.parametrize("event", [ThreadItemAddedEvent, ThreadItemDoneEvent])
@pytest.mark.parametrize("item", [HiddenContextItem, SDKHiddenContextItem])
def test_hidden_items_are_known_in_every_event(event: Any, item: Any) -> None:
    hidden = item(id="h_1", thread_id="thr_1", created_at=NOON, content="secret")

    assert is_hidden(event(item=hidden))
    assert not is_hidden(event(item=answer()))


def widget(root: Any) -> WidgetItem:
    return WidgetItem(id="msg_w", thread_id="thr_1", created_at=NOON, widget=root)


def test_a_widget_that_the_sdk_knows_comes_back_as_its_class() -> None:
    item = widget(Card(children=[Text(value="Hi")]))

    assert load_item(dump(item), NOON.astimezone()) == item


@pytest.mark.parametrize(
    "root",
    [
        {"type": "Card", "border": {"size": 2}, "children": []},
        {"type": "Card", "children": [{"type": "Text", "value": "x", "glow": [1, {"a": None}]}]},
        {"type": "ListView", "children": [{"type": "ListViewItem", "new": 1, "children": []}]},
    ],
    ids=["of the root", "of a component", "of a list item"],
)
def test_a_property_that_the_sdk_does_not_know_comes_back(root: dict[str, Any]) -> None:
    item = widget(DynamicWidgetRoot.model_validate(root))
    stored = dump(item)

    found = load_item(stored, NOON.astimezone())

    assert dump(found) == stored
    assert isinstance(found, WidgetItem)
    assert isinstance(found.widget, DynamicWidgetRoot)


def test_numbers_that_json_does_not_know_are_null() -> None:
    payload = dump(thread(metadata={"ratio": float("nan"), "more": [float("inf")]}))

    assert payload["metadata"] == {"ratio": None, "more": [None]}
