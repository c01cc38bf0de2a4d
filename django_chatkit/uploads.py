"""Which files are taken: by size, type and name."""

import mimetypes
import re
import unicodedata

from django.utils.translation import gettext as _

from .conf import app_settings
from .exceptions import InvalidRequest, TooLarge

NAME_MAX_LENGTH = 255

ENDING_MAX_LENGTH = 20

_JOINERS = frozenset("\u200c\u200d")
"""Letters of Persian and Indian names, and emoji, are put together with them."""

MIME_TYPE = re.compile(r"[a-z0-9.+-]{1,100}/[a-z0-9.+-]{1,100}")
"""A type without parameters; it becomes a header when the file is given back."""


_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
"""What Windows opens as a device, whatever the ending."""


def clean_name(name: str) -> str:
    """A file's name as it may be shown and given back: no path, nothing unseen.

    Parameters:
        name: As its sender calls it.

    Returns:
        Its last part without control characters, marks that turn the reading direction, and
        endings that Windows drops; ``""`` if nothing is left of it.
    """
    # Cut first: what follows looks at every character.
    last = re.split(r"[/\\]", name[-4 * NAME_MAX_LENGTH :])[-1]
    # Cc: control; Cf: format, the direction marks among them; Cs: half characters; Zl, Zp: lines.
    shown = "".join(
        character
        for character in last
        if character in _JOINERS
        or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
    cleaned = shown.strip().rstrip(". ")
    cleaned = f"_{cleaned}" if _DEVICE.match(cleaned) else cleaned
    if len(cleaned) <= NAME_MAX_LENGTH:
        return cleaned
    stem, dot, ending = cleaned.rpartition(".")
    if not stem or len(ending) > ENDING_MAX_LENGTH:
        return cleaned[:NAME_MAX_LENGTH]
    return stem[: NAME_MAX_LENGTH - len(ending) - 1] + dot + ending


def check_upload(assistant: str, name: str, mime_type: str, size: int) -> None:
    """Refuse a file that an assistant does not take.

    Parameters:
        assistant: The alias it is sent to.
        name: The file's name, for the message only.
        mime_type: Its type, as claimed.
        size: Its size in bytes, as claimed.

    Raises:
        InvalidRequest: the name, the type or the size is not possible.
        TooLarge: it is above ``CHATKIT_MAX_UPLOAD_SIZE``.
    """
    if not 0 < len(name) <= NAME_MAX_LENGTH:
        raise InvalidRequest(
            _("A file's name has between 1 and %(limit)d characters.") % {"limit": NAME_MAX_LENGTH},
            param="name",
        )
    if not MIME_TYPE.fullmatch(mime_type):
        raise InvalidRequest(_("The file's type is not a MIME type."), param="mime_type")
    allowed = app_settings.assistant_option(assistant, "ALLOWED_UPLOAD_TYPES")
    if not any(_matches(mime_type, pattern) for pattern in allowed):
        raise InvalidRequest(
            _("Files of this type are not taken: %(type)s.") % {"type": mime_type[:100]},
            param="mime_type",
            code="unsupported_file_type",
        )
    if size <= 0:
        raise InvalidRequest(_("The file is empty."), param="size", code="empty_file")
    limit = app_settings.assistant_option(assistant, "MAX_UPLOAD_SIZE")
    if size > limit:
        raise TooLarge(
            _("The file is too large; at most %(limit)d MB are taken.")
            % {"limit": limit // (1024 * 1024)},
            param="size",
        )


def _matches(mime_type: str, pattern: str) -> bool:
    if pattern.endswith("/*"):
        return mime_type.startswith(pattern[:-1]) and mime_type != "image/svg+xml"
    return mime_type == pattern


def type_of(name: str, claimed: str | None) -> str:
    """A file's type: as claimed without parameters, else by its name."""
    kind = (claimed or "").split(";", 1)[0].strip().lower()
    if kind in {"", "application/octet-stream"}:
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return kind
