"""OpenAI behind a hosted assistant: when it is asked no more, and what has to be configured."""

from typing import Any

import pytest
from django.core.cache import cache

from django_chatkit.backends import HostedBackend
from django_chatkit.backends.base import Owner, SessionRequest
from django_chatkit.exceptions import NotFound, Unavailable
from django_chatkit.hosted.breaker import FAILURES
from django_chatkit.testing import FakeOpenAI

pytestmark = pytest.mark.django_db


def test_a_dead_upstream_is_asked_no_more_for_a_while(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    fake_openai.fail_next(FAILURES, status=500)
    for _ in range(FAILURES):
        with pytest.raises(Unavailable):
            backend.create_session(owner, SessionRequest())

    with pytest.raises(Unavailable) as caught:
        backend.create_session(owner, SessionRequest())

    assert len(fake_openai.requests) == FAILURES
    assert caught.value.headers == {"Retry-After": "15"}


def test_the_circuit_is_shared_by_all_processes_through_the_cache(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    fake_openai.fail_next(FAILURES, status=500)
    for _ in range(FAILURES):
        with pytest.raises(Unavailable):
            backend.create_session(owner, SessionRequest())
    other_process = HostedBackend("default", backend.options)

    with pytest.raises(Unavailable):
        other_process.create_session(owner, SessionRequest())

    assert len(fake_openai.requests) == FAILURES


def test_one_request_tries_whether_openai_is_back_and_closes_the_circuit(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    fake_openai.fail_next(FAILURES, status=500)
    for _ in range(FAILURES):
        with pytest.raises(Unavailable):
            backend.create_session(owner, SessionRequest())
    cache.delete("django_chatkit:breaker:default:open")  # its fifteen seconds are over

    for _ in range(2):
        backend.create_session(owner, SessionRequest())

    assert len(fake_openai.sessions) == 2


def test_what_openai_refuses_does_not_open_the_circuit(
    backend: HostedBackend, owner: Owner, fake_openai: FakeOpenAI
) -> None:
    for _ in range(FAILURES + 1):
        with pytest.raises(NotFound):
            backend.get_thread(owner, "cthr_unknown")

    assert len(fake_openai.requests) == FAILURES + 1


def test_neither_key_nor_workflow_may_be_missing() -> None:
    found: list[Any] = list(HostedBackend("legacy", {}).check())

    assert [message.id for message in found] == ["django_chatkit.E009"] * 2
