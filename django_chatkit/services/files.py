"""Collecting files that nothing needs any more."""

import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from django.core.files.storage import FileSystemStorage, Storage
from django.db import router, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from ..models import ATTACHMENT_FOLDER, ChatAttachment
from ..storage import attachment_storage

logger = logging.getLogger("django_chatkit.files")

BATCH = 500

UNSENT_DAYS = 7
"""How long a file waits in a draft, unless the site says otherwise."""

ANNOUNCED_FOR = timedelta(days=1)
"""How long a file that was announced may stay away; its link is good for an hour."""

OWN_NAME = re.compile(r"(atc_[0-9a-f]{32})(?:_[A-Za-z0-9]{7})?(?:\.preview)?")
"""What this package calls files; the middle is Django's, where the name was taken."""


@dataclass
class FilesReport:
    """What :func:`prune_files` removed, or would.

    Parameters:
        dry_run: Whether it only looked.
        announced: Rows of files that were announced and never came.
        unsent: Files that came and never went with a message.
        strays: Files in the storage that no row knows.
        freed: Bytes of the unsent files.
        seen: Files of the storage that were looked at.
        failures: ``(file name, why)`` of files that the storage did not delete.
    """

    dry_run: bool = False
    announced: int = 0
    unsent: int = 0
    strays: int = 0
    freed: int = 0
    seen: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_complete(self) -> bool:
        """Whether the storage deleted what it was told to."""
        return not self.failures


Progress = Callable[[FilesReport], None]


def prune_files(
    *,
    older_than: timedelta = timedelta(days=UNSENT_DAYS),
    strays: bool = True,
    dry_run: bool = False,
    progress: Progress = lambda _report: None,
) -> FilesReport:
    """Remove files that were announced or sent and never used, and files without a row.

    What belongs to a conversation is never touched, nor what is younger than ``older_than``;
    announced files that never came go after a day already. Works in batches, and may be
    interrupted and run again.

    Parameters:
        older_than: How old an unused file must be.
        strays: Whether to look through the storage, which must then be this site's alone.
        dry_run: Only count.
        progress: Called now and then with what was done so far.
    """
    report = FilesReport(dry_run=dry_run)
    now = timezone.now()
    _prune_rows(report, now, older_than, progress)
    if strays:
        _prune_strays(report, now - older_than, progress)
    return report


def _prune_rows(
    report: FilesReport, now: datetime, older_than: timedelta, progress: Progress
) -> None:
    unused = ChatAttachment.objects.filter(thread=None).filter(
        Q(created_at__lt=now - older_than)
        | Q(created_at__lt=now - min(older_than, ANNOUNCED_FOR), awaits_upload=True)
    )
    last = 0
    while found := _batch_after(unused, last):
        last = found[-1][0]
        if not report.dry_run:
            # Somebody may have sent one of them just now.
            found = _delete([sequence for sequence, _size, _awaits in found], unused)
        for _sequence, size, awaits_upload in found:
            if awaits_upload:
                report.announced += 1
            else:
                report.unsent += 1
                report.freed += size
        progress(report)


def _batch_after(unused: QuerySet[ChatAttachment], last: int) -> list[tuple[int, int, bool]]:
    following = unused.filter(sequence__gt=last).order_by("sequence")
    return list(following.values_list("sequence", "size", "awaits_upload")[:BATCH])


def _delete(sequences: list[int], unused: QuerySet[ChatAttachment]) -> list[tuple[int, int, bool]]:
    with transaction.atomic(using=router.db_for_write(ChatAttachment)):
        still = list(
            unused.filter(sequence__in=sequences)
            .select_for_update()
            .values_list("sequence", "size", "awaits_upload")
        )
        ChatAttachment.objects.filter(sequence__in=[row[0] for row in still]).delete()
    return still


def _prune_strays(report: FilesReport, before: datetime, progress: Progress) -> None:
    storage = attachment_storage()
    found = _own_names(storage)
    while names := list(islice(found, BATCH)):
        report.seen += len(names)
        for name in _without_row(names):
            path = f"{ATTACHMENT_FOLDER}/{name}"
            try:
                _prune_stray(report, storage, path, before)
            except FileNotFoundError:
                continue  # it went meanwhile
            except Exception as error:
                logger.exception("The storage did not delete %s.", path)
                report.failures.append((path, str(error)))
        progress(report)


def _prune_stray(report: FilesReport, storage: Storage, path: str, before: datetime) -> None:
    modified: Any = storage.get_modified_time(path)
    if modified >= before:
        return
    if not report.dry_run:
        storage.delete(path)
    report.strays += 1


def _without_row(names: Iterable[str]) -> list[str]:
    """Those whose id no row has; with a row, the file may be about to be known."""
    ids = {name: str(OWN_NAME.fullmatch(name)[1]) for name in names}  # type: ignore[index] # ours
    known = set(
        ChatAttachment.objects.filter(id__in=set(ids.values())).values_list("id", flat=True)
    )
    return [name for name, attachment_id in ids.items() if attachment_id not in known]


def _own_names(storage: Storage) -> Iterator[str]:
    """The files of the storage that have names of ours; of a folder, without a list of all."""
    if isinstance(storage, FileSystemStorage):
        try:
            entries = os.scandir(storage.path(ATTACHMENT_FOLDER))
        except FileNotFoundError:
            return
        with entries:
            for entry in entries:
                if OWN_NAME.fullmatch(entry.name):
                    yield entry.name
        return
    try:
        _folders, names = storage.listdir(ATTACHMENT_FOLDER)
    except FileNotFoundError:
        return
    for name in names:
        if OWN_NAME.fullmatch(name):
            yield name
