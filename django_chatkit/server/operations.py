"""The protocol's operations: what is checked before each, and what is done.

:func:`prepare` runs in the request's thread and does all checks in one go:
whose thread it is, whether it takes writes, whether its attachments and items
exist, and the lease. Only then does the SDK see the request.
"""

from dataclasses import dataclass
from typing import Any

from chatkit.server import ChatKitServer
from chatkit.store import NotFoundError
from chatkit.types import (
    InputTranscribeReq,
    ItemsFeedbackReq,
    StreamingReq,
    SyncCustomActionResponse,
    ThreadsAddClientToolOutputReq,
    ThreadsAddStructuredInputReq,
    ThreadsAddUserMessageReq,
    ThreadsCreateReq,
    ThreadsCustomActionReq,
    ThreadsDeleteReq,
    ThreadsRetryAfterItemReq,
    ThreadsSyncCustomActionReq,
    ThreadsUpdateReq,
    WidgetItem,
    is_streaming_req,
)
from django.utils.translation import gettext as _

from ..enums import HIDDEN_ITEM_TYPES, ItemType, ThreadStatus
from ..exceptions import (
    AssistantPaused,
    InvalidRequest,
    NotFound,
    Repeated,
    ThreadBusy,
    ThreadLocked,
)
from ..models import ChatAssistant, ChatThread, ChatThreadItem, delete_items
from ..signals import feedback_received, thread_deleted
from ..types import JSONObject
from . import lease, limits, rows, statements
from .context import RequestContext
from .interactions import check_action, expect_pending_questions, find_item
from .repeats import RequestIds, is_stored, request_ids, request_key
from .serialize import HIDDEN_ITEMS, to_wire
from .turn import Turn

WRITES = (
    ItemsFeedbackReq,
    ThreadsDeleteReq,
    ThreadsSyncCustomActionReq,
    ThreadsUpdateReq,
)
"""The operations that change a thread without streaming."""


@dataclass
class Operation:
    """A request that passed its checks; with a turn if it streams."""

    request: Any
    context: RequestContext
    thread: ChatThread | None = None
    feedback_items: tuple[int, ...] = ()

    @property
    def turn(self) -> Turn | None:
        """The turn that the operation runs in."""
        return self.context.turn


def prepare(
    request: Any, context: RequestContext, server: "ChatKitServer[Any] | None" = None
) -> Operation:
    """Check a parsed request against the database and take the lease it needs.

    Parameters:
        request: What was asked.
        context: Whose request it is.
        server: Who is to do it: it says which actions it takes.

    Raises:
        NotFound: the thread, an item or an attachment is not this scope's.
        ThreadLocked: the thread is locked or closed and the operation writes.
        ThreadBusy: another turn runs in the thread.
        AssistantPaused: staff paused the assistant, and nothing is to be transcribed.
        InvalidRequest: the operation does not fit the thread's state.
        Repeated: the message was sent before.
    """
    operation = Operation(request, context)
    if isinstance(request, ThreadsCreateReq):
        ids = _ids(request, context, None)
        wanted = request.params.input.attachments
        # Without files it turns out when the thread is stored, at no cost to who asks but once.
        if ids is not None and wanted and is_stored(ids, context):
            raise Repeated(context, ids.thread, ids.message, creates_thread=True)
        context.turn = Turn(
            context,
            token=lease.new_token(),
            attachments=_attachments(wanted, context, None),
            ids=ids,
        )
        context.turn.refusal = limits.refusal(context)
        return operation
    if isinstance(request, InputTranscribeReq):
        _refuse_if_paused(context)
    thread_id = getattr(request.params, "thread_id", None)
    if thread_id is None:
        return operation
    if is_streaming_req(request):
        operation.thread = _begin_turn(request, thread_id, context, server)
        return operation
    operation.thread = thread = find_thread(thread_id, context)
    if isinstance(request, WRITES):
        _refuse_if_locked(thread)
        if isinstance(request, ItemsFeedbackReq):
            operation.feedback_items = _feedback_items(request, thread)
        elif isinstance(request, ThreadsSyncCustomActionReq):
            check_action(request, thread, server)
    return operation


