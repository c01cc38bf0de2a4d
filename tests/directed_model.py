"""A model that does what the visitor's words tell it to, for agents that are not ours.

``Do feed_cat {"meal": "tuna"} then get_cat_status {}`` calls these tools one after the other and
then tells what the last one said. ``Do fail`` breaks, ``Do draw`` makes an image, ``Do recall``
tells what the model was given; other words are repeated.
"""

import itertools
import json
import re
from collections.abc import AsyncIterator
from typing import Any

import httpx2  # what the openai SDK speaks HTTP with
import openai
from agents.testing import ModelCall, ModelStep, ScriptedModel, assistant_message, function_call
from openai.types.responses import (
    Response,
    ResponseCompletedEvent,
    ResponseCreatedEvent,
    ResponseImageGenCallPartialImageEvent,
    ResponseOutputItemAddedEvent,
    ResponseOutputItemDoneEvent,
)
from openai.types.responses.response_output_item import ImageGenerationCall

DIRECTION = "Do "
HIDDEN = "<"
"""How what servers tell the model in the visitor's name begins."""
PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)
"""A picture of one pixel."""

_numbers = itertools.count(1)


class DirectedModel(ScriptedModel):
    """Has a script without end.

    Parameters:
        says: What it always says, in the place of doing as it is told.
    """

    def __init__(self, says: str = "") -> None:
        super().__init__()
        self._says = says

    def _next_resolved_step(self, call: ModelCall) -> Any:
        self.enqueue(_said(self._says) if self._says else ModelStep.respond(_reply))
        return super()._next_resolved_step(call)


def _reply(call: ModelCall) -> Any:
    given: list[Any] = [call.input] if isinstance(call.input, str) else list(call.input)
    direction, outputs = _direction(given)
    if direction is None:
        return _said(f"You said: {''.join(_texts(given[-1:]))}")
    steps = direction.split(" then ")
    if len(outputs) >= len(steps):
        return _said(f"The tool said {outputs[-1]}")
    step = steps[len(outputs)]
    if step == "fail":
        raise openai.APIConnectionError(request=httpx2.Request("POST", "http://model.test"))
    if step == "draw":
        return ModelStep.stream(_drawn)
    if step == "recall":
        return _said(f"```json\n{json.dumps(given)}\n```")
    name, _, arguments = step.partition(" ")
    number = next(_numbers)
    call_id = f"call_{number}"
    return ModelStep(output=[function_call(name, arguments or "{}", call_id=call_id)])


def _direction(given: list[Any]) -> tuple[str | None, list[str]]:
    """What the visitor's newest message directs, and what tools have said since."""
    outputs: list[str] = []
    for item in reversed(given):
        if isinstance(item, dict) and item.get("type") == "function_call_output":
            outputs.insert(0, _plain(item["output"]))
        texts = [text for text in _texts([item]) if not text.startswith(HIDDEN)]
        if texts:
            directions = [text for text in texts if text.startswith(DIRECTION)]
            return (directions[0].removeprefix(DIRECTION).strip() if directions else None), outputs
    return None, outputs


def _texts(given: list[Any]) -> list[str]:
    """What was said in the visitor's name."""
    texts: list[str] = []
    for item in given:
        if isinstance(item, str):
            texts.append(item)
        elif item.get("role") == "user":
            content = item["content"]
            parts = [{"text": content}] if isinstance(content, str) else content
            texts += [part["text"] for part in parts if "text" in part]
    return texts


def _plain(output: Any) -> str:
    text = output if isinstance(output, str) else json.dumps(output)
    return re.sub(r"\s+", " ", text)


def _said(text: str) -> ModelStep:
    return ModelStep(output=[assistant_message(text, item_id=f"msg_model_{next(_numbers)}")])


async def _drawn(call: ModelCall) -> AsyncIterator[Any]:
    """An image in three parts, as the image generation tool of the Responses API sends it."""
    number = next(_numbers)
    image = ImageGenerationCall(
        id=f"ig_{number}", type="image_generation_call", status="in_progress", result=None
    )
    done = image.model_copy(update={"status": "completed", "result": PNG})
    response = Response(
        id=f"resp_{number}",
        created_at=0,
        model="directed",
        object="response",
        output=[],
        parallel_tool_calls=False,
        tool_choice="auto",
        tools=[],
    )
    yield ResponseCreatedEvent(type="response.created", response=response, sequence_number=0)
    yield ResponseOutputItemAddedEvent(
        type="response.output_item.added", item=image, output_index=0, sequence_number=1
    )
    for index in range(3):
        yield ResponseImageGenCallPartialImageEvent(
            type="response.image_generation_call.partial_image",
            item_id=image.id,
            output_index=0,
            partial_image_b64=PNG,
            partial_image_index=index,
            sequence_number=2 + index,
        )
    yield ResponseOutputItemDoneEvent(
        type="response.output_item.done", item=done, output_index=0, sequence_number=5
    )
    yield ResponseCompletedEvent(
        type="response.completed",
        response=response.model_copy(update={"output": [done]}),
        sequence_number=6,
    )
