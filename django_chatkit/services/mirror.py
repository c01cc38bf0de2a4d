"""The mirror of hosted assistants as a whole: kept up to date, and brought home."""

from typing import Any

from ..adapter import get_adapter
from ..backends import HostedBackend, SelfHostedBackend
from ..exceptions import InvalidRequest
from ..hosted.importer import ImportReport, import_threads
from ..hosted.importer import Progress as ImportProgress
from ..hosted.sync import Progress as SyncProgress
from ..hosted.sync import SyncReport, sync_threads
from ..models import ChatThread
from .assistants import backend_of


def sync(
    alias: str,
    *,
    user: str | None = None,
    concurrency: int = 8,
    progress: SyncProgress | None = None,
) -> SyncReport:
    """Mirror what OpenAI holds of a hosted assistant, and repeat unfinished cancellations.

    Parameters:
        alias: The assistant.
        user: The scope whose threads are meant; all of the site's if ``None``.
        concurrency: Requests at a time.
        progress: Called with the report after every thread.

    Raises:
        NotFound: there is no such assistant.
        InvalidRequest: it is not a hosted one.
    """
    backend = _hosted(alias)
    told, untold = backend.retry_cancellations()
    report = sync_threads(
        backend.client,
        alias,
        users=None if user is None else _remote_users(alias, user),
        concurrency=concurrency,
        find_user=_UserKeys(),
        progress=progress,
    )
    report.cancellations = told
    if untold:
        report.count_failure("sessions", Exception(f"{untold} cancellations are not confirmed"))
    return report


def import_history(
    source: str,
    target: str,
    *,
    user: str | None = None,
    dry_run: bool = False,
    progress: ImportProgress | None = None,
) -> ImportReport:
    """Turn the mirrored threads of a hosted assistant into those of a self-hosted one.

    Parameters:
        source: The hosted assistant.
        target: The self-hosted one.
        user: The scope whose threads are meant; everybody's if ``None``.
        dry_run: Count only.
        progress: Called with the report after every thread.

    Raises:
        NotFound: there is no such assistant.
        InvalidRequest: ``target`` is not a self-hosted one.
    """
    self_hosted(target)
    return import_threads(source, target, scope=user, dry_run=dry_run, progress=progress)


def self_hosted(alias: str) -> SelfHostedBackend:
    """The self-hosted backend of that alias.

    Raises:
        NotFound: there is no such assistant.
        InvalidRequest: it is not a self-hosted one.
    """
    backend = backend_of(alias)
    if not isinstance(backend, SelfHostedBackend):
        raise InvalidRequest(f"The assistant {alias!r} is not a self-hosted one.", param="target")
    return backend


def _hosted(alias: str) -> HostedBackend:
    backend = backend_of(alias)
    if not isinstance(backend, HostedBackend):
        raise InvalidRequest(f"The assistant {alias!r} is not a hosted one.", param="alias")
    return backend


def _remote_users(alias: str, scope: str) -> list[str]:
    """Who a scope is at OpenAI: itself, and the visitors whose threads it was given."""
    merged = (
        ChatThread.objects.filter(assistant=alias, is_mirror=True, scope=scope)
        .exclude(remote_user="")
        .order_by()
        .values_list("remote_user", flat=True)
        .distinct()
    )
    return [scope, *merged]


class _UserKeys:
    """From scopes to users' primary keys; a person's threads often follow each other."""

    def __init__(self) -> None:
        self._adapter = get_adapter()
        self._last: tuple[str, Any] | None = None

    def __call__(self, scope: str) -> Any:
        if self._last is None or self._last[0] != scope:
            user = self._adapter.user_of_scope(scope)
            self._last = (scope, None if user is None else user.pk)
        return self._last[1]
