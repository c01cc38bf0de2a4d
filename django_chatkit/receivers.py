"""Connections to Django's own signals."""

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.http import HttpRequest

from . import services
from .models import ChatAttachment


@receiver(user_logged_in, dispatch_uid="django_chatkit.merge_visitor")
def merge_visitor(request: HttpRequest | None, user: Any, **_: Any) -> None:
    """Give the user what they wrote as a visitor of this browser session."""
    if request is not None and hasattr(request, "session"):
        services.merge_visitor(request, user)


@receiver(user_logged_out, dispatch_uid="django_chatkit.revoke_secrets")
def revoke_secrets(request: HttpRequest | None, **_: Any) -> None:
    """End the client secrets of the browser session that logs out."""
    if request is not None:
        services.revoke_browser_session(request)


@receiver(post_delete, sender=ChatAttachment, dispatch_uid="django_chatkit.delete_file")
def delete_file(instance: ChatAttachment, **_: Any) -> None:
    """Delete the bytes once the row's deletion is certain."""
    storage = instance.file.storage
    names = [str(file.name) for file in (instance.preview, instance.file) if file]

    def delete() -> None:
        for name in names:
            storage.delete(name)

    if names:
        # What a storage fails to delete now, ``chatkit_prune`` finds; the row is gone either way.
        transaction.on_commit(delete, robust=True)
