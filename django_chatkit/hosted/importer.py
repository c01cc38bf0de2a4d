"""Mirrored threads become self-hosted ones in place: the work behind ``chatkit_import``."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import httpx
from django.core.files.base import ContentFile
from django.db import router, transaction
from django.db.models import QuerySet
from django.utils import timezone

from ..conf import app_settings
from ..file_links import PLACEHOLDER
from ..file_types import INLINE_TYPES
from ..models import ChatAttachment, ChatThread, ChatThreadItem
from ..types import JSONObject
from .native import KINDS, native_attachment, native_item

logger = logging.getLogger("django_chatkit.hosted")

BATCH = 500
FETCH_TIMEOUT = 10.0

Fetch = Callable[[str, int], bytes]
"""From an address and the most bytes that are wanted to the bytes; raises ``ValueError``."""


@dataclass
class ImportReport:
    """What an import did, or would do.

    Parameters:
        source: The hosted assistant's alias.
        target: The self-hosted one's.
        dry_run: Nothing was written.
        total: Mirrored threads that were there to be imported.
        threads: Imported.
        items: Imported with them.
        attachments: Files fetched.
        missing_attachments: ``(thread id, file name, why)`` of those that could not come.
        unknown_items: ``(thread id, type)`` of items kept as hidden context.
        empty: Threads left alone since the mirror has no items of theirs.
        failures: ``(thread id, why)`` of those that could not be imported.
    """

    source: str
    target: str
    dry_run: bool = False
    total: int = 0
    threads: int = 0
    items: int = 0
    attachments: int = 0
    missing_attachments: list[tuple[str, str, str]] = field(default_factory=list)
    unknown_items: list[tuple[str, str]] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    failures: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_complete(self) -> bool:
        """Whether everything that the mirror has was imported; files may be missing."""
        return not self.failures

    @property
    def done(self) -> int:
        """How many threads were looked at so far."""
        return self.threads + len(self.empty) + len(self.failures)


Progress = Callable[[ImportReport], None]


def fetch_file(url: str, limit: int) -> bytes:
    """The bytes at an ``https`` address, without any credentials.

    Raises:
        ValueError: they cannot be had, or are more than ``limit``.
    """
    if not url.startswith("https://"):
        raise ValueError("its address is not an https one")
    content = bytearray()
    try:
        with httpx.stream("GET", url, timeout=FETCH_TIMEOUT, trust_env=True) as response:
            response.raise_for_status()
            for chunk in response.iter_bytes():
                content += chunk
                if len(content) > limit:
                    raise ValueError("it is larger than CHATKIT_MAX_UPLOAD_SIZE")
    except httpx.HTTPError:
        raise ValueError("its address does not give it") from None
    return bytes(content)


def import_threads(
    source: str,
    target: str,
    *,
    scope: str | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
    fetch: Fetch = fetch_file,
) -> ImportReport:
    """Turn the mirrored threads of one assistant into threads of a self-hosted one.

    A thread keeps its row, id, owner, title and status. It changes as a whole or not at
    all, so an interrupted import is simply run again. Threads that OpenAI has no more are
    left: their owners deleted them.

    Parameters:
        source: The hosted assistant's alias.
        target: The self-hosted assistant's alias.
        scope: Whose; everybody's if ``None``.
        dry_run: Count only; nothing is written, no file is fetched.
        progress: Called with the report after every thread.
        fetch: Gets the bytes of an attachment.
    """
    total = mirrored_threads(source, scope).count()
    report = ImportReport(source, target, dry_run=dry_run, total=total)
    for row in _mirrored(source, scope):
        try:
            _import(row, report, fetch)
        except (KeyError, TypeError, AttributeError) as error:
            # An item that is not what OpenAI documents; the thread stays as it is.
            logger.warning("Thread %s could not be imported.", row.id, exc_info=True)
            report.failures.append((row.id, f"an item is malformed ({type(error).__name__})"))
        if progress is not None:
            progress(report)
    return report


def mirrored_threads(source: str, scope: str | None) -> QuerySet[ChatThread]:
    """The threads that an import would take."""
    threads = ChatThread.objects.filter(assistant=source, is_mirror=True, vanished_at=None)
    return threads if scope is None else threads.filter(scope=scope)


def _mirrored(source: str, scope: str | None) -> Iterator[ChatThread]:
    """One thread after the other; by keys, as imported ones drop out of the query."""
    last = 0
    while row := (
        mirrored_threads(source, scope).filter(sequence__gt=last).order_by("sequence").first()
    ):
        last = row.sequence
        yield row


def _import(row: ChatThread, report: ImportReport, fetch: Fetch) -> None:
    items = ChatThreadItem.objects.filter(thread=row).order_by("position")
    if not items.exists():
        report.empty.append(row.id)
        return
    found = ImportReport(report.source, report.target, dry_run=report.dry_run)
    limit = app_settings.assistant_option(report.target, "MAX_UPLOAD_SIZE")
    bytes_of: dict[str, bytes] = {}
    attachments = list(_attachments(items))
    for hosted in attachments:
        if not report.dry_run:
            try:
                bytes_of[hosted["id"]] = _content(hosted, fetch, limit)
            except ValueError as error:
                found.missing_attachments.append((row.id, hosted["name"], str(error)))
        elif not hosted.get("preview_url"):
            found.missing_attachments.append((row.id, hosted["name"], NO_ADDRESS))
    using = router.db_for_write(ChatThread)
    with transaction.atomic(using=using):
        locked = ChatThread.objects.using(using).select_for_update()
        current = locked.filter(sequence=row.sequence, is_mirror=True).first()
        if current is None:
            return  # imported by somebody else meanwhile
        files = {}
        if not report.dry_run:
            files = {a["id"]: _keep(a, bytes_of.get(a["id"]), current, found) for a in attachments}
        _rewrite(items, current, files, found)
        if not report.dry_run:
            ChatThread.objects.filter(sequence=row.sequence).update(
                is_mirror=False,
                assistant=report.target,
                payload={
                    "hosted": current.payload,
                    "imported_from": report.source,
                    "imported_at": timezone.now().isoformat(),
                },
            )
    report.threads += 1
    report.items += found.items
    report.attachments += found.attachments
    report.missing_attachments += found.missing_attachments
    report.unknown_items += found.unknown_items


def _rewrite(
    items: QuerySet[ChatThreadItem],
    thread: ChatThread,
    files: dict[str, JSONObject],
    found: ImportReport,
) -> None:
    batch: list[ChatThreadItem] = []

    def write() -> None:
        if not found.dry_run:
            ChatThreadItem.objects.bulk_update(batch, ["type", "payload"])
        batch.clear()

    for item in items.iterator(chunk_size=BATCH):
        if item.type not in KINDS:
            found.unknown_items.append((thread.id, item.type))
        item.type, item.payload = native_item(item, thread.id, files)
        found.items += 1
        batch.append(item)
        if len(batch) == BATCH:
            write()
    write()


# Attachments

NO_ADDRESS = "OpenAI gives no address for it"


def _attachments(items: QuerySet[ChatThreadItem]) -> Iterator[JSONObject]:
    messages = items.filter(type="chatkit.user_message").values_list("payload", flat=True)
    seen = set()
    for payload in messages.iterator(chunk_size=BATCH):
        for hosted in payload.get("attachments") or ():
            if hosted["id"] not in seen:
                seen.add(hosted["id"])
                yield hosted


def _content(hosted: JSONObject, fetch: Fetch, limit: int) -> bytes:
    if not hosted.get("preview_url"):
        raise ValueError(NO_ADDRESS)
    return fetch(hosted["preview_url"], limit)


def _keep(
    hosted: JSONObject, content: bytes | None, thread: ChatThread, found: ImportReport
) -> JSONObject:
    """The attachment in the protocol, and its row with its bytes if they came."""
    if content is None:
        return native_attachment(hosted, None)
    shown = hosted["mime_type"] in INLINE_TYPES
    payload = native_attachment(hosted, f"{PLACEHOLDER}{hosted['id']}" if shown else None)
    row, _created = ChatAttachment.objects.update_or_create(
        id=hosted["id"],
        defaults={
            "scope": thread.scope,
            "user_id": thread.user_id,
            "assistant": found.target,
            "thread": thread,
            "name": hosted["name"][:255],
            "mime_type": hosted["mime_type"],
            "size": len(content),
            "payload": payload,
            "uploaded_at": timezone.now(),
        },
    )
    if not row.file:
        row.file.save(hosted["name"], ContentFile(content), save=True)
    found.attachments += 1
    return payload
