"""What goes with conversations that are deleted, without loading it."""

from collections.abc import Iterable
from typing import Any

from django.contrib.admin import AdminSite
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from ..models import ChatAttachment, ChatThread, ChatThreadItem
from .conversation import capped_count


def deletion_summary(
    threads: Iterable[ChatThread], site: AdminSite
) -> tuple[list[SafeString], dict[Any, str]]:
    """What goes with ``threads``: a link to each thread, and how much of what.

    Django's own would load every item to list it.
    """
    listed = list(threads)
    keys = [thread.pk for thread in listed]
    links = [
        format_html(
            '{}: <a href="{}"><bdi>{}</bdi></a>',
            capfirst(ChatThread._meta.verbose_name),
            reverse(
                "admin:django_chatkit_chatthread_change", args=[thread.pk], current_app=site.name
            ),
            thread,
        )
        for thread in listed
    ]
    return links, {
        ChatThread._meta.verbose_name_plural: str(len(listed)),
        ChatThreadItem._meta.verbose_name_plural: capped_count(
            ChatThreadItem.objects.filter(thread__in=keys)
        ),
        ChatAttachment._meta.verbose_name_plural: capped_count(
            ChatAttachment.objects.filter(thread__in=keys)
        ),
    }
