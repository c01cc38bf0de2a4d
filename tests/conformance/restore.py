"""A site that forgets nothing: what the tests of ``openai-python`` delete is there again."""

from collections.abc import Callable
from datetime import timedelta

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from django_chatkit.enums import SessionStatus
from django_chatkit.models import ChatSession, ChatThread

THREAD, SESSION = "cthr_123", "cksess_123"


def restore_rows(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware that puts the thread and the session of the tests back before each request."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        ChatThread.objects.get_or_create(
            id=THREAD, defaults={"scope": "x", "assistant": "default", "title": "A thread"}
        )
        ChatSession.objects.update_or_create(
            id=SESSION,
            defaults={
                "scope": "x",
                "assistant": "default",
                "status": SessionStatus.ACTIVE,
                "secret_hash": "of the tests",
                "expires_at": timezone.now() + timedelta(hours=1),
                "cancelled_at": None,
            },
        )
        return get_response(request)

    return middleware
