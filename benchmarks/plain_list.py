"""What a DRF tutorial would write: the same rows, the same page, the same log-in."""

from typing import Any

from rest_framework.authentication import SessionAuthentication
from rest_framework.generics import ListAPIView
from rest_framework.pagination import CursorPagination
from rest_framework.permissions import IsAuthenticated
from rest_framework.renderers import JSONRenderer
from rest_framework.serializers import ModelSerializer

from django_chatkit.models import ChatThread


class ThreadSerializer(ModelSerializer[ChatThread]):
    """A thread."""

    class Meta:
        model = ChatThread
        fields = (
            "id",
            "created_at",
            "title",
            "scope",
            "status",
            "status_reason",
            "metadata",
            "assistant",
        )


class NewestFirst(CursorPagination):
    """Twenty at a time."""

    page_size = 20
    ordering = ("-created_at", "-sequence")


class ThreadList(ListAPIView[ChatThread]):
    """The threads of who is logged in."""

    serializer_class = ThreadSerializer
    pagination_class = NewestFirst
    authentication_classes = (SessionAuthentication,)
    permission_classes = (IsAuthenticated,)
    renderer_classes = (JSONRenderer,)

    def get_queryset(self) -> Any:
        """Whose they are."""
        return ChatThread.objects.filter(user=self.request.user.pk, vanished_at=None)
