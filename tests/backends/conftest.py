"""A hosted assistant, its owner, and somebody else."""

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from django_chatkit.backends import HostedBackend, assistants
from django_chatkit.backends.base import Owner
from django_chatkit.testing.pytest_plugin import (
    fake_openai,
    fake_openai_server,
    hosted_assistant,
)

__all__ = ["fake_openai", "fake_openai_server", "hosted_assistant"]


@pytest.fixture(autouse=True)
def no_failures_remembered() -> None:
    cache.clear()


@pytest.fixture
def backend(hosted_assistant: str) -> HostedBackend:
    backend = assistants[hosted_assistant]
    assert isinstance(backend, HostedBackend)
    return backend


@pytest.fixture
def ann(db: None) -> User:
    return User.objects.create_user("ann")


@pytest.fixture
def owner(ann: User) -> Owner:
    return Owner(f"user-{ann.pk}", ann.pk)


@pytest.fixture
def stranger() -> Owner:
    return Owner("user-999999")


@pytest.fixture
def browser(ann: User) -> Client:
    browser = Client()
    browser.force_login(ann)
    return browser
