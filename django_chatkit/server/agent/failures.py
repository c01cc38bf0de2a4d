"""What a visitor is told when the model or the agent fails."""

import openai
from agents import MaxTurnsExceeded
from chatkit.errors import CustomStreamError
from django.utils.translation import gettext as _

TOO_LONG = "context_length_exceeded"


def told(error: Exception) -> CustomStreamError | None:
    """The error of the chat that a failure means; ``None`` leaves it to the general one."""
    if isinstance(error, MaxTurnsExceeded):
        return CustomStreamError(
            _("The assistant took too many steps and stopped."), allow_retry=True
        )
    if isinstance(error, openai.RateLimitError):
        return CustomStreamError(
            _("The assistant is very busy right now. Try again in a moment."), allow_retry=True
        )
    if isinstance(error, openai.BadRequestError) and error.code == TOO_LONG:
        return CustomStreamError(
            _("This conversation has become too long for the assistant. Start a new one.")
        )
    if isinstance(error, openai.APIConnectionError | openai.InternalServerError):
        return CustomStreamError(
            _("The assistant cannot be reached right now. Try again in a moment."),
            allow_retry=True,
        )
    if isinstance(error, openai.OpenAIError):
        # A wrong key, an unknown model, no key at all: trying again does not help.
        return CustomStreamError(_("The assistant is not available right now."))
    return None
