"""The state of one turn: its lease, what it has written, and where its database work runs."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

from django.db import router, transaction

from ..models import ChatThread
from ..signals import turn_finished
from ..types import JSONObject
from . import lease
from .unfinished import UnfinishedItems
from .usage import TurnUsage, save

if TYPE_CHECKING:
    from chatkit.types import ThreadStreamEvent

    from .context import RequestContext
    from .repeats import RequestIds

logger = logging.getLogger("django_chatkit.turns")

T = TypeVar("T")

Outcome = Literal["completed", "stopped", "failed"]


class Outlet(Protocol):
    """The client's end of a turn, as far as the agent's end needs to know it."""

    @property
    def is_due(self) -> bool:
        """Whether the agent has to :meth:`give_way`: others wait, or the turn was stopped."""

    def send(self, chunk: bytes, event: "ThreadStreamEvent", /) -> None:
        """Have the bytes of an event sent after everything before it."""

    async def give_way(self) -> None:
        """Let what is ready be sent, and wait for a slow client.

        Raises:
            asyncio.CancelledError: the turn was stopped.
        """


class Turn:
    """One streaming operation on one thread.

    Until :meth:`commit`, writes are held back: a request that turns out to be bad
    leaves nothing behind, and what a good one writes first goes in one step.

    Parameters:
        context: Of the request; it says where database work runs.
        thread: The thread the operation is on; ``None`` when it creates one.
        token: The lease's token, already taken on ``thread``.
        position: Where the thread's next item goes.
        attachments: The payloads of the attachments that the request names, checked.
        ids: Those that the request's key decides, if it brings one.
    """

    def __init__(
        self,
        context: "RequestContext",
        *,
        token: str,
        thread: ChatThread | None = None,
        position: int = 0,
        attachments: dict[str, JSONObject] | None = None,
        ids: "RequestIds | None" = None,
    ) -> None:
        self.context = context
        self.token = token
        self.thread_id = thread.id if thread is not None else None
        self.sequence = thread.sequence if thread is not None else None
        self.creates_thread = thread is None
        self.attachments = attachments or {}
        self.ids = ids
        self._message_id = None if ids is None else ids.message
        self.written: set[str] = set()
        self._thread = thread
        self._position = position
        self._in_order = asyncio.Lock()
        self._holding = True
        self._held: list[Callable[[], object]] = []
        self.unfinished = UnfinishedItems()
        self.failed = False
        self.observed = False
        """Whether an answer of the turn is being followed already."""
        self.usage: TurnUsage | None = None
        """What the models used for the answer, if the server counted it."""
        self.refusal: str | None = None
        """What the visitor is told in the place of an answer, if there is to be none."""
        self.outlet: Outlet | None = None
        """Where bytes for the client may go directly, once the answer streams."""

    def take_thread(self, thread_id: str) -> ChatThread | None:
        """The row that the request's checks read, once: later readers want a fresh one."""
        thread = self._thread
        if thread is None or thread.id != thread_id:
            return None
        self._thread = None
        return thread

    def take_message_id(self) -> str | None:
        """The id of the visitor's message, once: it is the first that the SDK asks for."""
        message_id, self._message_id = self._message_id, None
        return message_id

    def begin(self, row: ChatThread) -> None:
        """The thread this turn creates is stored."""
        self.creates_thread = False
        self.thread_id, self.sequence = row.id, row.sequence

    def take_position(self) -> int:
        """The next free position in the thread; the lease makes it this turn's own."""
        position = self._position
        self._position += 1
        return position

    async def write(self, work: Callable[[], T]) -> T | None:
        """Do ``work``, or hold it back until :meth:`commit` and return ``None``."""
        if self._holding:
            self._held.append(work)
            return None
        return await self._run(work)

    async def read(self, work: Callable[[], T]) -> T:
        """Do ``work`` after what is held back, so that it sees it."""
        if self._held:
            held, self._held = self._held, []
            work = partial(_write_then, held, work)
        return await self._run(work)

    async def commit(self, *, then: Callable[[], None] | None = None) -> None:
        """Write what was held back, in one transaction; from now on writes are immediate.

        Parameters:
            then: What to do after it in the same thread.
        """
        self._holding = False
        held, self._held = self._held, []
        if held:
            await self._run(partial(_write_all, held, then))

    async def finish(self, outcome: Outcome) -> None:
        """Release the lease and tell the site that the turn is over."""
        lease.keeper.forget(self.token)
        await self._run(partial(self._finish, outcome))

    def _finish(self, outcome: Outcome) -> None:
        if self.sequence is None:
            return
        lease.release(self.sequence, self.token, interrupted=outcome != "completed")
        if self.usage is not None:
            try:
                save(self.usage, self.context, self.sequence)
            except Exception:
                logger.exception(
                    "What a turn used could not be kept (request %s).", self.context.request_id
                )
        turn_finished.send_robust(
            ChatThread,
            thread_id=self.thread_id,
            scope=self.context.scope,
            assistant=self.context.assistant,
            outcome=outcome,
            usage=None if self.usage is None else self.usage.total(),
        )

    async def _run(self, work: Callable[[], T]) -> T:
        # One at a time and in order: a checkpoint must not overtake, nor undo, an end.
        async with self._in_order:
            result: T = await self.context.runner(work)
            return result


def _write_all(held: list[Callable[[], object]], then: Callable[[], None] | None = None) -> None:
    if len(held) == 1:
        held[0]()
    else:
        with transaction.atomic(using=router.db_for_write(ChatThread)):
            for work in held:
                work()
    if then is not None:
        then()


def _write_then(held: list[Callable[[], object]], work: Callable[[], T]) -> T:
    _write_all(held)
    return work()
