"""Items that an answer has begun and not finished, kept so that none of it is lost."""

from typing import Any

from chatkit.types import (
    AssistantMessageContent,
    AssistantMessageContentPartAdded,
    AssistantMessageContentPartAnnotationAdded,
    AssistantMessageContentPartDone,
    AssistantMessageContentPartTextDelta,
    AssistantMessageItem,
    GeneratedImageItem,
    GeneratedImageUpdated,
    ThreadItem,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    ThreadItemRemovedEvent,
    ThreadItemReplacedEvent,
    ThreadItemUpdate,
    ThreadItemUpdatedEvent,
    ThreadStreamEvent,
    WidgetComponentUpdated,
    WidgetItem,
    WidgetRootUpdated,
    WidgetStreamingTextValueDelta,
    WorkflowItem,
    WorkflowTaskAdded,
    WorkflowTaskUpdated,
)
from chatkit.widgets import DynamicWidgetRoot, WidgetComponentBase

from ..types import JSON

ENDS = (ThreadItemDoneEvent, ThreadItemReplacedEvent)


class UnfinishedItems:
    """Follows a turn's events and knows each begun item as the visitor sees it.

    Updates are only noted as they pass and applied when somebody asks: most
    answers finish, and their parts come in the hundreds.
    """

    def __init__(self) -> None:
        self._items: dict[str, ThreadItem] = {}
        self._updates: dict[str, list[ThreadItemUpdate]] = {}
        self.changed = False
        """Whether anything came since :meth:`take`."""

    def follow(self, event: ThreadStreamEvent) -> None:
        """Note one event of the turn."""
        if isinstance(event, ThreadItemUpdatedEvent):
            update = event.update
            if type(update) is not AssistantMessageContentPartTextDelta:
                # The SDK appends later deltas to the very content it is given.
                update = update.model_copy(deep=True)
            self.note(event.item_id, update)
        elif isinstance(event, ThreadItemAddedEvent):
            # A copy: the agent may go on to change its own item.
            self._items[event.item.id] = event.item.model_copy(deep=True)
            self._updates[event.item.id] = []
            self.changed = True
        elif isinstance(event, ENDS):
            self._forget(event.item.id)
        elif isinstance(event, ThreadItemRemovedEvent):
            self._forget(event.item_id)

    def note(self, item_id: str, update: ThreadItemUpdate) -> None:
        """Note one update that nobody is going to change."""
        updates = self._updates.get(item_id)
        if updates is not None:
            updates.append(update)
            self.changed = True

    def _forget(self, item_id: str) -> None:
        self._items.pop(item_id, None)
        self._updates.pop(item_id, None)

    def __contains__(self, item_id: str) -> bool:
        return item_id in self._items

    def current(self, item: ThreadItem) -> ThreadItem:
        """A begun item as the visitor sees it; ``item`` itself if it is not known."""
        self._apply()
        return self._items.get(item.id, item)

    def named(self, item_id: str) -> ThreadItem | None:
        """The begun item of that id as the visitor sees it."""
        self._apply()
        return self._items.get(item_id)

    def take(self) -> list[ThreadItem]:
        """The begun items that have something to show, in the order they began."""
        self.changed = False
        self._apply()
        return [item for item in self._items.values() if shows_something(item)]

    def _apply(self) -> None:
        for item_id, updates in self._updates.items():
            for update in updates:
                apply_update(self._items[item_id], update)
            updates.clear()


def shows_something(item: ThreadItem) -> bool:
    """Whether an unfinished item is worth keeping."""
    if isinstance(item, AssistantMessageItem):
        return any(part.text.strip() for part in item.content)
    if isinstance(item, WorkflowItem):
        return bool(item.workflow.tasks)
    if isinstance(item, GeneratedImageItem):
        return item.image is not None
    return isinstance(item, WidgetItem)


def apply_update(item: ThreadItem, update: ThreadItemUpdate) -> None:
    """Apply one update to an item, as a client would."""
    if isinstance(item, AssistantMessageItem):
        _apply_to_message(item, update)
    elif isinstance(item, WorkflowItem):
        tasks = item.workflow.tasks
        if isinstance(update, WorkflowTaskAdded):
            tasks.append(update.task)
        elif isinstance(update, WorkflowTaskUpdated) and update.task_index < len(tasks):
            tasks[update.task_index] = update.task
    elif isinstance(item, WidgetItem):
        _apply_to_widget(item, update)
    elif isinstance(item, GeneratedImageItem) and isinstance(update, GeneratedImageUpdated):
        item.image = update.image


def _apply_to_widget(item: WidgetItem, update: ThreadItemUpdate) -> None:
    if isinstance(update, WidgetRootUpdated):
        item.widget = update.widget
    elif isinstance(update, WidgetStreamingTextValueDelta):
        text: Any = _component(item.widget, update.component_id)
        if text is not None:
            text.value = (getattr(text, "value", None) or "") + update.delta
    elif isinstance(update, WidgetComponentUpdated):
        root = item.widget.model_dump(mode="json", exclude_none=True)
        new = update.component.model_dump(mode="json", exclude_none=True)
        item.widget = DynamicWidgetRoot.model_validate(_replace(root, update.component_id, new))


def _component(node: Any, component_id: str) -> WidgetComponentBase | None:
    """The component of that id at or below ``node``."""
    if isinstance(node, WidgetComponentBase):
        if node.id == component_id:
            return node
        node = [value for _name, value in node]
    if isinstance(node, list):
        for child in node:
            if (found := _component(child, component_id)) is not None:
                return found
    return None


def _replace(node: JSON, component_id: str, new: JSON) -> JSON:
    """``node`` with the component of that id replaced wherever it stands below."""
    if isinstance(node, dict):
        if node.get("id") == component_id:
            return new
        return {name: _replace(value, component_id, new) for name, value in node.items()}
    if isinstance(node, list):
        return [_replace(value, component_id, new) for value in node]
    return node


def _apply_to_message(item: AssistantMessageItem, update: ThreadItemUpdate) -> None:
    if not isinstance(
        update,
        AssistantMessageContentPartAdded
        | AssistantMessageContentPartTextDelta
        | AssistantMessageContentPartAnnotationAdded
        | AssistantMessageContentPartDone,
    ):
        return
    # Agents send parts out of order, and deltas for parts they never added.
    while len(item.content) <= update.content_index:
        item.content.append(AssistantMessageContent(text=""))
    if isinstance(update, AssistantMessageContentPartTextDelta):
        item.content[update.content_index].text += update.delta
    elif isinstance(update, AssistantMessageContentPartAnnotationAdded):
        annotations = item.content[update.content_index].annotations
        annotations.insert(min(update.annotation_index, len(annotations)), update.annotation)
    else:
        item.content[update.content_index] = update.content
