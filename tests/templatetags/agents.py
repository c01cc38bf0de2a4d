"""An agent that says what the page told it."""

import json
from collections.abc import AsyncIterator

from chatkit.types import ThreadMetadata, ThreadStreamEvent, UserMessageItem

from django_chatkit.server import RequestContext
from tests.agents import ScriptedServer


class ContextServer(ScriptedServer):
    """Answers with the page's context, as JSON."""

    async def respond(
        self,
        thread: ThreadMetadata,
        input_user_message: UserMessageItem | None,
        context: RequestContext,
    ) -> AsyncIterator[ThreadStreamEvent]:
        answer = {"deltas": [f"The page says {json.dumps(context.page_context)}"]}
        async for event in self.message(thread, context, answer):
            yield event