def _refuse_if_paused(context: RequestContext) -> None:
    """A transcription is no turn, in which the notice could be said."""
    pause = ChatAssistant.objects.pause_of(context.assistant)
    if pause is not None:
        raise AssistantPaused(pause or None)


def find_thread(thread_id: str, context: RequestContext) -> ChatThread:
    """A thread of this scope.

    Raises:
        NotFound: it is not there, or not this scope's.
    """
    found = statements.find_thread(thread_id, context.scope, context.assistant)
    if found is None:
        raise NotFound
    return found.thread


def _refuse_if_locked(thread: ChatThread) -> None:
    if thread.is_writable:
        return
    if thread.status == ThreadStatus.CLOSED:
        raise ThreadLocked(_("This conversation is closed. Start a new one to go on."))
    raise ThreadLocked


def _begin_turn(
    request: StreamingReq,
    thread_id: str,
    context: RequestContext,
    server: "ChatKitServer[Any] | None",
) -> ChatThread:
    token = lease.new_token()
    ids: RequestIds | None = None
    if isinstance(request, ThreadsAddUserMessageReq):
        ids = _ids(request, context, thread_id)
    found = lease.take(
        thread_id,
        context.scope,
        context.assistant,
        token,
        without=None if ids is None else ids.message,
    )
    if found is None:
        if ids is not None and is_stored(ids, context):
            raise Repeated(context, ids.thread, ids.message, creates_thread=False)
        _refuse_if_locked(find_thread(thread_id, context))
        raise ThreadBusy
    thread = found.thread
    try:
        attachments: dict[str, JSONObject] = {}
        if isinstance(request, ThreadsAddUserMessageReq):
            attachments = _attachments(request.params.input.attachments, context, thread)
        position = -1 if found.last_position is None else found.last_position
        match request:
            case ThreadsAddUserMessageReq() if found.last_type == ItemType.CLIENT_TOOL_CALL:
                _drop_pending_tool_call(thread)
            case ThreadsAddClientToolOutputReq():
                _expect_pending_tool_call(thread)
            case ThreadsAddStructuredInputReq():
                expect_pending_questions(request, thread, server)
                context.answered = request.params.item_id
            case ThreadsRetryAfterItemReq():
                position = _delete_after(request, thread)
            case ThreadsCustomActionReq():
                check_action(request, thread, server)
        refusal = limits.refusal(context)
    except BaseException:
        lease.release(thread.sequence, token)
        raise
    context.turn = Turn(
        context,
        token=token,
        thread=thread,
        position=position + 1,
        attachments=attachments,
        ids=ids,
    )
    context.turn.refusal = refusal
    return thread


def _ids(
    request: ThreadsCreateReq | ThreadsAddUserMessageReq,
    context: RequestContext,
    thread_id: str | None,
) -> RequestIds | None:
    key = request_key(request.metadata)
    return None if key is None else request_ids(key, context, thread_id)


def _attachments(
    ids: list[str], context: RequestContext, thread: ChatThread | None
) -> dict[str, JSONObject]:
    if not ids:
        return {}
    own = rows.attachments_of(context.scope, context.assistant).filter(id__in=ids)
    found = {attachment.id: attachment for attachment in own}
    for attachment_id in ids:
        attachment = found.get(attachment_id)
        if attachment is None:
            raise NotFound
        elsewhere = attachment.thread_id is not None and (
            thread is None or attachment.thread_id != thread.sequence
        )
        if attachment.awaits_upload:
            raise InvalidRequest(
                _("A file was not sent completely. Upload it again."),
                param="params.input.attachments",
                code="attachment_not_uploaded",
            )
        if elsewhere:
            raise InvalidRequest(
                _("An attachment belongs to another conversation. Upload the file again."),
                param="params.input.attachments",
                code="attachment_in_use",
            )
    return {attachment.id: attachment.payload for attachment in found.values()}


def _last_item(thread: ChatThread) -> JSONObject:
    last = (
        ChatThreadItem.objects.filter(thread=thread.sequence)
        .order_by("-position")
        .values_list("payload", flat=True)
        .first()
    )
    return last or {}


