"""Work for a queue: Django's ``TASKS``, from Django 6.0 on, where the site configured them."""

from collections.abc import Iterable
from importlib import import_module

from django.conf import settings

from ..models import ChatThread


def has_queue() -> bool:
    """Whether work that is enqueued is done elsewhere, so that nobody has to wait for it."""
    try:
        tasks = import_module("django.tasks")
    except ImportError:  # Django 5.2
        return False
    if "default" not in settings.TASKS:
        return False
    # Django's default does the work on the spot.
    immediate = import_module("django.tasks.backends.immediate").ImmediateBackend
    return not isinstance(tasks.task_backends["default"], immediate)


def enqueue_sync(threads: Iterable[ChatThread]) -> None:
    """Have threads synced by the queue; only where :func:`has_queue`."""
    tasks = import_module("django_chatkit.services.tasks")
    tasks.sync_threads.enqueue([thread.id for thread in threads])
