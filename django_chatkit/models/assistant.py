"""Assistants as staff steer them while the site runs."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .fields import ExactCharField

NOTICE_MAX_LENGTH = 500


class AssistantQuerySet(models.QuerySet["ChatAssistant"]):
    """Assistants, and whether they answer."""

    def pause_of(self, alias: str) -> str | None:
        """The notice of a paused assistant, which may be empty; ``None`` while it answers."""
        return self.filter(alias=alias, is_paused=True).values_list("notice", flat=True).first()


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
