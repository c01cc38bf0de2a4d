"""The desk of a ferry line: a ChatKit server as people write them for FastAPI."""

import base64
from collections import defaultdict
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Annotated, Any

from agents import Agent, RunContextWrapper, Runner, StopAtTools, function_tool
from chatkit.actions import Action
from chatkit.agents import AgentContext, ThreadItemConverter, stream_agent_response
from chatkit.server import ChatKitServer
from chatkit.types import (
    AssistantMessageContent,
    AssistantMessageItem,
    Attachment,
    AudioInput,
    ClientEffectEvent,
    HiddenContextItem,
    ProgressUpdateEvent,
    ThreadItemDoneEvent,
    ThreadItemUpdatedEvent,
    ThreadMetadata,
    ThreadStreamEvent,
    TranscriptionResult,
    UserMessageItem,
    WidgetItem,
    WidgetRootUpdated,
)
from chatkit.widgets import DynamicWidgetRoot
from fastapi import HTTPException
from openai.types.responses import ResponseInputImageParam, ResponseInputTextParam
from openai.types.responses.response_input_item_param import Message
from pydantic import ConfigDict, Field

from .context import DeskContext
from .stores import FileStore, MemoryStore

TIMES = ["08:15", "12:40"]


class Bookings:
    """Which crossings were booked, by thread."""

    def __init__(self) -> None:
        self._booked: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, thread_id: str, time: str) -> None:
        self._booked[thread_id].append(time)

    def of(self, thread_id: str) -> list[str]:
        return list(self._booked[thread_id])


class DeskAgentContext(AgentContext[DeskContext]):
    """What the agent's tools are given."""

    model_config = ConfigDict(arbitrary_types_allowed=True)
    bookings: Annotated[Bookings, Field(exclude=True)]


Wrapper = RunContextWrapper[DeskAgentContext]


def crossings(chosen: str | None = None) -> DynamicWidgetRoot:
    """The list to choose from; with a choice made, nothing in it can be pressed."""
    rows = []
    for time in TIMES:
        row: dict[str, Any] = {
            "type": "ListViewItem",
            "key": time,
            "children": [{"type": "Text", "value": f"{time} booked" if time == chosen else time}],
        }
        if chosen is None:
            row["onClickAction"] = {"type": "crossing.book", "payload": {"time": time}}
        rows.append(row)
    return DynamicWidgetRoot.model_validate({"type": "ListView", "children": rows})


@function_tool
async def show_crossings(ctx: Wrapper) -> None:
    """Show today's crossings from the visitor's harbour."""
    harbour = ctx.context.request_context.harbour
    await ctx.context.stream(ProgressUpdateEvent(text=f"Asking {harbour} harbour…"))
    await ctx.context.stream_widget(crossings(), copy_text=", ".join(TIMES))


@function_tool
async def ring_bell(ctx: Wrapper, times: int) -> str:
    """Ring the bell on the page, and remember it."""
    desk = ctx.context
    desk.thread.title = "At the bell"
    await desk.store.save_thread(desk.thread, desk.request_context)
    await desk.store.add_thread_item(
        desk.thread.id,
        HiddenContextItem(
            id=desk.store.generate_item_id("message", desk.thread, desk.request_context),
            thread_id=desk.thread.id,
            created_at=datetime.now(),
            content=f"<BELL>{times}</BELL>",
        ),
        context=desk.request_context,
    )
    await desk.stream(ClientEffectEvent(name="bell", data={"times": times}))
    return "rung"


desk_agent: Agent[DeskAgentContext] = Agent(
    name="Desk",
    model="gpt-5-mini",
    tools=[show_crossings, ring_bell],
    tool_use_behavior=StopAtTools(stop_at_tool_names=["show_crossings"]),
)


class DeskConverter(ThreadItemConverter):
    """Hidden context and files, as this desk's model takes them."""

    def __init__(self, files: FileStore) -> None:
        self.files = files

    async def hidden_context_to_input(self, item: HiddenContextItem) -> Message:
        text = ResponseInputTextParam(type="input_text", text=str(item.content))
        return Message(type="message", role="user", content=[text])

    async def attachment_to_message_content(
        self, attachment: Attachment
    ) -> ResponseInputImageParam:
        data = base64.b64encode(await self.files.read_file(attachment.id)).decode()
        url = f"data:{attachment.mime_type};base64,{data}"
        return ResponseInputImageParam(type="input_image", image_url=url, detail="auto")


class DeskServer(ChatKitServer[DeskContext]):
    """Books crossings."""

    def __init__(self, bookings: Bookings | None = None) -> None:
        store = MemoryStore()
        self.files = FileStore(store)
        super().__init__(store, attachment_store=self.files)
        self.bookings = bookings or Bookings()

    async def respond(
        self,
        thread: ThreadMetadata,
        input_user_message: UserMessageItem | None,
        context: DeskContext,
    ) -> AsyncIterator[ThreadStreamEvent]:
        page = await self.store.load_thread_items(thread.id, None, 20, "desc", context)
        converter = DeskConverter(self.files)
        agent_context = DeskAgentContext(
            thread=thread, store=self.store, request_context=context, bookings=self.bookings
        )
        result = Runner.run_streamed(
            desk_agent, await converter.to_agent_input(page.data[::-1]), context=agent_context
        )
        async for event in stream_agent_response(agent_context, result):
            yield event

    async def action(
        self,
        thread: ThreadMetadata,
        action: Action[str, Any],
        sender: WidgetItem | None,
        context: DeskContext,
    ) -> AsyncIterator[ThreadStreamEvent]:
        if action.type != "crossing.book" or sender is None:
            return
        time = action.payload["time"]
        self.bookings.add(thread.id, time)
        yield ThreadItemUpdatedEvent(
            item_id=sender.id, update=WidgetRootUpdated(widget=crossings(time))
        )
        yield ThreadItemDoneEvent(
            item=AssistantMessageItem(
                id=self.store.generate_item_id("message", thread, context),
                thread_id=thread.id,
                created_at=datetime.now(),
                content=[AssistantMessageContent(text=f"Booked for {time}.")],
            )
        )

    async def transcribe(
        self, audio_input: AudioInput, context: DeskContext
    ) -> TranscriptionResult:
        if audio_input.media_type != "audio/webm":
            raise HTTPException(status_code=400, detail="Unexpected audio format")
        return TranscriptionResult(text=f"from {context.harbour} harbour, please")


def create_server() -> DeskServer:
    """The desk, ready to answer."""
    return DeskServer()
