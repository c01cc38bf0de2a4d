"""One run of an agent, followed as the SDK follows it, and ended when the turn ends."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, cast

from chatkit.agents import AgentContext, ResponseStreamConverter, stream_agent_response
from chatkit.types import ProgressUpdateEvent, ThreadStreamEvent

if TYPE_CHECKING:
    from agents import RunResultStreaming

UNREAD = ProgressUpdateEvent(text="")
"""Ends a wait that nobody waits for any more."""


class Run:
    """The events of an agent's run, as those of a thread.

    The SDK waits for the run and for the agent's own events in two tasks, and leaves both
    waiting when the turn is stopped; :meth:`end` ends the model's work and these two.

    Parameters:
        context: Of the agent; its own events come among the others.
        result: What ``Runner.run_streamed`` returned.
        converter: Of images and citations.
    """

    def __init__(
        self,
        context: AgentContext[Any],
        result: "RunResultStreaming",
        converter: ResponseStreamConverter,
    ) -> None:
        self._context = context
        self._result = result
        self._converter = converter
        self._ended = False

    def events(self) -> AsyncIterator[ThreadStreamEvent]:
        """What the run says, event by event."""
        return stream_agent_response(
            self._context, cast("RunResultStreaming", self), converter=self._converter
        )

    async def stream_events(self) -> AsyncIterator[Any]:
        """The result's events, for the SDK."""
        async for event in self._result.stream_events():
            yield event
        if self._ended:
            yield UNREAD

    def end(self) -> None:
        """Stop the model and every tool; nothing happens where the run is over."""
        self._ended = True
        self._result.cancel()
        self._context._events.put_nowait(UNREAD)
