"""Which storage files go to, and which of a storage's links are good enough."""

from typing import Any

import pytest
from django.core.files.storage import FileSystemStorage, InMemoryStorage, Storage, storages
from django.test import override_settings
from storages.backends.s3 import S3Storage

from django_chatkit.models import ChatAttachment
from django_chatkit.storage import attachment_storage, presigned_url

MEMORY = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
FOLDER = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
OTHERS = {"staticfiles": FOLDER}
DISPOSITION = "attachment; filename*=utf-8''a.txt"


def s3(**options: Any) -> Storage:
    storage: Storage = S3Storage(
        bucket_name="files",
        region_name="eu-central-1",
        access_key="key",
        secret_key="secret",
        **options,
    )
    return storage


def link(storage: Storage) -> str | None:
    return presigned_url(
        storage, "chatkit/atc_1", content_type="text/plain", disposition=DISPOSITION
    )


def test_files_go_to_the_default_storage() -> None:
    with override_settings(STORAGES={"default": MEMORY, **OTHERS}):
        assert attachment_storage() == storages["default"]
        assert isinstance(ChatAttachment(id="atc_1").file.storage, InMemoryStorage)
    assert isinstance(attachment_storage(), FileSystemStorage)


def test_files_go_to_a_storage_of_their_own() -> None:
    with override_settings(STORAGES={"default": FOLDER, "chatkit": MEMORY, **OTHERS}):
        assert isinstance(ChatAttachment(id="atc_1").file.storage, InMemoryStorage)


@pytest.mark.parametrize("version", ["s3v4", "s3", None])
def test_a_signed_link_says_how_the_file_is_to_be_answered(version: str | None) -> None:
    url = link(s3(signature_version=version))

    assert url is not None
    assert url.startswith("https://files.s3.")
    assert "response-content-type=text%2Fplain" in url
    assert "Signature=" in url


@pytest.mark.parametrize(
    "storage",
    [
        FileSystemStorage(),
        InMemoryStorage(),
        s3(querystring_auth=False),
        s3(custom_domain="files.example.com"),
    ],
    ids=["folder", "memory", "unsigned", "custom domain"],
)
def test_other_storages_have_no_link_that_is_safe(storage: Storage) -> None:
    assert link(storage) is None


class SignsItsOwnWay(FileSystemStorage):
    """As CloudFront: the signature says nothing of what will be answered."""

    querystring_auth = True

    def url(self, name: str | None, parameters: Any = None, expire: Any = None) -> str:
        return (
            "https://d1.cloudfront.net/a?response-content-type=text%2Fplain"
            "&response-content-disposition=attachment%3B+filename%2A%3Dutf-8%27%27a.txt"
            "&Expires=1&Signature=abc&Key-Pair-Id=K1"
        )


class SignsWithoutHeaders(FileSystemStorage):
    """As Google's: it takes no time and other names."""

    querystring_auth = True

    def url(self, name: str | None, parameters: Any = None) -> str:
        raise AssertionError("not to be asked")


@pytest.mark.parametrize("storage", [SignsItsOwnWay(), SignsWithoutHeaders()])
def test_a_link_that_does_not_keep_to_the_headers_is_not_used(storage: Storage) -> None:
    assert link(storage) is None
