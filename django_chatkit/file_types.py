"""What a file is, by its bytes and not by its name."""

import re

SIGNATURES = {
    "image/png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "image/jpeg": re.compile(rb"\xff\xd8\xff"),
    "image/gif": re.compile(rb"GIF8[79]a"),
    "image/webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
    "application/pdf": re.compile(rb"%PDF-"),
}
"""What files of a type begin with."""

SNIFFED_BYTES = 512

INLINE_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""What a browser may show in place; everything else is downloaded."""

NAMED_TYPES = INLINE_TYPES | {"application/pdf", "text/plain", "text/csv", "text/markdown"}
"""What a download is called; anything else, which might run as a page or a script, is bytes."""


def looks_like(mime_type: str, beginning: bytes) -> bool:
    """Whether a file's first bytes fit its claimed type.

    Parameters:
        mime_type: What the sender says it is.
        beginning: Its first :data:`SNIFFED_BYTES` bytes.
    """
    signature = SIGNATURES.get(mime_type)
    if signature is not None:
        return signature.match(beginning) is not None
    if mime_type.startswith("text/"):
        return b"\x00" not in beginning
    return True


def served_type(mime_type: str) -> str:
    """The ``Content-Type`` under which a file is given back."""
    return mime_type if mime_type in NAMED_TYPES else "application/octet-stream"
