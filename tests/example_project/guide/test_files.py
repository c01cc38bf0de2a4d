"""What the scripted model sees in a file."""

import base64
import struct
import zlib
from typing import Any

import pytest

from guide.files import describe

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 640, 400, 8, 2, 0, 0, 0)
GIF = b"GIF89a" + struct.pack("<HH", 32, 16)
JPEG = b"\xff\xd8\xff\xc0\x00\x11\x08" + struct.pack(">HH", 300, 200)


def pdf(*pages: str, deflated: bool = False) -> bytes:
    """A PDF whose pages show one line each."""
    parts = [b"%PDF-1.4"]
    for text in pages:
        stream = f"BT /F1 12 Tf ({text}) Tj ET".encode("latin-1")
        stream = zlib.compress(stream) if deflated else stream
        parts += [b"<< /Type /Page >>", b"stream\n" + stream + b"\nendstream"]
    return b"\n".join([*parts, b"<< /Type /Pages >>", b"%%EOF"])


def url(mime_type: str, data: bytes) -> str:
    return f"data:{mime_type};base64,{base64.b64encode(data).decode()}"


def text(content: str) -> dict[str, Any]:
    return {"type": "input_text", "text": f"The file 'notes.txt':\n{content}"}


def test_a_texts_words_are_counted_and_its_beginning_quoted() -> None:
    assert describe(text("The lamp was lit\nat dusk.")) == (
        "notes.txt has 6 words. It begins: “The lamp was lit at dusk.”"
    )


def test_a_long_text_is_quoted_at_a_words_end() -> None:
    said = describe(text("lamp " * 100))

    assert said.startswith("notes.txt has 100 words. It begins: “lamp lamp")
    assert said.endswith(" lamp …”")
    assert len(said) < 220


def test_an_empty_text_has_nothing_to_quote() -> None:
    assert describe(text("")) == "notes.txt has 0 words."


@pytest.mark.parametrize("deflated", [False, True])
def test_a_simple_pdf_is_read(deflated: bool) -> None:
    data = url("application/pdf", pdf("The lamp \\(lit\\)", "at dusk", deflated=deflated))
    part = {"type": "input_file", "filename": "log.pdf", "file_data": data}

    assert describe(part) == ("log.pdf is a PDF of 2 pages. It begins: “The lamp (lit) at dusk”")


@pytest.mark.parametrize(
    ("mime_type", "data", "said"),
    [
        ("image/png", PNG, "It is a picture (PNG), 640 × 400 pixels large."),
        ("image/gif", GIF, "It is a picture (GIF), 32 × 16 pixels large."),
        ("image/jpeg", JPEG, "It is a picture (JPEG), 200 × 300 pixels large."),
        ("image/webp", b"RIFF", "It is a picture (WEBP)."),
        ("image/png", b"\x89PNG", "It is a picture (PNG)."),
    ],
)
def test_a_pictures_size_is_told(mime_type: str, data: bytes, said: str) -> None:
    assert describe({"type": "input_image", "image_url": url(mime_type, data)}) == said


def test_a_file_that_cannot_be_read_is_told_as_it_is() -> None:
    note = "The file 'a.zip' (application/zip) is attached, but its type cannot be read."

    assert describe({"type": "input_text", "text": note}) == note
