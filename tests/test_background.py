"""Django's task queue, where there is one: what it is given, and what its workers do."""

import json
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from django_chatkit import services
from django_chatkit.models import ChatThread
from django_chatkit.testing import FakeOpenAI
from django_chatkit.testing.pytest_plugin import (
    fake_openai,
    fake_openai_server,
    hosted_assistant,
)

__all__ = ["fake_openai", "fake_openai_server", "hosted_assistant"]

IMMEDIATE = "django.tasks.backends.immediate.ImmediateBackend"
ELSEWHERE = "django.tasks.backends.dummy.DummyBackend"


def held(api: FakeOpenAI) -> ChatThread:
    """A thread of OpenAI's that was never read."""
    data = api.add_thread("user-1", messages=["Hello", "Hi"])
    return ChatThread.objects.create(
        id=data["id"], scope="user-1", assistant="default", is_mirror=True, payload=data
    )


def test_without_a_queue_the_page_does_it_itself() -> None:
    assert services.has_queue() is False


@pytest.mark.parametrize(
    ("configured", "expected"),
    [
        ({"default": {"BACKEND": ELSEWHERE}}, True),
        ({"default": {"BACKEND": IMMEDIATE}}, False),
        ({"other": {"BACKEND": ELSEWHERE}}, False),
    ],
)
def test_a_queue_is_one_that_works_elsewhere(
    settings: Settings, configured: dict[str, Any], expected: bool
) -> None:
    pytest.importorskip("django.tasks", reason="Django 5.2 has no tasks.")
    settings.TASKS = configured

    assert services.has_queue() is expected


@pytest.mark.django_db
def test_the_queue_is_given_ids_alone(
    settings: Settings, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    tasks = pytest.importorskip("django.tasks", reason="Django 5.2 has no tasks.")
    settings.TASKS = {"default": {"BACKEND": ELSEWHERE}}
    thread = held(fake_openai)

    services.enqueue_sync([thread])

    (queued,) = tasks.task_backends["default"].results
    assert queued.task.module_path == "django_chatkit.services.tasks.sync_threads"
    assert queued.args == [[thread.id]]
    assert fake_openai.requests == []


@pytest.mark.django_db
def test_a_worker_syncs_and_says_how_many_came_to_what(
    hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    pytest.importorskip("django.tasks", reason="Django 5.2 has no tasks.")
    from django_chatkit.services.tasks import sync_threads

    first, second = held(fake_openai), held(fake_openai)
    del fake_openai.threads[second.id]
    own = ChatThread.objects.create(id="thr_own", scope="user-1", assistant="default")

    counts = sync_threads.call([first.id, second.id, own.id, "thr_unknown"])

    assert json.loads(json.dumps(counts)) == {"done": 1, "not_found": 1}
    first.refresh_from_db()
    assert first.synced_at is not None
    assert first.synced_at <= timezone.now()
    assert first.items.count() == 2
