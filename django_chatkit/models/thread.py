"""Threads: the conversations, and the lease of the turn that runs in one."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..enums import ThreadStatus
from .fields import ExactCharField, PayloadField
from .session import ChatSession

TITLE_MAX_LENGTH = 255
REASON_MAX_LENGTH = 500


class ChatThread(models.Model):
    """One conversation of one scope with one assistant.

    ``metadata`` is the client's; ``private_metadata`` is the agent's and never
    leaves the server. ``payload`` keeps what the backend gave beyond the columns.
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
        related_name="chatkit_threads",
    )
    assistant = ExactCharField(_("assistant"), max_length=100)
    session = models.ForeignKey(
        ChatSession,
        verbose_name=_("session"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="threads",
    )
    # NULL is "no title yet", which clients tell apart from an emptied one.
    title = models.CharField(_("title"), max_length=TITLE_MAX_LENGTH, null=True, blank=True)  # noqa: DJ001
    status = models.CharField(
        _("status"), max_length=10, choices=ThreadStatus.choices, default=ThreadStatus.ACTIVE
    )
    # NULL is "no reason", which the protocol tells apart from an empty one.
    status_reason = models.CharField(  # noqa: DJ001
        _("reason"), max_length=REASON_MAX_LENGTH, null=True, blank=True
    )
    allowed_image_domains = models.JSONField(_("allowed image domains"), null=True, blank=True)
    metadata = models.JSONField(_("metadata"), default=dict, blank=True)
    private_metadata = PayloadField(_("private metadata"), default=dict, blank=True)
    payload = PayloadField(_("payload"), default=dict, blank=True)
    is_mirror = models.BooleanField(
        _("mirror"), default=False, help_text=_("OpenAI holds the conversation; this is a copy.")
    )
    remote_user = ExactCharField(
        _("remote user"),
        max_length=255,
        blank=True,
        default="",
        help_text=_("Whose it is at OpenAI, where that differs from the scope here."),
    )
    synced_at = models.DateTimeField(_("mirrored at"), null=True, blank=True)
    vanished_at = models.DateTimeField(
        _("vanished at"), null=True, blank=True, help_text=_("Since when OpenAI has it no more.")
    )
    created_at = models.DateTimeField(_("created at"), default=timezone.now)
    last_activity_at = models.DateTimeField(_("last activity"), default=timezone.now)
    turn_token = ExactCharField(
        _("turn token"), max_length=32, blank=True, default="", editable=False
    )
    turn_expires_at = models.DateTimeField(
        _("turn expires at"), null=True, blank=True, editable=False
    )

    class Meta:
        verbose_name = _("thread")
        verbose_name_plural = _("threads")
        indexes = (
            models.Index(
                fields=["scope", "assistant", "created_at", "sequence"],
                name="chatkit_thread_scope_created",
            ),
            models.Index(fields=["last_activity_at", "sequence"], name="chatkit_thread_activity"),
            models.Index(fields=["turn_token"], name="chatkit_thread_turn"),
        )
        permissions = (
            ("view_hidden_context", _("Can view the hidden context of conversations")),
            ("moderate_chatthread", _("Can lock, close and reopen conversations")),
        )

    def __str__(self) -> str:
        return self.title or self.id

    @property
    def is_writable(self) -> bool:
        """Whether visitors may add to the conversation."""
        return self.status == ThreadStatus.ACTIVE
