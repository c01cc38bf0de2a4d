"""Locking, closing and reopening conversations, each with a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin.models import CHANGE
from django.db import router, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from ..enums import ThreadStatus
from ..models import REASON_MAX_LENGTH, ChatThread
from .log import log


@dataclass(frozen=True, kw_only=True)
class Decision:
    """One thing that staff decide about conversations, and how the pages word it."""

    name: str
    status: ThreadStatus
    verb: str | Promise
    heading: Any  # a lazy plural
    effect: str | Promise
    reason_help: str | Promise
    reason_required: bool
    done: Any  # a lazy plural
    logged: str | Promise


LOCK = Decision(
    name="lock",
    status=ThreadStatus.LOCKED,
    verb=gettext_lazy("Lock"),
    heading=ngettext_lazy("Lock this conversation", "Lock %(count)d conversations", "count"),
    effect=gettext_lazy(
        "The visitor can read on but no longer write: the composer is disabled and shows your "
        "reason. You can reopen the conversation at any time."
    ),
    reason_help=gettext_lazy("The visitor sees this."),
    reason_required=True,
    done=ngettext_lazy(
        "%(count)d conversation was locked.", "%(count)d conversations were locked.", "count"
    ),
    logged=gettext_lazy("Locked. Reason: %(reason)s"),
)

CLOSE = Decision(
    name="close",
    status=ThreadStatus.CLOSED,
    verb=gettext_lazy("Close"),
    heading=ngettext_lazy("Close this conversation", "Close %(count)d conversations", "count"),
    effect=gettext_lazy(
        "The conversation ends: in the place of the composer the visitor sees your reason, and "
        "can start a new conversation."
    ),
    reason_help=gettext_lazy("The visitor sees this."),
    reason_required=True,
    done=ngettext_lazy(
        "%(count)d conversation was closed.", "%(count)d conversations were closed.", "count"
    ),
    logged=gettext_lazy("Closed. Reason: %(reason)s"),
)

REOPEN = Decision(
    name="reopen",
    status=ThreadStatus.ACTIVE,
    verb=gettext_lazy("Reopen"),
    heading=ngettext_lazy("Reopen this conversation", "Reopen %(count)d conversations", "count"),
    effect=gettext_lazy("The visitor can write again where the conversation stopped."),
    reason_help=gettext_lazy("Optional. Kept in the history, not shown to the visitor."),
    reason_required=False,
    done=ngettext_lazy(
        "%(count)d conversation was reopened.", "%(count)d conversations were reopened.", "count"
    ),
    logged=gettext_lazy("Reopened. Reason: %(reason)s"),
)

DECISIONS: Mapping[str, Decision] = {each.name: each for each in (LOCK, CLOSE, REOPEN)}


def decisions_for(thread: ChatThread) -> list[Decision]:
    """What can be decided about a thread in its present status."""
    return [each for each in DECISIONS.values() if each.status != thread.status]


class ReasonForm(forms.Form):
    """Why a decision was taken."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=REASON_MAX_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
    )

    def __init__(self, decision: Decision, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = decision.reason_required
        self.fields["reason"].help_text = str(decision.reason_help)


def decide(decision: Decision, threads: Sequence[ChatThread], *, reason: str, user_id: Any) -> int:
    """Apply a decision to threads and log it.

    Only the two columns it owns are written: a conversation may be under way.

    Args:
        decision: what was decided.
        threads: the threads as they were read.
        reason: why; empty where none was asked for.
        user_id: primary key of who decided.

    Returns:
        The number of threads that were still there.
    """
    shown = (reason or None) if decision.status != ThreadStatus.ACTIVE else None
    with transaction.atomic(using=router.db_for_write(ChatThread)):
        changed = ChatThread.objects.filter(pk__in=[thread.pk for thread in threads]).update(
            status=decision.status, status_reason=shown
        )
        message = str(decision.logged) % {"reason": reason or _("none given")}
        log(user_id, ChatThread, threads, CHANGE, message)
    return changed
