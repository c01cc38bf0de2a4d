"""Every endpoint and method, who may use it, what it takes, answers and refuses."""

from ...backends.base import DEFAULT_LIMIT, MAX_LIMIT
from ...types import JSON, JSONObject
from . import examples, shapes
from .bodies import ABOUT, CLIENT_EVENTS, UPLOAD, body_schema
from .errors import refusals
from .operation import EVENT_STREAM, JSON_TYPE, Body, Caller, Operation, path, query
from .protocol import PREFIX as PROTOCOL
from .shapes import of, ref

ANYBODY: tuple[Caller, ...] = ("person", "server_key")
PEOPLE: tuple[Caller, ...] = ("person",)
EVERYBODY: tuple[Caller, ...] = ("person", "client_secret", "server_key")
CHATTING: tuple[Caller, ...] = ("person", "client_secret")


ASSISTANT = query("assistant", "The alias of the assistant; `default` without it.")
LISTED = (
    query("after", "Only what comes after this id; an unknown one gives an empty page."),
    query("before", "Only the nearest entries before this id."),
    query(
        "limit",
        f"At most so many; 0 is {DEFAULT_LIMIT}, and above {MAX_LIMIT} is {MAX_LIMIT}.",
        {"type": "integer", "minimum": 0, "default": DEFAULT_LIMIT},
    ),
    query("order", "By creation.", {"type": "string", "enum": ["asc", "desc"], "default": "desc"}),
)
OF_USER = query("user", "Only this scope's; for server keys.")
OF_SESSION = query("session_id", "Only this session's.")
SESSION_ID = path("session_id", "The session's id.")
THREAD_ID = path("thread_id", "The thread's id.")
FILE_ID = path("attachment_id", "The file's id.")
ENTITY_ID = path("entity_id", "The id that a search or a mention has.")

INVALID_BODY = refusals(400, "invalid_json", "unsupported_media_type")
LOCKED = refusals(403, "thread_locked")
HOSTED = refusals(400, "hosted_assistant")
UPSTREAM = refusals(503, "upstream_unavailable")
NO_ROOM = refusals(413, "upload_quota_exceeded")
MINTING = refusals(503, "upstream_unavailable", "assistant_paused")


def _json(schema: JSONObject, description: str, *examples: JSON, mirrored: bool = False) -> Body:
    named = {f"example_{n}" if n > 1 else "example": e for n, e in enumerate(examples, 1)}
    return Body({JSON_TYPE: schema}, named, description, mirrored)


def _given(schema: JSONObject, **examples: JSON) -> Body:
    return Body({JSON_TYPE: schema}, examples)


THREAD = {200: _json(ref("Thread"), "The thread.", examples.THREAD, mirrored=True)}

CREATE_THREAD = {
    "type": "threads.create",
    "params": {
        "input": {
            "content": [{"type": "input_text", "text": "When are you open?"}],
            "attachments": [],
            "inference_options": {},
        }
    },
}

EVENTS = of(
    {
        "data": {
            "type": "string",
            "contentMediaType": JSON_TYPE,
            "contentSchema": {"$ref": f"#/components/schemas/{PROTOCOL}Event"},
        }
    },
    about="Each server-sent event of the stream.",
)

OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "sessions",
        "post",
        "chatkit_create_session",
        "Mint a session and its client secret",
        ANYBODY,
        {200: _json(ref("Session"), "The session, with its secret.", examples.MINTED)},
        refuses=(*INVALID_BODY, *refusals(400, "not_found"), *MINTING),
        parameters=(ASSISTANT,),
        request=_given(
            {"oneOf": [ref("SiteSession"), ref("OwnSession")]},
            server={
                "user": "user-7",
                "workflow": {"id": "default", "state_variables": {"plan": "pro"}},
                "expires_after": {"anchor": "created_at", "seconds": 600},
                "rate_limits": {"max_requests_per_1_minute": 10},
            },
            browser={"metadata": {"page": "pricing"}},
        ),
        request_required=False,
        description="A server key says for whom and with which workflow; a browser does not.",
    ),
    Operation(
        "sessions",
        "get",
        "chatkit_list_sessions",
        "List sessions",
        ANYBODY,
        {200: _json(ref("SessionPage"), "A page of sessions.", examples.page_of(examples.SESSION))},
        parameters=(ASSISTANT, *LISTED, OF_USER),
    ),
    Operation(
        "session",
        "get",
        "chatkit_retrieve_session",
        "Read a session",
        ANYBODY,
        {200: _json(ref("Session"), "The session, without its secret.", examples.SESSION)},
        parameters=(SESSION_ID, ASSISTANT),
    ),
    Operation(
        "session_cancel",
        "post",
        "chatkit_cancel_session",
        "Revoke a session's client secret",
        ANYBODY,
        {200: _json(ref("Session"), "The session.", {**examples.SESSION, "status": "cancelled"})},
        refuses=INVALID_BODY,
        parameters=(SESSION_ID, ASSISTANT),
        description="Here and at OpenAI. Again is allowed.",
    ),
    Operation(
        "threads",
        "get",
        "chatkit_list_threads",
        "List threads",
        ANYBODY,
        {
            200: _json(
                ref("ThreadPage"), "A page.", examples.page_of(examples.THREAD), mirrored=True
            )
        },
        parameters=(ASSISTANT, *LISTED, OF_USER, OF_SESSION),
    ),
    Operation(
        "threads",
        "post",
        "chatkit_create_thread",
        "Create an empty thread",
        ANYBODY,
        THREAD,
        refuses=(*INVALID_BODY, *HOSTED),
        parameters=(ASSISTANT,),
        request=_given(
            {"oneOf": [ref("SiteThread"), ref("OwnThread")]},
            server={"user": "user-7", "title": "Opening hours"},
            browser={"title": "Opening hours", "metadata": {"order": "1001"}},
        ),
        request_required=False,
        description="With a self-hosted assistant. A server key says whose it is.",
    ),
    Operation(
        "thread",
        "get",
        "chatkit_retrieve_thread",
        "Read a thread",
        ANYBODY,
        {200: _json(ref("Thread"), "It.", examples.THREAD, examples.LOCKED_THREAD, mirrored=True)},
        parameters=(THREAD_ID, ASSISTANT),
    ),
    *(
        Operation(
            "thread",
            method,
            name,
            "Change a thread's title or metadata",
            ANYBODY,
            THREAD,
            refuses=(*INVALID_BODY, *HOSTED, *LOCKED),
            parameters=(THREAD_ID, ASSISTANT),
            request=_given(
                ref("ThreadChanges"),
                title={"title": "Opening hours"},
                metadata={"metadata": {"order": "1001"}},
            ),
            request_required=False,
        )
        for method, name in (
            ("post", "chatkit_update_thread"),
            ("patch", "chatkit_partial_update_thread"),
        )
    ),
    Operation(
        "thread",
        "delete",
        "chatkit_delete_thread",
        "Delete a thread with its items and files",
        ANYBODY,
        {200: _json(ref("DeletedThread"), "It is gone.", examples.DELETED)},
        refuses=(*INVALID_BODY, *LOCKED, *UPSTREAM),
        parameters=(THREAD_ID, ASSISTANT),
    ),
    Operation(
        "thread_items",
        "get",
        "chatkit_list_thread_items",
        "List a thread's items",
        ANYBODY,
        {
            200: _json(
                ref("ThreadItemPage"), "A page.", examples.page_of(examples.ITEM), mirrored=True
            )
        },
        parameters=(THREAD_ID, ASSISTANT, *LISTED),
    ),
    Operation(
        "thread_sync",
        "post",
        "chatkit_sync_thread",
        "Bring the mirror of a hosted thread up to date",
        ANYBODY,
        THREAD,
        refuses=INVALID_BODY,
        parameters=(THREAD_ID, ASSISTANT),
        description="With a self-hosted assistant there is nothing to do.",
    ),
    Operation(
        "thread_stop",
        "post",
        "chatkit_stop_thread",
        "Stop the answer that is running in a thread",
        EVERYBODY,
        THREAD,
        refuses=HOSTED,
        parameters=(THREAD_ID, ASSISTANT),
        description="In whichever process it runs; it ends within a second. What it said is kept.",
    ),
    Operation(
        "thread_stream",
        "get",
        "chatkit_join_thread",
        "Join the answer that is running in a thread",
        EVERYBODY,
        {
            200: Body(
                {EVENT_STREAM: EVENTS},
                description="What it has said so far, then what it says. Each event's `id` is "
                "its number in the answer.",
            ),
            204: Body(description="No answer is running that can be joined."),
        },
        refuses=HOSTED,
        parameters=(
            THREAD_ID,
            ASSISTANT,
            query(
                "after",
                "How many events of the answer are known already.",
                {"type": "integer", "minimum": 0, "default": 0},
            ),
        ),
        description="Of assistants whose `ON_DISCONNECT` is `continue`.",
    ),
    Operation(
        "conversation",
        "post",
        "chatkit_converse",
        "Speak the ChatKit protocol",
        CHATTING,
        {
            200: Body(
                {
                    EVENT_STREAM: EVENTS,
                    JSON_TYPE: {"$ref": f"#/components/schemas/{PROTOCOL}Result"},
                },
                {"threads.list": {"data": [], "has_more": False}},
                "Server-sent events from the six streaming operations, JSON from the others.",
            )
        },
        refuses=(
            *refusals(
                400,
                "invalid_json",
                "hosted_assistant",
                "unknown_operation",
                "not_supported",
                "array_above_max_length",
                "string_above_max_length",
                "attachment_not_uploaded",
                "attachment_in_use",
                "no_pending_tool_call",
                "structured_input_answered",
                "action_not_offered",
                "unknown_action",
                "unsupported_file_type",
                "empty_file",
            ),
            *LOCKED,
            *refusals(409, "thread_busy"),
            *NO_ROOM,
        ),
        parameters=(ASSISTANT,),
        request=_given(
            {"$ref": f"#/components/schemas/{PROTOCOL}Request"},
            **{"threads.create": CREATE_THREAD},
            **{"threads.list": {"type": "threads.list", "params": {"limit": 20}}},
        ),
    ),
    Operation(
        "files",
        "post",
        "chatkit_upload_file",
        "Upload a file",
        CHATTING,
        {200: _json(ref("Attachment"), "What a message can name.", examples.ATTACHMENT)},
        refuses=(
            *refusals(400, "unsupported_file_type", "empty_file", "image_too_large"),
            *NO_ROOM,
        ),
        parameters=(ASSISTANT,),
        request=Body({"multipart/form-data": UPLOAD}),
    ),
    Operation(
        "file_content",
        "get",
        "chatkit_download_file",
        "Get a file's bytes",
        CHATTING,
        {
            200: Body(
                {"*/*": {}},
                description="The bytes, of the file's type; what browsers could run is a download.",
            )
        },
        description=(
            "A `Range` header of one range is answered with 206 and that part, or 416. Where the "
            "site's storage signs links, the answer is 302 and one that is good for five minutes."
        ),
        parameters=(
            FILE_ID,
            query("token", "Of a preview link, which then says enough about who is asking."),
        ),
    ),
    Operation(
        "file_content",
        "put",
        "chatkit_upload_file_content",
        "Send the bytes of an announced file",
        (),
        {200: Body(description="Stored.")},
        refuses=refusals(400, "size_mismatch", "unsupported_file_type", "image_too_large"),
        parameters=(
            FILE_ID,
            {**query("token", "Of the upload link; it works once."), "required": True},
        ),
        request=Body({"application/octet-stream": {}}),
        description="The link comes from `attachments.create` of the protocol.",
    ),
    Operation(
        "config",
        "get",
        "chatkit_retrieve_config",
        "Read what the template tag would tell an element",
        PEOPLE,
        {200: _json(ref("ElementConfiguration"), "The configuration.")},
        parameters=(ASSISTANT,),
        description="For pages that Django's templates do not make.",
    ),
    Operation(
        "entities",
        "get",
        "chatkit_search_entities",
        "Search what may be mentioned",
        PEOPLE,
        {200: _json(ref("Entities"), "What matches.", examples.ENTITIES)},
        parameters=(ASSISTANT, query("q", "What was typed after `@`.")),
        description="Rows of the site, of those that the person may see.",
    ),
    Operation(
        "entity",
        "get",
        "chatkit_retrieve_entity_preview",
        "Read the preview of what was mentioned",
        PEOPLE,
        {200: _json(ref("EntityPreview"), "The preview.", examples.ENTITY_PREVIEW)},
        parameters=(ENTITY_ID, ASSISTANT),
    ),
    Operation(
        "client_events",
        "post",
        "chatkit_report_client_events",
        "Report what failed in a page",
        PEOPLE,
        {204: Body(description="Logged.")},
        refuses=refusals(400, "invalid_json"),
        parameters=(ASSISTANT,),
        request=_given(
            CLIENT_EVENTS,
            failure={"events": [{"name": "chatkit.error", "level": "error", "message": "Lost"}]},
        ),
    ),
)


def components() -> dict[str, JSONObject]:
    """The REST API's schemas by component name."""
    found = {shapes.PREFIX + name: schema for name, schema in shapes.SHAPES.items()}
    for serializer in ABOUT:
        found[shapes.PREFIX + serializer.__name__] = body_schema(serializer)
    return found
