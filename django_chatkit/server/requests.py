"""The body of a conversation request: parsed, bounded, and refused with a reason."""

import base64
import binascii
import json
from typing import Any

from chatkit.server import DEFAULT_PAGE_SIZE
from chatkit.types import (
    ChatKitReq,
    InputTranscribeReq,
    ItemsFeedbackReq,
    ItemsListReq,
    ThreadsAddUserMessageReq,
    ThreadsCreateReq,
    ThreadsCustomActionReq,
    ThreadsListReq,
    ThreadsSyncCustomActionReq,
    ThreadsUpdateReq,
    is_streaming_req,
)
from django.utils.translation import gettext as _
from pydantic import TypeAdapter, ValidationError

from ..exceptions import InvalidRequest
from ..models import TITLE_MAX_LENGTH
from .text import clean_json

# Kept for the life of the process: the SDK builds it anew for every request,
# which takes longer than the rest of a short request.
REQUEST: "TypeAdapter[ChatKitReq]" = TypeAdapter(ChatKitReq)

MAX_PAGE_SIZE = 100
MAX_ATTACHMENTS = 50
MAX_CONTENT_PARTS = 500
MAX_FEEDBACK_ITEMS = 100
MAX_ACTION_TYPE = 256
MAX_ACTION_PAYLOAD = 256 * 1024
"""Characters of an action's payload as JSON: a form with a long text, and no file."""


def parse_request(body: bytes) -> Any:
    """The operation that a body asks for.

    Raises:
        InvalidRequest: with the field at fault in ``param``.
    """
    if b"\\u0000" in body:
        body = _without_nul(body)
    try:
        request = REQUEST.validate_json(body)
    except ValidationError as error:
        raise _refusal(error) from None
    _bound(request)
    return request


def is_turn(request: Any) -> bool:
    """Whether a request makes a model work: it streams an answer, or transcribes."""
    return is_streaming_req(request) or isinstance(request, InputTranscribeReq)


def _without_nul(body: bytes) -> bytes:
    try:
        return json.dumps(clean_json(json.loads(body))).encode()
    except (ValueError, RecursionError):
        return body  # the parser proper says what is wrong with it


def _refusal(error: ValidationError) -> InvalidRequest:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return InvalidRequest(_("The body is not valid JSON."), code="invalid_json")
    if first["type"] in {"union_tag_invalid", "union_tag_not_found"}:
        return InvalidRequest(
            _("The field 'type' must name an operation of the ChatKit protocol."),
            param="type",
            code="unknown_operation",
        )
    # The first step is the union's tag, which is no field of the body.
    path = [str(step) for step in first["loc"]]
    known = {"params", "metadata"}
    while path and path[0] not in known:
        path.pop(0)
    param = ".".join(path) or None
    return InvalidRequest(
        _("The field '%(field)s' is not valid: %(reason)s.")
        % {"field": param or "body", "reason": first["msg"]},
        param=param,
    )


def _bound(request: Any) -> None:
    """Refuse or clamp what the SDK leaves unbounded."""
    match request:
        case ThreadsListReq() | ItemsListReq():
            limit = request.params.limit
            if limit is None or limit <= 0:
                limit = DEFAULT_PAGE_SIZE
            request.params.limit = min(limit, MAX_PAGE_SIZE)
        case ThreadsCreateReq() | ThreadsAddUserMessageReq():
            message = request.params.input
            _at_most(message.attachments, MAX_ATTACHMENTS, "params.input.attachments")
            _at_most(message.content, MAX_CONTENT_PARTS, "params.input.content")
        case ItemsFeedbackReq():
            _at_most(request.params.item_ids, MAX_FEEDBACK_ITEMS, "params.item_ids")
        case ThreadsUpdateReq():
            if len(request.params.title) > TITLE_MAX_LENGTH:
                raise InvalidRequest(
                    _("A title has at most %(limit)d characters.") % {"limit": TITLE_MAX_LENGTH},
                    param="params.title",
                    code="string_above_max_length",
                )
        case ThreadsCustomActionReq() | ThreadsSyncCustomActionReq():
            action = request.params.action
            _no_longer(action.type, MAX_ACTION_TYPE, "params.action.type")
            payload = json.dumps(action.payload, ensure_ascii=False)
            _no_longer(payload, MAX_ACTION_PAYLOAD, "params.action.payload")
        case InputTranscribeReq():
            try:
                base64.b64decode(request.params.audio_base64, validate=True)
            except (binascii.Error, ValueError):
                raise InvalidRequest(
                    _("The audio is not valid base64."), param="params.audio_base64"
                ) from None


def _no_longer(text: str, limit: int, param: str) -> None:
    if len(text) > limit:
        raise InvalidRequest(
            _("The field '%(field)s' holds at most %(limit)d characters.")
            % {"field": param, "limit": limit},
            param=param,
            code="string_above_max_length",
        )


def _at_most(values: list[Any], limit: int, param: str) -> None:
    if len(values) > limit:
        raise InvalidRequest(
            _("The field '%(field)s' holds at most %(limit)d entries.")
            % {"field": param, "limit": limit},
            param=param,
            code="array_above_max_length",
        )
