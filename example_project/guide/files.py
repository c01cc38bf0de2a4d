"""What can be said of a file by looking at it: the scripted model's eyes."""

import base64
import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

QUOTE = 160
"""How many characters of a text are quoted."""

TEXT = re.compile(r"^The file (?P<name>['\"].*?['\"])(?: \(its beginning\))?:\n", re.DOTALL)
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
SHOWN = re.compile(rb"\(((?:[^()\\]|\\.)*)\)\s*Tj")
PAGE = re.compile(rb"/Type\s*/Page\b")


def describe(part: Mapping[str, Any]) -> str:
    """A file, as a part of a model's input holds it, in Django's active language."""
    if part["type"] == "input_file":
        return _pdf(part["filename"], _decoded(part["file_data"]))
    if part["type"] == "input_image":
        return _image(part["image_url"])
    return _text(part["text"])


def _text(given: str) -> str:
    found = TEXT.match(given)
    if found is None:
        return given
    text = given[found.end() :].strip()
    words = len(text.split())
    said = ngettext("%(name)s has %(words)s word.", "%(name)s has %(words)s words.", words)
    return " ".join([said % {"name": found["name"][1:-1], "words": words}, *_quoted(text)])


def _pdf(name: str, data: bytes) -> str:
    pages = max(len(PAGE.findall(data)), 1)
    said = ngettext(
        "%(name)s is a PDF of %(pages)s page.", "%(name)s is a PDF of %(pages)s pages.", pages
    )
    return " ".join([said % {"name": name, "pages": pages}, *_quoted(_pdf_text(data))])


def _pdf_text(data: bytes) -> str:
    """The words of a simple PDF: shown as they are, in streams that are plain or deflated."""
    return " ".join(
        re.sub(rb"\\(.)", rb"\1", shown).decode("latin-1")
        for stream in _streams(data)
        for shown in SHOWN.findall(stream)
    )


def _streams(data: bytes) -> Iterator[bytes]:
    for stream in STREAM.findall(data):
        try:
            yield zlib.decompressobj().decompress(stream, 1_000_000)
        except zlib.error:
            yield stream


def _image(url: str) -> str:
    kind = url.partition(":")[2].partition(";")[0].partition("/")[2].upper()
    size = _size(_decoded(url))
    if size is None:
        return _("It is a picture (%(kind)s).") % {"kind": kind}
    width, height = size
    return _("It is a picture (%(kind)s), %(width)s × %(height)s pixels large.") % {
        "kind": kind,
        "width": width,
        "height": height,
    }


def _size(data: bytes) -> tuple[int, int] | None:
    """The width and height of a PNG, a GIF or a JPEG."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    if data[:3] == b"GIF" and len(data) >= 10:
        return struct.unpack("<HH", data[6:10])
    frame = re.search(rb"\xff[\xc0\xc1\xc2]..\x08(..)(..)", data, re.DOTALL)
    if data[:2] == b"\xff\xd8" and frame is not None:
        height, width = (int.from_bytes(number) for number in frame.groups())
        return width, height
    return None


def _quoted(text: str) -> Iterator[str]:
    text = " ".join(text.split())
    if not text:
        return
    short = text if len(text) <= QUOTE else text[:QUOTE].rpartition(" ")[0] + " …"
    yield _("It begins: “%(text)s”") % {"text": short}


def _decoded(url: str) -> bytes:
    return base64.b64decode(url.partition(",")[2])
