"""Feedback: visitors' thumbs on items."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..enums import FeedbackKind
from .fields import ExactCharField
from .item import ChatThreadItem
from .thread import ChatThread


class ChatFeedback(models.Model):
    """One scope's verdict on one item; a second one replaces the first."""

    sequence = models.BigAutoField(primary_key=True)
    thread = models.ForeignKey(
        ChatThread, verbose_name=_("thread"), on_delete=models.CASCADE, related_name="feedback"
    )
    item = models.ForeignKey(
        ChatThreadItem,
        verbose_name=_("item"),
        on_delete=models.CASCADE,
        related_name="feedback",
        db_index=False,  # the unique constraint begins with it
    )
    scope = ExactCharField(_("scope"), max_length=255)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="chatkit_feedback",
    )
    kind = models.CharField(_("kind"), max_length=10, choices=FeedbackKind.choices)
    created_at = models.DateTimeField(_("created at"), default=timezone.now)
    updated_at = models.DateTimeField(_("updated at"), default=timezone.now)

    class Meta:
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")
        constraints = (
            models.UniqueConstraint(fields=["item", "scope"], name="chatkit_feedback_unique"),
        )
        indexes = (models.Index(fields=["kind", "updated_at"], name="chatkit_feedback_kind"),)

    def __str__(self) -> str:
        return self.get_kind_display()
