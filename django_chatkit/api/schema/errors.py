"""Every way in which the API refuses, by status and ``error.code``."""

from dataclasses import dataclass

from ...types import JSONObject


@dataclass(frozen=True)
class Refusal:
    """One entry of the catalogue.

    Parameters:
        status: The HTTP status.
        code: ``error.code``; ``None`` where the status, or ``error.param``, says enough.
        when: What led to it, as a sentence.
        param: An example of ``error.param``.
        type: ``error.type``.
    """

    status: int
    code: str | None
    when: str
    param: str | None = None
    type: str = "invalid_request_error"

    @property
    def name(self) -> str:
        """What an example of it is called."""
        return self.code or {400: "invalid_request", 500: "server_error"}[self.status]

    def example(self) -> JSONObject:
        """Its envelope."""
        return {
            "error": {
                "message": self.when,
                "type": self.type,
                "param": self.param,
                "code": self.code,
            }
        }


CATALOGUE = (
    Refusal(400, None, "A field is missing or not valid; param names it.", param="limit"),
    Refusal(400, "invalid_json", "The body is not valid JSON."),
    Refusal(400, "unsupported_media_type", "The body is not sent as application/json."),
    Refusal(
        400, "hosted_assistant", "The assistant is hosted by OpenAI, which does this.", "assistant"
    ),
    Refusal(400, "not_found", "No assistant has that workflow.", param="workflow.id"),
    Refusal(400, "unknown_operation", "The protocol has no operation of that type.", param="type"),
    Refusal(400, "not_supported", "The assistant's server does not offer that.", param="type"),
    Refusal(400, "array_above_max_length", "A list is too long.", param="params.item_ids"),
    Refusal(400, "string_above_max_length", "A text is too long.", param="params.title"),
    Refusal(
        400,
        "attachment_not_uploaded",
        "A file was announced and not sent.",
        param="params.input.attachments",
    ),
    Refusal(
        400,
        "attachment_in_use",
        "A file belongs to another thread.",
        param="params.input.attachments",
    ),
    Refusal(
        400, "no_pending_tool_call", "No tool call waits for an output.", param="params.thread_id"
    ),
    Refusal(
        400, "structured_input_answered", "The questions were answered.", param="params.item_id"
    ),
    Refusal(400, "action_not_offered", "The widget offers no such action."),
    Refusal(400, "unknown_action", "The assistant knows no such action."),
    Refusal(400, "unsupported_file_type", "Files of this type are not taken.", param="mime_type"),
    Refusal(400, "empty_file", "The file is empty.", param="size"),
    Refusal(400, "image_too_large", "The image has too many pixels.", param="file"),
    Refusal(400, "size_mismatch", "The file has another size than was announced."),
    Refusal(401, "authentication_required", "Nobody is logged in."),
    Refusal(401, "invalid_api_key", "The Authorization header is not recognised."),
    Refusal(401, "invalid_client_secret", "The client secret is expired, revoked or unknown."),
    Refusal(403, "permission_denied", "Who asks is known and may not do this."),
    Refusal(403, "csrf_failed", "The CSRF token is missing or wrong."),
    Refusal(403, "client_secret_not_allowed", "Client secrets do not open this."),
    Refusal(403, "server_key_not_allowed", "Server keys do not open this."),
    Refusal(403, "thread_locked", "The thread is locked or closed."),
    Refusal(404, "not_found", "It does not exist, or it is somebody else's."),
    Refusal(405, "method_not_allowed", "The path has no such method."),
    Refusal(409, "thread_busy", "An answer is being written in the thread."),
    Refusal(413, "request_too_large", "The body is larger than is taken."),
    Refusal(413, "upload_quota_exceeded", "The owner's files fill the room there is."),
    Refusal(
        429,
        "rate_limit_exceeded",
        "Too many requests; Retry-After says when to come back.",
        type="rate_limit_error",
    ),
    Refusal(500, None, "Something went wrong on the site.", type="server_error"),
    Refusal(
        503,
        "upstream_unavailable",
        "OpenAI does not answer; Retry-After says when to come back.",
        type="server_error",
    ),
    Refusal(
        503,
        "assistant_paused",
        "Staff paused the assistant; the message is their notice.",
        type="server_error",
    ),
)

_BY_KEY = {(refusal.status, refusal.code): refusal for refusal in CATALOGUE}


def refusals(status: int, *codes: str | None) -> tuple[Refusal, ...]:
    """The catalogue's entries of one status."""
    return tuple(_BY_KEY[status, code] for code in codes)
