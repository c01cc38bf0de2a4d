"""The closed sets of words that models, API and admin share."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ThreadStatus(TextChoices):
    """A thread's status, as the protocol's ``status.type`` spells it."""

    ACTIVE = "active", _("active")
    LOCKED = "locked", _("locked")
    CLOSED = "closed", _("closed")


class SessionStatus(TextChoices):
    """A session's stored status; ``expired`` follows from ``expires_at``."""

    ACTIVE = "active", _("active")
    CANCELLED = "cancelled", _("cancelled")


class FeedbackKind(TextChoices):
    """A visitor's verdict on an answer, as ``items.feedback`` spells it."""

    POSITIVE = "positive", _("positive")
    NEGATIVE = "negative", _("negative")


class MirrorState(TextChoices):
    """How the copy of a hosted thread stands to what OpenAI has."""

    IN_STEP = "in_step", _("in step")
    BEHIND = "behind", _("may be behind")
    VANISHED = "vanished", _("gone at OpenAI")
    NEVER = "never", _("never synced")


class RemoteOutcome(StrEnum):
    """What came of something that staff asked OpenAI for."""

    DONE = "done"
    NOT_FOUND = "not_found"
    """OpenAI has it no more."""
    UNREACHABLE = "unreachable"
    """OpenAI did not answer, or not usefully: try again later."""
    REFUSED = "refused"
    """OpenAI does not accept the key or the request: look at the settings."""
    NOT_HOSTED = "not_hosted"
    """The settings name no hosted assistant of that alias, so nobody can be asked."""
    OUT_OF_TIME = "out_of_time"
    """Others took all the time there was; nothing was tried."""


class Revocation(StrEnum):
    """What came of revoking a session."""

    REVOKED = "revoked"
    PENDING = "pending"
    """Revoked here; OpenAI has not confirmed it yet."""
    ENDED = "ended"
    """There was nothing to revoke."""


class ItemType(TextChoices):
    """The protocol's kinds of thread item."""

    USER_MESSAGE = "user_message", _("user message")
    ASSISTANT_MESSAGE = "assistant_message", _("assistant message")
    CLIENT_TOOL_CALL = "client_tool_call", _("client tool call")
    WIDGET = "widget", _("widget")
    GENERATED_IMAGE = "generated_image", _("generated image")
    STRUCTURED_INPUT = "structured_input", _("structured input")
    WORKFLOW = "workflow", _("workflow")
    TASK = "task", _("task")
    END_OF_TURN = "end_of_turn", _("end of turn")
    HIDDEN_CONTEXT = "hidden_context_item", _("hidden context")
    SDK_HIDDEN_CONTEXT = "sdk_hidden_context", _("hidden context of the SDK")


HIDDEN_ITEM_TYPES: frozenset[str] = frozenset(
    {ItemType.HIDDEN_CONTEXT, ItemType.SDK_HIDDEN_CONTEXT}
)
"""Items that never reach a client."""

USER_MESSAGE_TYPES: frozenset[str] = frozenset({ItemType.USER_MESSAGE, "chatkit.user_message"})
"""What a person wrote, in the protocol and as OpenAI's API has it in mirrored threads."""

MESSAGE_ITEM_TYPES: frozenset[str] = USER_MESSAGE_TYPES | {
    ItemType.ASSISTANT_MESSAGE,
    "chatkit.assistant_message",
}
"""Items that count as messages in the admin."""
