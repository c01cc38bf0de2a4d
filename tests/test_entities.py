"""Rows of the site that people mention."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import ImproperlyConfigured
from django.db.models import QuerySet

from django_chatkit import entities
from django_chatkit.element import element_config
from django_chatkit.entities import (
    Asker,
    Entity,
    EntityContext,
    find_entity,
    is_registered,
    preview_of,
    register_entity,
    search_entities,
)
from tests.mentions.kinds import GroupEntity
from tests.pages import page_request


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entities, "_registry", {})
    register_entity("group", assistants=["default"])(GroupEntity)


@pytest.fixture
def alice(db: None) -> EntityContext:
    """Alice, who is in two of three groups."""
    user = User.objects.create_user("alice")
    for name in ("Keepers of the lamp", "Rowers", "Strangers"):
        group = Group.objects.create(name=name)
        if name != "Strangers":
            user.groups.add(group)
    return EntityContext(scope=f"user-{user.pk}", user=user, assistant="default")


def titles(context: Asker, query: str) -> list[str]:
    return [entity["title"] for entity in search_entities(context, query)]


def test_a_search_finds_what_the_person_may_see(alice: EntityContext) -> None:
    assert titles(alice, "") == ["Keepers of the lamp", "Rowers"]
    assert titles(alice, "lamp KEEP") == ["Keepers of the lamp"]
    assert titles(alice, "strangers") == []


def test_an_entity_is_as_chatkit_wants_it(alice: EntityContext) -> None:
    group = Group.objects.get(name="Rowers")

    assert search_entities(alice, "rowers") == [
        {
            "id": f"group:{group.pk}",
            "title": "Rowers",
            "icon": "cube",
            "group": "Groups",
            "interactive": True,
            "data": {"members": "1", "url": f"/test/ready?group={group.pk}"},
        }
    ]


def test_another_assistants_visitors_do_not_find_it(alice: EntityContext) -> None:
    other = EntityContext(scope=alice.scope, user=alice.user, assistant="other")

    assert search_entities(other, "") == []
    assert not is_registered("group:1", "other")


def test_a_search_that_finds_much_is_cut(alice: EntityContext) -> None:
    assert alice.user is not None
    for number in range(30):
        alice.user.groups.add(Group.objects.create(name=f"Crew {number:02}"))  # type: ignore[attr-defined]

    assert titles(alice, "crew") == [f"Crew {number:02}" for number in range(GroupEntity.limit)]


def test_a_row_is_found_again_by_its_id(alice: EntityContext) -> None:
    group = Group.objects.get(name="Rowers")

    found = find_entity(alice, f"group:{group.pk}")

    assert found is not None
    assert found[1] == group
    assert found[0].describe(group) == "Rowers (members: 1)"


@pytest.mark.parametrize(
    "entity_id", ["group:999999", "group:", "group:x", "group:1e99", "order:1", "", ":", "group"]
)
def test_an_id_of_nothing_finds_nothing(alice: EntityContext, entity_id: str) -> None:
    assert find_entity(alice, entity_id) is None


def test_what_is_anothers_is_not_found(alice: EntityContext) -> None:
    group = Group.objects.get(name="Strangers")

    assert find_entity(alice, f"group:{group.pk}") is None
    assert preview_of(alice, f"group:{group.pk}") is None


def test_a_preview_may_be_a_widget_of_the_sdk(alice: EntityContext) -> None:
    from chatkit.widgets import BasicRoot, DynamicWidgetComponent

    class WithWidget(GroupEntity):
        def preview(self, row: Group) -> Any:
            text = DynamicWidgetComponent.model_validate({"type": "Text", "value": row.name})
            return BasicRoot(children=[text])

    register_entity("crew")(WithWidget)
    group = Group.objects.get(name="Rowers")

    assert preview_of(alice, f"crew:{group.pk}") == {
        "type": "Basic",
        "children": [{"type": "Text", "value": "Rowers"}],
    }


def test_two_kinds_of_one_name_are_a_mistake() -> None:
    class Another(Entity):
        def get_queryset(self, context: Asker) -> QuerySet[Group]:
            return Group.objects.none()

    with pytest.raises(ImproperlyConfigured, match="Two entities are called 'group'"):
        register_entity("group")(Another)


@pytest.mark.parametrize("name", ["", "Order", "a:b", "a b", "1st"])
def test_a_name_is_small_letters(name: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="is no name of an entity"):
        register_entity(name)


def test_a_page_is_told_where_to_search(alice: EntityContext) -> None:
    config = element_config(page_request(alice.user), "default")  # type: ignore[arg-type]

    assert config["entities"] == {
        "searchUrl": "/chatkit/entities",
        "previewUrl": "/chatkit/entities/{id}",
    }


def test_a_page_of_a_site_without_entities_is_told_of_none(
    alice: EntityContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entities, "_registry", {})

    assert "entities" not in element_config(page_request(alice.user), "default")  # type: ignore[arg-type]
