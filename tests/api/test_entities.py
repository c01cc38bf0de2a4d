"""``GET entities`` and ``GET entities/{id}``."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client, override_settings

from django_chatkit import entities
from django_chatkit.entities import register_entity
from tests.mentions.kinds import GroupEntity

pytestmark = pytest.mark.django_db

KEY = "a server key that is long enough to be one"


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entities, "_registry", {})
    register_entity("group")(GroupEntity)


@pytest.fixture
def rowers() -> Group:
    return Group.objects.create(name="Rowers")


@pytest.fixture
def alice(client: Client, rowers: Group) -> Client:
    user = User.objects.create_user("alice")
    user.groups.add(rowers)
    client.force_login(user)
    return client


def test_a_search_answers_with_entities(alice: Client, rowers: Group) -> None:
    answer = alice.get("/chatkit/entities?q=row")

    assert answer.status_code == 200
    assert [entity["id"] for entity in answer.json()["data"]] == [f"group:{rowers.pk}"]
    assert answer.headers["cache-control"] == "no-store"


def test_a_preview_is_a_widget(alice: Client, rowers: Group) -> None:
    answer = alice.get(f"/chatkit/entities/group:{rowers.pk}")

    assert answer.json() == {
        "preview": {"type": "Basic", "children": [{"type": "Text", "value": "About Rowers"}]}
    }


def test_anothers_row_is_not_there(alice: Client, rowers: Group) -> None:
    alice.force_login(User.objects.create_user("mallory"))

    assert alice.get("/chatkit/entities").json() == {"data": []}
    assert alice.get(f"/chatkit/entities/group:{rowers.pk}").status_code == 404


def test_nobody_finds_nothing(client: Client) -> None:
    assert client.get("/chatkit/entities").status_code == 401


@override_settings(CHATKIT_SERVER_KEYS=[KEY])
def test_a_server_key_is_for_servers(client: Client) -> None:
    refused = client.get("/chatkit/entities", headers={"Authorization": f"Bearer {KEY}"})

    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "server_key_not_allowed")


def test_an_unknown_assistant_has_no_entities(alice: Client) -> None:
    assert alice.get("/chatkit/entities?assistant=unknown").status_code == 404


@pytest.mark.parametrize("query", ["%00", "a" * 5000, "%F0%9F%92%A9", "%25_'\"\\"])
def test_any_text_may_be_searched(alice: Client, query: str) -> None:
    assert alice.get(f"/chatkit/entities?q={query}").status_code == 200
