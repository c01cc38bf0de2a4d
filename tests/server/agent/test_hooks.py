"""What a class of hooks may say."""

from typing import Any

import pytest
from agents import Agent
from chatkit.actions import Action
from django.core.exceptions import ImproperlyConfigured

from django_chatkit.exceptions import InvalidRequest
from django_chatkit.server import ActionRequest, AgentServer, action

AGENT: Agent[Any] = Agent(name="A")


def test_two_hooks_of_one_action_are_refused() -> None:
    class Twice(AgentServer):
        agent = AGENT

        @action("go")
        async def one(self, request: ActionRequest[Any]) -> None: ...

        @action("go")
        async def two(self, request: ActionRequest[Any]) -> None: ...

    with pytest.raises(ImproperlyConfigured, match="Two methods are hooks of 'go'"):
        Twice()


def test_a_hook_without_an_annotation_is_refused() -> None:
    class Untyped(AgentServer):
        agent = AGENT

        @action("go")
        async def go(self, request):  # type: ignore[no-untyped-def]
            ...

    with pytest.raises(ImproperlyConfigured, match=r"go\(\) runs an action: annotate"):
        Untyped()


def test_a_subclass_may_do_actions_its_own_way() -> None:
    class Own(AgentServer):
        agent = AGENT

        def action(self, *_: Any) -> Any: ...

    server = Own()

    server.check_action(Action[str, Any](type="anything"), streaming=True)
    with pytest.raises(InvalidRequest):
        server.check_action(Action[str, Any](type="anything"), streaming=False)


@pytest.mark.parametrize("payload", [None, {}])
def test_a_payload_that_is_none_may_be_sent_as_an_empty_object(payload: Any) -> None:
    class Bare(AgentServer):
        agent = AGENT

        @action("go")
        async def go(self, request: ActionRequest[None]) -> None: ...

    Bare().check_action(Action[str, Any](type="go", payload=payload), streaming=True)
    with pytest.raises(InvalidRequest):
        Bare().check_action(Action[str, Any](type="go", payload={"a": 1}), streaming=True)
