"""Items that an answer has begun and not finished."""

from typing import Any

import pytest
from chatkit.types import (
    Annotation,
    AssistantMessageContent,
    AssistantMessageContentPartAdded,
    AssistantMessageContentPartAnnotationAdded,
    AssistantMessageContentPartDone,
    AssistantMessageContentPartTextDelta,
    GeneratedImage,
    GeneratedImageItem,
    GeneratedImageUpdated,
    ProgressUpdateEvent,
    ThoughtTask,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemRemovedEvent,
    ThreadItemReplacedEvent,
    ThreadItemUpdatedEvent,
    URLSource,
    WidgetItem,
    WidgetRootUpdated,
    Workflow,
    WorkflowItem,
    WorkflowTaskAdded,
    WorkflowTaskUpdated,
)
from chatkit.widgets import DynamicWidgetRoot

from django_chatkit.server.unfinished import UnfinishedItems
from tests.server.samples import NOON, answer, text_of

BASE: Any = {"thread_id": "thr_1", "created_at": NOON}


def begun(*items: Any) -> UnfinishedItems:
    """Items that have been added."""
    unfinished = UnfinishedItems()
    for item in items:
        unfinished.follow(ThreadItemAddedEvent(item=item))
    return unfinished


def update(unfinished: UnfinishedItems, change: Any, item_id: str = "msg_1") -> None:
    unfinished.follow(ThreadItemUpdatedEvent(item_id=item_id, update=change))


def delta(text: str, content_index: int = 0) -> AssistantMessageContentPartTextDelta:
    return AssistantMessageContentPartTextDelta(content_index=content_index, delta=text)


def texts(unfinished: UnfinishedItems) -> list[str]:
    [message] = unfinished.take()
    return [part.text for part in message.content]  # type: ignore[union-attr]


@pytest.fixture
def message() -> UnfinishedItems:
    """One begun, empty message: ``msg_1``."""
    return begun(answer(content=[]))


def test_deltas_add_up(message: UnfinishedItems) -> None:
    for text in ("Hel", "lo, ", "world"):
        update(message, delta(text))

    assert texts(message) == ["Hello, world"]


def test_it_can_be_taken_as_it_grows(message: UnfinishedItems) -> None:
    update(message, delta("Hel"))
    assert texts(message) == ["Hel"]

    update(message, delta("lo"))
    assert texts(message) == ["Hello"]


def test_deltas_for_parts_that_were_never_added_are_kept(message: UnfinishedItems) -> None:
    update(message, delta("second", 1))
    update(message, delta("first", 0))

    assert texts(message) == ["first", "second"]


def test_a_finished_part_is_what_its_end_says(message: UnfinishedItems) -> None:
    update(message, delta("Helo"))
    whole = AssistantMessageContent(text="Hello")
    update(message, AssistantMessageContentPartDone(content_index=0, content=whole))

    assert texts(message) == ["Hello"]


def test_an_added_part_is_not_counted_twice_when_the_sdk_appends_to_it(
    message: UnfinishedItems,
) -> None:
    part = AssistantMessageContent(text="")
    update(message, AssistantMessageContentPartAdded(content_index=0, content=part))
    update(message, delta("Hi"))
    part.text += "Hi"

    assert texts(message) == ["Hi"]


def test_annotations_are_kept_where_they_fit(message: UnfinishedItems) -> None:
    source = URLSource(url="https://example.com", title="Example")
    update(message, delta("See"))
    update(
        message,
        AssistantMessageContentPartAnnotationAdded(
            content_index=0, annotation_index=7, annotation=Annotation(source=source, index=3)
        ),
    )

    [item] = message.take()
    assert item.content[0].annotations[0].source == source  # type: ignore[union-attr]


def test_a_workflows_tasks_are_added_and_changed() -> None:
    workflow = WorkflowItem(id="wf_1", workflow=Workflow(type="reasoning", tasks=[]), **BASE)
    unfinished = begun(workflow)
    one, two, better = (ThoughtTask(content=text) for text in ("one", "two", "better"))

    update(unfinished, WorkflowTaskAdded(task_index=0, task=one), "wf_1")
    update(unfinished, WorkflowTaskAdded(task_index=1, task=two), "wf_1")
    update(unfinished, WorkflowTaskUpdated(task_index=0, task=better), "wf_1")
    update(unfinished, WorkflowTaskUpdated(task_index=9, task=better), "wf_1")

    [item] = unfinished.take()
    assert item.workflow.tasks == [better, two]  # type: ignore[union-attr]


def test_a_widget_is_its_last_root() -> None:
    card = {"type": "Card", "children": [{"type": "Text", "value": "1"}]}
    root, last = (
        DynamicWidgetRoot.model_validate({**card, "key": key}) for key in ("first", "last")
    )
    unfinished = begun(WidgetItem(id="wgt_1", widget=root, **BASE))

    update(unfinished, WidgetRootUpdated(widget=last), "wgt_1")

    [item] = unfinished.take()
    assert item.widget.key == "last"  # type: ignore[union-attr]


def test_a_generated_image_is_kept_once_it_is_there() -> None:
    unfinished = begun(GeneratedImageItem(id="img_1", **BASE))
    assert unfinished.take() == []

    image = GeneratedImage(id="i", url="https://example.com/i.png")
    update(unfinished, GeneratedImageUpdated(image=image), "img_1")

    [item] = unfinished.take()
    assert item.image == image  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_a_message_without_text_is_not_worth_keeping(message: UnfinishedItems, text: str) -> None:
    update(message, delta(text))

    assert message.take() == []


@pytest.mark.parametrize(
    "end",
    [
        ThreadItemDoneEvent(item=answer(text="Hello")),
        ThreadItemReplacedEvent(item=answer(text="Hello")),
        ThreadItemRemovedEvent(item_id="msg_1"),
    ],
    ids=lambda event: event.type,
)
def test_what_has_ended_is_not_unfinished(message: UnfinishedItems, end: Any) -> None:
    update(message, delta("Hel"))

    message.follow(end)

    assert message.take() == []


def test_items_come_in_the_order_they_began() -> None:
    unfinished = begun(answer("msg_2", "two"), answer("msg_1", "one"))

    assert [text_of(item) for item in unfinished.take()] == ["two", "one"]


def test_the_agent_may_go_on_to_change_its_own_item() -> None:
    item = answer(text="Hel")
    unfinished = begun(item)

    item.content[0].text = "something else"

    assert texts(unfinished) == ["Hel"]


def test_updates_of_unknown_items_and_other_events_are_nothing(message: UnfinishedItems) -> None:
    message.take()

    update(message, delta("lost"), "msg_unknown")
    message.follow(ProgressUpdateEvent(text="…"))

    assert message.changed is False
    assert message.take() == []


def test_it_says_whether_anything_came_since_it_was_taken(message: UnfinishedItems) -> None:
    before = message.changed
    message.take()
    after = message.changed
    update(message, delta("x"))

    assert (before, after, message.changed) == (True, False, True)
