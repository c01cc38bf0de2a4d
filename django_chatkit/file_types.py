"""What a file is, by its bytes and not by its name."""

SIGNATURES: tuple[tuple[str, int, bytes], ...] = (
    ("image/png", 0, b"\x89PNG\r\n\x1a\n"),
    ("image/jpeg", 0, b"\xff\xd8\xff"),
    ("image/gif", 0, b"GIF8"),
    ("image/webp", 8, b"WEBP"),
    ("application/pdf", 0, b"%PDF-"),
)
"""Type, offset and the bytes that must stand there."""

SNIFFED_BYTES = 512

INLINE_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
"""What a browser may show in place; everything else is downloaded."""


def looks_like(mime_type: str, beginning: bytes) -> bool:
    """Whether a file's first bytes fit its claimed type.

    Parameters:
        mime_type: What the sender says it is.
        beginning: Its first :data:`SNIFFED_BYTES` bytes.
    """
    for kind, offset, signature in SIGNATURES:
        if kind == mime_type:
            return beginning.startswith(signature, offset)
    if mime_type.startswith("text/"):
        return b"\x00" not in beginning
    return True
