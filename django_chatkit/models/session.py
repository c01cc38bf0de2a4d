"""Sessions: the expiring, revocable secrets that act for a scope."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..enums import SessionStatus
from .fields import ExactCharField


class ChatSession(models.Model):
    """A ChatKit session and the hash of its client secret.

    Source: https://platform.openai.com/docs/api-reference/chatkit/sessions
    """

    sequence = models.BigAutoField(primary_key=True)
    id = ExactCharField(_("id"), max_length=128, unique=True, editable=False)
    scope = ExactCharField(_("scope"), max_length=255)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="chatkit_sessions",
    )
    assistant = ExactCharField(_("assistant"), max_length=100)
    status = models.CharField(
        _("status"), max_length=10, choices=SessionStatus.choices, default=SessionStatus.ACTIVE
    )
    secret_hash = ExactCharField(_("secret hash"), max_length=64, unique=True, editable=False)
    auth_hash = ExactCharField(_("authentication hash"), max_length=64, blank=True, editable=False)
    browser_session_hash = ExactCharField(
        _("browser session hash"), max_length=64, blank=True, editable=False
    )
    cancel_pending = models.BooleanField(
        _("cancellation pending"),
        default=False,
        help_text=_("Cancelled here; OpenAI has not confirmed it yet."),
    )
    expires_at = models.DateTimeField(_("expires at"))
    max_requests_per_minute = models.PositiveIntegerField(_("requests per minute"), default=10)
    metadata = models.JSONField(_("metadata"), default=dict, blank=True)
    payload = models.JSONField(_("payload"), default=dict, blank=True)
    created_at = models.DateTimeField(_("created at"), default=timezone.now)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        indexes = (
            models.Index(
                fields=["scope", "assistant", "created_at", "sequence"],
                name="chatkit_session_scope_created",
            ),
            models.Index(fields=["expires_at"], name="chatkit_session_expires"),
            models.Index(fields=["browser_session_hash"], name="chatkit_session_browser"),
        )

    def __str__(self) -> str:
        return self.id
