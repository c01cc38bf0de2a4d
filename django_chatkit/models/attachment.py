"""Attachments: the files that visitors send along."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..storage import attachment_storage
from .fields import ExactCharField
from .thread import ChatThread

ATTACHMENT_FOLDER = "chatkit"


def attachment_path(instance: "ChatAttachment", filename: str) -> str:
    """Where a file is stored: by id alone, as names from visitors are no paths."""
    return f"{ATTACHMENT_FOLDER}/{instance.id}"


def preview_path(instance: "ChatAttachment", filename: str) -> str:
    """Where an image's preview is stored: beside it."""
    return f"{attachment_path(instance, filename)}.preview"


class ChatAttachment(models.Model):
    """A file, before and after its upload; ``payload`` is the protocol's attachment."""

    sequence = models.BigAutoField(primary_key=True)
    id = ExactCharField(_("id"), max_length=128, unique=True, editable=False)
    scope = ExactCharField(_("scope"), max_length=255)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="chatkit_attachments",
    )
    assistant = ExactCharField(_("assistant"), max_length=100)
    thread = models.ForeignKey(
        ChatThread,
        verbose_name=_("thread"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="attachments",
    )
    name = models.CharField(_("name"), max_length=255)
    mime_type = models.CharField(_("MIME type"), max_length=255)
    size = models.BigIntegerField(_("size in bytes"), default=0)
    file = models.FileField(
        _("file"),
        upload_to=attachment_path,
        storage=attachment_storage,
        max_length=255,
        blank=True,
    )
    preview = models.FileField(
        _("preview"),
        upload_to=preview_path,
        storage=attachment_storage,
        max_length=255,
        # Null and not empty: a table of many rows then gets the column at once.
        null=True,
        blank=True,
    )
    awaits_upload = models.BooleanField(
        _("awaits upload"), default=False, help_text=_("Registered, its bytes not yet sent.")
    )
    payload = models.JSONField(_("payload"))
    created_at = models.DateTimeField(_("created at"), default=timezone.now)
    uploaded_at = models.DateTimeField(_("uploaded at"), null=True, blank=True)

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        indexes = (models.Index(fields=["scope", "created_at"], name="chatkit_attachment_scope"),)

    def __str__(self) -> str:
        return self.name
