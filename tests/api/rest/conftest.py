"""Callers of the REST API: people by cookie, and a server by its key."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client, override_settings

from django_chatkit.models import ChatThread
from tests.openapi import conforms

KEY = "a server key that is long enough to be one"


class Caller(Client):
    """A client that speaks JSON, and holds whatever it is answered to the schema."""

    def request(self, **request: Any) -> Any:
        answer = super().request(**request)
        if request["PATH_INFO"].startswith("/chatkit/"):
            conforms(
                request["REQUEST_METHOD"],
                request["PATH_INFO"],
                answer.status_code,
                answer.headers.get("Content-Type", ""),
                answer.content,
            )
        return answer

    def send(self, method: str, path: str, body: Any = None) -> Any:
        """Ask for ``path`` below the mount."""
        content: dict[str, Any] = {"content_type": "application/json"}
        if body is not None:
            content["data"] = body
        return getattr(self, method)(f"/chatkit/{path}", **content)

    def read(self, path: str) -> Any:
        """The JSON at ``path``."""
        answer = self.get(f"/chatkit/{path}")
        assert answer.status_code == 200, answer.content
        return answer.json()


def person(name: str) -> Caller:
    caller = Caller()
    caller.force_login(User.objects.create_user(name))
    return caller


@pytest.fixture
def alice(db: None) -> Caller:
    return person("alice")


@pytest.fixture
def bob(db: None) -> Caller:
    return person("bob")


@pytest.fixture
def server(db: None) -> Iterator[Caller]:
    """A server-side client with the site's key."""
    with override_settings(CHATKIT_SERVER_KEYS=[KEY]):
        yield Caller(headers={"Authorization": f"Bearer {KEY}"})


def scope_of(name: str) -> str:
    return f"user-{User.objects.get(username=name).pk}"


def thread_of(name: str, thread_id: str = "thr_1", **columns: Any) -> ChatThread:
    """A thread of a user's in the database."""
    user = User.objects.get(username=name)
    return ChatThread.objects.create(
        id=thread_id, scope=f"user-{user.pk}", user=user, assistant="default", **columns
    )


def problem(answer: Any) -> tuple[int, str | None, str | None]:
    """Status, code and parameter of a refusal."""
    error = answer.json()["error"]
    return answer.status_code, error["code"], error["param"]
