"""Thread items: messages, widgets, tool calls and whatever else a thread holds."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..enums import ItemType
from .fields import ExactCharField, PayloadField
from .thread import ChatThread


class ChatThreadItem(models.Model):
    """One item of a thread; ``payload`` is the protocol's JSON and the truth.

    Ids are unique within a thread only: agents reuse them across threads.
    ``position`` orders a thread's items; times may be equal or run backwards.
    The user is the thread's.
    """

    sequence = models.BigAutoField(primary_key=True)
    thread = models.ForeignKey(
        ChatThread,
        verbose_name=_("thread"),
        on_delete=models.CASCADE,
        related_name="items",
        db_index=False,  # the unique constraints begin with it
    )
    id = ExactCharField(_("id"), max_length=128, editable=False)
    scope = ExactCharField(_("scope"), max_length=255)
    position = models.BigIntegerField(_("position"))
    type = models.CharField(_("type"), max_length=32, choices=ItemType.choices)
    payload = PayloadField(_("payload"))
    created_at = models.DateTimeField(_("created at"), default=timezone.now)

    class Meta:
        verbose_name = _("thread item")
        verbose_name_plural = _("thread items")
        constraints = (
            models.UniqueConstraint(fields=["thread", "id"], name="chatkit_item_id_unique"),
            models.UniqueConstraint(
                fields=["thread", "position"], name="chatkit_item_position_unique"
            ),
        )

    def __str__(self) -> str:
        return self.id