def _drop_pending_tool_call(thread: ChatThread) -> None:
    """Remove a call that can never be answered: its output must come before anything else."""
    last = _last_item(thread)
    if rows.is_pending_tool_call(last):
        delete_items(ChatThreadItem.objects.filter(thread=thread.sequence, id=last["id"]))


def _expect_pending_tool_call(thread: ChatThread) -> None:
    if not rows.is_pending_tool_call(_last_item(thread)):
        raise InvalidRequest(
            _("No tool call is waiting for an output in this conversation."),
            param="params.thread_id",
            code="no_pending_tool_call",
        )


def _delete_after(request: ThreadsRetryAfterItemReq, thread: ChatThread) -> int:
    """Delete what came after the message to retry, at once; return the message's position."""
    item = find_item(thread, request.params.item_id)
    if item.type != ItemType.USER_MESSAGE:
        raise InvalidRequest(
            _("Only a message of the visitor can be answered again."), param="params.item_id"
        )
    delete_items(ChatThreadItem.objects.filter(thread=thread.sequence, position__gt=item.position))
    return item.position


def _feedback_items(request: ItemsFeedbackReq, thread: ChatThread) -> tuple[int, ...]:
    wanted = set(request.params.item_ids)
    found = (
        ChatThreadItem.objects.filter(thread=thread.sequence, id__in=wanted)
        .exclude(type__in=HIDDEN_ITEM_TYPES)
        .values_list("sequence", flat=True)
    )
    keys = tuple(found)
    if len(keys) != len(wanted):
        raise NotFound
    return keys


async def answer(server: "ChatKitServer[Any]", operation: Operation) -> bytes:
    """Do an operation that does not stream; return its JSON.

    Raises:
        NotFound: what it is about is not there.
        InvalidRequest: the server does not offer the operation.
    """
    request, context = operation.request, operation.context
    try:
        if isinstance(request, ThreadsSyncCustomActionReq):
            return await _sync_action(server, request, context)
        result: bytes = await server._process_non_streaming(request, context)
    except NotFoundError:
        raise NotFound from None
    except NotImplementedError:
        raise InvalidRequest(
            _("This assistant does not offer '%(operation)s'.") % {"operation": request.type},
            param="type",
            code="not_supported",
        ) from None
    if isinstance(request, ThreadsDeleteReq):
        thread_deleted.send_robust(
            ChatThread,
            thread_id=request.params.thread_id,
            scope=context.scope,
            assistant=context.assistant,
        )
    elif isinstance(request, ItemsFeedbackReq):
        await context.runner(lambda: _save_feedback(operation))
    return result


def _save_feedback(operation: Operation) -> None:
    params, context, thread = operation.request.params, operation.context, operation.thread
    if thread is None:
        return
    rows.save_feedback(
        thread.sequence,
        context.scope,
        getattr(context.user, "pk", None),
        operation.feedback_items,
        params.kind,
    )
    feedback_received.send_robust(
        ChatThread,
        thread_id=params.thread_id,
        scope=context.scope,
        item_ids=params.item_ids,
        kind=params.kind,
    )


async def _sync_action(
    server: "ChatKitServer[Any]", request: ThreadsSyncCustomActionReq, context: RequestContext
) -> bytes:
    """Run a sync action and keep the item it updates, which the SDK leaves to us."""
    params = request.params
    thread = await server.store.load_thread(params.thread_id, context)
    sender: WidgetItem | None = None
    if params.item_id:
        item = await server.store.load_item(params.thread_id, params.item_id, context)
        if not isinstance(item, WidgetItem):
            raise InvalidRequest(_("Only a widget can send an action."), param="params.item_id")
        sender = item
    response = await server.sync_action(thread, params.action, sender, context)
    updated = response.updated_item
    if updated is not None:
        await server.store.save_item(params.thread_id, updated, context)
        if isinstance(updated, HIDDEN_ITEMS):
            response = SyncCustomActionResponse()
    return to_wire(response)
