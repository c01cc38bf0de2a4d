"""FastAPI and ``openai-chatkit`` as its documentation shows them, with a store in memory."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from chatkit.server import ChatKitServer, StreamingResult
from chatkit.store import NotFoundError, Store
from chatkit.types import Attachment, Page, ThreadItem, ThreadMetadata
from fastapi import FastAPI, Request, Response
from fastapi.responses import StreamingResponse

from ..messages import PATH
from ..script import ScriptedAnswer


class MemoryStore(Store[Any]):
    """Threads and items in dictionaries; every thread that is asked for exists."""

    def __init__(self) -> None:
        self._threads: dict[str, ThreadMetadata] = {}
        self._items: defaultdict[str, dict[str, ThreadItem]] = defaultdict(dict)

    async def load_thread(self, thread_id: str, context: Any) -> ThreadMetadata:
        thread = self._threads.get(thread_id)
        if thread is None:
            now = datetime.now()  # noqa: DTZ005 - naive, as the SDK makes its own
            thread = self._threads[thread_id] = ThreadMetadata(id=thread_id, created_at=now)
        return thread

    async def save_thread(self, thread: ThreadMetadata, context: Any) -> None:
        self._threads[thread.id] = thread

    async def load_threads(
        self, limit: int, after: str | None, order: str, context: Any
    ) -> Page[ThreadMetadata]:
        return Page(data=list(self._threads.values())[:limit])

    async def delete_thread(self, thread_id: str, context: Any) -> None:
        self._threads.pop(thread_id, None)
        self._items.pop(thread_id, None)

    async def load_thread_items(
        self, thread_id: str, after: str | None, limit: int, order: str, context: Any
    ) -> Page[ThreadItem]:
        return Page(data=list(self._items[thread_id].values())[:limit])

    async def add_thread_item(self, thread_id: str, item: ThreadItem, context: Any) -> None:
        self._items[thread_id][item.id] = item

    async def save_item(self, thread_id: str, item: ThreadItem, context: Any) -> None:
        self._items[thread_id][item.id] = item

    async def load_item(self, thread_id: str, item_id: str, context: Any) -> ThreadItem:
        return self._items[thread_id][item_id]

    async def delete_thread_item(self, thread_id: str, item_id: str, context: Any) -> None:
        self._items[thread_id].pop(item_id, None)

    async def save_attachment(self, attachment: Attachment, context: Any) -> None:
        raise NotImplementedError

    async def load_attachment(self, attachment_id: str, context: Any) -> Attachment:
        raise NotFoundError(attachment_id)

    async def delete_attachment(self, attachment_id: str, context: Any) -> None:
        raise NotImplementedError


class Server(ScriptedAnswer, ChatKitServer[Any]):
    """The scripted answer on the store in memory."""


server = Server(MemoryStore())
application = FastAPI()


@application.post(PATH)
async def conversation(request: Request) -> Response:
    """The endpoint as ChatKit's documentation has it."""
    result = await server.process(await request.body(), {})
    if isinstance(result, StreamingResult):
        return StreamingResponse(result, media_type="text/event-stream")
    return Response(content=result.json, media_type="application/json")
