"""Shows an answer that breaks off with an error, and succeeds when it is tried again."""

from __future__ import annotations

from chatkit.errors import CustomStreamError
from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn

_FAILED = "demo_failed_message"
"""The key of a thread's private metadata that keeps the message whose answer failed.

A retry asks the same message again, with the id it had.
"""


async def run(turn: Turn) -> Events:
    """Fail the first time a message asks for an error, and answer the second time."""
    if turn.thread.metadata.get(_FAILED) == turn.message_id:
        del turn.thread.metadata[_FAILED]
        text = _("The second attempt worked. Errors that may pass by themselves offer a retry.")
        async for event in turn.say(turn.translate(text)):
            yield event
        return
    turn.thread.metadata[_FAILED] = turn.message_id
    text = _("This answer begins well, but before it ends")
    async for event in turn.stream_into(turn.new_message(), turn.translate(text)):
        yield event
    raise CustomStreamError(
        turn.translate(_("The demo agent failed, as you asked. Try again and it will work.")),
        allow_retry=True,
    )


SKILL = Skill(
    name="error",
    keywords={
        "en": ("error", "fail", "failure", "crash"),
        "de": ("Fehler", "Absturz"),
        "fr": ("erreur", "panne"),
        "es": ("error", "fallo"),
        "ar": ("خطأ", "فشل"),
    },
    description=_("an error, and a retry that works"),
    run=run,
)
