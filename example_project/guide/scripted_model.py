"""A model that follows a script, for a guide without a key.

It takes what any model of the Agents SDK takes, a list of input items and of tools, and streams
what any model streams: the events of OpenAI's Responses API. Only its wits are missing.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Mapping
from typing import Any
from uuid import uuid4

from agents import Model, ModelResponse, ModelSettings, Tool
from agents.items import TResponseInputItem, TResponseStreamEvent
from agents.usage import Usage
from django.utils import translation
from django.utils.translation import gettext as _
from openai.types.responses import (
    Response,
    ResponseCompletedEvent,
    ResponseContentPartAddedEvent,
    ResponseContentPartDoneEvent,
    ResponseCreatedEvent,
    ResponseFunctionCallArgumentsDeltaEvent,
    ResponseFunctionCallArgumentsDoneEvent,
    ResponseFunctionToolCall,
    ResponseOutputItemAddedEvent,
    ResponseOutputItemDoneEvent,
    ResponseOutputMessage,
    ResponseOutputText,
    ResponseTextDeltaEvent,
    ResponseTextDoneEvent,
    ResponseUsage,
)
from openai.types.responses.response_usage import InputTokensDetails, OutputTokensDetails

from guide.files import describe
from guide.wishes import understand
from museum.collection import OPENING_HOURS

NAME = "script"
TOKEN = 4
"""Characters: what models count is longer than a letter and shorter than a word."""

Output = ResponseOutputMessage | ResponseFunctionToolCall


class ScriptedModel(Model):
    """Answers for the guide, and calls its tools, by the visitor's words.

    Parameters:
        language: In which it speaks, a language of Django's.
        pace: Seconds between two words.
    """

    model = NAME
    """What usage is told under."""

    def __init__(self, language: str = "en", pace: float = 0.02) -> None:
        self._language = language
        self._pace = pace

    async def get_response(
        self,
        system_instructions: str | None,
        input: str | list[TResponseInputItem],  # noqa: A002 - the base's name
        model_settings: ModelSettings,
        tools: list[Tool],
        *args: Any,
        **kwargs: Any,
    ) -> ModelResponse:
        """The answer as a whole."""
        output = self._answer(system_instructions or "", input, tools)
        used = _usage(system_instructions, input, output)
        usage = Usage(
            requests=1,
            input_tokens=used.input_tokens,
            output_tokens=used.output_tokens,
            total_tokens=used.total_tokens,
        )
        return ModelResponse(output=[output], usage=usage, response_id=None)

    async def stream_response(
        self,
        system_instructions: str | None,
        input: str | list[TResponseInputItem],  # noqa: A002 - the base's name
        model_settings: ModelSettings,
        tools: list[Tool],
        *args: Any,
        **kwargs: Any,
    ) -> AsyncIterator[TResponseStreamEvent]:
        """The answer, event by event."""
        output = self._answer(system_instructions or "", input, tools)
        response = Response(
            id=f"resp_{uuid4().hex}",
            created_at=0,
            model=NAME,
            object="response",
            output=[],
            parallel_tool_calls=False,
            tool_choice="auto",
            tools=[],
            status="in_progress",
        )
        yield ResponseCreatedEvent(type="response.created", response=response, sequence_number=0)
        number = 0
        async for event in self._events(output):
            number += 1
            event.sequence_number = number
            yield event
        whole = response.model_copy(
            update={
                "output": [output],
                "status": "completed",
                "usage": _usage(system_instructions, input, output),
            }
        )
        yield ResponseCompletedEvent(
            type="response.completed", response=whole, sequence_number=number + 1
        )

    async def _events(self, output: Output) -> AsyncIterator[Any]:
        is_message = isinstance(output, ResponseOutputMessage)
        empty: dict[str, Any] = {"content": []} if is_message else {"arguments": ""}
        yield ResponseOutputItemAddedEvent(
            type="response.output_item.added",
            item=output.model_copy(update={"status": "in_progress", **empty}),
            output_index=0,
            sequence_number=0,
        )
        if isinstance(output, ResponseOutputMessage):
            async for event in self._said(output):
                yield event
        else:
            place: dict[str, Any] = {"output_index": 0, "sequence_number": 0}
            place["item_id"] = output.id
            yield ResponseFunctionCallArgumentsDeltaEvent(
                type="response.function_call_arguments.delta", delta=output.arguments, **place
            )
            # Some versions of the openai SDK require the name, others do not know it.
            done: dict[str, Any] = {**place, "arguments": output.arguments, "name": output.name}
            yield ResponseFunctionCallArgumentsDoneEvent(
                type="response.function_call_arguments.done", **done
            )
        yield ResponseOutputItemDoneEvent(
            type="response.output_item.done", item=output, output_index=0, sequence_number=0
        )

    async def _said(self, message: ResponseOutputMessage) -> AsyncIterator[Any]:
        [part] = message.content
        assert isinstance(part, ResponseOutputText)  # noqa: S101 - _message makes no other
        place: dict[str, Any] = {
            "item_id": message.id,
            "output_index": 0,
            "content_index": 0,
            "sequence_number": 0,
        }
        yield ResponseContentPartAddedEvent(
            type="response.content_part.added", part=part.model_copy(update={"text": ""}), **place
        )
        for word in re.findall(r"\S+\s*", part.text):
            await asyncio.sleep(self._pace)
            yield ResponseTextDeltaEvent(
                type="response.output_text.delta", delta=word, logprobs=[], **place
            )
        yield ResponseTextDoneEvent(
            type="response.output_text.done", text=part.text, logprobs=[], **place
        )
        yield ResponseContentPartDoneEvent(type="response.content_part.done", part=part, **place)

    # The script

    def _answer(
        self, instructions: str, given: str | list[TResponseInputItem], tools: list[Tool]
    ) -> Output:
        items: list[Any] = [{"role": "user", "content": given}] if isinstance(given, str) else given
        with translation.override(self._language):
            if items and items[-1].get("type") == "function_call_output":
                return _message(_after_tool(items))
            return _to_words(instructions, items, {tool.name for tool in tools})


def _after_tool(items: list[Any]) -> str:
    """What to say when a tool, or the page, has answered."""
    result = items[-1]
    call = next(
        item
        for item in reversed(items)
        if item.get("type") == "function_call" and item["call_id"] == result["call_id"]
    )
    arguments = json.loads(call["arguments"])
    output = str(result["output"])
    if call["name"] == "record_fact":
        return _("I will remember: “%(fact)s”. It is in your notebook on this page.") % {
            "fact": arguments["fact_text"]
        }
    if call["name"] == "switch_theme":
        if '"success": true' not in output:
            return _("The page did not let me.")
        if arguments["theme"] == "dark":
            return _("Lights out: the page is dark now.")
        return _("Good morning: the page is light again.")
    if call["name"] == "get_weather" and output.startswith("The visitor sees"):
        return _("Here you are. Take a coat if you come by boat.")
    return output


def _to_words(instructions: str, items: list[Any], tools: set[str]) -> Output:
    """What to say, or which tool to call, upon the visitor's newest words."""
    words, files = _newest(items)
    wish = understand(words, with_file=bool(files))
    call = {
        "remember": ("save_fact", {"fact": wish.detail}),
        "theme": ("switch_theme", {"theme": wish.detail}),
        "weather": ("get_weather", {"place": wish.detail}),
    }.get(wish.kind)
    if call is not None and call[0] in tools:
        return _call(*call)
    if wish.kind == "file":
        return _message(_about_files(files or _files_before(items)))
    if wish.kind == "known":
        return _message(_about_visitor(json.loads(instructions.rpartition("\n")[2] or "[]")))
    if wish.kind == "hours":
        rows = [f"- {row.label}: {row.value}" for row in OPENING_HOURS]
        return _message("\n".join([_("This is when the museum is open:"), "", *rows]))
    return _message(
        _(
            "I am the museum’s guide. Tell me something to remember about you, ask for the weather "
            "of a town, have me switch the page to dark or light, or attach a file and ask what is "
            "in it. Without a key I follow a script, so simple words work best."
        )
    )


