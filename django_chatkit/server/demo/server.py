"""The demo agent: a ChatKit server that asks no model and is still worth talking to."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, ClassVar

from chatkit.actions import Action
from chatkit.store import AttachmentStore, Store
from chatkit.types import (
    ClientToolCallItem,
    StructuredInputItem,
    SyncCustomActionResponse,
    ThreadItem,
    ThreadItemReplacedEvent,
    ThreadMetadata,
    UserMessageItem,
    WidgetItem,
)
from django.utils.translation import gettext_lazy as _

from django_chatkit.server.base import ChatKitServer
from django_chatkit.server.context import RequestContext
from django_chatkit.server.demo import acknowledgement, language
from django_chatkit.server.demo.conversation import echo
from django_chatkit.server.demo.conversation.clock import local_time
from django_chatkit.server.demo.demonstrations import form, theme, widget
from django_chatkit.server.demo.skill import Skill, find
from django_chatkit.server.demo.skills import SKILLS
from django_chatkit.server.demo.turn import Events, Turn
from django_chatkit.server.titles import title_of

_LANGUAGE = "demo_language"
"""The key of a thread's private metadata that keeps a language other than the page's."""


class DemoServer(ChatKitServer):
    """Answers small talk and shows on request each kind of thing ChatKit shows.

    It needs no model, no key and no network, and answers in the visitor's language. What it
    remembers is in the store, so any process can continue any thread.

    Parameters:
        store: where threads and items are kept; the site's database by default.
        attachment_store: where files are kept; the site's storage by default.
        delay: seconds between two pieces of streamed text; 0 for tests.
        rng: what dice and coins are thrown with.
        clock: returns the site's local time.
    """

    skills: ClassVar[Sequence[Skill]] = SKILLS
    """What it can do, in the order help lists it. A subclass may add its own."""

    verify_actions = True
    page_actions = None

    def __init__(
        self,
        store: Store[RequestContext] | None = None,
        attachment_store: AttachmentStore[RequestContext] | None = None,
        *,
        delay: float = 0.02,
        rng: random.Random | None = None,
        clock: Callable[[], datetime] = local_time,
    ) -> None:
        super().__init__(store, attachment_store)
        self.delay = delay
        self.rng = rng or random.SystemRandom()
        self.clock = clock

    async def respond(
        self,
        thread: ThreadMetadata,
        input_user_message: UserMessageItem | None,
        context: RequestContext,
    ) -> Events:
        """Answer a message, or continue after a client tool or a form has answered."""
        turn = self._turn(thread, input_user_message, context)
        if input_user_message is None:
            events = self._continue(turn)
        else:
            events = self._answer(turn, input_user_message)
        async for event in events:
            yield event

    async def action(
        self,
        thread: ThreadMetadata,
        action: Action[str, Any],
        sender: WidgetItem | None,
        context: RequestContext,
    ) -> Events:
        """Apply a click on the demo widget and keep it, or say which action arrived."""
        turn = self._turn(thread, None, context)
        if sender is not None and (changed := widget.apply(turn, action, sender)) is not None:
            yield ThreadItemReplacedEvent(item=changed)
            return
        text = turn.markdown(_("The action **%(action)s** arrived."), action=action.type)
        async for event in turn.say(text):
            yield event

    async def sync_action(
        self,
        thread: ThreadMetadata,
        action: Action[str, Any],
        sender: WidgetItem | None,
        context: RequestContext,
    ) -> SyncCustomActionResponse:
        """Apply a click on the demo widget, keep it, and return the widget as it is now."""
        turn = self._turn(thread, None, context)
        changed = widget.apply(turn, action, sender) if sender is not None else None
        if changed is None:
            return SyncCustomActionResponse()
        await self.store.save_item(thread.id, changed, context)
        return SyncCustomActionResponse(updated_item=changed)

    async def _answer(self, turn: Turn, message: UserMessageItem) -> Events:
        if turn.thread.title is None:
            turn.thread.title = title_of(message)
        turn.preface = acknowledgement.of(turn)
        skill = self._chosen(message) or find(self.skills, turn.prompt)
        run = skill.run if skill is not None else echo.run
        async for event in run(turn):
            yield event

    async def _continue(self, turn: Turn) -> Events:
        answered = _last_answered(await turn.history())
        if isinstance(answered, ClientToolCallItem):
            events = theme.after_tool_call(turn, answered)
        elif isinstance(answered, StructuredInputItem):
            events = form.after_answers(turn, answered)
        else:
            events = turn.say(turn.translate(_("Nothing to continue with. What shall we do?")))
        async for event in events:
            yield event

    def _chosen(self, message: UserMessageItem) -> Skill | None:
        """Return the skill picked in the composer's tool menu, if it is one of ours."""
        choice = message.inference_options.tool_choice
        if choice is None:
            return None
        return next((skill for skill in self.skills if skill.name == choice.id), None)

    def _turn(
        self, thread: ThreadMetadata, message: UserMessageItem | None, context: RequestContext
    ) -> Turn:
        turn = Turn(
            store=self.store,
            thread=thread,
            context=context,
            message=message,
            language=language.supported(context.locale),
            skills=self.skills,
            delay=self.delay,
            rng=self.rng,
            clock=self.clock,
        )
        turn.language = _spoken(turn)
        return turn


def _spoken(turn: Turn) -> str:
    """Return the language to answer in, and remember it where it is not the page's.

    A message in another language changes the conversation's language until one in yet another
    language changes it again.
    """
    metadata = turn.thread.metadata
    detected = language.detect(turn.prompt)
    if detected == language.base(turn.language):
        metadata.pop(_LANGUAGE, None)
    elif detected is not None:
        metadata[_LANGUAGE] = detected
    remembered = metadata.get(_LANGUAGE)
    return remembered if remembered in language.LANGUAGES else turn.language


def _last_answered(newest_first: Sequence[ThreadItem]) -> ThreadItem | None:
    """Return the client tool call or form whose answer starts this turn.

    A tool call can only be answered while it is the thread's newest item; anything else answered
    just now is the newest form that is no longer pending.
    """
    if newest_first and isinstance(newest_first[0], ClientToolCallItem):
        return newest_first[0]
    return next(
        (
            item
            for item in newest_first
            if isinstance(item, StructuredInputItem) and item.status != "pending"
        ),
        None,
    )
