"""``AgentServer``: give it an Agents SDK agent and it does the rest."""

import asyncio
import inspect
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any, ClassVar

from agents import (
    Agent,
    InputGuardrailTripwireTriggered,
    ModelSettings,
    OutputGuardrailTripwireTriggered,
    RunConfig,
    Runner,
)
from agents.usage import Usage
from chatkit.agents import AgentContext, ResponseStreamConverter
from chatkit.store import AttachmentStore, Store
from chatkit.types import (
    AssistantMessageContent,
    AssistantMessageItem,
    HiddenContextItem,
    StructuredInputItem,
    ThreadItem,
    ThreadItemDoneEvent,
    ThreadMetadata,
    ThreadStreamEvent,
    UserMessageItem,
)
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone
from django.utils.translation import gettext as _

from ..context import RequestContext
from ..titles import shorten, title_of
from ..usage import TurnUsage, Used
from .failures import told
from .history import REFUSED, HistoryConverter, chosen_options, load_history
from .hooks import Hooks
from .model import fit, model_name, offered, provider
from .run import Run

logger = logging.getLogger("django_chatkit.turns")

SiteAgent = Agent[AgentContext[RequestContext]]
AgentSource = SiteAgent | Callable[[RequestContext], SiteAgent | Awaitable[SiteAgent]]

GuardrailTrip = InputGuardrailTripwireTriggered | OutputGuardrailTripwireTriggered

TITLE_SECONDS = 10.0
"""How long the end of a first answer waits for its thread's title."""


