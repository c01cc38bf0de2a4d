"""Which assistant is meant, and whether it exists for who asks."""

from typing import TYPE_CHECKING, cast

from ..adapter import get_adapter
from ..backends import BaseBackend, UnknownAssistant, assistants
from ..conf import app_settings
from ..exceptions import InvalidRequest, NotFound

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

    from ..backends import HostedBackend


PATIENCE_SECONDS = 20.0
"""How long a page of the admin may wait for OpenAI; servers often stop a request after thirty."""


def backend_of(alias: str) -> BaseBackend:
    """The backend of an assistant, whoever asks.

    Raises:
        NotFound: there is none of that alias.
    """
    try:
        return assistants[alias]
    except UnknownAssistant:
        raise NotFound from None


def hosted_backend(alias: str) -> "HostedBackend | None":
    """The backend of an assistant if that is a hosted one, which the settings still name."""
    try:
        backend = assistants[alias]
    except UnknownAssistant:
        return None
    return cast("HostedBackend", backend) if backend.is_hosted else None


def has_hosted_assistants() -> bool:
    """Whether the settings name a hosted assistant."""
    return any(hosted_backend(alias) is not None for alias in app_settings.ASSISTANTS)


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
    for alias in app_settings.ASSISTANTS:
        if workflow_id in {alias, app_settings.assistant_options(alias).get("WORKFLOW_ID")}:
            return backend_of(alias)
    raise InvalidRequest(
        f"Workflow with id '{workflow_id}' not found.", param="workflow.id", code="not_found"
    )
