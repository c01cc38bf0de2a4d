"""Files that are sent to do harm: what each leaves behind, and what is given back of it.

Each is sent in one phase and in two, under each kind of server. Whatever is refused leaves no row
and no file; whatever is taken comes back under headers that let no browser run it.
"""

import io
import re
import socket
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote, urlsplit

import httpx
import pytest

from tests.acceptance.conftest import assistants
from tests.images import bomb, decoded, picture
from tests.servers import Server, Site, Visitor, live_site

pytestmark = [pytest.mark.socket, pytest.mark.row("B16")]

Way = Literal["direct", "two phases"]
WAYS: tuple[Way, ...] = ("direct", "two phases")

SCRIPT = b"<script>alert(document.domain)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><title>x</title>" + SCRIPT
GIF_AND_SCRIPT = b"GIF89a/*" + bytes(64) + b"*/=1;alert(document.domain)//" + HTML
PNG_AND_HTML = b"\x89PNG\r\n\x1a\n" + bytes(32) + HTML
WEBP_AND_HTML = b"RIFF\x24\x00\x00\x00WEBP" + HTML
PDF_AND_SCRIPT = (
    b"%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n"
    + HTML
)
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NOT_CLAIMED = (400, "unsupported_file_type")
BOMB_REFUSED = (400, "image_too_large")
LIMIT = 100_000