class AgentServer(Hooks):
    """A ChatKit server that answers with an agent of the Agents SDK.

    Name the agent in an assistant's ``OPTIONS["AGENT"]``, or subclass and set ``agent``. Tools
    get the :class:`RequestContext` as ``ctx.context.request_context``. Methods with
    :func:`~django_chatkit.server.action` and :func:`~django_chatkit.server.answers` run actions of
    widgets and get the answers to questions.

    Parameters:
        store: Of threads and items; ours unless given.
        attachment_store: Of files; ours unless given.
        agent: The agent, or a function, async or not, that makes one for a request's context.
        model: ``OPTIONS["MODEL"]``: where models are, see :func:`~.model.provider`.

    Source: https://openai.github.io/openai-agents-python/
    """

    verify_actions = True

    agent: ClassVar[AgentSource | None] = None
    """What answers, where none is given to the constructor."""

    title_agent: ClassVar["Agent[Any] | None"] = None
    """An agent that is given a thread's first message and says its title; without one the title
    is the beginning of that message."""

    history_items: ClassVar[int] = 200
    """How many items of the thread the model is given, from the newest."""

    max_turns: ClassVar[int] = 20
    """How often the model may be asked for one answer, tools in between."""

    converter: ClassVar[type[HistoryConverter]] = HistoryConverter
    """How items become the model's input."""

    def __init__(
        self,
        store: Store[RequestContext] | None = None,
        attachment_store: AttachmentStore[RequestContext] | None = None,
        *,
        agent: AgentSource | None = None,
        model: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(store, attachment_store)
        self._agent: AgentSource | None = agent or type(self).agent
        if self._agent is None:
            raise ImproperlyConfigured(
                f"{type(self).__name__} has no agent: set OPTIONS['AGENT'] or the class's 'agent'."
            )
        self._find_hooks()
        self._model = dict(model or {})
        self._provider = provider(self._model) if self._model else None

    # What subclasses change

    def run_config(self, context: RequestContext) -> RunConfig:
        """How the agent is run. Traces, which go to OpenAI, are off."""
        config = RunConfig(tracing_disabled=True, model=context.model or self._model.get("NAME"))
        if self._provider is not None:
            config.model_provider = self._provider
        if context.tool_choice:
            config.model_settings = ModelSettings(tool_choice=context.tool_choice)
        return config

    def response_converter(self, context: RequestContext) -> ResponseStreamConverter:
        """How citations and generated images of an answer become the thread's."""
        return ResponseStreamConverter()

    def refusal(self, trip: GuardrailTrip, context: RequestContext) -> str:
        """What the visitor is told when a guardrail stops a message or an answer."""
        return _("I cannot help with that. Is there something else you would like to ask?")

    async def title(self, message: UserMessageItem, context: RequestContext) -> str | None:
        """A thread's title, from its first message."""
        if self.title_agent is None:
            return title_of(message)
        text = "".join(part.text for part in message.content)
        config = RunConfig(tracing_disabled=True, model=self._model.get("NAME"))
        fit(config, self.title_agent, self._model.get("NAME"))
        if self._provider is not None:
            config.model_provider = self._provider
        result = await Runner.run(self.title_agent, text, run_config=config)
        _record(result.context_wrapper.usage, context, model_name(self.title_agent, config))
        return shorten(" ".join(str(result.final_output).split()).strip('"“”')) or title_of(message)

    # The turn

    async def respond(
        self,
        thread: ThreadMetadata,
        input_user_message: UserMessageItem | None,
        context: RequestContext,
    ) -> AsyncIterator[ThreadStreamEvent]:
        """Answer with the agent."""
        history = await load_history(self.store, thread, context, self.history_items)
        note = await self._note_of_answers(history, thread, context)
        if note is not None:
            history.append(note)
            yield ThreadItemDoneEvent(item=note)
        agent = await self._agent_for(context, history)
        titling = self._begin_title(thread, input_user_message, context)
        run: Run | None = None
        try:
            agent_context = AgentContext(thread=thread, store=self.store, request_context=context)
            converter = self.converter(context)
            config = self.run_config(context)
            fit(config, agent, None if context.model else self._model.get("NAME"))
            result = Runner.run_streamed(
                agent,
                await converter.to_agent_input(history),
                context=agent_context,
                run_config=config,
                max_turns=self.max_turns,
            )
            run = Run(agent_context, result, self.response_converter(context))
            async for event in run.events():
                yield event
                _apply_title(thread, titling)
        except (InputGuardrailTripwireTriggered, OutputGuardrailTripwireTriggered) as trip:
            for refused in self._refused(trip, thread, history, context):
                yield refused
        except (asyncio.CancelledError, GeneratorExit):
            # A stop does not wait for a title, which the SDK would not save any more.
            if titling is not None:
                titling.cancel()
            raise
        except Exception as error:
            told_error = told(error)
            if told_error is None:
                raise
            logger.exception("The agent's run failed (request %s).", context.request_id)
            raise told_error from error
        finally:
            if run is not None:
                run.end()
                _record(result.context_wrapper.usage, context, model_name(agent, config))
            if titling is not None and not titling.done() and not titling.cancelling():
                await _wait_briefly(titling)
            _apply_title(thread, titling)

    async def respond_to(
        self, note: str, thread: ThreadMetadata, context: RequestContext
    ) -> AsyncIterator[ThreadStreamEvent]:
        """Answer something that no visitor wrote, as from the hook of an action.

        Parameters:
            note: What the agent is told; the visitor does not see it.
            thread: Where it answers.
            context: For whom.
        """
        yield ThreadItemDoneEvent(item=self._hidden(note, thread, context))
        async for event in self.respond(thread, None, context):
            yield event

    async def _note_of_answers(
        self, history: list[ThreadItem], thread: ThreadMetadata, context: RequestContext
    ) -> HiddenContextItem | None:
        """What the hook of questions that were just answered tells the agent."""
        asked, context.answered = context.answered, ""
        item = next((item for item in reversed(history) if item.id == asked), None)
        if not isinstance(item, StructuredInputItem):
            return None
        note = await self.answered(item, thread, context)
        return None if note is None else self._hidden(note, thread, context)

    def _hidden(
        self, content: Any, thread: ThreadMetadata, context: RequestContext
    ) -> HiddenContextItem:
        return HiddenContextItem(
            id=self.store.generate_item_id("message", thread, context),
            thread_id=thread.id,
            created_at=timezone.now(),
            content=content,
        )

    async def _agent_for(self, context: RequestContext, history: list[ThreadItem]) -> SiteAgent:
        """The agent of this request, its tools and models being those that are offered."""
        options = chosen_options(history)
        model = options.model or ""
        context.model = model if model in offered(context.assistant, "models") else ""
        if model and not context.model:
            logger.warning("A visitor asked for the model %r, which is not offered.", model)
        source = self._agent
        tool = options.tool_choice.id if options.tool_choice else ""
        context.tool_choice = tool if tool in offered(context.assistant, "tools") else ""
        if isinstance(source, Agent):
            agent = source
        else:
            assert source is not None  # noqa: S101 - the constructor saw to it
            agent = await self._made(source, context)
        names = {tool.name for tool in agent.tools}
        if context.tool_choice not in names:
            # Offered, and no tool of this agent: a function that makes agents may have used it.
            context.tool_choice = ""
        return agent

    async def _made(
        self,
        source: Callable[[RequestContext], SiteAgent | Awaitable[SiteAgent]],
        context: RequestContext,
    ) -> SiteAgent:
        if inspect.iscoroutinefunction(source):
            made = await source(context)
        else:
            made = await context.database(source, context)
        if not isinstance(made, Agent):
            raise ImproperlyConfigured(f"OPTIONS['AGENT'] made {made!r}, which is no Agent.")
        return made

    def _refused(
        self,
        trip: GuardrailTrip,
        thread: ThreadMetadata,
        history: list[ThreadItem],
        context: RequestContext,
    ) -> list[ThreadStreamEvent]:
        """The refusal; what an input guardrail refused is not shown to the model again."""
        answer = AssistantMessageItem(
            id=self.store.generate_item_id("message", thread, context),
            thread_id=thread.id,
            created_at=timezone.now(),
            content=[AssistantMessageContent(text=self.refusal(trip, context))],
        )
        events: list[ThreadStreamEvent] = [ThreadItemDoneEvent(item=answer)]
        asked = next(
            (item for item in reversed(history) if isinstance(item, UserMessageItem)), None
        )
        if isinstance(trip, InputGuardrailTripwireTriggered) and asked is not None:
            note = self._hidden({REFUSED: [asked.id, answer.id]}, thread, context)
            events.append(ThreadItemDoneEvent(item=note))
        return events

    def _begin_title(
        self, thread: ThreadMetadata, message: UserMessageItem | None, context: RequestContext
    ) -> "asyncio.Task[str | None] | None":
        if thread.title is not None or message is None:
            return None
        return asyncio.create_task(self._titled(message, context), name="chatkit-title")

    async def _titled(self, message: UserMessageItem, context: RequestContext) -> str | None:
        try:
            return await self.title(message, context)
        except Exception:
            logger.exception("A title could not be made (request %s).", context.request_id)
            return title_of(message)


def _record(usage: Usage, context: RequestContext, model: str) -> None:
    """Add to what the turn used: several runs, titles included, may be part of it."""
    turn = context.turn
    if turn is None or not usage.requests:
        return
    if turn.usage is None:
        turn.usage = TurnUsage()
    used = Used(
        requests=usage.requests,
        input_tokens=usage.input_tokens,
        cached_input_tokens=usage.input_tokens_details.cached_tokens or 0,
        output_tokens=usage.output_tokens,
    )
    turn.usage.add(model, used)


def _apply_title(thread: ThreadMetadata, titling: "asyncio.Task[str | None] | None") -> None:
    if titling is not None and titling.done() and not titling.cancelled():
        thread.title = thread.title or titling.result()


async def _wait_briefly(task: "asyncio.Task[Any]") -> None:
    try:
        await asyncio.wait_for(task, TITLE_SECONDS)
    except TimeoutError:
        logger.warning("A title took longer than %s seconds.", TITLE_SECONDS)
    except BaseException:
        task.cancel()
        raise
