"""Files on their way to the model: an agent of the Agents SDK on a running site."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import Chatter, events_of, user_input
from tests.images import decoded, picture
from tests.servers import Server, Site, live_site

pytestmark = [pytest.mark.socket, pytest.mark.row("A23")]

ASSISTANTS = {
    "default": {
        "BACKEND": "django_chatkit.backends.SelfHostedBackend",
        "OPTIONS": {"AGENT": "tests.scripted_agents.TELLING"},
    }
}
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF"
MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module", params=["asgi", "wsgi"])
def file_site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Site, Path]]:
    server: Server = request.param
    media = tmp_path_factory.mktemp("media")
    with live_site(server, CHATKIT_ASSISTANTS=ASSISTANTS, MEDIA_ROOT=str(media)) as site:
        yield site, media


@pytest.fixture
def alice(file_site: tuple[Site, Path]) -> Chatter:
    return Chatter(file_site[0].log_in("alice"))


def send(chatter: Chatter, name: str, content: bytes, mime_type: str) -> str:
    """A file that waits to go with a message: its id."""
    sent = chatter.visitor.post("/chatkit/files", files={"file": (name, content, mime_type)})
    return str(sent.raise_for_status().json()["id"])


def send_in_two_phases(chatter: Chatter, name: str, content: bytes, mime_type: str) -> str:
    announced = chatter.ask(
        "attachments.create", name=name, size=len(content), mime_type=mime_type
    ).json()
    chatter.visitor.put(announced["upload_descriptor"]["url"], content=content).raise_for_status()
    return str(announced["id"])


def given(chatter: Chatter, *files: str, thread_id: str | None = None) -> list[dict[str, Any]]:
    """What the model is given of a new message with these files, and of those before it."""
    message = user_input("What do you know?", attachments=list(files))
    answer = (
        chatter.ask("threads.create", input=message)
        if thread_id is None
        else chatter.ask("threads.add_user_message", thread_id=thread_id, input=message)
    )
    [told] = [
        event["item"]["content"][0]["text"]
        for event in events_of(answer)
        if event["type"] == "thread.item.done" and event["item"]["type"] == "assistant_message"
    ]
    return [
        part
        for item in json.loads(told)
        if item["role"] == "user"
        for part in item["content"]
        if part.get("text") != "What do you know?"
    ]


def begin(chatter: Chatter, *files: str) -> str:
    """A conversation whose first message has these files."""
    answer = chatter.ask("threads.create", input=user_input("Keep them", attachments=list(files)))
    return str(events_of(answer)[0]["thread"]["id"])


@pytest.mark.parametrize("way", [send, send_in_two_phases], ids=["direct", "two phases"])
def test_an_image_reaches_the_model_as_it_was_sent(alice: Chatter, way: Any) -> None:
    """And not as the preview that people see."""
    content = picture("JPEG", (1600, 800))

    [part] = given(alice, way(alice, "photo.jpg", content, "image/jpeg"))

    url = part.pop("image_url")
    assert part == {"type": "input_image", "detail": "auto"}
    kind, data = url.split(",")
    assert kind == "data:image/jpeg;base64"
    assert base64.b64decode(data) == content
    assert decoded(base64.b64decode(data)).size == (1600, 800)


@pytest.mark.parametrize("way", [send, send_in_two_phases], ids=["direct", "two phases"])
def test_a_pdf_reaches_the_model_with_its_name(alice: Chatter, way: Any) -> None:
    [part] = given(alice, way(alice, "menu.pdf", PDF, "application/pdf"))

    assert part == {
        "type": "input_file",
        "filename": "menu.pdf",
        "file_data": f"data:application/pdf;base64,{base64.b64encode(PDF).decode()}",
    }


def test_the_beginning_of_a_long_text_reaches_the_model(alice: Chatter) -> None:
    content = b"x" * 200_000 + b"the rest"

    [part] = given(alice, send(alice, "log.txt", content, "text/plain"))

    assert part == {
        "type": "input_text",
        "text": "The file 'log.txt' (its beginning):\n" + "x" * 200_000,
    }


def test_of_an_image_that_is_none_the_model_is_only_told(alice: Chatter) -> None:
    """Its host would refuse this turn and every one after it."""
    broken = b"\x89PNG\r\n\x1a\n" + bytes(100)

    [part] = given(alice, send(alice, "broken.png", broken, "image/png"))

    assert part == {
        "type": "input_text",
        "text": "The file 'broken.png' (image/png) is attached, but its type cannot be read.",
    }


def test_the_newest_files_come_first_until_twenty_megabytes(alice: Chatter) -> None:
    def note(name: str, megabytes: int) -> str:
        return send(alice, name, name.encode().ljust(megabytes * MEGABYTE, b"."), "text/plain")

    thread_id = begin(alice, note("oldest.txt", 9), note("small.txt", 1))
    alice.ask(
        "threads.add_user_message",
        thread_id=thread_id,
        input=user_input("And this", attachments=[note("middle.txt", 12)]),
    )

    parts = given(alice, note("newest.txt", 10), thread_id=thread_id)

    texts = [part["text"].split("\n")[0] for part in parts if "file" in part["text"]]
    assert texts == [
        "The file 'oldest.txt' (its beginning):",
        "The file 'small.txt' (its beginning):",
        "The file 'middle.txt' (text/plain) is attached, but it is too large or no longer there.",
        "The file 'newest.txt' (its beginning):",
    ]


def test_a_file_that_the_storage_lost_ends_no_conversation(
    alice: Chatter, file_site: tuple[Site, Path]
) -> None:
    attachment = send(alice, "menu.pdf", PDF, "application/pdf")
    thread_id = begin(alice, attachment)
    for file in file_site[1].rglob(f"{attachment}*"):
        file.unlink()

    parts = given(alice, thread_id=thread_id)

    assert parts[-1] == {
        "type": "input_text",
        "text": "The file 'menu.pdf' (application/pdf) is attached, but it is too large or no longer "
        "there.",
    }
