"""What the API answers, as JSON Schema, with an example of each.

Source: https://platform.openai.com/docs/api-reference/chatkit
"""

from ...models import TITLE_MAX_LENGTH
from ...types import JSONObject
from ..rest.serializers import (
    METADATA_KEY_MAX_LENGTH,
    METADATA_MAX_PAIRS,
    METADATA_VALUE_MAX_LENGTH,
    STATE_VARIABLE_KEY_MAX_LENGTH,
)
from .errors import CATALOGUE

PREFIX = "ChatKit"
"""Begins every component's name, so that it is no other's in a site's own schema."""

TEXT: JSONObject = {"type": "string"}
NULLABLE_TEXT: JSONObject = {"type": ["string", "null"]}
FLAG: JSONObject = {"type": "boolean"}
COUNT: JSONObject = {"type": "integer"}


def ref(name: str) -> JSONObject:
    """Refer to one of :data:`SHAPES`."""
    return {"$ref": f"#/components/schemas/{PREFIX}{name}"}


def said(schema: JSONObject, description: str) -> JSONObject:
    """A schema and what it means."""
    return {**schema, "description": description}


def of(properties: JSONObject, *optional: str, about: str = "") -> JSONObject:
    """An object, all of whose properties are there except those named ``optional``."""
    required = [name for name in properties if name not in optional]
    return {
        "type": "object",
        **({"description": about} if about else {}),
        "properties": properties,
        **({"required": required} if required else {}),
    }


def one_of(discriminator: str, options: dict[str, str]) -> JSONObject:
    """One of several shapes, told apart by a property."""
    return {
        "oneOf": [ref(name) for name in options.values()],
        "discriminator": {
            "propertyName": discriminator,
            "mapping": {value: ref(name)["$ref"] for value, name in options.items()},
        },
    }


def array(items: JSONObject) -> JSONObject:
    """A list."""
    return {"type": "array", "items": items}


def nullable(schema: JSONObject) -> JSONObject:
    """A shape or ``null``."""
    return {"anyOf": [schema, {"type": "null"}]}


METADATA: JSONObject = {
    "type": "object",
    "description": "Whatever the client wants to remember with it; untrusted.",
    "additionalProperties": {"type": "string", "maxLength": METADATA_VALUE_MAX_LENGTH},
    "propertyNames": {"maxLength": METADATA_KEY_MAX_LENGTH},
    "maxProperties": METADATA_MAX_PAIRS,
}
STATE_VARIABLES: JSONObject = {
    "type": "object",
    "description": "What the workflow is told.",
    "additionalProperties": {"type": ["string", "boolean", "number"]},
    "propertyNames": {"maxLength": STATE_VARIABLE_KEY_MAX_LENGTH},
}
UNIX_TIME = said(COUNT, "In Unix seconds.")


def _page(name: str) -> JSONObject:
    return of(
        {
            "object": {"const": "list"},
            "data": array(ref(name)),
            "first_id": said(NULLABLE_TEXT, "The first entry's id."),
            "last_id": said(NULLABLE_TEXT, "The last entry's id, the cursor of the next page."),
            "has_more": FLAG,
        },
        about="A page of a list.",
    )


def _item(kind: str, fields: JSONObject, about: str) -> JSONObject:
    return of(
        {
            "id": TEXT,
            "object": {"const": "chatkit.thread_item"},
            "thread_id": TEXT,
            "created_at": UNIX_TIME,
            "type": {"const": kind},
            **fields,
        },
        about=about,
    )


def _status(kind: str) -> JSONObject:
    return of({"type": {"const": kind}, "reason": NULLABLE_TEXT})


_TASK_WORDS = {"heading": NULLABLE_TEXT, "summary": NULLABLE_TEXT}
_TASK_TYPE = {"type": "string", "enum": ["custom", "thought"]}

