"""Every error the package raises on purpose, with the answer a client gets for it.

::

    ChatKitError
    ├── InvalidRequest           400
    ├── AuthenticationRequired   401
    ├── PermissionDenied         403
    │   └── ThreadLocked         403 thread_locked
    ├── NotFound                 404
    ├── MethodNotAllowed         405
    ├── ThreadBusy               409 thread_busy
    ├── TooLarge                 413
    ├── RateLimited              429
    └── Unavailable              503
        └── AssistantPaused      503 assistant_paused

    Repeated                     no error: the message of a request is stored already

The wire form is OpenAI's error envelope,
``{"error": {"message", "type", "param", "code"}}``.
"""

from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class ChatKitError(Exception):
    """Base of all errors; the message is safe to show to the person who asked.

    Parameters:
        message: What is wrong and what to do about it. Never an upstream body, a
            key or another person's data.
        param: The name of the request field at fault, if one is.
        code: A stable machine-readable code; the class's own by default.
        headers: Extra response headers, such as ``Retry-After``.
    """

    status: ClassVar[int] = 500
    error_type: ClassVar[str] = "server_error"
    code: str | None = None
    default_message: ClassVar[str | Promise] = _("Something went wrong. Please try again.")

    def __init__(
        self,
        message: str | Promise | None = None,
        *,
        param: str | None = None,
        code: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        self.message: str | Promise = self.default_message if message is None else message
        self.param = param
        self.headers = headers or {}
        if code is not None:
            self.code = code
        super().__init__(self.message)

    def envelope(self) -> dict[str, dict[str, str | None]]:
        """The error as OpenAI's API words it."""
        return {
            "error": {
                "message": str(self.message),
                "type": self.error_type,
                "param": self.param,
                "code": self.code,
            }
        }


class InvalidRequest(ChatKitError):
    """The request cannot be understood or asks for something impossible."""

    status = 400
    error_type = "invalid_request_error"
    default_message = _("The request is not valid.")


class AuthenticationRequired(ChatKitError):
    """Nobody is logged in, or the credentials are not recognised."""

    status = 401
    error_type = "invalid_request_error"
    code = "authentication_required"
    default_message = _("Log in to use the chat.")


class PermissionDenied(ChatKitError):
    """Who asks is known and may not do this."""

    status = 403
    error_type = "invalid_request_error"
    code = "permission_denied"
    default_message = _("You are not allowed to do this.")


class ThreadLocked(PermissionDenied):
    """A locked or closed conversation takes no writes."""

    code = "thread_locked"
    default_message = _("This conversation is locked. You can read it, but not add to it.")


class NotFound(ChatKitError):
    """It does not exist, or it is somebody else's: the answer is the same."""

    status = 404
    error_type = "invalid_request_error"
    code = "not_found"
    default_message = _("Not found.")


class MethodNotAllowed(ChatKitError):
    """The path exists, the method does not."""

    status = 405
    error_type = "invalid_request_error"
    code = "method_not_allowed"
    default_message = _("This method is not allowed here.")


class ThreadBusy(ChatKitError):
    """Another turn is running in the conversation."""

    status = 409
    error_type = "invalid_request_error"
    code = "thread_busy"
    default_message = _("An answer is still being written in this conversation. Wait or stop it.")


class TooLarge(ChatKitError):
    """The request's body exceeds ``CHATKIT_MAX_BODY_SIZE`` or ``CHATKIT_MAX_UPLOAD_SIZE``."""

    status = 413
    error_type = "invalid_request_error"
    code = "request_too_large"
    default_message = _("The request is too large.")


class RateLimited(ChatKitError):
    """Too many requests; ``Retry-After`` says when to come back."""

    status = 429
    error_type = "rate_limit_error"
    code = "rate_limit_exceeded"
    default_message = _("Too many requests. Wait a moment and try again.")


class Unavailable(ChatKitError):
    """OpenAI does not answer; ``Retry-After`` says when to come back."""

    status = 503
    error_type = "server_error"
    code = "upstream_unavailable"
    default_message = _("The assistant cannot be reached right now. Try again in a moment.")


class AssistantPaused(Unavailable):
    """Staff paused the assistant; the message is their notice."""

    code = "assistant_paused"
    default_message = _("This assistant is taking a break. Please come back later.")


class Repeated(Exception):
    """The message of this request was sent before, with the same key, and is stored.

    Parameters:
        context: The request's ``RequestContext``.
        thread_id: Where the message is.
        message_id: Its id.
        creates_thread: Whether the request would have begun the thread.
    """

    def __init__(
        self, context: Any, thread_id: str, message_id: str, *, creates_thread: bool
    ) -> None:
        super().__init__(message_id)
        self.context = context
        self.thread_id = thread_id
        self.message_id = message_id
        self.creates_thread = creates_thread
