"""An Agents SDK agent on a model that streams as many parts as the visitor asks for.

The message is ``"200"``, the number of parts. Before each the event loop has a turn, as with a
model that is read from the network.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from agents import Agent, Model, ModelResponse, Usage
from openai.types.responses import (
    Response,
    ResponseCompletedEvent,
    ResponseContentPartAddedEvent,
    ResponseContentPartDoneEvent,
    ResponseCreatedEvent,
    ResponseOutputItemAddedEvent,
    ResponseOutputItemDoneEvent,
    ResponseOutputMessage,
    ResponseOutputText,
    ResponseTextDeltaEvent,
    ResponseUsage,
)
from openai.types.responses.response_usage import InputTokensDetails, OutputTokensDetails

from django_chatkit.ids import new_id

from .messages import WORD


class StreamingModel(Model):
    """Says a word as often as it is told to, in events as OpenAI's Responses API has them."""

    async def get_response(self, *_: Any, **__: Any) -> ModelResponse:
        """Nothing asks for a whole response here."""
        return ModelResponse(output=[], usage=Usage(), response_id=None)

    async def stream_response(
        self,
        system_instructions: Any,
        input: Any,  # noqa: A002
        *_: Any,
        **__: Any,
    ) -> AsyncIterator[Any]:
        """The events of one message."""
        parts = _parts(input)
        item_id = new_id("message")
        numbers = iter(range(parts + 10))
        part: dict[str, Any] = {"content_index": 0, "item_id": item_id, "output_index": 0}
        yield ResponseCreatedEvent(
            response=_response(0, []), sequence_number=next(numbers), type="response.created"
        )
        yield ResponseOutputItemAddedEvent(
            item=_message(item_id, ""),
            output_index=0,
            sequence_number=next(numbers),
            type="response.output_item.added",
        )
        yield ResponseContentPartAddedEvent(
            **part,
            part=_text(""),
            sequence_number=next(numbers),
            type="response.content_part.added",
        )
        for _number in range(parts):
            await asyncio.sleep(0)
            yield ResponseTextDeltaEvent(
                **part,
                delta=WORD,
                logprobs=[],
                sequence_number=next(numbers),
                type="response.output_text.delta",
            )
        whole = _message(item_id, WORD * parts)
        yield ResponseContentPartDoneEvent(
            **part,
            part=_text(WORD * parts),
            sequence_number=next(numbers),
            type="response.content_part.done",
        )
        yield ResponseOutputItemDoneEvent(
            item=whole,
            output_index=0,
            sequence_number=next(numbers),
            type="response.output_item.done",
        )
        yield ResponseCompletedEvent(
            response=_response(parts, [whole]),
            sequence_number=next(numbers),
            type="response.completed",
        )


def _parts(given: Any) -> int:
    texts = [
        part["text"]
        for item in given
        if item.get("role") == "user"
        for part in item["content"]
        if part["type"] == "input_text"
    ]
    return int(texts[-1])


def _text(text: str) -> ResponseOutputText:
    return ResponseOutputText(annotations=[], text=text, type="output_text")


def _message(item_id: str, text: str) -> ResponseOutputMessage:
    content: list[Any] = [_text(text)] if text else []
    return ResponseOutputMessage(
        id=item_id, content=content, role="assistant", status="completed", type="message"
    )


def _response(tokens: int, output: list[Any]) -> Response:
    return Response(
        id="resp_1",
        created_at=0,
        model="scripted",
        object="response",
        output=output,
        parallel_tool_calls=False,
        tool_choice="auto",
        tools=[],
        usage=ResponseUsage(
            input_tokens=1,
            input_tokens_details=InputTokensDetails(cached_tokens=0, cache_write_tokens=0),
            output_tokens=tokens,
            output_tokens_details=OutputTokensDetails(reasoning_tokens=0),
            total_tokens=1 + tokens,
        ),
    )


AGENT: Agent[Any] = Agent(name="Scripted", model=StreamingModel())
