"""The measured site with an agent, and an assistant whose answers outlive their connections."""

from .settings import *  # noqa: F403

CHATKIT_ASSISTANTS = {
    "default": {
        "BACKEND": "django_chatkit.backends.SelfHostedBackend",
        "OPTIONS": {"AGENT": "benchmarks.scripted_agent.AGENT"},
    },
}
