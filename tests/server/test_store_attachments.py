"""``DjangoStore``: attachments."""

from typing import Any

import pytest
from asgiref.sync import async_to_sync
from chatkit.store import NotFoundError
from chatkit.types import AttachmentUploadDescriptor, ImageAttachment
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from pydantic import AnyUrl

from django_chatkit.models import ChatAttachment
from django_chatkit.server import DjangoAttachmentStore
from tests.models import rows
from tests.server.conftest import Work
from tests.server.samples import WaitingStore, context, file, question, thread

pytestmark = pytest.mark.database

FILES = "https://example.com/chatkit/files"


def image(preview_url: str = "https://cdn.example.com/cat.png") -> ImageAttachment:
    return ImageAttachment(
        id="atc_1",
        name="cat.png",
        mime_type="image/png",
        preview_url=AnyUrl(preview_url),
        metadata={"source": "camera"},
    )


@pytest.mark.parametrize(
    "attachment", [file(metadata={"pages": 3}), image()], ids=["file", "image"]
)
def test_an_attachment_comes_back_as_it_was_saved(waiting: WaitingStore, attachment: Any) -> None:
    waiting.save_attachment(attachment, context())

    assert waiting.load_attachment("atc_1", context()) == attachment


def test_saving_again_replaces_the_attachment(waiting: WaitingStore) -> None:
    waiting.save_attachment(file(), context())

    waiting.save_attachment(file(name="renamed.txt"), context())

    assert waiting.load_attachment("atc_1", context()).name == "renamed.txt"
    assert ChatAttachment.objects.get().name == "renamed.txt"


def test_an_attachment_is_its_users(waiting: WaitingStore) -> None:
    user = User.objects.create_user("alice")

    waiting.save_attachment(file(), context(user=user, assistant="support"))

    row = ChatAttachment.objects.get()
    assert (row.scope, row.user, row.assistant) == ("user-1", user, "support")


def test_an_attachment_goes_into_its_thread(waiting: WaitingStore) -> None:
    waiting.save_thread(thread(), context())
    waiting.save_attachment(file(), context())

    waiting.save_attachment(file(thread_id="thr_1"), context())

    row = ChatAttachment.objects.get()
    assert row.thread is not None
    assert row.thread.id == "thr_1"
    assert waiting.load_attachment("atc_1", context()).thread_id == "thr_1"


def test_an_attachment_never_goes_into_somebody_elses_thread(waiting: WaitingStore) -> None:
    waiting.save_thread(thread(), context("user-2"))

    waiting.save_attachment(file(thread_id="thr_1"), context())

    assert ChatAttachment.objects.get().thread is None


def test_our_own_links_are_made_anew_and_never_stored(waiting: WaitingStore) -> None:
    ctx = context(files_url=FILES)
    link = f"{FILES}/atc_1/content?token=old"

    waiting.save_attachment(image(link), ctx)

    assert "old" not in str(ChatAttachment.objects.get().payload)
    loaded = str(waiting.load_attachment("atc_1", ctx).preview_url)
    assert loaded.startswith(f"{FILES}/atc_1/content?token=")
    assert loaded != link


def test_links_in_messages_are_made_anew(waiting: WaitingStore) -> None:
    ctx = context(files_url=FILES)
    message = question()
    message.attachments = [image(f"{FILES}/atc_1/content?token=old")]
    waiting.save_thread(thread(), ctx)

    waiting.add_thread_item("thr_1", message, ctx)

    loaded = waiting.load_item("thr_1", "msg_0", ctx).attachments[0].preview_url
    assert str(loaded).startswith(f"{FILES}/atc_1/content?token=")
    assert "token=old" not in str(loaded)


def test_where_to_upload_is_not_kept(waiting: WaitingStore) -> None:
    descriptor = AttachmentUploadDescriptor(
        url=AnyUrl(f"{FILES}/atc_1/content?token=secret"), method="PUT"
    )

    waiting.save_attachment(file(upload_descriptor=descriptor), context(files_url=FILES))

    assert ChatAttachment.objects.get().payload["upload_descriptor"] is None


def test_a_deleted_attachment_is_gone(waiting: WaitingStore) -> None:
    waiting.save_attachment(file(), context())

    waiting.delete_attachment("atc_1", context())

    with pytest.raises(NotFoundError):
        waiting.load_attachment("atc_1", context())


@pytest.mark.parametrize(
    "stranger",
    [context("user-2"), context("USER-1"), context("user-1 "), context(assistant="support")],
    ids=repr,
)
def test_an_attachment_exists_for_its_scope_and_assistant_alone(
    waiting: WaitingStore, stranger: Any
) -> None:
    waiting.save_attachment(file(), context())

    with pytest.raises(NotFoundError):
        waiting.load_attachment("atc_1", stranger)
    with pytest.raises(NotFoundError):
        waiting.save_attachment(file(name="theirs.txt"), stranger)
    waiting.delete_attachment("atc_1", stranger)

    assert waiting.load_attachment("atc_1", context()) == file()


def test_each_operation_on_attachments_has_a_bounded_number_of_queries(
    waiting: WaitingStore, work: Work
) -> None:
    waiting.save_thread(thread(), context())
    with work(2):
        waiting.save_attachment(file(), context())
    with work(2):
        waiting.save_attachment(file(thread_id="thr_1"), context())
    with work(1):
        waiting.load_attachment("atc_1", context())
    with work(2):
        waiting.delete_attachment("atc_1", context())


# The bytes


def read(scope: str = "user-1") -> bytes:
    return async_to_sync(DjangoAttachmentStore().read)("atc_1", context(scope))


def test_a_server_reads_the_file(db: None) -> None:
    rows.attachment(file=ContentFile(b"Take the stairs.", "notes.txt"))

    assert read() == b"Take the stairs."


def test_nobody_reads_the_file_of_another(db: None) -> None:
    rows.attachment(file=ContentFile(b"Take the stairs.", "notes.txt"))

    with pytest.raises(NotFoundError, match="atc_1 not found"):
        read("user-2")


def test_a_file_that_was_not_sent_yet_is_not_read(db: None) -> None:
    rows.attachment(awaits_upload=True)

    with pytest.raises(NotFoundError, match="atc_1 not found"):
        read()


def test_a_file_that_the_storage_has_lost_is_gone(db: None) -> None:
    row = rows.attachment(file=ContentFile(b"Take the stairs.", "notes.txt"))
    row.file.storage.delete(str(row.file.name))

    with pytest.raises(NotFoundError, match="atc_1 is gone"):
        read()
