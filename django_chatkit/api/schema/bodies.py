"""The bodies that the API takes, as JSON Schema, read off the serializers that check them."""

from typing import Any

from rest_framework import serializers

from ...types import JSONObject
from ..page import LEVELS, MAX_EVENTS, MAX_TEXT
from ..rest import serializers as bodies
from .shapes import METADATA, STATE_VARIABLES, TEXT, array, of, said

ABOUT: dict[type[serializers.Serializer[Any]], str] = {
    bodies.SiteSession: "What a server key mints a session with.",
    bodies.OwnSession: "What a browser mints a session with.",
    bodies.SiteThread: "What a server key creates a thread with.",
    bodies.OwnThread: "What a browser creates a thread with.",
    bodies.ThreadChanges: "What changes of a thread; metadata is replaced whole.",
}
"""The bodies that are components of the schema, by the serializer's name."""

FIELDS: dict[str, str] = {
    "user": "The scope that owns it.",
    "workflow.id": "An assistant's alias, or its WORKFLOW_ID.",
    "workflow.version": "Of a hosted workflow; the deployed one without it.",
    "expires_after.seconds": "From now; 600 without it.",
    "rate_limits.max_requests_per_1_minute": "Answers a minute; 10 without it.",
    "chatkit_configuration.file_upload.max_file_size": "In megabytes.",
    "chatkit_configuration.file_upload.max_files": "In the whole session.",
    "chatkit_configuration.history.recent_threads": "How many are shown; all without it.",
    "assistant": "An alias; `default` without it.",
    "session_id": "One of the owner's sessions with this assistant.",
}
"""What fields mean that do not say it themselves."""


def body_schema(serializer: type[serializers.Serializer[Any]]) -> JSONObject:
    """A serializer as JSON Schema; other fields than its own are refused."""
    return {"description": ABOUT[serializer], **_object(serializer(), "")}


def _object(serializer: serializers.Serializer[Any], path: str) -> JSONObject:
    properties = {name: _field(field, f"{path}{name}") for name, field in serializer.fields.items()}
    required = [name for name, field in serializer.fields.items() if field.required]
    return {
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _field(field: Any, path: str) -> JSONObject:
    schema = _value(field, path)
    if field.allow_null:
        schema["type"] = [schema["type"], "null"]
    return said(schema, FIELDS[path]) if path in FIELDS else schema


def _value(field: Any, path: str) -> JSONObject:
    match field:
        case bodies.Strict():
            return _object(field, f"{path}.")
        case bodies.MetadataField():
            return dict(METADATA)
        case bodies.StateVariablesField():
            return dict(STATE_VARIABLES)
        case bodies.Flag():
            return {"type": "boolean"}
        case bodies.Count():
            return {
                "type": "integer",
                **({"minimum": field.min_value} if field.min_value is not None else {}),
                **({"maximum": field.max_value} if field.max_value is not None else {}),
            }
        case serializers.ChoiceField():
            return {"type": "string", "enum": list(field.choices)}
        case bodies.Text():
            return {
                "type": "string",
                **({} if field.allow_blank else {"minLength": 1}),
                **({"maxLength": field.max_length} if field.max_length else {}),
            }
    raise TypeError(f"The schema does not know {type(field).__name__}, the field {path!r}.")


CLIENT_EVENTS: JSONObject = of(
    {
        "events": {
            **array(
                of(
                    {
                        "name": said(TEXT, "What happened, such as `chatkit.error`."),
                        "level": said(
                            TEXT,
                            f"{', '.join(f'`{level}`' for level in LEVELS)}; "
                            "`error` without one of these.",
                        ),
                        "message": said(TEXT, f"The first {MAX_TEXT} characters are kept."),
                    },
                    "name",
                    "level",
                    "message",
                )
            ),
            "maxItems": MAX_EVENTS,
        }
    },
    about="What a page has to report.",
)

UPLOAD: JSONObject = of(
    {"file": {"type": "string", "contentMediaType": "application/octet-stream"}},
    about="One file.",
)
