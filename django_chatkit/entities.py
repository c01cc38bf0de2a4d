"""Entities: rows of the site that people mention with ``@``, found and shown without JavaScript.

In an app's ``chat_entities.py``, which Django imports when it starts::

    from django_chatkit.entities import Entity, register_entity


    @register_entity("order")
    class OrderEntity(Entity):
        group = "Orders"
        icon = "cube"
        search_fields = ("number", "product__name")

        def get_queryset(self, context):
            if context.user is None:
                return Order.objects.none()
            return Order.objects.filter(user=context.user)
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.db.models import Model, Q, QuerySet

from .types import JSONObject

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

MODULE = "chat_entities"
"""The module of an app that registers its entities."""

MOST = 20
"""Entities of a search at most, of all kinds together."""

MAX_WORDS = 8
"""Words of a search that are looked for; further ones are left out."""

_NAME = re.compile(r"[a-z][a-z0-9_-]*")


class Asker(Protocol):
    """Who asks, with which assistant; :class:`~django_chatkit.server.RequestContext` is one."""

    @property
    def scope(self) -> str: ...

    @property
    def user(self) -> "AbstractBaseUser | None": ...

    @property
    def assistant(self) -> str: ...

    @property
    def locale(self) -> str: ...


@dataclass(frozen=True, kw_only=True)
class EntityContext:
    """Who searches.

    Parameters:
        scope: Whose conversations they are.
        user: The Django user, or ``None`` for a visitor.
        assistant: The alias of the assistant that the page shows.
        locale: The page's language as a tag such as ``fr-CA``; ``""`` if unknown.
    """

    scope: str
    user: "AbstractBaseUser | None"
    assistant: str
    locale: str = ""


class Entity:
    """A kind of row that people may mention. Subclass it and register it.

    Only :meth:`get_queryset` has to be written: it decides what a person may see, for searches,
    previews and what an agent is told alike.
    """

    name: str = ""
    """What the ids begin with; set by :func:`register_entity`."""

    group: Any = ""
    """The heading in the menu, translatable; without one the rows stand first."""

    icon: str = ""
    """One of ChatKit's icons."""

    search_fields: Sequence[str] = ()
    """Fields, of related models too, that each word of a search must be part of one of."""

    limit: int = 8
    """How many of this kind a search finds at most."""

    def get_queryset(self, context: Asker) -> QuerySet[Any]:
        """The rows that this person may see, in the order of the menu."""
        raise NotImplementedError(f"{type(self).__name__} says nothing of its rows.")

    def search(self, rows: QuerySet[Any], query: str) -> QuerySet[Any]:
        """The rows that match what was typed after ``@``, which may be nothing yet."""
        for word in query.split()[:MAX_WORDS]:
            matches = Q()
            for field in self.search_fields:
                matches |= Q(**{f"{field}__icontains": word})
            rows = rows.filter(matches)
        return rows.distinct() if any("__" in field for field in self.search_fields) else rows

    def title(self, row: Any) -> str:
        """What the menu, the message and the agent call it."""
        return str(row)

    def data(self, row: Any) -> Mapping[str, str]:
        """What goes with a mention, for the page; the visitor can read it."""
        return {}

    def url(self, row: Any) -> str | None:
        """Where a click on the mention leads."""
        absolute: Callable[[], str] | None = getattr(row, "get_absolute_url", None)
        return None if absolute is None else absolute()

    def preview(self, row: Any) -> Any:
        """What is shown on hovering: what a ``WidgetTemplate`` builds, or its JSON, or ``None``.

        Its root is a ``Basic`` or a ``Card``.
        """
        return None

    def describe(self, row: Any) -> str:
        """What an agent is told of a mentioned row."""
        facts = ", ".join(f"{key}: {value}" for key, value in self.data(row).items())
        return f"{self.title(row)} ({facts})" if facts else self.title(row)

    @property
    def has_preview(self) -> bool:
        """Whether hovering shows something."""
        return type(self).preview is not Entity.preview

    def as_json(self, row: Model) -> JSONObject:
        """The row as ChatKit's ``Entity``."""
        url = self.url(row)
        data = {key: str(value) for key, value in self.data(row).items()}
        entity: JSONObject = {
            "id": f"{self.name}:{row.pk}",
            "title": self.title(row),
            "interactive": url is not None or self.has_preview,
            "data": {**data, **({} if url is None else {"url": url})},
        }
        if self.icon:
            entity["icon"] = self.icon
        if self.group:
            entity["group"] = str(self.group)
        return entity


