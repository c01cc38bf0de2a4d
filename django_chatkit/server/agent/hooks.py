"""What a site's ``AgentServer`` does with actions of widgets and with answers to questions.

A method of the class with a decorator is a hook; what it is given is typed, and checked before
anything runs::

    class SupportServer(AgentServer):
        @action("order.cancel")
        def cancel(self, request: ActionRequest[OrderRef]) -> WidgetRoot:
            order = Order.objects.get(user=request.context.user, pk=request.payload.order)
            ...
"""

import inspect
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar, get_args, get_type_hints

from chatkit.actions import Action
from chatkit.types import (
    StructuredInputItem,
    StructuredInputSubmission,
    SyncCustomActionResponse,
    ThreadItemDoneEvent,
    ThreadItemReplacedEvent,
    ThreadMetadata,
    ThreadStreamEvent,
    WidgetItem,
)
from chatkit.widgets import WidgetRoot
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone
from django.utils.translation import gettext as _
from pydantic import BaseModel, TypeAdapter, ValidationError

from ...exceptions import InvalidRequest
from ..base import ChatKitServer
from ..context import RequestContext
from .questions import form_of, read_answers

Payload = TypeVar("Payload")
Form = TypeVar("Form", bound=BaseModel)
Method = TypeVar("Method", bound=Callable[..., Any])

MARK = "_chatkit_hook"


@dataclass(frozen=True, kw_only=True)
class ActionRequest(Generic[Payload]):
    """An action that somebody ran.

    Parameters:
        type: The action's.
        payload: What came with it, of the type that the hook's annotation names.
        sender: The widget as it is stored; ``None`` for an action of the page's own.
        thread: Where it is.
        context: Who ran it.
    """

    type: str
    payload: Payload
    sender: WidgetItem | None
    thread: ThreadMetadata
    context: RequestContext


@dataclass(frozen=True, kw_only=True)
class AnswersRequest(Generic[Form]):
    """Answers to the questions of a form.

    Parameters:
        answers: What was said; ``None`` if the form was skipped, or a question of it that has to
            be answered.
        item: The questions and answers as they are stored.
        thread: Where they are.
        context: Who answered.
    """

    answers: Form | None
    item: StructuredInputItem
    thread: ThreadMetadata
    context: RequestContext


ActionResult = AsyncIterator[ThreadStreamEvent] | Awaitable[WidgetRoot | None] | WidgetRoot | None
AnswersResult = Awaitable[str | None] | str | None


class _ActionMark(NamedTuple):
    type: str
    of_page: bool


class _AnswersMark(NamedTuple):
    form: type[BaseModel]


def action(
    type: str,  # noqa: A002 - the protocol's word
    *,
    of_page: bool = False,
) -> Callable[[Method], Method]:
    """Mark a method of an :class:`AgentServer` that runs an action.

    It takes an :class:`ActionRequest`, whose annotation says what the payload is:
    ``ActionRequest[OrderRef]`` with a pydantic model, a ``TypedDict`` or any other type.

    - ``def`` and ``async def`` return the widget as it is now, or ``None`` if it stays. They run
      actions with and without a stream; ``def`` may use the ORM.
    - An ``async`` generator yields events, for actions that stream.

    Parameters:
        type: The action's.
        of_page: Whether the page may send it without a widget that offers it; its payload is then
            whatever a browser sends.
    """
    return _marking(_ActionMark(type, of_page))


def answers(form: type[BaseModel]) -> Callable[[Method], Method]:
    """Mark a method of an :class:`AgentServer` that gets the answers to a form.

    It takes an :class:`AnswersRequest`; ``def`` may use the ORM. What it returns is told to the
    agent, which then goes on.

    Parameters:
        form: What :func:`~django_chatkit.server.ask` asked.
    """
    return _marking(_AnswersMark(form))


def _marking(mark: Any) -> Callable[[Method], Method]:
    def marked(method: Method) -> Method:
        setattr(method, MARK, mark)
        return method

    return marked


class _ActionHook(NamedTuple):
    method: Callable[..., ActionResult]
    payload: TypeAdapter[Any]
    streams: bool


class _AnswersHook(NamedTuple):
    method: Callable[..., AnswersResult]
    form: type[BaseModel]


