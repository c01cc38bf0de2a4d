"""Which model answers, and where: the ``MODEL`` of an assistant's ``OPTIONS``."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from agents import Agent, ModelProvider, ModelSettings, OpenAIProvider, RunConfig
from agents.models import get_default_model
from django.core.exceptions import ImproperlyConfigured

from ...conf import app_settings

KEYS = frozenset({"NAME", "API_KEY", "BASE_URL", "API"})
APIS = ("responses", "chat_completions")


def provider(options: Mapping[str, Any]) -> ModelProvider:
    """The provider that ``OPTIONS["MODEL"]`` describes.

    Parameters:
        options: ``NAME`` (the model, where the agent names none), ``API_KEY``, ``BASE_URL`` of
            any OpenAI-compatible endpoint, and ``API``: ``"responses"``, OpenAI's own, or
            ``"chat_completions"``, which others speak and is the default with a ``BASE_URL``.

    Raises:
        ImproperlyConfigured: a key or value is unknown.
    """
    if unknown := sorted(set(options) - KEYS):
        raise ImproperlyConfigured(f"OPTIONS['MODEL'] has an unknown key: {unknown[0]!r}.")
    base_url = options.get("BASE_URL") or None  # an empty one comes of an unset variable
    api = options.get("API", APIS[1] if base_url else APIS[0])
    if api not in APIS:
        raise ImproperlyConfigured(f"OPTIONS['MODEL']['API'] is {api!r}, not one of {APIS}.")
    # Local servers ask for no key, and the SDK refuses to start without one.
    api_key = options.get("API_KEY") or ("none" if base_url else None)
    return OpenAIProvider(api_key=api_key, base_url=base_url, use_responses=api == APIS[0])


def fit(config: RunConfig, agent: "Agent[Any]", name: str | None) -> None:
    """Make a run's configuration fit its agent.

    ``OPTIONS["MODEL"]["NAME"]`` is for agents that name no model. Usage is asked for: endpoints
    other than OpenAI's tell it in a stream only then.

    Parameters:
        name: That ``NAME``; another model in ``config`` was chosen, and stays.
    """
    if agent.model is not None and config.model == name:
        config.model = None
    settings = config.model_settings or ModelSettings()
    if agent.model_settings.include_usage is None and settings.include_usage is None:
        config.model_settings = replace(settings, include_usage=True)


def offered(assistant: str, option: str) -> Collection[str]:
    """The ids that the composer offers: ``"models"`` or ``"tools"`` of the ``ELEMENT`` setting."""
    composer = app_settings.element_options(assistant).get("composer") or {}
    return {entry["id"] for entry in composer.get(option) or ()}


def model_name(agent: "Agent[Any]", config: RunConfig) -> str:
    """The name of the model that an agent runs on, as usage is told by it."""
    model = config.model or agent.model or get_default_model()
    return model if isinstance(model, str) else str(getattr(model, "model", type(model).__name__))
