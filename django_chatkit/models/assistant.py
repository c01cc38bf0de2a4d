"""Assistants as staff steer them while the site runs."""

import time
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .fields import ExactCharField

NOTICE_MAX_LENGTH = 500

ANSWERS_SECONDS = 1.0
"""How long a process takes it for granted that an assistant answers."""

_looked_again_at: dict[str, float] = {}
"""By alias, when to ask the database anew whether an assistant that answers has been paused.

Only that one answers is remembered: a pause is short-lived in tests and rare on sites, and must
end when staff end it.
"""


class AssistantQuerySet(models.QuerySet["ChatAssistant"]):
    """Assistants, and whether they answer."""

    def pause_of(self, alias: str) -> str | None:
        """The notice of a paused assistant, which may be empty; ``None`` while it answers.

        Every message asks, the database at most once a second: a pause begins in this process
        when it is saved, and in the others within :data:`ANSWERS_SECONDS`.
        """
        now = time.monotonic()
        if now < _looked_again_at.get(alias, now):
            return None
        notice = self.filter(alias=alias, is_paused=True).values_list("notice", flat=True).first()
        if notice is None:
            _looked_again_at[alias] = now + ANSWERS_SECONDS
        return notice


class ChatAssistant(models.Model):
    """What staff decided about one assistant of ``CHATKIT_ASSISTANTS``; without a row, nothing."""

    sequence = models.BigAutoField(primary_key=True)
    alias = ExactCharField(_("assistant"), max_length=100, unique=True, editable=False)
    is_paused = models.BooleanField(
        _("paused"),
        default=False,
        help_text=_("No message is answered, and no client secret of a hosted one is minted."),
    )
    notice = models.CharField(
        _("notice"),
        max_length=NOTICE_MAX_LENGTH,
        blank=True,
        help_text=_("What people are told meanwhile. Empty: that the assistant takes a break."),
    )
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("changed by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now, editable=False)

    objects = AssistantQuerySet.as_manager()

    class Meta:
        verbose_name = _("assistant")
        verbose_name_plural = _("assistants")

    def __str__(self) -> str:
        return self.alias

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        _looked_again_at.pop(self.alias, None)
