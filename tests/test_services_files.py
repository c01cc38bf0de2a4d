"""Collecting files that nothing needs any more."""

import os
import tracemalloc
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, InMemoryStorage
from django.test import override_settings
from django.utils import timezone

from django_chatkit import services
from django_chatkit.models import ChatAttachment
from django_chatkit.services import files as pruning
from django_chatkit.storage import attachment_storage
from tests.models import rows

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path / "chatkit"


def attachment(number: int, days: float, **columns: Any) -> ChatAttachment:
    """A file that came so many days ago."""
    columns = {"size": 5, "created_at": timezone.now() - timedelta(days=days), **columns}
    row = rows.attachment(f"atc_{number:032x}", **columns)
    if not row.awaits_upload:
        row.preview.save("", ContentFile(b"small"), save=False)
        row.file.save("", ContentFile(b"bytes"))
    return row


def stray(media: Path, name: str, days: float) -> Path:
    media.mkdir(exist_ok=True)
    file = media / name
    file.write_bytes(b"lost")
    moment = (timezone.now() - timedelta(days=days)).timestamp()
    os.utime(file, (moment, moment))
    return file


def kept() -> list[int]:
    return [int(row.id.removeprefix("atc_"), 16) for row in ChatAttachment.objects.order_by("id")]


def names(media: Path) -> list[str]:
    return sorted(file.name for file in media.iterdir()) if media.exists() else []


def test_files_that_were_never_sent_go_with_their_bytes(media: Path) -> None:
    attachment(1, days=8)
    attachment(2, days=6)

    report = services.prune_files()

    assert (report.unsent, report.announced, report.freed) == (1, 0, 5)
    assert kept() == [2]
    assert names(media) == [f"atc_{2:032x}", f"atc_{2:032x}.preview"]


def test_what_was_announced_and_never_came_goes_after_a_day() -> None:
    attachment(1, days=1.1, awaits_upload=True)
    attachment(2, days=0.9, awaits_upload=True)

    report = services.prune_files()

    assert (report.announced, report.unsent, report.freed) == (1, 0, 0)
    assert kept() == [2]


def test_what_is_in_a_conversation_stays_for_ever(media: Path) -> None:
    attachment(1, days=10_000, thread=rows.thread())

    report = services.prune_files(older_than=timedelta(seconds=1))

    assert (report.unsent, report.announced, report.strays) == (0, 0, 0)
    assert kept() == [1]
    assert len(names(media)) == 2


def test_younger_files_may_go_if_the_site_says_so() -> None:
    attachment(1, days=0.5)
    attachment(2, days=0.5, awaits_upload=True)
    attachment(3, days=0.1)

    report = services.prune_files(older_than=timedelta(hours=6))

    assert (report.unsent, report.announced) == (1, 1)
    assert kept() == [3]


def test_files_without_a_row_go(media: Path) -> None:
    attachment(1, days=30, thread=rows.thread())
    lost = f"atc_{2:032x}"
    for name in (lost, f"{lost}_aB3dE6g", f"{lost}.preview", f"atc_{3:032x}_aB3dE6g.preview"):
        stray(media, name, days=8)
    young = stray(media, f"atc_{4:032x}", days=6)

    report = services.prune_files()

    assert (report.strays, report.seen) == (4, 7)
    assert names(media) == [f"atc_{1:032x}", f"atc_{1:032x}.preview", young.name]


@pytest.mark.parametrize(
    "name", ["notes.txt", "atc_1", "atc_" + "g" * 32, "x" + f"atc_{1:032x}", f"atc_{1:032x}.txt"]
)
def test_files_of_others_stay(media: Path, name: str) -> None:
    stray(media, name, days=1000)

    assert services.prune_files().strays == 0
    assert names(media) == [name]


def test_a_file_that_is_just_being_stored_stays(media: Path) -> None:
    """Its row is there, and does not know yet what it is called."""
    rows.attachment(f"atc_{1:032x}", thread=rows.thread())
    stray(media, f"atc_{1:032x}", days=8)

    assert services.prune_files().strays == 0


def test_the_storage_may_be_left_alone(media: Path) -> None:
    stray(media, f"atc_{1:032x}", days=8)

    report = services.prune_files(strays=False)

    assert (report.strays, report.seen) == (0, 0)
    assert len(names(media)) == 1


