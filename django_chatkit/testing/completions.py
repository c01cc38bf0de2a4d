"""What a chat-completions endpoint accepts, and the chunks that it answers with.

Source: https://platform.openai.com/docs/api-reference/chat
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from threading import Event
from typing import Any

from .requests import Refusal

PARAMETERS = frozenset(
    {
        "frequency_penalty",
        "max_completion_tokens",
        "max_tokens",
        "messages",
        "metadata",
        "model",
        "n",
        "parallel_tool_calls",
        "presence_penalty",
        "prompt_cache_key",
        "reasoning_effort",
        "response_format",
        "seed",
        "stop",
        "store",
        "stream",
        "stream_options",
        "temperature",
        "tool_choice",
        "tools",
        "top_p",
        "user",
        "verbosity",
    }
)

PARTS = {"text": str, "image_url": dict, "file": dict}
"""The parts of a user's message, and what they hold under their own name."""

PROMPT_TOKENS = 20
COMPLETION_TOKENS = 5
"""What every answer is said to have used."""

USAGE = {
    "prompt_tokens": PROMPT_TOKENS,
    "completion_tokens": COMPLETION_TOKENS,
    "total_tokens": PROMPT_TOKENS + COMPLETION_TOKENS,
}


@dataclass(frozen=True)
class Step:
    """One answer of the model: words, or calls of tools.

    Parameters:
        calls: The tools' names and arguments.
        gate: Waited for after the first piece of a streamed text.
    """

    text: str = ""
    calls: Sequence[tuple[str, dict[str, Any]]] = ()
    gate: Event | None = field(default=None, compare=False)


def check(body: Any, model: str) -> None:
    """Refuse what OpenAI refuses.

    Parameters:
        model: The only model that there is.

    Raises:
        Refusal: with the parameter at fault.
    """
    if not isinstance(body, dict):
        raise Refusal(400, "The body of your request is not a JSON object.")
    for name in sorted(set(body) - PARAMETERS):
        raise Refusal(400, f"Unrecognized request argument supplied: {name}", param=name)
    if body.get("model") != model:
        raise Refusal(
            404, f"The model '{body.get('model')}' does not exist.", code="model_not_found"
        )
    tools = _tools(body)
    if "parallel_tool_calls" in body and not tools:
        raise _wrong("parallel_tool_calls", "is only allowed when 'tools' are specified")
    choice = body.get("tool_choice")
    if isinstance(choice, dict) and choice.get("function", {}).get("name") not in tools:
        raise _wrong("tool_choice", "names a tool that is not in 'tools'")
    if "stream_options" in body and not body.get("stream"):
        raise _wrong("stream_options", "is only allowed when 'stream' is enabled")
    _check_messages(body.get("messages"))


def _tools(body: dict[str, Any]) -> set[str]:
    tools = body.get("tools", [])
    if not isinstance(tools, list) or ("tools" in body and not tools):
        raise _wrong("tools", "is an empty array")
    for number, tool in enumerate(tools):
        function = tool.get("function", {})
        named = re.fullmatch(r"[\w-]{1,64}", str(function.get("name", "")))
        if tool.get("type") != "function" or not named:
            raise _wrong(f"tools[{number}]", "is no function with a name")
        if function.get("parameters", {}).get("type", "object") != "object":
            raise _wrong(f"tools[{number}].function.parameters", "is no schema of an object")
    return {tool["function"]["name"] for tool in tools}


def _check_messages(messages: Any) -> None:
    if not isinstance(messages, list) or not messages:
        raise _wrong("messages", "is an empty array")
    awaited: set[str] = set()
    for number, message in enumerate(messages):
        where = f"messages[{number}]"
        role = message.get("role")
        if role == "tool":
            if message.get("tool_call_id") not in awaited:
                raise _wrong(where, "of the role 'tool' answers no preceding 'tool_calls'")
            awaited.discard(message["tool_call_id"])
            _check_content(message.get("content"), where, {"text"})
            continue
        if awaited:
            raise _wrong(where, "comes before every 'tool_calls' is answered")
        if role == "assistant":
            awaited = {call["id"] for call in message.get("tool_calls", ())}
            if not awaited:
                _check_content(message.get("content"), where, {"text"})
        elif role == "user":
            _check_content(message.get("content"), where, set(PARTS))
        elif role in {"system", "developer"}:
            _check_content(message.get("content"), where, {"text"})
        else:
            raise _wrong(f"{where}.role", "is none of a conversation's")
    if awaited:
        raise _wrong("messages", "ends before every 'tool_calls' is answered")


def _check_content(content: Any, where: str, allowed: set[str]) -> None:
    if isinstance(content, str):
        return
    if not isinstance(content, list) or not content:
        raise _wrong(f"{where}.content", "is neither a string nor parts")
    for number, part in enumerate(content):
        kind = part.get("type")
        if kind not in allowed or not isinstance(part.get(kind), PARTS[kind]):
            raise _wrong(f"{where}.content[{number}]", "is no part that this role may have")


def _wrong(param: str, why: str) -> Refusal:
    return Refusal(400, f"Invalid value: '{param}' {why}.", param=param, code="invalid_value")


def whole(step: Step, model: str, number: int) -> dict[str, Any]:
    """An answer that was not asked to stream."""
    message: dict[str, Any] = {"role": "assistant", "content": step.text or None, "refusal": None}
    if step.calls:
        message["tool_calls"] = [
            _call(number, index, name, json.dumps(arguments))
            for index, (name, arguments) in enumerate(step.calls)
        ]
    choice = {"index": 0, "message": message, "finish_reason": _end(step), "logprobs": None}
    return {
        **_head(model, number, "chat.completion"),
        "choices": [choice],
        "usage": USAGE,
    }


def chunks(
    step: Step, model: str, number: int, *, with_usage: bool
) -> Iterator[dict[str, Any] | Event]:
    """A streamed answer's chunks; an event among them is to be waited for."""
    head = _head(model, number, "chat.completion.chunk")

    def chunk(delta: dict[str, Any], end: str | None = None) -> dict[str, Any]:
        choices = [{"index": 0, "delta": delta, "finish_reason": end, "logprobs": None}]
        return {**head, "choices": choices, **({"usage": None} if with_usage else {})}

    yield chunk({"role": "assistant", "content": None if step.calls else ""})
    for place, piece in enumerate(re.findall(r"\s*\S+\s*", step.text)):
        yield chunk({"content": piece})
        if place == 0 and step.gate is not None:
            yield step.gate
    for index, (name, arguments) in enumerate(step.calls):
        written = json.dumps(arguments)
        middle = len(written) // 2
        yield chunk({"tool_calls": [{"index": index, **_call(number, index, name, "")}]})
        for piece in (written[:middle], written[middle:]):
            yield chunk({"tool_calls": [{"index": index, "function": {"arguments": piece}}]})
    yield chunk({}, _end(step))
    if with_usage:
        yield {**head, "choices": [], "usage": USAGE}


def _head(model: str, number: int, kind: str) -> dict[str, Any]:
    return {"id": f"chatcmpl-{number}", "object": kind, "created": 1700000000, "model": model}


def _call(number: int, index: int, name: str, arguments: str) -> dict[str, Any]:
    return {
        "id": f"call_{number}_{index}",
        "type": "function",
        "function": {"name": name, "arguments": arguments},
    }


def _end(step: Step) -> str:
    return "tool_calls" if step.calls else "stop"
