"""Where files are kept: ``STORAGES["chatkit"]``, and the site's default storage without one."""

import inspect
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.conf import DEFAULT_STORAGE_ALIAS
from django.core.files.storage import Storage, storages
from django.core.signals import setting_changed
from django.dispatch import receiver
from django.utils.functional import LazyObject, empty

ALIAS = "chatkit"

PRESIGNED_SECONDS = 300
"""How long a storage's own link is good."""

_SIGNATURES = frozenset({"X-Amz-Signature", "Signature"})
"""What is in a link that S3 has signed, in either version of its signatures."""


class AttachmentStorage(LazyObject):  # type: ignore[type-arg] # generic for the checker alone
    """The storage that the settings name, found when it is first used."""

    def _setup(self) -> None:
        alias = ALIAS if ALIAS in storages.backends else DEFAULT_STORAGE_ALIAS
        self._wrapped = storages[alias]


_storage: Any = AttachmentStorage()


def attachment_storage() -> Storage:
    """The storage of attachments, for the model's field."""
    storage: Storage = _storage
    return storage


@receiver(setting_changed, dispatch_uid="django_chatkit.storage")
def _forget_storage(*, setting: str, **_: Any) -> None:
    if setting == "STORAGES":
        _storage._wrapped = empty


def presigned_url(
    storage: Storage, name: str, *, content_type: str, disposition: str
) -> str | None:
    """A link to a file that the storage itself answers for a few minutes, under safe headers.

    Storages like S3's of django-storages sign such links, unless ``querystring_auth`` is off.
    One that would not keep to the type and the disposition is not used.

    Parameters:
        storage: Where the file is.
        name: What it is called there.
        content_type: The ``Content-Type`` to answer with.
        disposition: The ``Content-Disposition`` to answer with.

    Returns:
        ``None`` if the storage has no such links.
    """
    if not getattr(storage, "querystring_auth", False):
        return None
    if not {"parameters", "expire"} <= inspect.signature(storage.url).parameters.keys():
        return None
    headers = {"ResponseContentType": content_type, "ResponseContentDisposition": disposition}
    # Parameters of S3's storages, which the signature above has shown to be there.
    url: str = storage.url(name, parameters=headers, expire=PRESIGNED_SECONDS)  # type: ignore[call-arg]
    query = parse_qs(urlsplit(url).query)
    is_safe = (
        query.get("response-content-type") == [content_type]
        and query.get("response-content-disposition") == [disposition]
        and _SIGNATURES & query.keys()
        # CloudFront signs everything, and hands on only what it was told to.
        and "Key-Pair-Id" not in query
    )
    return url if is_safe else None
