"""What one method of one endpoint is, to the schema."""

from dataclasses import dataclass, field
from typing import Literal

from ...types import JSON, JSONObject
from .errors import Refusal, refusals
from .shapes import TEXT

Caller = Literal["person", "server_key", "client_secret"]

JSON_TYPE = "application/json"
EVENT_STREAM = "text/event-stream"


@dataclass(frozen=True)
class Body:
    """What a request or an answer carries.

    Parameters:
        content: Schemas by media type.
        examples: Named examples of the JSON.
        description: What it is.
        mirrored: Whether ``X-ChatKit-Mirror-Age`` may come with it.
    """

    content: dict[str, JSONObject] = field(default_factory=dict)
    examples: dict[str, JSON] = field(default_factory=dict)
    description: str = "Done."
    mirrored: bool = False


@dataclass(frozen=True)
class Operation:
    """One method of one endpoint.

    Parameters:
        endpoint: The name of its URL.
        method: In lower case.
        id: Its ``operationId``.
        summary: What it does, in a line.
        callers: Who may use it.
        answers: What it answers, by status.
        refuses: Which of the catalogue's refusals it may make, besides those of everybody.
        parameters: Of the path and the query, as OpenAPI's parameter objects.
        request: Its body.
        request_required: Whether it needs the body.
        description: What else there is to know.
    """

    endpoint: str
    method: str
    id: str
    summary: str
    callers: tuple[Caller, ...]
    answers: dict[int, Body]
    refuses: tuple[Refusal, ...] = ()
    parameters: tuple[JSONObject, ...] = ()
    request: Body | None = None
    request_required: bool = True
    description: str = ""

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """All refusals, in the order of their statuses."""
        found: list[Refusal] = []
        if self.callers:
            found += refusals(
                401, "authentication_required", "invalid_api_key", "invalid_client_secret"
            )
            if self.method != "get":
                found += refusals(403, "csrf_failed")
            if "client_secret" not in self.callers:
                found += refusals(403, "client_secret_not_allowed")
            if "server_key" not in self.callers:
                found += refusals(403, "server_key_not_allowed")
            found += refusals(429, "rate_limit_exceeded")
        found += refusals(400, None)
        found += refusals(404, "not_found")
        found += refusals(413, "request_too_large")
        found += refusals(500, None)
        found += self.refuses
        return tuple(sorted(dict.fromkeys(found), key=lambda refusal: refusal.status))


def query(name: str, description: str, schema: JSONObject | None = None) -> JSONObject:
    """A parameter of the query string."""
    return {"name": name, "in": "query", "description": description, "schema": schema or TEXT}


def path(name: str, description: str) -> JSONObject:
    """A parameter of the path."""
    schema = {"type": "string", "minLength": 1, "pattern": "^[^/]+$"}
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": description,
        "schema": schema,
    }
