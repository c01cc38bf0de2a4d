"""How far the mirroring of a hosted assistant has come."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .fields import ExactCharField


class ChatSync(models.Model):
    """The run of ``chatkit_sync`` that is going on, was interrupted, or ended last."""

    sequence = models.BigAutoField(primary_key=True)
    assistant = ExactCharField(_("assistant"), max_length=100, unique=True)
    cursor = ExactCharField(
        _("cursor"),
        max_length=128,
        blank=True,
        default="",
        help_text=_("The last thread that is done; a new run goes on after it."),
    )
    started_at = models.DateTimeField(_("started at"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    class Meta:
        verbose_name = _("synchronisation")
        verbose_name_plural = _("synchronisations")

    def __str__(self) -> str:
        return self.assistant