def archive(content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("payload.html", content)
    return packed.getvalue()


JPEG_AND_ZIP = b"\xff\xd8\xff\xe0" + bytes(20) + archive(HTML)
BOMB = archive(bytes(50_000_000))
"""Fifty megabytes in fifty kilobytes."""


@dataclass(frozen=True)
class Taken:
    """A file that the site takes, and how it may come back."""

    name: str
    content: bytes
    claimed: str
    served: str
    disposition: str = "attachment"


TAKEN = [
    Taken("a.gif", GIF_AND_SCRIPT, "image/gif", "image/gif", "inline"),
    Taken("a.png", PNG_AND_HTML, "image/png", "image/png", "inline"),
    Taken("a.webp", WEBP_AND_HTML, "image/webp", "image/webp", "inline"),
    Taken("a.jpg", JPEG_AND_ZIP, "image/jpeg", "image/jpeg", "inline"),
    Taken("a.pdf", PDF_AND_SCRIPT, "application/pdf", "application/pdf"),
    Taken("a.txt", HTML, "text/plain", "text/plain"),
    Taken("a.html", HTML, "text/plain", "text/plain"),
    Taken("invoice.pdf.exe", b"%PDF-1.7\n", "application/pdf", "application/pdf"),
    Taken("a.png.html", PNG_AND_HTML, "image/png", "image/png", "inline"),
    # What only a site that asks for it takes.
    Taken("a.svg", SVG, "image/svg+xml", "application/octet-stream"),
    Taken("a.htm", HTML, "text/html", "application/octet-stream"),
    Taken("a.docx", BOMB, OFFICE, "application/octet-stream"),
]

REFUSED = [
    pytest.param("a.svg", SVG, "image/svg+xml", NOT_CLAIMED, id="SVG"),
    pytest.param("a.svg", SVG, "image/svg+xml; charset=utf-8", NOT_CLAIMED, id="SVG, parameter"),
    pytest.param("a.html", HTML, "text/html", NOT_CLAIMED, id="HTML"),
    pytest.param("a.png", HTML, "image/png", NOT_CLAIMED, id="HTML called PNG"),
    pytest.param("a.png", SVG, "image/png", NOT_CLAIMED, id="SVG called PNG"),
    pytest.param("a.jpg", b"GIF89a" + HTML, "image/jpeg", NOT_CLAIMED, id="GIF called JPEG"),
    pytest.param("a.gif", b"GIF8/*" + SCRIPT, "image/gif", NOT_CLAIMED, id="nearly a GIF"),
    pytest.param("a.webp", b"<html>  WEBP", "image/webp", NOT_CLAIMED, id="nearly a WebP"),
    pytest.param("a.pdf", HTML + b"%PDF-1.7", "application/pdf", NOT_CLAIMED, id="late PDF"),
    pytest.param("a.txt", BOMB, "text/plain", NOT_CLAIMED, id="archive called text"),
    pytest.param("a.zip", BOMB, "application/zip", NOT_CLAIMED, id="archive"),
    pytest.param("a.exe", b"MZ\x90\x00", "application/x-msdownload", NOT_CLAIMED, id="program"),
    pytest.param("a.js", SCRIPT, "text/javascript", NOT_CLAIMED, id="script"),
    pytest.param("a.xml", b"<?xml-stylesheet?>", "application/xml", NOT_CLAIMED, id="XML"),
    pytest.param("a.png", HTML, "image/*", (400, None), id="pattern for a type"),
    pytest.param("a.png", bomb(50_000, 50_000), "image/png", BOMB_REFUSED, id="pixel bomb"),
    pytest.param("a.txt", b"", "text/plain", (400, "empty_file"), id="0 bytes"),
    pytest.param("a.txt", b"x" * (LIMIT + 1), "text/plain", (413, "request_too_large"), id="large"),
]

NAMES = [
    ("../../etc/passwd", "passwd"),
    ("/etc/cron.d/job", "job"),
    ("..\\..\\windows\\system.ini", "system.ini"),
    ("C:\\boot.ini", "boot.ini"),
    ("a\x00.txt\x00.png", "a\ufffd.txt\ufffd.png"),
    ("photo\u202egnp.exe", "photognp.exe"),
    ("\u2066invoice\u2069.txt", "invoice.txt"),
    ("line\r\nSet-Cookie: a=b.txt", "lineSet-Cookie: a=b.txt"),
    ("CON", "_CON"),
    ("nul.txt", "_nul.txt"),
    ("LPT1.tar.gz", "_LPT1.tar.gz"),
    ("trailing.txt. . .", "trailing.txt"),
    ("\u2028\u00a0spaced.txt ", "spaced.txt"),
    ('quo"te;filename=evil.html', 'quo"te;filename=evil.html'),
    ("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"),
    ("résumé – 日本語.txt", "résumé – 日本語.txt"),
]

NO_NAMES = ["..", "../", "/", "\x01", "\u202e", "   ", "..."]


class Stage:
    """A running site, what it stores, and somebody who sends it things."""

    def __init__(self, site: Site, media: Path) -> None:
        self.site = site
        self.media = media
        self.sender: Visitor = site.log_in("mallory")

    def send(
        self, way: Way, name: str, content: bytes, mime_type: str, alias: str = "default"
    ) -> httpx.Response:
        """Send a file; the answer is that of the step that decided."""
        if way == "direct":
            return self.sender.post(
                f"/chatkit/files?assistant={alias}", files={"file": (name, content, mime_type)}
            )
        announced = self.announce(name, len(content), mime_type, alias)
        if announced.status_code != 200:
            return announced
        target = announced.json()["upload_descriptor"]
        sent = httpx.put(target["url"], content=content)
        return announced if sent.status_code == 200 else sent

    def announce(
        self, name: str, size: int, mime_type: str, alias: str = "default"
    ) -> httpx.Response:
        body = {
            "type": "attachments.create",
            "params": {"name": name, "size": size, "mime_type": mime_type},
        }
        return self.sender.post(f"/chatkit/conversation?assistant={alias}", json=body)

    def forget(self, attachment_id: str) -> None:
        body = {"type": "attachments.delete", "params": {"attachment_id": attachment_id}}
        self.sender.post("/chatkit/conversation", json=body).raise_for_status()

    def kept(self) -> tuple[int, list[str]]:
        """How many rows there are, and which files."""
        rows = self.sender.get("/test/attachments").json()["count"]
        return rows, sorted(file.name for file in self.media.rglob("*") if file.is_file())


@pytest.fixture(scope="module", params=["asgi", "wsgi"])
def stage(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stage]:
    server: Server = request.param
    media = tmp_path_factory.mktemp("media")
    configured = assistants()
    configured["other"]["OPTIONS"]["ALLOWED_UPLOAD_TYPES"] = [
        *("image/*", "image/svg+xml", "text/html", "text/plain", "application/pdf", OFFICE)
    ]
    with live_site(
        server,
        CHATKIT_ASSISTANTS=configured,
        CHATKIT_MAX_UPLOAD_SIZE=LIMIT,
        MEDIA_ROOT=str(media),
    ) as site:
        yield Stage(site, media)


def error(response: httpx.Response) -> tuple[int, Any]:
    return response.status_code, response.json()["error"]["code"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("file", TAKEN, ids=lambda file: f"{file.name} as {file.claimed}")
def test_what_is_taken_runs_nowhere(stage: Stage, file: Taken, way: Way) -> None:
    attachment = stage.send(way, file.name, file.content, file.claimed, "other").json()

    given = stage.sender.get(f"/chatkit/files/{attachment['id']}/content")

    assert given.content == file.content
    assert given.headers["content-type"] == file.served
    assert given.headers["content-disposition"].startswith(f"{file.disposition}; filename*=")
    assert given.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert given.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("way", WAYS)
def test_an_image_with_a_page_behind_it_is_shown_without_it(stage: Stage, way: Way) -> None:
    attachment = stage.send(way, "a.gif", picture("GIF") + HTML, "image/gif").json()

    shown = httpx.get(attachment["preview_url"])

    assert shown.headers["content-type"] == "image/webp"
    assert shown.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert b"script" not in shown.content
    assert decoded(shown.content).size == (40, 20)


@pytest.mark.row("A25")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("name", "content", "mime_type", "expected"), REFUSED)
def test_what_is_refused_leaves_nothing(
    stage: Stage,
    name: str,
    content: bytes,
    mime_type: str,
    expected: tuple[int, str | None],
    way: Way,
) -> None:
    before = stage.kept()
    if way == "two phases" and ";" in mime_type:
        expected = (400, None)  # the protocol's types have no parameters

    refused = stage.send(way, name, content, mime_type)

    assert error(refused) == expected
    assert stage.kept() == before


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("name", "shown"), NAMES, ids=lambda name: ascii(name[:20]))
def test_a_name_is_no_path_and_no_header(stage: Stage, name: str, shown: str, way: Way) -> None:
    attachment = stage.send(way, name, b"hello", "text/plain").json()
    answer = stage.sender.get(f"/chatkit/files/{attachment['id']}/content")

    if way == "direct":
        # The form's own escapes and Django's cut are not ours; what is left is as clean.
        assert not re.search(r"[\x00-\x1f/\\\u202a-\u202e\u2066-\u2069]", attachment["name"])
        assert len(attachment["name"]) <= 255
    else:
        assert attachment["name"] == shown
    assert (
        answer.headers["content-disposition"]
        == f"attachment; filename*=utf-8''{quote(attachment['name'], safe='')}"
    )
    assert "set-cookie" not in answer.headers
    assert attachment["id"] in stage.kept()[1]
    stage.forget(attachment["id"])


