"""What people do with items, checked before a turn: actions of widgets, answers to questions."""

from typing import Any

from chatkit.server import ChatKitServer
from chatkit.types import (
    ThreadsAddStructuredInputReq,
    ThreadsCustomActionReq,
    ThreadsSyncCustomActionReq,
)
from django.utils.translation import gettext as _

from ..enums import HIDDEN_ITEM_TYPES, ItemType
from ..exceptions import InvalidRequest, NotFound
from ..models import ChatThread, ChatThreadItem
from . import offers

AnyServer = ChatKitServer[Any] | None
"""Who is to answer; other people's servers have none of our own methods and attributes."""


def find_item(thread: ChatThread, item_id: str) -> ChatThreadItem:
    """An item of a thread that its owner may see.

    Raises:
        NotFound: there is none.
    """
    item = (
        ChatThreadItem.objects.filter(thread=thread.sequence, id=item_id)
        .exclude(type__in=HIDDEN_ITEM_TYPES)
        .first()
    )
    if item is None:
        raise NotFound
    return item


def expect_pending_questions(
    request: ThreadsAddStructuredInputReq, thread: ChatThread, server: AnyServer
) -> None:
    """See that an item asks, and that the answers are what its form takes.

    Raises:
        NotFound: there is no such item.
        InvalidRequest: it asks nothing, or not any more, or an answer does not fit.
    """
    item = find_item(thread, request.params.item_id)
    if item.type != ItemType.STRUCTURED_INPUT:
        raise InvalidRequest(_("This item asks no questions."), param="params.item_id")
    if item.payload["status"] != "pending":
        raise InvalidRequest(
            _("These questions have been answered already."),
            param="params.item_id",
            code="structured_input_answered",
        )
    check_answers = getattr(server, "check_answers", None)
    if check_answers is not None:
        check_answers(item.payload.get("inputs") or [], request.params.input)


def check_action(
    request: ThreadsCustomActionReq | ThreadsSyncCustomActionReq,
    thread: ChatThread,
    server: AnyServer,
) -> None:
    """See that the widget that an action names offers it, and that the server takes it.

    Raises:
        NotFound: there is no such widget.
        InvalidRequest: where the server wants to know, one of them does not.
    """
    action = request.params.action
    if getattr(server, "verify_actions", False):
        _verify_offer(request, thread, getattr(server, "page_actions", ()))
    check = getattr(server, "check_action", None)
    if check is not None:
        check(action, streaming=isinstance(request, ThreadsCustomActionReq))


def _verify_offer(
    request: ThreadsCustomActionReq | ThreadsSyncCustomActionReq,
    thread: ChatThread,
    of_page: Any,
) -> None:
    action = request.params.action
    if of_page is not None and action.type in of_page:
        return
    if not request.params.item_id:
        if of_page is not None:
            raise InvalidRequest(
                _("This assistant takes this action from a widget only."),
                param="params.item_id",
                code="action_not_offered",
            )
        return
    item = find_item(thread, request.params.item_id)
    if item.type == ItemType.WIDGET:
        # Of another sender the SDK says so.
        offers.verify(action, item.payload.get("widget"))
