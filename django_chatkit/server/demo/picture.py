"""A small landscape, drawn and packed as a PNG without any imaging library.

PNG: https://www.w3.org/TR/png-3/ (indexed colour, no interlacing).
"""

from __future__ import annotations

import base64
import math
import struct
import zlib
from functools import cache
from typing import Final

WIDTH: Final = 384
HEIGHT: Final = 256
"""The picture's size in pixels."""

_SKY: Final = 48
_SEA: Final = 16
_SUN: Final = _SKY + _SEA
_HILL: Final = _SUN + 1
_HORIZON: Final = 168

Colour = tuple[int, int, int]


@cache
def landscape(block: int = 1) -> str:
    """Return the picture as a ``data:`` URL, in blocks of ``block`` by ``block`` pixels."""
    rows = bytearray()
    for y in range(HEIGHT):
        rows.append(0)  # the PNG filter "none" before each row
        rows += bytes(_colour(_centre(x, block), _centre(y, block)) for x in range(WIDTH))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    palette = b"".join(bytes(colour) for colour in _palette())
    png = (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"PLTE", palette)
        + _chunk(b"IDAT", zlib.compress(bytes(rows), 9))
        + _chunk(b"IEND", b"")
    )
    return "data:image/png;base64," + base64.b64encode(png).decode("ascii")


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)


def _centre(position: int, block: int) -> int:
    return position // block * block + block // 2


def _colour(x: int, y: int) -> int:
    """Return the palette index of one pixel."""
    if y > _HORIZON:
        depth = y - _HORIZON
        glitter = abs(x - 262) < 30 - depth // 4 and math.sin(depth * 0.9 + x * 0.05) > 0.2
        wave = 2 * math.sin(depth * 0.55 + x * 0.04)
        shade = depth * _SEA / (HEIGHT - _HORIZON) + wave
        return _SUN if glitter else _SKY + max(0, min(_SEA - 1, int(shade)))
    ridge = _HORIZON + 6 - 40 * math.exp(-(((x - 84) / 78) ** 2)) - 4 * math.sin(x / 17)
    if y > ridge:
        return _HILL
    if math.hypot(x - 262, y - 138) < 28:
        return _SUN
    return min(_SKY - 1, y * _SKY // _HORIZON)


def _palette() -> list[Colour]:
    sky = _gradient((43, 45, 94), (250, 160, 120), _SKY)
    sea = _gradient((196, 120, 122), (34, 45, 92), _SEA)
    return [*sky, *sea, (255, 226, 160), (52, 40, 76)]


def _gradient(start: Colour, end: Colour, steps: int) -> list[Colour]:
    def mix(a: int, b: int, step: int) -> int:
        return a + (b - a) * step // (steps - 1)

    return [
        (mix(start[0], end[0], step), mix(start[1], end[1], step), mix(start[2], end[2], step))
        for step in range(steps)
    ]