@pytest.mark.parametrize("way", WAYS)
def test_a_name_of_ten_kilobytes_is_cut_or_refused(stage: Stage, way: Way) -> None:
    before = stage.kept()

    answer = stage.send(way, "x" * 10_000 + ".txt", b"hello", "text/plain")

    if way == "direct":
        assert answer.status_code == 400  # Django reads no such header of a form
    else:
        assert answer.json()["name"] == "x" * 251 + ".txt"
        stage.forget(answer.json()["id"])
    assert stage.kept() == before


@pytest.mark.parametrize("name", NO_NAMES, ids=ascii)
def test_a_name_of_nothing_is_refused(stage: Stage, name: str) -> None:
    before = stage.kept()

    refused = stage.announce(name, 5, "text/plain")

    assert (refused.status_code, refused.json()["error"]["param"]) == (400, "name")
    assert stage.kept() == before


@pytest.mark.row("A25")
@pytest.mark.parametrize("size", [2 * 1024**3, 10**30, LIMIT + 1, 0, -1])
def test_a_size_that_cannot_be_is_refused_where_it_is_claimed(stage: Stage, size: int) -> None:
    before = stage.kept()

    refused = stage.announce("a.txt", size, "text/plain")

    assert refused.status_code in (400, 413)
    assert stage.kept() == before


@pytest.mark.row("A25")
@pytest.mark.parametrize("content", [b"", b"four", b"sixsix", b"x" * (LIMIT + 1)], ids=len)
def test_bytes_that_were_not_announced_use_the_link_up_and_leave_nothing(
    stage: Stage, content: bytes
) -> None:
    before = stage.kept()
    target = stage.announce("a.txt", 5, "text/plain").json()["upload_descriptor"]["url"]

    refused = httpx.put(target, content=content)
    again = httpx.put(target, content=b"hello")

    assert refused.status_code in (400, 413)
    assert again.status_code == 404
    assert stage.kept() == before


