"""What can go wrong with OpenAI's API, named as the ``openai`` SDK names it.

::

    HostedError
    ├── APIConnectionError          no answer
    │   └── APITimeoutError         none in time
    ├── APIResponseError            an answer that is not the API's
    └── APIStatusError              any status from 400
        ├── BadRequestError           400
        ├── AuthenticationError       401
        ├── PermissionDeniedError     403
        ├── NotFoundError             404
        ├── ConflictError             409
        ├── UnprocessableEntityError  422
        ├── RateLimitError            429
        └── InternalServerError       500 and above
"""

import json
from typing import Any

import httpx

from .retries import retry_after


class HostedError(Exception):
    """Base of all errors of the client. No message holds the key or an upstream body."""


class APIConnectionError(HostedError):
    """OpenAI could not be reached."""


class APITimeoutError(APIConnectionError):
    """OpenAI did not answer in time."""


class APIResponseError(HostedError):
    """OpenAI's answer is not what its API documents."""


class APIStatusError(HostedError):
    """OpenAI refused the request or failed.

    Parameters:
        status_code: The HTTP status.
        message: What OpenAI says is wrong, or just the status.
        code: OpenAI's error code, if it gave one.
        param: The parameter at fault, if OpenAI named one.
        type: OpenAI's kind of error, if it gave one.
        request_id: The ``x-request-id`` to quote to OpenAI.
        retry_after: Seconds to wait before another attempt, if OpenAI said.
    """

    def __init__(
        self,
        status_code: int,
        message: str,
        *,
        code: str | None = None,
        param: str | None = None,
        type: str | None = None,  # noqa: A002 - the API's name
        request_id: str | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(f"{status_code}: {message}")
        self.status_code = status_code
        self.message = message
        self.code = code
        self.param = param
        self.type = type
        self.request_id = request_id
        self.retry_after = retry_after


class BadRequestError(APIStatusError):
    """400"""


class AuthenticationError(APIStatusError):
    """401: the key is not valid."""


class PermissionDeniedError(APIStatusError):
    """403"""


class NotFoundError(APIStatusError):
    """404"""


class ConflictError(APIStatusError):
    """409"""


class UnprocessableEntityError(APIStatusError):
    """422"""


class RateLimitError(APIStatusError):
    """429"""


class InternalServerError(APIStatusError):
    """500 and above"""


BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_error(response: httpx.Response, body: bytes) -> APIStatusError:
    """The error that a response of status 400 or above means.

    Parameters:
        response: Its status and headers.
        body: Its content; OpenAI's envelope, or whatever a proxy says.
    """
    details = _envelope(body)
    status = response.status_code
    kind = BY_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)
    return kind(
        status,
        _text(details, "message") or f"OpenAI answered with status {status}.",
        code=_text(details, "code"),
        param=_text(details, "param"),
        type=_text(details, "type"),
        request_id=response.headers.get("x-request-id"),
        retry_after=retry_after(response.headers),
    )


def _envelope(body: bytes) -> dict[str, Any]:
    try:
        document = json.loads(body)
    except ValueError:
        return {}
    details = document.get("error") if isinstance(document, dict) else None
    return details if isinstance(details, dict) else {}


def _text(details: dict[str, Any], name: str) -> str | None:
    value = details.get(name)
    return value if isinstance(value, str) else None
