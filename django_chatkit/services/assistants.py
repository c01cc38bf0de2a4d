"""Which assistant is meant, and whether it exists for who asks."""

from typing import TYPE_CHECKING

from ..adapter import get_adapter
from ..backends import BaseBackend, UnknownAssistant, assistants
from ..conf import app_settings
from ..exceptions import InvalidRequest, NotFound

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


def backend_of(alias: str) -> BaseBackend:
    """The backend of an assistant, whoever asks.

    Raises:
        NotFound: there is none of that alias.
    """
    try:
        return assistants[alias]
    except UnknownAssistant:
        raise NotFound from None


def get_assistant(alias: str, user: "AbstractBaseUser | None") -> BaseBackend:
    """The backend of an assistant that this person may use.

    Parameters:
        alias: Its name in ``CHATKIT_ASSISTANTS``.
        user: Who asks; ``None`` is a visitor.

    Raises:
        NotFound: there is none, or it is not for them.
    """
    backend = backend_of(alias)
    if not get_adapter().may_chat(user, alias):
        raise NotFound
    return backend


def get_assistant_of_workflow(workflow_id: str) -> BaseBackend:
    """The backend that a server key names: by alias, or by a configured ``WORKFLOW_ID``.

    Raises:
        InvalidRequest: no assistant has it.
    """
    for alias, entry in app_settings.ASSISTANTS.items():
        if workflow_id in {alias, (entry.get("OPTIONS") or {}).get("WORKFLOW_ID")}:
            return backend_of(alias)
    raise InvalidRequest(
        f"Workflow with id '{workflow_id}' not found.", param="workflow.id", code="not_found"
    )
