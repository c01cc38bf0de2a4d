"""The ChatKit protocol's messages as JSON Schema, as the SDK's models describe them."""

import functools
import json
import re
import warnings
from typing import Any

from chatkit.types import (
    FileAttachment,
    ImageAttachment,
    Page,
    SyncCustomActionResponse,
    Thread,
    ThreadItem,
    ThreadStreamEvent,
    TranscriptionResult,
)
from pydantic import BaseModel, TypeAdapter

from ..types import JSONObject
from .requests import REQUEST


class Nothing(BaseModel):
    """There is nothing to answer."""


RESULT: "TypeAdapter[Any]" = TypeAdapter(
    Thread
    | Page[Thread]
    | Page[ThreadItem]
    | ImageAttachment
    | FileAttachment
    | TranscriptionResult
    | SyncCustomActionResponse
    | Nothing
)


def protocol_schemas(reference: str) -> dict[str, JSONObject]:
    """The schemas by name: ``Request``, ``Event``, ``Result``, and what they refer to.

    Parameters:
        reference: What stands before a name in a ``$ref``.
    """
    found: dict[str, JSONObject] = json.loads(_protocol_schemas(reference))
    return found


@functools.cache
def _protocol_schemas(reference: str) -> str:
    adapters = {"Request": REQUEST, "Event": TypeAdapter(ThreadStreamEvent), "Result": RESULT}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about defaults that JSON cannot write
        roots, document = TypeAdapter.json_schemas(
            # Answers leave out what is empty, so the fields with defaults are optional there too.
            [(name, "validation", adapter) for name, adapter in adapters.items()],  # type: ignore[misc]
            ref_template=f"{reference}{{model}}",
        )
    schemas = {name: schema for (name, _mode), schema in roots.items()} | document["$defs"]
    for name, schema in schemas.items():
        if name.endswith("Req"):
            # Operations are told apart by it, so it is always there.
            schema["required"] = ["type", *schema.get("required", ())]
    return _with_short_names(json.dumps(schemas))


def _with_short_names(document: str) -> str:
    """Generic pages by what they hold, where pydantic spells the whole union out."""
    for long_name in set(re.findall(r'"(Page_\w+)":', document)):
        short = "ThreadPage" if long_name == "Page_Thread_" else "ThreadItemPage"
        document = document.replace(long_name, short)
    return document.replace("Action_str_Any_", "Action")
