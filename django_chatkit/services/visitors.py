"""What becomes of a visitor's conversations when they log in."""

from typing import Any

from django.db import router, transaction
from django.http import HttpRequest

from ..adapter import VISITOR_KEY, get_adapter
from ..models import ChatAttachment, ChatFeedback, ChatSession, ChatThread, ChatThreadItem
from .sessions import revoke_all


def merge_visitor(request: HttpRequest, user: Any) -> None:
    """Retire a visitor's scope at log-in and, if the adapter agrees, move what it owns."""
    secret = request.session.pop(VISITOR_KEY, None)
    if secret is None:
        return
    adapter = get_adapter()
    visitor = adapter.visitor_scope(secret)
    with transaction.atomic(using=router.db_for_write(ChatThread)):
        revoke_all(ChatSession.objects.filter(scope=visitor))
        if not adapter.merge_visitor(request, user, visitor):
            return
        scope = adapter.get_user_scope(user)
        ChatThread.objects.filter(scope=visitor, is_mirror=True, remote_user="").update(
            remote_user=visitor
        )
        ChatThreadItem.objects.filter(thread__scope=visitor).update(scope=scope)
        for model in (ChatThread, ChatAttachment, ChatFeedback):
            model.objects.filter(scope=visitor).update(scope=scope, user=user)
