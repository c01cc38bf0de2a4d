"""What answers cost: the tokens of each turn, by model."""

from decimal import Decimal
from typing import NamedTuple

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .fields import ExactCharField


class Spent(NamedTuple):
    """A sum of usage: requests, tokens in both directions, and cost where prices are known."""

    requests: int
    tokens: int
    cost: Decimal


class UsageQuerySet(models.QuerySet["ChatUsage"]):
    """Usage, and its sums."""

    def spent(self) -> Spent:
        """The sum over the rows."""
        sums = self.aggregate(
            requests=models.Sum("requests"),
            tokens=models.Sum(models.F("input_tokens") + models.F("output_tokens")),
            cost=models.Sum("cost"),
        )
        return Spent(sums["requests"] or 0, sums["tokens"] or 0, sums["cost"] or Decimal(0))


class ChatUsage(models.Model):
    """What one turn used of one model.

    Rows outlive their conversation, so that deleting it gives back nothing of a limit.
    """

    sequence = models.BigAutoField(primary_key=True)
    assistant = ExactCharField(_("assistant"), max_length=100)
    scope = ExactCharField(_("scope"), max_length=255)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="chatkit_usage",
    )
    thread_sequence = models.BigIntegerField(
        _("thread"), help_text=_("The primary key of the conversation, which may be gone.")
    )
    model = models.CharField(_("model"), max_length=200)
    requests = models.PositiveIntegerField(_("requests"), default=0)
    input_tokens = models.PositiveBigIntegerField(_("input tokens"), default=0)
    cached_input_tokens = models.PositiveBigIntegerField(
        _("cached input tokens"), default=0, help_text=_("Those of the input that were cached.")
    )
    output_tokens = models.PositiveBigIntegerField(_("output tokens"), default=0)
    cost = models.DecimalField(
        _("cost"),
        max_digits=18,
        decimal_places=9,
        null=True,
        blank=True,
        help_text=_("By the assistant's PRICES at the time; empty if they do not name the model."),
    )
    created_at = models.DateTimeField(_("created at"), default=timezone.now)

    objects = UsageQuerySet.as_manager()

    class Meta:
        verbose_name = _("usage")
        verbose_name_plural = _("usage")
        indexes = (
            models.Index(fields=["assistant", "scope", "created_at"], name="chatkit_usage_scope"),
            models.Index(fields=["assistant", "created_at"], name="chatkit_usage_assistant"),
        )

    def __str__(self) -> str:
        return f"{self.model}: {self.input_tokens} + {self.output_tokens}"
