"""What ``manage.py check`` says."""

from typing import Any

from django.core.checks import run_checks
from django.test import override_settings

from django_chatkit.checks import TAG


def check(**overrides: Any) -> list[tuple[str, str, str | None]]:
    """The id, message and hint of everything that our checks find."""
    return _run(overrides)


def ids(**overrides: Any) -> list[str]:
    """The ids alone."""
    return [message_id for message_id, _, _ in check(**overrides)]


def deployment_ids(**overrides: Any) -> list[str]:
    """The ids of what ``--deploy`` finds."""
    return [message_id for message_id, _, _ in _run(overrides, deploy=True)]


def _run(overrides: dict[str, Any], *, deploy: bool = False) -> list[tuple[str, str, str | None]]:
    with override_settings(**overrides):
        found = run_checks(tags=[TAG], include_deployment_checks=deploy)
    return [
        (str(message.id).removeprefix("django_chatkit."), message.msg, message.hint)
        for message in found
    ]