@pytest.mark.row("A25")
def test_two_gigabytes_that_are_claimed_and_never_come_leave_nothing(stage: Stage) -> None:
    before = stage.kept()
    announced = stage.announce("a.txt", 5, "text/plain").json()
    target = urlsplit(announced["upload_descriptor"]["url"])
    head = (
        f"PUT {target.path}?{target.query} HTTP/1.1\r\nHost: site\r\nConnection: close\r\n"
        f"Content-Length: {2 * 1024**3}\r\n\r\n"
    )

    with closing(socket.create_connection((stage.site.host, stage.site.port), 20)) as connection:
        connection.sendall(head.encode())
        if stage.site.server == "wsgi":
            assert connection.recv(65536).startswith(b"HTTP/1.1 413 ")
    if stage.site.server == "asgi":
        # Django itself waits there for a body that never came: the link is still good.
        stage.forget(announced["id"])

    assert stage.kept() == before


def spoken(stage: Stage, request: bytes) -> bytes:
    """The answer to bytes that no client of good manners would send."""
    with closing(socket.create_connection((stage.site.host, stage.site.port), 20)) as connection:
        connection.sendall(request)
        return connection.makefile("rb").read()


def chunked(body: bytes) -> bytes:
    """A body that does not say how long it is."""
    return b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)


@pytest.mark.row("A25")
@pytest.mark.parametrize("size", [6, LIMIT + 1, 20 * LIMIT])
def test_a_body_without_a_length_is_counted_while_it_is_read(stage: Stage, size: int) -> None:
    before = stage.kept()
    target = urlsplit(stage.announce("a.txt", 5, "text/plain").json()["upload_descriptor"]["url"])
    head = (
        f"PUT {target.path}?{target.query} HTTP/1.1\r\nHost: site\r\nConnection: close\r\n"
        "Transfer-Encoding: chunked\r\n\r\n"
    )

    answer = spoken(stage, head.encode() + chunked(b"x" * size))

    assert answer.startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 413 "))
    assert stage.kept() == before


@pytest.mark.row("A25")
def test_a_form_without_a_length_is_refused(stage: Stage) -> None:
    before = stage.kept()
    form = (
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n'
        b"Content-Type: text/plain\r\n\r\n" + b"x" * (2 * LIMIT) + b"\r\n--b--\r\n"
    )
    headers = stage.sender.session_headers() | {
        "Host": "site",
        "Connection": "close",
        "Content-Type": "multipart/form-data; boundary=b",
        "Transfer-Encoding": "chunked",
    }
    head = "POST /chatkit/files HTTP/1.1\r\n"
    head += "".join(f"{name}: {value}\r\n" for name, value in headers.items()) + "\r\n"

    answer = spoken(stage, head.encode() + chunked(form))

    assert answer.startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 413 "))
    assert stage.kept() == before


@pytest.mark.row("A25")
def test_what_comes_after_the_length_is_no_part_of_the_file(stage: Stage) -> None:
    announced = stage.announce("a.txt", 5, "text/plain").json()
    target = urlsplit(announced["upload_descriptor"]["url"])
    head = (
        f"PUT {target.path}?{target.query} HTTP/1.1\r\nHost: site\r\nConnection: close\r\n"
        "Content-Length: 5\r\n\r\n"
    )

    answer = spoken(stage, head.encode() + b"hello" + b"<script>" * 1000)

    assert answer.startswith(b"HTTP/1.1 200 ")
    content = stage.sender.get(f"/chatkit/files/{announced['id']}/content").content
    assert content == b"hello"
    stage.forget(announced["id"])


@pytest.mark.parametrize("wrong", ["upload", "preview"])
def test_a_link_for_one_purpose_opens_nothing_else(stage: Stage, wrong: str) -> None:
    announced = stage.announce("a.png", 5, "image/png").json()
    links = {"upload": announced["upload_descriptor"]["url"], "preview": announced["preview_url"]}
    if wrong == "upload":
        assert httpx.get(links["upload"]).status_code == 401
    else:
        assert httpx.put(links["preview"], content=b"hello").status_code == 404
    stage.forget(announced["id"])


def test_an_archive_is_never_unpacked(stage: Stage) -> None:
    attachment = stage.send("direct", "a.docx", BOMB, OFFICE, "other").json()

    stored = [file for file in stage.media.rglob(attachment["id"]) if file.is_file()]

    assert [file.stat().st_size for file in stored] == [len(BOMB)]
