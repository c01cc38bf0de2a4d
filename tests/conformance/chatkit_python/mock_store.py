"""What ``openai-chatkit``'s tests call their SQLite store: ours, on an empty database."""

from django_chatkit.models import ChatAttachment, ChatThread
from django_chatkit.server import DjangoStore


class SQLiteStore(DjangoStore):
    """:class:`DjangoStore`, made as the tests make theirs."""

    def __init__(self, path: str) -> None:
        super().__init__()
        ChatAttachment.objects.all().delete()
        ChatThread.objects.all().delete()
