"""Shows threads that no longer take messages: locked and closed."""

from __future__ import annotations

from chatkit.types import ClosedStatus, LockedStatus
from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn


async def lock(turn: Turn) -> Events:
    """Lock the thread: it stays visible, its composer takes nothing."""
    text = _(
        "This thread is locked from now on. Staff can unlock it; a new thread is one click away."
    )
    async for event in turn.say(turn.translate(text)):
        yield event
    turn.thread.status = LockedStatus(reason=turn.translate(_("Locked by the demo agent")))


async def close(turn: Turn) -> Events:
    """Close the thread: it stays visible, without a composer."""
    text = _("This thread is closed from now on. Thank you for the conversation!")
    async for event in turn.say(turn.translate(text)):
        yield event
    turn.thread.status = ClosedStatus(reason=turn.translate(_("Closed by the demo agent")))


LOCK = Skill(
    name="lock",
    keywords={
        "en": ("lock this", "lock the thread", "lock the conversation", "lock thread"),
        "de": ("sperre", "sperren"),
        "fr": ("verrouille", "verrouiller"),
        "es": ("bloquea", "bloquear"),
        "ar": ("اقفل", "قفل"),
    },
    requests={
        "en": ("lock", "locked"),
        "de": ("sperren",),
        "fr": ("verrouiller",),
        "es": ("bloquear",),
        "ar": ("قفل",),
    },
    description=_("locks this thread"),
    run=lock,
)

CLOSE = Skill(
    name="close",
    keywords={
        "en": ("close this", "close the thread", "close the conversation", "close thread"),
        "de": ("schließe", "schließen"),
        "fr": ("ferme", "fermer"),
        "es": ("cierra", "cerrar"),
        "ar": ("أغلق", "إغلاق"),
    },
    requests={
        "en": ("close", "closed"),
        "de": ("schließen",),
        "fr": ("fermer",),
        "es": ("cerrar",),
        "ar": ("إغلاق",),
    },
    description=_("closes this thread"),
    run=close,
)
