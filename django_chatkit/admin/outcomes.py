"""How the pages word what came of something that OpenAI was asked for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ..enums import RemoteOutcome, Revocation
from ..models import ChatSession, ChatThread
from .cells import badge

if TYPE_CHECKING:
    from ..services import Deletion

GOOD, DOUBTFUL, BAD = "active", "locked", "negative"
LEVELS = {GOOD: messages.SUCCESS, DOUBTFUL: messages.WARNING, BAD: messages.ERROR}


@dataclass(frozen=True)
class Told:
    """One outcome in words.

    Parameters:
        tone: One of the badges' colours, which also says how serious it is.
        label: What happened.
        advice: What that means or what to do now; may be empty.
    """

    tone: str
    label: str
    advice: str = ""

    @property
    def shown(self) -> SafeString:
        """The outcome as a badge."""
        return badge(self.tone, self.label)

    @property
    def message(self) -> str:
        """Both in one line."""
        return f"{self.label}. {self.advice}".strip()

    @property
    def level(self) -> int:
        """The level of a message about it."""
        return LEVELS[self.tone]


def told_sync(thread: ChatThread, outcome: RemoteOutcome) -> Told:
    """What came of bringing a thread's copy up to date."""
    if outcome == RemoteOutcome.DONE:
        return Told(GOOD, _("Synced"))
    if outcome == RemoteOutcome.NOT_FOUND:
        return Told(
            DOUBTFUL,
            _("Not found at OpenAI"),
            _("The copy here is kept for you; the person no longer sees it."),
        )
    # Of a thread that was not finished, a part may have been read.
    unchanged = outcome != RemoteOutcome.OUT_OF_TIME
    return _failed(thread, outcome, _("The copy here is as it was.") if unchanged else "")


def told_deletion(deletion: "Deletion") -> Told:
    """What came of deleting a thread here, there or both."""
    match deletion.there, deletion.here:
        case None, _here:
            return Told(GOOD, _("Deleted here"))
        case RemoteOutcome.DONE, True:
            return Told(GOOD, _("Deleted here and at OpenAI"))
        case RemoteOutcome.DONE, False:
            return Told(
                GOOD,
                _("Deleted at OpenAI"),
                _("The copy here is kept for you; the person no longer sees it."),
            )
        case RemoteOutcome.NOT_FOUND, True:
            return Told(GOOD, _("Deleted here"), _("OpenAI had it no more."))
        case RemoteOutcome.NOT_FOUND, False:
            return Told(
                DOUBTFUL,
                _("Not found at OpenAI"),
                _("There was nothing to delete. The copy here is kept and marked."),
            )
    assert deletion.there is not None  # noqa: S101 - the cases above have taken it
    return _failed(
        deletion.thread, deletion.there, _("Nothing was deleted, neither here nor there.")
    )


def _failed(thread: ChatThread, outcome: RemoteOutcome, consequence: str) -> Told:
    label, advice = {
        RemoteOutcome.UNREACHABLE: (
            _("OpenAI not reached"),
            _("Try again in a minute."),
        ),
        RemoteOutcome.REFUSED: (
            _("OpenAI refused"),
            _("Check the key and the project of the assistant “%(alias)s”; the log says more.")
            % {"alias": thread.assistant},
        ),
        RemoteOutcome.NOT_HOSTED: (
            _("Nobody to ask"),
            _("The settings name no hosted assistant “%(alias)s”.") % {"alias": thread.assistant},
        ),
        RemoteOutcome.OUT_OF_TIME: (
            _("Not finished"),
            _("OpenAI took too long. Choose it again, or leave it to chatkit_sync."),
        ),
    }[outcome]
    return Told(BAD, label, f"{consequence} {advice}".strip())


def told_revocation(session: ChatSession, outcome: Revocation) -> Told:
    """What came of revoking a session."""
    match outcome:
        case Revocation.REVOKED:
            return Told(GOOD, _("Revoked"))
        case Revocation.ENDED:
            return Told(DOUBTFUL, _("Had ended already"), _("There was nothing to revoke."))
        case Revocation.PENDING:
            return Told(
                BAD,
                _("Revoked here, OpenAI not reached yet"),
                _(
                    "chatkit_sync tells OpenAI again, and so do you when you revoke it once more. "
                    "Otherwise the secret ends by itself when it expires."
                ),
            )


@dataclass(frozen=True)
class Line:
    """One row of a page of outcomes.

    Parameters:
        title: What it is about.
        url: Where the admin shows it; ``None`` if it is there no more.
        told: What came of it.
    """

    title: Any
    url: str | None
    told: Told


def counted(lines: list[Line]) -> list[tuple[SafeString, int]]:
    """How many lines came to which outcome, as badges."""
    counts: dict[tuple[str, str], int] = {}
    for line in lines:
        key = (line.told.tone, line.told.label)
        counts[key] = counts.get(key, 0) + 1
    return [(badge(tone, label), count) for (tone, label), count in counts.items()]
