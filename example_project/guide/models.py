"""What visitors told the guide about themselves."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Fact(models.Model):
    """Something a visitor asked the guide to remember."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="facts",
        verbose_name=_("visitor"),
    )
    text = models.CharField(_("what was said"), max_length=200)
    created_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["user", "text"], name="guide_fact_once_per_user"),
        ]

    def __str__(self) -> str:
        return self.text