def _newest(items: list[Any]) -> tuple[str, list[Mapping[str, Any]]]:
    """The visitor's newest words, and the files with them."""
    content = next((item["content"] for item in reversed(items) if item.get("role") == "user"), "")
    if isinstance(content, str):
        return content, []
    return content[0].get("text", ""), content[1:]


def _files_before(items: list[Any]) -> list[Mapping[str, Any]]:
    """The files that came last with any words."""
    for item in reversed(items):
        content = item.get("content")
        if item.get("role") == "user" and isinstance(content, list) and len(content) > 1:
            files: list[Mapping[str, Any]] = content[1:]
            return files
    return []


def _about_files(files: list[Mapping[str, Any]]) -> str:
    if not files:
        return _(
            "Attach a text, a PDF or a picture with the plus sign beside the message, and I will "
            "tell you what is in it."
        )
    return "\n\n".join(describe(part) for part in files)


def _about_visitor(facts: list[str]) -> str:
    if not facts:
        return _("Nothing yet. Tell me something to remember.")
    return "\n".join([_("This is what you told me:"), "", *(f"- {fact}" for fact in facts)])


def _message(text: str) -> ResponseOutputMessage:
    return ResponseOutputMessage(
        id=f"msg_{uuid4().hex}",
        type="message",
        role="assistant",
        status="completed",
        content=[ResponseOutputText(type="output_text", text=text, annotations=[], logprobs=[])],
    )


def _call(name: str, arguments: dict[str, str]) -> ResponseFunctionToolCall:
    return ResponseFunctionToolCall(
        id=f"fc_{uuid4().hex}",
        call_id=f"call_{uuid4().hex}",
        type="function_call",
        name=name,
        arguments=json.dumps(arguments, ensure_ascii=False),
        status="completed",
    )


def _usage(instructions: str | None, given: Any, output: Output) -> ResponseUsage:
    read = len(instructions or "") + len(json.dumps(given, default=str))
    written = len(output.model_dump_json())
    return ResponseUsage(
        input_tokens=read // TOKEN,
        input_tokens_details=InputTokensDetails(cached_tokens=0, cache_write_tokens=0),
        output_tokens=written // TOKEN,
        output_tokens_details=OutputTokensDetails(reasoning_tokens=0),
        total_tokens=read // TOKEN + written // TOKEN,
    )
