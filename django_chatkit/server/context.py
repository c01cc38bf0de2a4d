"""What agents, tools and stores are told about a request."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec

from pydantic_core import core_schema
from typing_extensions import TypeVar

from ..conf import DEFAULT_ALIAS
from ..types import JSON, JSONObject
from .database import Runner, run_in_request

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

    from .turn import Turn


Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


@dataclass(kw_only=True)
class RequestContext:
    """The ``context`` that ChatKit passes to every server and store method.

    ``RequestContext(scope="…")`` is enough to use a store outside of a request.

    Parameters:
        scope: Who owns what is read and written.
        user: The Django user, or ``None`` for a visitor.
        assistant: The alias of ``CHATKIT_ASSISTANTS`` that is asked.
        locale: The visitor's language as a tag such as ``fr-CA``; ``""`` if unknown.
        accept_language: The ``Accept-Language`` header as it came.
        page_context: What ``{% chatkit context=… %}`` said of the page; readable by
            the visitor, signed by the site.
        metadata: The request's ``metadata`` object: the client's, untrusted.
        request_id: The ``x-request-id`` of the answer, for logs.
        files_url: The absolute URL of the ``files`` endpoint, to which links to
            attachments point; ``""`` outside of a request.
        tool_choice: The tool that the visitor chose in the composer, if the assistant's
            ``ELEMENT`` offers it; set by :class:`AgentServer`.
        model: The same of the model.
    """

    scope: str
    user: "AbstractBaseUser | None" = None
    assistant: str = DEFAULT_ALIAS
    locale: str = ""
    accept_language: str = ""
    page_context: JSON = None
    metadata: JSONObject = field(default_factory=dict)
    request_id: str = ""
    files_url: str = ""
    tool_choice: str = ""
    model: str = ""
    answered: str = field(default="", repr=False, compare=False)
    """The item whose questions this request answers; for :class:`AgentServer`."""
    session_key: int | None = field(default=None, repr=False)
    """The row of the session whose client secret was shown, if one was."""
    runner: Runner = field(default=run_in_request, repr=False, compare=False)
    """Where the store's database work runs; set by the conversation endpoint."""
    turn: "Turn | None" = field(default=None, repr=False, compare=False)
    """The running turn, set by the conversation endpoint; not for agents."""
    snapshots: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    """Threads as they were read, so that a save writes only what changed; the store's."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """In pydantic's models, such as ``AgentContext[RequestContext]``: the object as it is."""
        return core_schema.is_instance_schema(cls)

    async def database(
        self,
        work: Callable[Parameters, Result],
        *args: Parameters.args,
        **kwargs: Parameters.kwargs,
    ) -> Result:
        """Run a synchronous function where it may use the ORM, as from an agent's async tool.

        ::

            orders = await context.database(lambda: list(Order.objects.filter(user=context.user)))

        Parameters:
            work: What to run, with its arguments.
        """
        result: Result = await self.runner(partial(work, *args, **kwargs))
        return result


ContextT = TypeVar("ContextT", bound=RequestContext, default=RequestContext)
"""A site's own context: ``DjangoStore`` serves servers of any."""