class Hooks(ChatKitServer):
    """The part of ``AgentServer`` that finds its hooks and calls them."""

    def _find_hooks(self) -> None:
        """Read the class's marks.

        Raises:
            ImproperlyConfigured: two methods have the same one, or an annotation is missing.
        """
        self._actions: dict[str, _ActionHook] = {}
        self._answers: dict[str, _AnswersHook] = {}
        own: list[str] = []
        for name, function in inspect.getmembers(type(self), callable):
            mark = getattr(function, MARK, None)
            if mark is None:
                continue
            method = getattr(self, name)
            if isinstance(mark, _ActionMark):
                _once(mark.type, self._actions)
                self._actions[mark.type] = _ActionHook(
                    method,
                    TypeAdapter(_payload_type(function, name)),
                    inspect.isasyncgenfunction(function),
                )
                if mark.of_page:
                    own.append(mark.type)
            else:
                _once(mark.form.__name__, self._answers)
                self._answers[mark.form.__name__] = _AnswersHook(method, mark.form)
        if own and self.page_actions is not None:
            self.page_actions = frozenset({*self.page_actions, *own})

    # Before anything runs

    def check_action(self, action: "Action[str, Any]", *, streaming: bool) -> None:
        """See that there is a hook for an action and that the payload is what it takes.

        Raises:
            InvalidRequest: there is none, or the payload is not.
        """
        method = "action" if streaming else "sync_action"
        if getattr(type(self), method) is not getattr(Hooks, method):
            return
        hook = self._actions.get(action.type)
        if hook is None or (hook.streams and not streaming):
            raise InvalidRequest(
                _("This assistant does not offer this action."),
                param="params.action.type",
                code="unknown_action",
            )
        try:
            _payload(hook, action)
        except ValidationError as error:
            raise _refusal(error, "params.action.payload") from None

    def check_answers(self, inputs: list[Any], submission: StructuredInputSubmission) -> None:
        """See that answers are what their form takes.

        Parameters:
            inputs: The stored questions, as JSON.
            submission: What the visitor said.

        Raises:
            InvalidRequest: an answer is not.
        """
        hook = self._answers.get(form_of(inputs))
        if hook is None or submission.status == "skipped":
            return
        given = {
            name: None if answer.skipped else answer.values
            for name, answer in submission.answers.items()
        }
        try:
            read_answers(hook.form, given)
        except ValidationError as error:
            raise _refusal(error, f"params.input.answers.{hook.form.__name__}", depth=1) from None

    # The SDK's methods

    async def action(
        self,
        thread: ThreadMetadata,
        action: "Action[str, Any]",
        sender: WidgetItem | None,
        context: RequestContext,
    ) -> AsyncIterator[ThreadStreamEvent]:
        """Run the hook of an action."""
        hook = self._actions[action.type]
        request = _request(hook, thread, action, sender, context)
        if hook.streams:
            events: Any = hook.method(request)
            async for event in events:
                yield event
            return
        widget = await _called(hook.method, request, context)
        if widget is None:
            return
        if sender is not None:
            changed = sender.model_copy(update={"widget": widget})
            yield ThreadItemReplacedEvent(item=changed)
            return
        item = WidgetItem(
            id=self.store.generate_item_id("message", thread, context),
            thread_id=thread.id,
            created_at=timezone.now(),
            widget=widget,
        )
        yield ThreadItemDoneEvent(item=item)

    async def sync_action(
        self,
        thread: ThreadMetadata,
        action: "Action[str, Any]",
        sender: WidgetItem | None,
        context: RequestContext,
    ) -> SyncCustomActionResponse:
        """Run the hook of an action without a stream; what it returns is stored."""
        hook = self._actions[action.type]
        widget = await _called(
            hook.method, _request(hook, thread, action, sender, context), context
        )
        if widget is None or sender is None:
            return SyncCustomActionResponse()
        changed = sender.model_copy(update={"widget": widget})
        return SyncCustomActionResponse(updated_item=changed)

    async def answered(
        self, item: StructuredInputItem, thread: ThreadMetadata, context: RequestContext
    ) -> str | None:
        """Call the hook of answered questions, if they have one: what the agent is told."""
        hook = self._answers.get(item.inputs[0].id.partition(".")[0] if item.inputs else "")
        if hook is None:
            return None
        given = {
            each.id: each.answer.values
            for each in item.inputs
            if each.answer is not None and not each.answer.skipped
        }
        answers = None if item.status == "skipped" else read_answers(hook.form, given)
        request = AnswersRequest(answers=answers, item=item, thread=thread, context=context)
        note: str | None = await _called(hook.method, request, context)
        return note


def _once(name: str, found: dict[str, Any]) -> None:
    if name in found:
        raise ImproperlyConfigured(f"Two methods are hooks of {name!r}.")


def _payload_type(function: Callable[..., Any], name: str) -> Any:
    hints = get_type_hints(function)
    hints.pop("return", None)
    for hint in hints.values():
        if getattr(hint, "__origin__", hint) is ActionRequest:
            return (*get_args(hint), Any)[0]
    raise ImproperlyConfigured(
        f"{name}() runs an action: annotate what it takes, as in 'request: ActionRequest[Order]'."
    )


def _payload(hook: _ActionHook, action: "Action[str, Any]") -> Any:
    # Clients send an empty object where the widget names no payload, or nothing.
    given = action.payload
    try:
        return hook.payload.validate_python(given)
    except ValidationError:
        if given is None:
            return hook.payload.validate_python({})
        if given == {}:
            return hook.payload.validate_python(None)
        raise


def _request(
    hook: _ActionHook,
    thread: ThreadMetadata,
    action: "Action[str, Any]",
    sender: WidgetItem | None,
    context: RequestContext,
) -> ActionRequest[Any]:
    return ActionRequest(
        type=action.type,
        payload=_payload(hook, action),
        sender=sender,
        thread=thread,
        context=context,
    )


async def _called(method: Callable[..., Any], request: Any, context: RequestContext) -> Any:
    """What a hook returns; one that is no coroutine runs where it may use the ORM."""
    if inspect.iscoroutinefunction(method):
        return await method(request)
    return await context.database(method, request)


def _refusal(error: ValidationError, param: str, depth: int | None = None) -> InvalidRequest:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    path = ".".join([param, *(str(step) for step in first["loc"][:depth])])
    return InvalidRequest(
        _("The field '%(field)s' is not valid: %(reason)s.")
        % {"field": path, "reason": first["msg"]},
        param=path,
    )
