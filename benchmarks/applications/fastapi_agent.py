"""FastAPI and an Agents SDK agent, as ChatKit's documentation shows them, in memory."""

from collections.abc import AsyncIterator
from typing import Any

from agents import RunConfig, Runner
from chatkit.agents import AgentContext, simple_to_agent_input, stream_agent_response
from chatkit.server import ChatKitServer, StreamingResult
from chatkit.types import ThreadMetadata, ThreadStreamEvent, UserMessageItem
from fastapi import FastAPI, Request, Response
from fastapi.responses import StreamingResponse

from ..messages import PATH
from ..scripted_agent import AGENT
from .fastapi_site import MemoryStore


class Server(ChatKitServer[Any]):
    """The agent on the store in memory."""

    async def respond(
        self, thread: ThreadMetadata, input_user_message: UserMessageItem | None, context: Any
    ) -> AsyncIterator[ThreadStreamEvent]:
        """Answer with the agent."""
        items = await self.store.load_thread_items(thread.id, None, 200, "asc", context)
        agent_context = AgentContext(thread=thread, store=self.store, request_context=context)
        result = Runner.run_streamed(
            AGENT,
            await simple_to_agent_input(items.data),
            context=agent_context,
            run_config=RunConfig(tracing_disabled=True),
        )
        async for event in stream_agent_response(agent_context, result):
            yield event


server = Server(MemoryStore())
application = FastAPI()


@application.post(PATH)
async def conversation(request: Request) -> Response:
    """The endpoint as ChatKit's documentation has it."""
    result = await server.process(await request.body(), {})
    if isinstance(result, StreamingResult):
        return StreamingResponse(result, media_type="text/event-stream")
    return Response(content=result.json, media_type="application/json")
