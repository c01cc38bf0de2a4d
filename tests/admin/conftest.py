"""Staff with and without permissions, logged in."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Permission, User
from django.core.cache import cache
from django.test import Client

from django_chatkit.testing.pytest_plugin import (
    fake_openai,
    fake_openai_server,
    hosted_assistant,
)

__all__ = ["fake_openai", "fake_openai_server", "hosted_assistant"]


@pytest.fixture(autouse=True)
def no_failures_remembered() -> None:
    """OpenAI's failures in one test are not those of the next."""
    cache.clear()


@pytest.fixture
def admin_user(db: None) -> User:
    return User.objects.create_superuser("admin", "admin@example.com", "secret")


@pytest.fixture
def lead(client: Client, admin_user: User) -> Client:
    """A browser of who may do everything."""
    client.force_login(admin_user)
    return client


@pytest.fixture
def alice(db: None) -> User:
    return User.objects.create_user("alice", "alice@example.com", "secret")


@pytest.fixture
def staff(db: None) -> Callable[..., Client]:
    """Log in somebody of the staff who has just the named permissions of this app."""

    def log_in(*codenames: str) -> Client:
        user = User.objects.create_user("support", "support@example.com", "secret", is_staff=True)
        user.user_permissions.set(
            Permission.objects.filter(
                content_type__app_label="django_chatkit", codename__in=codenames
            )
        )
        client = Client()
        client.force_login(user)
        return client

    return log_in