SHAPES: dict[str, JSONObject] = {
    "Session": of(
        {
            "id": TEXT,
            "object": {"const": "chatkit.session"},
            "client_secret": said(TEXT, "Filled in the answer that mints, empty elsewhere."),
            "expires_at": UNIX_TIME,
            "status": {"type": "string", "enum": ["active", "expired", "cancelled"]},
            "user": said(TEXT, "The scope whose threads the session opens."),
            "workflow": ref("SessionWorkflow"),
            "max_requests_per_1_minute": COUNT,
            "rate_limits": of({"max_requests_per_1_minute": COUNT}),
            "chatkit_configuration": ref("SessionConfiguration"),
            "metadata": METADATA,
            "assistant": said(TEXT, "The alias of its assistant."),
        },
        about="A time in which a client secret opens conversations and files.",
    ),
    "SessionWorkflow": of(
        {
            "id": said(TEXT, "The assistant's alias; a hosted one's workflow id."),
            "version": NULLABLE_TEXT,
            "state_variables": nullable(STATE_VARIABLES),
            "tracing": of({"enabled": FLAG}, "enabled"),
        }
    ),
    "SessionConfiguration": of(
        {
            "automatic_thread_titling": of({"enabled": FLAG}),
            "file_upload": of(
                {
                    "enabled": FLAG,
                    "max_file_size": said({"type": ["integer", "null"]}, "In megabytes."),
                    "max_files": {"type": ["integer", "null"]},
                }
            ),
            "history": of({"enabled": FLAG, "recent_threads": {"type": ["integer", "null"]}}),
        }
    ),
    "SessionPage": _page("Session"),
    "Thread": of(
        {
            "id": TEXT,
            "object": {"const": "chatkit.thread"},
            "created_at": UNIX_TIME,
            "title": {"type": ["string", "null"], "maxLength": TITLE_MAX_LENGTH},
            "user": said(TEXT, "The scope that owns it."),
            "status": one_of(
                "type",
                {"active": "ActiveStatus", "locked": "LockedStatus", "closed": "ClosedStatus"},
            ),
            "metadata": METADATA,
            "session_id": said(NULLABLE_TEXT, "The session that it began in."),
            "assistant": said(TEXT, "The alias of its assistant."),
        },
        about="A conversation.",
    ),
    "ActiveStatus": of({"type": {"const": "active"}}),
    "LockedStatus": _status("locked"),
    "ClosedStatus": _status("closed"),
    "ThreadPage": _page("Thread"),
    "DeletedThread": of(
        {"id": TEXT, "object": {"const": "chatkit.thread.deleted"}, "deleted": {"const": True}}
    ),
    "ThreadItem": one_of(
        "type",
        {
            "chatkit.user_message": "UserMessage",
            "chatkit.assistant_message": "AssistantMessage",
            "chatkit.widget": "Widget",
            "chatkit.client_tool_call": "ClientToolCall",
            "chatkit.task": "Task",
            "chatkit.task_group": "TaskGroup",
        },
    ),
    "ThreadItemPage": _page("ThreadItem"),
    "UserMessage": _item(
        "chatkit.user_message",
        {
            "content": array(
                of(
                    {
                        "type": {"type": "string", "enum": ["input_text", "quoted_text"]},
                        "text": TEXT,
                    }
                )
            ),
            "attachments": array(
                of(
                    {
                        "id": TEXT,
                        "name": TEXT,
                        "mime_type": TEXT,
                        "type": {"type": "string", "enum": ["image", "file"]},
                        "preview_url": said(
                            NULLABLE_TEXT, "A signed link that works for some hours."
                        ),
                    }
                )
            ),
            "inference_options": nullable(
                of({"model": NULLABLE_TEXT, "tool_choice": nullable(of({"id": TEXT}))})
            ),
        },
        "What the visitor wrote.",
    ),
    "AssistantMessage": _item(
        "chatkit.assistant_message",
        {
            "content": array(
                of(
                    {
                        "type": {"const": "output_text"},
                        "text": TEXT,
                        "annotations": array(
                            {
                                "oneOf": [
                                    of(
                                        {
                                            "type": {"const": "file"},
                                            "source": of(
                                                {"type": {"const": "file"}, "filename": TEXT}
                                            ),
                                        }
                                    ),
                                    of(
                                        {
                                            "type": {"const": "url"},
                                            "source": of({"type": {"const": "url"}, "url": TEXT}),
                                        }
                                    ),
                                ]
                            }
                        ),
                    }
                )
            )
        },
        "What the assistant answered.",
    ),
    "Widget": _item(
        "chatkit.widget",
        {
            "widget": said(
                TEXT, "JSON: a widget, or an item that OpenAI's API has no type for, whole."
            )
        },
        "A widget.",
    ),
    "ClientToolCall": _item(
        "chatkit.client_tool_call",
        {
            "call_id": TEXT,
            "name": TEXT,
            "arguments": said(TEXT, "JSON."),
            "output": said(NULLABLE_TEXT, "JSON; null until the page has answered."),
            "status": {"type": "string", "enum": ["in_progress", "completed"]},
        },
        "A function that the page is asked to run.",
    ),
    "Task": _item(
        "chatkit.task",
        {"task_type": _TASK_TYPE, **_TASK_WORDS},
        "A step of the assistant's work.",
    ),
    "TaskGroup": _item(
        "chatkit.task_group",
        {"tasks": array(of({"type": _TASK_TYPE, **_TASK_WORDS}))},
        "Steps of the assistant's work.",
    ),
    "Attachment": of(
        {
            "id": TEXT,
            "type": {"type": "string", "enum": ["image", "file"]},
            "name": TEXT,
            "mime_type": TEXT,
            "preview_url": said(TEXT, "An image's: a signed link that works for some hours."),
        },
        "preview_url",
        about="A file that a message can name.",
    ),
    "Entities": of(
        {
            "data": array(
                of(
                    {
                        "id": TEXT,
                        "title": TEXT,
                        "icon": TEXT,
                        "group": TEXT,
                        "interactive": FLAG,
                        "data": {"type": "object", "additionalProperties": TEXT},
                    },
                    "icon",
                    "group",
                )
            )
        },
        about="What may be mentioned.",
    ),
    "EntityPreview": of(
        {"preview": said({"type": ["object", "null"]}, "A widget, or nothing to show.")},
        about="What is shown on hovering.",
    ),
    "ElementConfiguration": of(
        {
            "assistant": TEXT,
            "backend": {"type": "string", "enum": ["self-hosted", "hosted"]},
            "source": {"type": "string", "enum": ["bundled", "cdn"]},
            "layout": {"type": "string", "enum": ["inline", "popup", "page"]},
            "height": NULLABLE_TEXT,
            "options": said({"type": "object"}, "ChatKit.js options."),
            "api": said(
                of(
                    {
                        "url": TEXT,
                        "domainKey": TEXT,
                        "uploadStrategy": of({"type": {"const": "direct"}, "uploadUrl": TEXT}),
                    },
                    "uploadStrategy",
                ),
                "Of a self-hosted assistant.",
            ),
            "hosted": said(
                of({"sessionsUrl": TEXT, "syncUrl": TEXT, "storageKey": NULLABLE_TEXT}),
                "Of a hosted assistant.",
            ),
            "entities": said(
                of({"searchUrl": TEXT, "previewUrl": TEXT}), "Where the site's entities are found."
            ),
            "eventsUrl": TEXT,
            "csrf": of({"header": TEXT, "cookie": NULLABLE_TEXT, "token": TEXT}),
            "thread": of({"id": NULLABLE_TEXT, "storageKey": NULLABLE_TEXT}),
            "draftKey": TEXT,
            "context": NULLABLE_TEXT,
            "loginUrl": TEXT,
            "imageDomains": array(TEXT),
            "assets": {"type": "object", "additionalProperties": TEXT},
            "script": of({"url": NULLABLE_TEXT}),
            "messages": {"type": "object", "additionalProperties": TEXT},
        },
        "api",
        "hosted",
        "entities",
        about="What the template tag would tell an element.",
    ),
    "Error": of(
        {
            "error": of(
                {
                    "message": said(TEXT, "What is wrong and what to do about it."),
                    "type": {
                        "type": "string",
                        "enum": sorted({refusal.type for refusal in CATALOGUE}),
                    },
                    "param": said(NULLABLE_TEXT, "The field at fault."),
                    "code": {
                        "type": ["string", "null"],
                        "enum": [
                            *sorted({refusal.code for refusal in CATALOGUE if refusal.code}),
                            None,
                        ],
                    },
                }
            )
        },
        about="A refusal.",
    ),
}
