"""What a model is given of a thread: its newest items, as the Agents SDK's input."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from chatkit.agents import ThreadItemConverter
from chatkit.store import Store
from chatkit.types import (
    AssistantMessageItem,
    Attachment,
    HiddenContextItem,
    InferenceOptions,
    ThreadItem,
    ThreadMetadata,
    UserMessageItem,
    UserMessageTagContent,
)
from openai.types.responses import (
    EasyInputMessageParam,
    ResponseInputContentParam,
    ResponseInputTextParam,
)

from ...entities import find_entity, is_registered
from ..context import RequestContext
from .files import FileReader

if TYPE_CHECKING:
    from agents import TResponseInputItem

PAGE = 100

REFUSED = "django_chatkit.refused"
"""The key of hidden context that names messages a guardrail refused, and what was said to them."""


class HistoryConverter(ThreadItemConverter):
    """The SDK's conversion, with files and ``@``-mentions; override a method to change it.

    Parameters:
        context: Whose files may be read.
    """

    def __init__(self, context: RequestContext) -> None:
        self.context = context
        self._files = FileReader(context)

    async def to_agent_input(
        self, thread_items: Sequence[ThreadItem] | ThreadItem
    ) -> "list[TResponseInputItem]":
        """The items as input, their newest files read."""
        items = [thread_items] if not isinstance(thread_items, Sequence) else thread_items
        await self._files.choose(items)
        return await super().to_agent_input(items)

    async def attachment_to_message_content(
        self, attachment: Attachment
    ) -> ResponseInputContentParam:
        """An image or a PDF as it is, a text as text; of others only that they are there."""
        return await self._files.content(attachment)

    async def tag_to_message_content(self, tag: UserMessageTagContent) -> ResponseInputTextParam:
        """What was mentioned: the site's own entities looked up again, and so to be trusted.

        Of others, which the page's JavaScript made, the data comes from the browser: look them up
        by their id among what the visitor may see before trusting it.
        """
        if is_registered(tag.id, self.context.assistant):
            return ResponseInputTextParam(type="input_text", text=await self._described(tag))
        known = {"id": tag.id, "title": tag.text, **({"group": tag.group} if tag.group else {})}
        details = ", ".join(f"{key}: {value}" for key, value in {**known, **tag.data}.items())
        return ResponseInputTextParam(type="input_text", text=f"@{tag.text} ({details})")

    async def _described(self, tag: UserMessageTagContent) -> str:
        def describe() -> str | None:
            found = find_entity(self.context, tag.id)
            return None if found is None else found[0].describe(found[1])

        described = await self.context.database(describe)
        return f"@{tag.text} (not there any more)" if described is None else f"@{described}"

    async def assistant_message_to_input(
        self, item: AssistantMessageItem
    ) -> "TResponseInputItem | list[TResponseInputItem] | None":
        """What was said before, as one text: endpoints of chat completions take no parts there."""
        text = "\n\n".join(part.text for part in item.content if part.text)
        if not text:
            return None
        return EasyInputMessageParam(type="message", role="assistant", content=text)

    async def hidden_context_to_input(
        self, item: HiddenContextItem
    ) -> "TResponseInputItem | list[TResponseInputItem] | None":
        """Hidden text as the SDK words it; other content is nobody's to read but its writer's."""
        if not isinstance(item.content, str):
            return None
        return await super().hidden_context_to_input(item)


async def load_history(
    store: Store[Any], thread: ThreadMetadata, context: RequestContext, most: int
) -> list[ThreadItem]:
    """The newest items of a thread in order, from a visitor's message on, refused ones left out.

    Parameters:
        most: How many items at most.
    """
    items: list[ThreadItem] = []
    after: str | None = None
    while len(items) < most:
        page = await store.load_thread_items(
            thread.id, after, min(PAGE, most - len(items)), "desc", context
        )
        items += page.data
        if not page.has_more or page.after is None:
            break
        after = page.after
    items.reverse()
    return _from_a_question(_without_refused(items))


def chosen_options(items: Sequence[ThreadItem]) -> InferenceOptions:
    """The tool and the model that the visitor chose for the newest message."""
    for item in reversed(items):
        if isinstance(item, UserMessageItem):
            return item.inference_options
    return InferenceOptions()


def _without_refused(items: list[ThreadItem]) -> list[ThreadItem]:
    """A guardrail reads the whole input: what it refused once, it would refuse for ever."""
    refused: set[str] = set()
    for item in items:
        if isinstance(item, HiddenContextItem) and isinstance(item.content, dict):
            refused.update(item.content.get(REFUSED, ()))
    return [item for item in items if item.id not in refused]


def _from_a_question(items: list[ThreadItem]) -> list[ThreadItem]:
    """An answer without its question, cut off by the limit, would mislead."""
    for index, item in enumerate(items):
        if isinstance(item, UserMessageItem):
            return items[index:]
    return items
