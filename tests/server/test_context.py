"""``RequestContext`` in what other packages make of it."""

from dataclasses import dataclass

import pytest
from chatkit.agents import AgentContext
from pydantic import ValidationError

from django_chatkit.server import DjangoStore, RequestContext
from tests.server.samples import thread


@dataclass(kw_only=True)
class ShopContext(RequestContext):
    """A site's own."""

    shelf: str = ""


class ShopAgentContext(AgentContext[ShopContext]):
    """An agent's, of the kind that agents with tools have."""

    basket: int = 0


def test_an_agents_context_holds_the_very_one() -> None:
    context = ShopContext(scope="user-1", shelf="tea")

    made = ShopAgentContext(thread=thread(), store=DjangoStore(), request_context=context)

    assert made.request_context is context


def test_an_agents_context_takes_no_other() -> None:
    context = RequestContext(scope="user-1")

    with pytest.raises(ValidationError, match="instance of ShopContext"):
        ShopAgentContext(
            thread=thread(),
            store=DjangoStore(),
            request_context=context,  # type: ignore[arg-type]
        )


def test_a_sites_own_context_is_made_of_ours() -> None:
    context = RequestContext(scope="user-1", locale="fr", metadata={"a": 1})

    own = ShopContext(**vars(context), shelf="tea")

    assert (own.scope, own.locale, own.metadata, own.shelf) == ("user-1", "fr", {"a": 1}, "tea")