_Kind = TypeVar("_Kind", bound=type[Entity])


@dataclass(frozen=True)
class _Registered:
    entity: Entity
    assistants: frozenset[str] | None


_registry: dict[str, _Registered] = {}


def register_entity(
    name: str, *, assistants: Collection[str] | None = None
) -> Callable[[_Kind], _Kind]:
    """Register a kind of entity.

    Parameters:
        name: What its ids begin with: small letters, digits, ``-`` and ``_``. Messages keep it,
            so it should stay.
        assistants: The aliases of the assistants it is for; all of them unless given.

    Raises:
        ImproperlyConfigured: the name is none, or another class has it.
    """
    if not _NAME.fullmatch(name):
        raise ImproperlyConfigured(f"{name!r} is no name of an entity: write it like 'order'.")

    def register(kind: _Kind) -> _Kind:
        taken = _registry.get(name)
        if taken is not None and type(taken.entity).__qualname__ != kind.__qualname__:
            raise ImproperlyConfigured(
                f"Two entities are called {name!r}: {type(taken.entity).__name__} and {kind.__name__}."
            )
        entity = kind()
        entity.name = name
        _registry[name] = _Registered(entity, None if assistants is None else frozenset(assistants))
        return kind

    return register


def entities_of(assistant: str) -> Iterator[Entity]:
    """The kinds that an assistant's visitors may mention, in the order of registration."""
    for registered in _registry.values():
        if registered.assistants is None or assistant in registered.assistants:
            yield registered.entity


def search_entities(context: Asker, query: str) -> list[JSONObject]:
    """What matches a search, as ChatKit's entities, kind by kind.

    Parameters:
        context: Who searches.
        query: What was typed after ``@``.
    """
    found: list[JSONObject] = []
    for entity in entities_of(context.assistant):
        room = min(entity.limit, MOST - len(found))
        if room <= 0:
            break
        rows = entity.search(entity.get_queryset(context), query)[:room]
        found += [entity.as_json(row) for row in rows]
    return found


def is_registered(entity_id: str, assistant: str) -> bool:
    """Whether an id is one of a registered kind, so that the site knows what it means."""
    name = entity_id.partition(":")[0]
    return any(entity.name == name for entity in entities_of(assistant))


def find_entity(context: Asker, entity_id: str) -> tuple[Entity, Any] | None:
    """The row of an id, if this person may see it.

    Parameters:
        context: Who asks.
        entity_id: As :meth:`Entity.as_json` made it; anybody may have written it.
    """
    name, _, key = entity_id.partition(":")
    for entity in entities_of(context.assistant):
        if entity.name == name:
            try:
                row = entity.get_queryset(context).filter(pk=key).first()
            except (TypeError, ValueError, OverflowError, ValidationError):
                return None  # a key that this model cannot have
            return None if row is None else (entity, row)
    return None


def preview_of(context: Asker, entity_id: str) -> JSONObject | None:
    """The widget that is shown for an id, as JSON; ``None`` if there is nothing to show."""
    found = find_entity(context, entity_id)
    if found is None:
        return None
    return shown(*found)


def shown(entity: Entity, row: Any) -> JSONObject | None:
    """The widget that is shown for a row, as JSON; ``None`` if there is nothing to show."""
    widget = entity.preview(row)
    if hasattr(widget, "model_dump"):  # one of chatkit.widgets, which is not imported here
        document: JSONObject = widget.model_dump(mode="json", exclude_none=True)
        return document
    return None if widget is None else dict(widget)