def test_a_dry_run_counts_and_changes_nothing(media: Path) -> None:
    attachment(1, days=8)
    attachment(2, days=2, awaits_upload=True)
    stray(media, f"atc_{3:032x}", days=8)
    before = names(media)

    report = services.prune_files(dry_run=True)

    assert (report.unsent, report.announced, report.strays, report.freed) == (1, 1, 1, 5)
    assert kept() == [1, 2]
    assert names(media) == before


def test_a_file_that_is_sent_in_the_last_moment_stays(
    media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attachment(1, days=8)
    attachment(2, days=8)
    thread = rows.thread()
    find = pruning._batch_after

    def find_and_send(*arguments: Any) -> list[tuple[int, int, bool]]:
        found = find(*arguments)
        ChatAttachment.objects.filter(id=f"atc_{1:032x}").update(thread=thread)
        return found

    monkeypatch.setattr(pruning, "_batch_after", find_and_send)

    assert services.prune_files().unsent == 1
    assert kept() == [1]
    assert f"atc_{1:032x}" in names(media)


def test_a_storage_that_fails_is_told_of_and_the_rest_goes(
    media: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stray(media, f"atc_{1:032x}", days=8)
    stray(media, f"atc_{2:032x}", days=8)
    delete = FileSystemStorage.delete

    def fail_once(storage: FileSystemStorage, name: str) -> None:
        if name.endswith("1"):
            raise PermissionError("read only")
        delete(storage, name)

    monkeypatch.setattr(FileSystemStorage, "delete", fail_once)

    report = services.prune_files()

    assert report.strays == 1
    assert report.failures == [(f"chatkit/atc_{1:032x}", "read only")]
    assert not report.is_complete
    assert "did not delete" in caplog.text


def test_bytes_that_could_not_be_deleted_with_their_row_are_found_later(
    media: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: Any) -> None:
        raise PermissionError("read only")

    row = attachment(1, days=8)
    with monkeypatch.context() as patched:
        patched.setattr(FileSystemStorage, "delete", fail)
        row.delete()
    assert kept() == []
    for file in media.iterdir():
        os.utime(file, (0, 0))

    assert services.prune_files().strays == 2
    assert names(media) == []
    assert "read only" in caplog.text


def test_another_kind_of_storage_is_looked_through_too() -> None:
    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    staticfiles = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(
        STORAGES={"default": memory, "chatkit": memory, "staticfiles": staticfiles}
    ):
        storage: Any = attachment_storage()
        assert isinstance(storage, InMemoryStorage)
        assert services.prune_files().seen == 0
        storage.save(f"chatkit/atc_{1:032x}", ContentFile(b"lost"))
        attachment(2, days=1, thread=rows.thread())

        report = services.prune_files(older_than=timedelta(microseconds=1))

        assert (report.strays, report.seen) == (1, 3)
        assert not storage.exists(f"chatkit/atc_{1:032x}")


def test_a_folder_that_is_not_there_is_empty(media: Path) -> None:
    assert services.prune_files().seen == 0


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches of 50 and 1,000 rows with large payloads, of which half are in conversations."""
    monkeypatch.setattr(pruning, "BATCH", 50)
    thread = rows.thread()
    ChatAttachment.objects.bulk_create(
        ChatAttachment(
            id=f"atc_{number:032x}",
            scope="user-1",
            assistant="default",
            payload={"name": "x" * 10_000},
            created_at=timezone.now() - timedelta(days=30),
            thread=thread if number % 2 else None,
        )
        for number in range(1000)
    )


def test_a_large_table_is_worked_through_in_batches(many: None) -> None:
    seen: list[int] = []
    services.prune_files(dry_run=True)
    tracemalloc.start()

    report = services.prune_files(progress=lambda report: seen.append(report.unsent))

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert report.unsent == 500
    assert ChatAttachment.objects.count() == 500
    assert seen == [50 * batch for batch in range(1, 11)]
    assert peak < 4_000_000


def test_files_of_a_user_go_with_the_user(media: Path) -> None:
    alice = User.objects.create_user("alice")
    attachment(1, days=0, user=alice)

    alice.delete()

    assert kept() == []
    assert names(media) == []
