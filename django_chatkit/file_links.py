"""Links to attachments: signed, expiring, bound to a file and its scope, never stored."""

from datetime import timedelta
from typing import Literal

from django.core import signing
from django.utils.http import urlencode

from .types import JSONObject

SALT = "django_chatkit.file_links"
MAX_AGE = {"upload": timedelta(hours=1), "preview": timedelta(hours=12)}

PLACEHOLDER = "chatkit-file:"
"""What is stored in place of a link; the link is made when somebody reads."""

Purpose = Literal["upload", "preview"]


def file_link(files_url: str, purpose: Purpose, attachment_id: str, scope: str) -> str:
    """The link under which a file's bytes may be sent or seen for a while.

    Parameters:
        files_url: The absolute URL of the ``files`` endpoint.
        purpose: ``"upload"`` or ``"preview"``.
        attachment_id: The file.
        scope: Its owner.
    """
    token = signing.dumps([purpose, attachment_id, scope], salt=SALT)
    return f"{files_url}/{attachment_id}/content?{urlencode({'token': token})}"


def scope_of_link(token: str, purpose: Purpose, attachment_id: str) -> str | None:
    """The owner that a link's token names; ``None`` if it is stale or for something else."""
    try:
        meant_for, file, scope = signing.loads(token, salt=SALT, max_age=MAX_AGE[purpose])
    except (signing.BadSignature, ValueError):
        return None
    return scope if (meant_for, file) == (purpose, attachment_id) else None


def without_links(payload: JSONObject, files_url: str) -> JSONObject:
    """An attachment's payload as it is stored: our own links replaced."""
    own = f"{files_url}/{payload['id']}/content"
    link = payload.get("preview_url")
    if files_url and isinstance(link, str) and link.startswith(own):
        payload = {**payload, "preview_url": f"{PLACEHOLDER}{payload['id']}"}
    return {**payload, "upload_descriptor": None} if payload.get("upload_descriptor") else payload


def with_links(payload: JSONObject, files_url: str, scope: str) -> JSONObject:
    """A stored payload as it is read, with a fresh link where a browser asks."""
    link = payload.get("preview_url")
    if not files_url or not isinstance(link, str) or not link.startswith(PLACEHOLDER):
        return payload
    return {**payload, "preview_url": file_link(files_url, "preview", payload["id"], scope)}


def as_plain_file(payload: JSONObject) -> JSONObject:
    """The payload of an image that turned out to be none: a file, which is never shown."""
    rest = {name: value for name, value in payload.items() if name != "preview_url"}
    return {**rest, "type": "file"}
