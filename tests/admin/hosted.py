"""Conversations that OpenAI holds, and what staff do with them."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from django_chatkit.models import ChatThread, ChatThreadItem
from django_chatkit.testing import FakeOpenAI
from tests.admin.conversations import item

LIST = reverse("admin:django_chatkit_chatthread_changelist")

SYNC_SELECTED = reverse("admin:django_chatkit_chatthread_sync_selected")

DELETE = reverse("admin:django_chatkit_chatthread_delete_hosted")

after_commit = pytest.mark.django_db(transaction=True)

SELF_HOSTED = {"BACKEND": "django_chatkit.backends.SelfHostedBackend"}


def mirrored(api: FakeOpenAI, *messages: str, **fields: Any) -> ChatThread:
    """A thread that OpenAI holds, and its copy as it was when the messages had been said."""
    data = api.add_thread("user-1", title=fields.pop("title", None), messages=messages)
    row = ChatThread.objects.create(
        **{
            "id": data["id"],
            "scope": "user-1",
            "assistant": "default",
            "title": data["title"],
            "is_mirror": True,
            "payload": data,
            "synced_at": timezone.now(),
            **fields,
        }
    )
    ChatThreadItem.objects.bulk_create(
        item(row, position, entry["type"], entry, id=entry["id"])
        for position, entry in enumerate(api.items[data["id"]])
    )
    return row


def url(name: str, thread: ChatThread) -> str:
    return reverse(f"admin:django_chatkit_chatthread_{name}", args=[thread.pk])


def plain(html: str) -> str:
    """What a page says, without its mark-up."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def said(response: Any) -> list[str]:
    """The messages of the page that a response leads to."""
    return [str(message) for message in response.context["messages"]]


def sync(client: Client, thread: ChatThread) -> Any:
    return client.post(url("sync", thread), {"confirmed": "yes"}, follow=True)


def chosen(*threads: ChatThread, **fields: str) -> dict[str, Any]:
    return {"_selected_action": [thread.pk for thread in threads], **fields}


def delete(client: Client, where: str, *threads: ChatThread) -> Any:
    return client.post(DELETE, chosen(*threads, confirmed="yes", where=where), follow=True)


def outcomes(response: Any) -> dict[str, str]:
    """What a page of outcomes says about each conversation."""
    return {plain(line.title): line.told.label for line in response.context["lines"]}
