"""Attachments over a running site: sent in one or two phases, seen by their owners only."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.images import BLUE, RED, bomb, decoded, picture
from tests.servers import Server, Site, Visitor, live_site

pytestmark = pytest.mark.socket

PNG = picture()
BROKEN = b"\x89PNG\r\n\x1a\n" + bytes(100)
SCRIPTED = {
    "default": {
        "BACKEND": "django_chatkit.backends.SelfHostedBackend",
        "OPTIONS": {"SERVER": "tests.agents.ScriptedServer"},
    }
}


@pytest.fixture(scope="module", params=["asgi", "wsgi"])
def file_site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Site, Path]]:
    """A site that stores files in a folder of its own, under each kind of server."""
    server: Server = request.param
    media = tmp_path_factory.mktemp("media")
    with live_site(
        server,
        CHATKIT_ASSISTANTS=SCRIPTED,
        CHATKIT_MAX_UPLOAD_SIZE=100_000,
        MEDIA_ROOT=str(media),
    ) as site:
        yield site, media


def send(visitor: Visitor, name: str, content: bytes, mime_type: str) -> httpx.Response:
    return visitor.post("/chatkit/files", files={"file": (name, content, mime_type)})


def operation(visitor: Visitor, kind: str, **params: Any) -> httpx.Response:
    return visitor.post("/chatkit/conversation", json={"type": kind, "params": params})


def announce(visitor: Visitor, size: int) -> dict[str, Any]:
    announced: dict[str, Any] = operation(
        visitor, "attachments.create", name="a.txt", size=size, mime_type="text/plain"
    ).json()
    return announced


def message(*attachments: str) -> dict[str, Any]:
    return {
        "content": [{"type": "input_text", "text": "Look at this"}],
        "attachments": list(attachments),
        "inference_options": {},
    }


def error(response: httpx.Response) -> tuple[int, str | None, str | None]:
    problem = response.json()["error"]
    return response.status_code, problem["code"], problem["param"]


def path_of(link: str) -> str:
    return link.split("?", maxsplit=1)[0]


def stored(media: Path) -> list[str]:
    return sorted(file.name for file in media.rglob("*") if file.is_file())


@pytest.mark.row("A24")
def test_an_image_is_sent_and_seen_again(file_site: tuple[Site, Path]) -> None:
    visitor = file_site[0].log_in("alice")

    attachment = send(visitor, "cat.png", PNG, "image/png").json()
    seen = visitor.get(path_of(attachment["preview_url"]))

    assert sorted(attachment) == ["id", "mime_type", "name", "preview_url", "type"]
    assert (attachment["type"], attachment["name"]) == ("image", "cat.png")
    assert seen.content == PNG
    assert seen.headers["content-disposition"] == "inline; filename*=utf-8''cat.png"
    assert seen.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert seen.headers["x-content-type-options"] == "nosniff"


def test_a_preview_link_works_without_cookies(file_site: tuple[Site, Path]) -> None:
    attachment = send(file_site[0].log_in("alice"), "cat.png", PNG, "image/png").json()

    shown = httpx.get(attachment["preview_url"])

    assert shown.headers["content-type"] == "image/webp"
    assert shown.headers["content-disposition"] == "inline; filename*=utf-8''cat.png"
    assert shown.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert shown.headers["x-content-type-options"] == "nosniff"
    assert decoded(shown.content).size == (40, 20)


def test_a_large_image_is_shown_small_and_given_back_whole(file_site: tuple[Site, Path]) -> None:
    visitor = file_site[0].log_in("alice")
    photo = picture("JPEG", (2000, 1000), left=RED, right=BLUE)

    attachment = send(visitor, "photo.jpg", photo, "image/jpeg").json()

    assert decoded(httpx.get(attachment["preview_url"]).content).size == (1280, 640)
    assert visitor.get(path_of(attachment["preview_url"])).content == photo


@pytest.mark.parametrize("way", ["direct", "announced"])
def test_an_image_that_cannot_be_decoded_is_a_plain_file(
    file_site: tuple[Site, Path], way: str
) -> None:
    visitor = file_site[0].log_in("alice")
    if way == "direct":
        attachment = send(visitor, "broken.png", BROKEN, "image/png").json()
    else:
        attachment = operation(
            visitor, "attachments.create", name="broken.png", size=108, mime_type="image/png"
        ).json()
        httpx.put(attachment["upload_descriptor"]["url"], content=BROKEN).raise_for_status()

    created = operation(visitor, "threads.create", input=message(attachment["id"]))
    item = json.loads(created.text.split("\n\n")[1].removeprefix("data: "))["item"]

    assert item["attachments"] == [
        {
            "type": "file",
            "id": attachment["id"],
            "name": "broken.png",
            "mime_type": "image/png",
            "thread_id": item["thread_id"],
        }
    ]


@pytest.mark.parametrize("way", ["direct", "announced"])
def test_an_image_of_gigapixels_leaves_nothing(file_site: tuple[Site, Path], way: str) -> None:
    site, media = file_site
    visitor = site.log_in("alice")
    before = stored(media)
    content = bomb(50_000, 50_000)

    if way == "direct":
        refused = send(visitor, "bomb.png", content, "image/png")
    else:
        announced = operation(
            visitor, "attachments.create", name="bomb.png", size=len(content), mime_type="image/png"
        ).json()
        refused = httpx.put(announced["upload_descriptor"]["url"], content=content)

    assert error(refused) == (400, "image_too_large", "file")
    assert stored(media) == before


def test_a_changed_preview_link_shows_nothing(file_site: tuple[Site, Path]) -> None:
    attachment = send(file_site[0].log_in("alice"), "cat.png", PNG, "image/png").json()

    assert httpx.get(attachment["preview_url"] + "x").status_code == 401


@pytest.mark.row("B01")
def test_a_file_of_somebody_else_does_not_exist(file_site: tuple[Site, Path]) -> None:
    site, _media = file_site
    attachment = send(site.log_in("alice"), "cat.png", PNG, "image/png").json()
    bob = site.log_in("bob")

    foreign = bob.get(path_of(attachment["preview_url"]))
    unknown = bob.get("/chatkit/files/atc_unknown/content")

    assert foreign.status_code == unknown.status_code == 404
    assert foreign.json() == unknown.json()


def test_text_is_downloaded_and_never_shown(file_site: tuple[Site, Path]) -> None:
    visitor = file_site[0].log_in("alice")

    attachment = send(visitor, 'a"b.txt', b"<script>", "text/plain").json()
    seen = visitor.get(f"/chatkit/files/{attachment['id']}/content")

    assert attachment["type"] == "file"
    assert seen.headers["content-disposition"].startswith("attachment; filename*=utf-8''")


@pytest.mark.row("A23")
def test_a_file_is_announced_and_then_sent_once(file_site: tuple[Site, Path]) -> None:
    visitor = file_site[0].log_in("alice")
    announced = announce(visitor, 5)
    descriptor = announced["upload_descriptor"]

    first = httpx.request(descriptor["method"], descriptor["url"], content=b"hello")
    second = httpx.request(descriptor["method"], descriptor["url"], content=b"other")

    assert (first.status_code, second.status_code) == (200, 404)
    assert visitor.get(f"/chatkit/files/{announced['id']}/content").content == b"hello"


def test_a_file_of_another_size_than_announced_is_refused(file_site: tuple[Site, Path]) -> None:
    announced = announce(file_site[0].log_in("alice"), 5)

    refused = httpx.put(announced["upload_descriptor"]["url"], content=b"four")

    assert error(refused) == (400, "size_mismatch", None)


@pytest.mark.row("A23")
def test_an_announced_file_must_arrive_before_it_is_used(file_site: tuple[Site, Path]) -> None:
    visitor = file_site[0].log_in("alice")
    announced = announce(visitor, 5)

    refused = operation(visitor, "threads.create", input=message(announced["id"]))

    assert error(refused) == (400, "attachment_not_uploaded", "params.input.attachments")


@pytest.mark.row("A25")
@pytest.mark.parametrize(
    ("name", "content", "mime_type", "expected"),
    [
        ("a.svg", b"<svg/>", "image/svg+xml", (400, "unsupported_file_type", "mime_type")),
        ("a.png", b"<html>", "image/png", (400, "unsupported_file_type", "file")),
        ("a.txt", b"", "text/plain", (400, "empty_file", "size")),
        ("a.txt", b"x" * 100_001, "text/plain", (413, "request_too_large", "size")),
        ("a.txt", b"x" * 200_000, "text/plain", (413, "request_too_large", None)),
    ],
    ids=["SVG", "HTML called PNG", "empty", "too large", "far too large"],
)
def test_what_is_not_taken_leaves_nothing_behind(
    file_site: tuple[Site, Path],
    name: str,
    content: bytes,
    mime_type: str,
    expected: tuple[int, str, str | None],
) -> None:
    site, media = file_site
    before = stored(media)

    refused = send(site.log_in("alice"), name, content, mime_type)

    assert error(refused) == expected
    assert stored(media) == before


def test_a_missing_file_is_named(file_site: tuple[Site, Path]) -> None:
    refused = file_site[0].log_in("alice").post("/chatkit/files", data={"other": "1"})

    assert error(refused) == (400, None, "file")


@pytest.mark.row("A23")
def test_a_sent_file_is_part_of_its_message_and_goes_with_its_thread(
    file_site: tuple[Site, Path],
) -> None:
    site, media = file_site
    visitor = site.log_in("alice")
    attachment = send(visitor, "cat.png", PNG, "image/png").json()
    created = operation(visitor, "threads.create", input=message(attachment["id"]))
    thread_id = json.loads(created.text.split("\n\n")[0].removeprefix("data: "))["thread"]["id"]

    item = operation(visitor, "items.list", thread_id=thread_id).json()["data"][-1]
    used_elsewhere = operation(visitor, "threads.create", input=message(attachment["id"]))
    operation(visitor, "threads.delete", thread_id=thread_id)

    assert item["attachments"][0]["thread_id"] == thread_id
    assert httpx.get(item["attachments"][0]["preview_url"]).status_code == 404
    assert error(used_elsewhere) == (400, "attachment_in_use", "params.input.attachments")
    assert [name for name in stored(media) if name.startswith(attachment["id"])] == []


@pytest.mark.row("A26")
def test_an_unknown_and_a_foreign_file_are_refused_before_a_thread_exists(
    file_site: tuple[Site, Path],
) -> None:
    site, _media = file_site
    foreign = send(site.log_in("alice"), "cat.png", PNG, "image/png").json()["id"]
    carol = site.log_in("carol")

    answers = [
        operation(carol, "threads.create", input=message(attachment))
        for attachment in (foreign, "atc_unknown")
    ]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].json() == answers[1].json()
    assert operation(carol, "threads.list").json()["data"] == []


@pytest.mark.row("A26")
def test_an_unsent_file_is_deleted_by_its_owner_only(file_site: tuple[Site, Path]) -> None:
    site, media = file_site
    alice = site.log_in("alice")
    attachment = send(alice, "cat.png", PNG, "image/png").json()["id"]

    by_bob = operation(site.log_in("bob"), "attachments.delete", attachment_id=attachment)
    there = attachment in stored(media)
    by_alice = operation(alice, "attachments.delete", attachment_id=attachment)

    assert (by_bob.status_code, there) == (404, True)
    assert (by_alice.json(), attachment in stored(media)) == ({}, False)


@pytest.mark.parametrize(
    ("asked", "status", "part", "told"),
    [
        ("bytes=0-3", 206, b"0123", "bytes 0-3/10"),
        ("bytes=7-", 206, b"789", "bytes 7-9/10"),
        ("bytes=-4", 206, b"6789", "bytes 6-9/10"),
        ("bytes=8-99", 206, b"89", "bytes 8-9/10"),
        ("bytes=10-", 416, b"", "bytes */10"),
        ("bytes=-0", 416, b"", "bytes */10"),
        ("bytes=5-2", 200, b"0123456789", None),
        ("bytes=0-1,4-5", 200, b"0123456789", None),
        ("lines=1-2", 200, b"0123456789", None),
    ],
)
def test_a_part_of_a_file_may_be_asked_for(
    file_site: tuple[Site, Path], asked: str, status: int, part: bytes, told: str | None
) -> None:
    visitor = file_site[0].log_in("alice")
    sent = send(visitor, "a.txt", b"0123456789", "text/plain").json()

    answer = visitor.get(f"/chatkit/files/{sent['id']}/content", headers={"Range": asked})

    assert (answer.status_code, answer.content) == (status, part)
    assert answer.headers.get("content-range") == told
    assert answer.headers["content-length"] == str(len(part))
