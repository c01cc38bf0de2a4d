"""What a site decides about files: how many, and which its scanner lets through."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from django_chatkit.adapter import ChatKitAdapter
from django_chatkit.exceptions import InvalidRequest
from django_chatkit.models import ChatAttachment

pytestmark = [pytest.mark.database, pytest.mark.django_db]


class ScanningAdapter(ChatKitAdapter):
    """Finds what it looks for anywhere in a file."""

    def check_file(self, content: IO[bytes], name: str, mime_type: str, user: Any) -> None:
        if b"EICAR" in content.read():
            raise InvalidRequest(f"{name} has a virus.", param="file", code="infected_file")


@pytest.fixture(autouse=True)
def _settings(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.MEDIA_ROOT = str(tmp_path)
    settings.CHATKIT_ADAPTER = f"{__name__}.ScanningAdapter"
    settings.CHATKIT_UPLOAD_QUOTA = 1000
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def alice(client: Client) -> Client:
    client.force_login(User.objects.create_user("alice"))
    return client


def send(client: Client, content: bytes, name: str = "a.txt") -> Any:
    return client.post("/chatkit/files", {"file": SimpleUploadedFile(name, content, "text/plain")})


def announce(client: Client, size: int) -> Any:
    params = {"name": "a.txt", "size": size, "mime_type": "text/plain"}
    return client.post(
        "/chatkit/conversation",
        {"type": "attachments.create", "params": params},
        content_type="application/json",
    )


def stored(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_an_infected_file_is_refused_in_the_sites_words_and_kept_nowhere(
    alice: Client, tmp_path: Path
) -> None:
    refused = send(alice, b"before EICAR after", "invoice.txt")

    assert refused.status_code == 400
    assert refused.json()["error"]["message"] == "invoice.txt has a virus."
    assert ChatAttachment.objects.count() == 0
    assert stored(tmp_path) == []


def test_a_file_that_the_scanner_read_is_stored_whole(alice: Client, tmp_path: Path) -> None:
    send(alice, b"harmless")

    assert [path.read_bytes() for path in stored(tmp_path)] == [b"harmless"]


def test_the_second_phase_of_an_upload_is_scanned_too(alice: Client, tmp_path: Path) -> None:
    announced = announce(alice, 5).json()

    refused = alice.put(announced["upload_descriptor"]["url"], b"EICAR")

    assert refused.json()["error"]["code"] == "infected_file"
    assert stored(tmp_path) == []
    assert ChatAttachment.objects.count() == 0


def test_files_above_the_quota_are_refused_sent_or_announced(alice: Client) -> None:
    assert send(alice, b"x" * 600).status_code == 200
    assert announce(alice, 300).status_code == 200

    for refused in (send(alice, b"x" * 101), announce(alice, 101)):
        assert refused.status_code == 413
        assert refused.json()["error"]["code"] == "upload_quota_exceeded"
    assert send(alice, b"x" * 100).status_code == 200


def test_another_persons_files_take_no_room(alice: Client) -> None:
    send(alice, b"x" * 1000)
    alice.force_login(User.objects.create_user("bob"))

    assert send(alice, b"x" * 1000).status_code == 200


def test_a_storage_that_fails_leaves_no_row(alice: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: Any, **_kwargs: Any) -> str:
        raise OSError("no space left")

    monkeypatch.setattr(FileSystemStorage, "_save", fail)
    alice.raise_request_exception = False

    assert send(alice, b"lost").status_code == 500
    assert ChatAttachment.objects.count() == 0


def test_after_a_storage_that_failed_an_announced_file_may_be_sent_again(
    alice: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_args: Any, **_kwargs: Any) -> str:
        raise OSError("no space left")

    target = announce(alice, 5).json()["upload_descriptor"]["url"]
    alice.raise_request_exception = False
    with monkeypatch.context() as patched:
        patched.setattr(FileSystemStorage, "_save", fail)
        assert alice.put(target, b"hello").status_code == 500

    assert alice.put(target, b"hello").status_code == 200
    assert [path.read_bytes() for path in stored(tmp_path)] == [b"hello"]


@pytest.mark.parametrize("way", ["direct", "announced"])
def test_a_row_that_goes_while_its_file_is_stored_leaves_no_file(
    alice: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, way: str
) -> None:
    save = FileSystemStorage.save

    def save_and_lose(storage: FileSystemStorage, *arguments: Any, **options: Any) -> str:
        ChatAttachment.objects.all().delete()
        return save(storage, *arguments, **options)

    target = announce(alice, 5).json()["upload_descriptor"]["url"]
    monkeypatch.setattr(FileSystemStorage, "save", save_and_lose)

    answer = send(alice, b"hello") if way == "direct" else alice.put(target, b"hello")

    assert answer.status_code == 404
    assert stored(tmp_path) == []
    assert ChatAttachment.objects.count() == 0


def test_announced_files_count_as_uploads(alice: Client, settings: Any) -> None:
    settings.CHATKIT_THROTTLE_RATES = {"upload": "2/day"}

    answers = [announce(alice, 5), send(alice, b"hello"), announce(alice, 5), send(alice, b"hello")]

    assert [answer.status_code for answer in answers] == [200, 200, 429, 429]
