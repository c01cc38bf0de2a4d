"""Kinds of rows, not registered by themselves."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import Group, User
from django.db.models import QuerySet

from django_chatkit.entities import Asker, Entity


class GroupEntity(Entity):
    group = "Groups"
    icon = "cube"
    search_fields = ("name",)

    def get_queryset(self, context: Asker) -> QuerySet[Group]:
        if context.user is None:
            return Group.objects.none()
        return Group.objects.filter(user=context.user.pk).order_by("name")

    def data(self, row: Group) -> Mapping[str, str]:
        return {"members": str(row.user_set.count())}

    def url(self, row: Group) -> str:
        return f"/test/ready?group={row.pk}"

    def preview(self, row: Group) -> Any:
        return {"type": "Basic", "children": [{"type": "Text", "value": f"About {row.name}"}]}


class PersonEntity(Entity):
    def get_queryset(self, context: Asker) -> QuerySet[User]:
        if context.user is None:
            return User.objects.none()
        return User.objects.filter(pk=context.user.pk)

    def data(self, row: User) -> Mapping[str, str]:
        return {"staff": str(row.is_staff)}

    def search(self, rows: QuerySet[User], query: str) -> QuerySet[User]:
        return rows.filter(username__startswith=query)
