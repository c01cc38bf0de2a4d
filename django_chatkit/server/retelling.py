"""What one is told who sends a message again: the answer that runs, or what is stored of it."""

from dataclasses import dataclass

from chatkit.types import (
    Page,
    StreamOptions,
    StreamOptionsEvent,
    Thread,
    ThreadCreatedEvent,
    ThreadItemDoneEvent,
    ThreadStreamEvent,
)

from ..enums import ItemType
from ..exceptions import NotFound, Repeated, ThreadBusy
from ..models import ChatThread, ChatThreadItem
from . import rows, statements
from .context import RequestContext
from .journal import Head, JournalReader
from .lease import is_running
from .requests import MAX_PAGE_SIZE
from .serialize import is_hidden, load_item, sse
from .store import DjangoStore


@dataclass(frozen=True)
class Outcome:
    """What became of a message that is stored already.

    Parameters:
        thread: Its thread as it is now.
        stored: The events that tell what is stored, if no answer is running.
        running: The answer that is running, and its head.
    """

    thread: ChatThread
    stored: bytes = b""
    running: tuple[JournalReader, Head] | None = None


def outcome_of(repeated: Repeated) -> Outcome:
    """What to answer one who sends a stored message again.

    Raises:
        ThreadBusy: its answer is running and cannot be joined from here.
        NotFound: the thread was deleted meanwhile.
    """
    context = repeated.context
    found = statements.find_thread(repeated.thread_id, context.scope, context.assistant)
    if found is None:
        raise NotFound
    thread = found.thread
    position = _position(thread, repeated.message_id)
    if is_running(thread) and not _is_followed(thread, position):
        reader = JournalReader(thread.turn_token)
        head = reader.head
        if head is None:
            raise ThreadBusy
        return Outcome(thread, running=(reader, head))
    events = _stored_events(thread, position, context, whole=repeated.creates_thread)
    return Outcome(thread, stored=b"".join(sse(event) for event in events if not is_hidden(event)))


def _position(thread: ChatThread, message_id: str) -> int:
    found = ChatThreadItem.objects.filter(thread=thread.sequence, id=message_id)
    position: int | None = found.values_list("position", flat=True).first()
    if position is None:
        raise NotFound
    return position


def _is_followed(thread: ChatThread, position: int) -> bool:
    """Whether the visitor has said something else since: the running turn is about that."""
    later = ChatThreadItem.objects.filter(thread=thread.sequence, position__gt=position)
    return later.filter(type=ItemType.USER_MESSAGE).exists()


def _stored_events(
    thread: ChatThread, position: int, context: RequestContext, *, whole: bool
) -> list[ThreadStreamEvent]:
    """The message and what came after it, as events that bring each item whole."""
    stored = ChatThreadItem.objects.filter(thread=thread.sequence, position__gte=position)
    ordered = stored.order_by("position").values_list("payload", "created_at")
    done: list[ThreadStreamEvent] = [
        ThreadItemDoneEvent(
            item=load_item(rows.read_item(payload, context.files_url, context.scope), created_at)
        )
        for payload, created_at in ordered[:MAX_PAGE_SIZE]
    ]
    options = StreamOptionsEvent(stream_options=StreamOptions(allow_cancel=False))
    created: list[ThreadStreamEvent] = []
    if whole:
        metadata = DjangoStore().remember(thread, context)
        created = [ThreadCreatedEvent(thread=Thread(**metadata.model_dump(), items=Page()))]
    return [*created, *done[:1], options, *done[1:]]
