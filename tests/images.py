"""Images of every kind, made by Pillow."""

import io
import struct
import zlib
from typing import Any

from PIL import Image

RED, GREEN, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)


def picture(
    kind: str = "PNG",
    size: tuple[int, int] = (40, 20),
    mode: str = "RGB",
    left: Any = RED,
    right: Any = BLUE,
    **options: Any,
) -> bytes:
    """An image whose left half has one colour and whose right half another."""
    image = Image.new(mode, size, left)
    image.paste(right, (size[0] // 2, 0, *size))
    return encoded(image, kind, **options)


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    """An image as a file."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def decoded(content: bytes) -> Image.Image:
    """A file as an image."""
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def chunk(kind: bytes, data: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(width: int, height: int, data: bytes = b"") -> bytes:
    """A PNG of a few bytes that claims to be as large as this, in grey."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(data)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )
