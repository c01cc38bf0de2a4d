"""Files of a message: how they come, what is refused, what fails, and how they are shown."""

import json
import struct
import zlib
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Response, Route, expect

from tests import images
from tests.browser.chat import Chat

pytestmark = [pytest.mark.browser, pytest.mark.socket]

ATTACHING = "{composer: {attachments: {enabled: true}}}"
TWO_PHASES = """{api: {...chatApi, uploadStrategy: {type: "two_phase"}},
    composer: {attachments: {enabled: true}}}"""
DROP = """([kind, names]) => {
    const carried = new DataTransfer();
    names.forEach((name) => carried.items.add(new File(["light"], name, { type: "text/plain" })));
    const target = chat.shadowRoot.querySelector(kind === "paste" ? "textarea" : ".body");
    const init = { bubbles: true, composed: true, cancelable: true };
    const event = kind === "paste"
        ? new ClipboardEvent("paste", { ...init, clipboardData: carried })
        : new DragEvent(kind, { ...init, dataTransfer: carried });
    target.dispatchEvent(event);
    return event.defaultPrevented;
}"""


def picture(name: str = "lamp.png") -> FilePayload:
    """A PNG of two by two pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0\xff\0\0\0\xff\0" * 2)
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels)
    return {"name": name, "mimeType": "image/png", "buffer": content + chunk(b"IEND", b"")}


def note(name: str = "light.txt", size: int = 5) -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": b"x" * size}


def tiles(chat: Chat) -> Locator:
    return chat.page.get_by_role("list", name="Attachments").locator(".tile")


def pick(chat: Chat, *files: FilePayload) -> None:
    with chat.page.expect_file_chooser() as chooser:
        chat.page.get_by_role("button", name="Attach files").click()
    chooser.value.set_files(list(files))


def problems(chat: Chat) -> Locator:
    return chat.page.get_by_role("alert").locator("p")


def held_uploads(chat: Chat) -> list[Route]:
    """Uploads wait here until the test answers them."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    chat.page.route("**/chatkit/files", hold)
    return held


@pytest.mark.row("C21")
def test_picked_files_go_with_the_message(chat: Chat) -> None:
    chat.open(ATTACHING)

    pick(chat, picture(), note())
    expect(chat.page.locator(".tile[data-state=ready]")).to_have_count(2)
    expect(tiles(chat).nth(0).get_by_role("img", name="Attachment: lamp.png")).to_be_visible()
    expect(tiles(chat).nth(1)).to_contain_text("light.txt")
    expect(tiles(chat).nth(1)).to_contain_text("TXT · 5 bytes")
    expect(chat.box).to_be_focused()
    chat.ask("Look")

    assert len(chat.requests[0]["params"]["input"]["attachments"]) == 2
    expect(tiles(chat)).to_have_count(0)


@pytest.mark.row("C21")
def test_files_alone_are_a_message(chat: Chat) -> None:
    chat.open(ATTACHING)
    pick(chat, note())
    expect(chat.page.locator(".tile[data-state=ready]")).to_have_count(1)

    chat.send_button.click()
    chat.wait_for_event("response.end")

    assert chat.requests[0]["params"]["input"]["content"] == []
    expect(chat.questions).to_contain_text("light.txt")


@pytest.mark.row("C21")
def test_files_dropped_anywhere_on_the_chat_are_attached(chat: Chat) -> None:
    chat.open(ATTACHING)
    expect(chat.page.get_by_role("button", name="Attach files")).to_be_visible()
    hint = chat.page.get_by_text("Drop files here to attach them")

    chat.page.evaluate(DROP, ["dragenter", ["one.txt"]])
    expect(hint).to_be_visible()
    zone = chat.page.locator(".drop-zone").bounding_box()
    assert zone == chat.page.locator("openai-chatkit").bounding_box()
    assert chat.page.evaluate(DROP, ["dragover", ["one.txt"]]) is True
    assert chat.page.evaluate(DROP, ["drop", ["one.txt", "two.txt"]]) is True

    expect(hint).to_have_count(0)
    expect(chat.page.locator(".tile[data-state=ready]")).to_have_count(2)


@pytest.mark.row("C21")
def test_leaving_with_the_files_takes_the_hint_away(chat: Chat) -> None:
    chat.open(ATTACHING)
    expect(chat.page.get_by_role("button", name="Attach files")).to_be_visible()
    chat.page.evaluate(DROP, ["dragenter", ["one.txt"]])
    expect(chat.page.locator(".drop-zone")).to_be_visible()

    chat.page.evaluate(DROP, ["dragleave", ["one.txt"]])

    expect(chat.page.locator(".drop-zone")).to_have_count(0)
    expect(tiles(chat)).to_have_count(0)


@pytest.mark.row("C21")
def test_a_pasted_file_is_attached(chat: Chat) -> None:
    chat.open(ATTACHING)
    expect(chat.page.get_by_role("button", name="Attach files")).to_be_visible()

    assert chat.page.evaluate(DROP, ["paste", ["pasted.txt"]]) is True

    expect(tiles(chat)).to_contain_text("pasted.txt")
    expect(chat.box).to_have_value("")


@pytest.mark.row("C21")
def test_sending_waits_for_the_upload(chat: Chat) -> None:
    chat.open(ATTACHING)
    held = held_uploads(chat)
    pick(chat, note())
    expect(chat.page.get_by_role("progressbar", name="Uploading light.txt")).to_be_visible()
    chat.box.fill("Read this")
    chat.box.press("Enter")
    expect(chat.send_button).to_be_disabled()
    assert chat.requests == []

    held[0].continue_()
    expect(chat.send_button).to_be_enabled()
    chat.box.press("Enter")
    chat.wait_for_event("response.end")

    assert len(chat.requests[0]["params"]["input"]["attachments"]) == 1


@pytest.mark.row("C21")
def test_a_removed_file_is_deleted_on_the_server(chat: Chat) -> None:
    chat.open(ATTACHING)
    with chat.page.expect_response("**/chatkit/files") as uploaded:
        pick(chat, note())
    expect(chat.page.locator(".tile[data-state=ready]")).to_have_count(1)

    with chat.page.expect_response("**/chatkit/conversation*") as deleted:
        chat.page.get_by_role("button", name="Remove light.txt").click()

    assert deleted.value.ok
    assert chat.requests == [
        {
            "type": "attachments.delete",
            "params": {"attachment_id": uploaded.value.json()["id"]},
        }
    ]
    expect(tiles(chat)).to_have_count(0)
    expect(chat.box).to_be_focused()


@pytest.mark.row("C21")
def test_removing_a_file_on_its_way_stops_the_upload(chat: Chat) -> None:
    chat.open(ATTACHING)
    held = held_uploads(chat)
    pick(chat, note("one.txt"), note("two.txt"))
    expect(tiles(chat)).to_have_count(2)

    with chat.page.expect_event("requestfailed"):
        chat.page.get_by_role("button", name="Remove one.txt").click()

    expect(tiles(chat)).to_have_count(1)
    expect(chat.page.get_by_role("button", name="Remove two.txt")).to_be_focused()
    assert len(held) == 2
    assert chat.events("error") == []


@pytest.mark.row("C21")
def test_both_phases_of_an_upload_go_through_the_pages_fetch(chat: Chat) -> None:
    chat.open(TWO_PHASES)

    pick(chat, picture())
    expect(chat.page.locator(".tile[data-state=ready]")).to_have_count(1)
    chat.ask("Look")

    [registered, asked] = chat.requests
    assert registered["type"] == "attachments.create"
    size = len(picture()["buffer"])
    assert registered["params"] == {"name": "lamp.png", "size": size, "mime_type": "image/png"}
    fetched = [url for url, _headers in chat.calls("fetch")]
    assert len([url for url in fetched if "/content?token=" in url]) == 1
    assert len(asked["params"]["input"]["attachments"]) == 1
    expect(chat.questions.get_by_role("img", name="Attachment: lamp.png")).to_be_visible()


@pytest.mark.row("C22")
def test_every_refused_file_is_named_once(chat: Chat) -> None:
    chat.open("""{composer: {attachments: {
        enabled: true, maxCount: 2,
        maxSize: { "image/*": 2048, "*": 4 },
        accept: { "text/plain": [".txt"], "image/png": [".png"] },
    }}}""")

    pick(
        chat,
        picture(),
        note("large.txt", 5),
        {"name": "run.exe", "mimeType": "application/x-msdownload", "buffer": b"MZ"},
        note("small.txt", 4),
        note("third.txt", 1),
        note("fourth.txt", 1),
    )

    expect(problems(chat)).to_have_text(
        [
            "large.txt is larger than 4 bytes.",
            "run.exe is not an accepted type of file.",
            "You can attach up to 2 files per message. (third.txt and fourth.txt)",
        ]
    )
    expect(tiles(chat)).to_have_count(2)
    expect(tiles(chat).nth(1)).to_contain_text("small.txt")
    assert chat.events("error") == []


@pytest.mark.row("C22")
def test_each_type_has_its_limit_and_the_rest_another(chat: Chat) -> None:
    chat.open("""{composer: {attachments: {
        enabled: true, maxSize: { "image/png": 4096, "image/*": 2048, "": 4 },
    }}}""")

    pick(
        chat,
        {"name": "large.jpg", "mimeType": "image/jpeg", "buffer": bytes(3000)},
        note("large.txt", 5),
        note("small.txt", 4),
    )

    expect(problems(chat)).to_have_text(
        ["large.jpg is larger than 2 kB.", "large.txt is larger than 4 bytes."]
    )
    expect(tiles(chat)).to_have_count(1)


@pytest.mark.row("C22")
def test_ten_files_go_with_a_message_unless_it_is_said_otherwise(chat: Chat) -> None:
    chat.open("{composer: {attachments: {enabled: true}}}")

    pick(chat, *(note(f"note-{number}.txt") for number in range(1, 12)))

    expect(problems(chat)).to_have_text(
        ["You can attach up to 10 files per message. (note-11.txt)"]
    )
    expect(tiles(chat)).to_have_count(10)


@pytest.mark.row("C22")
def test_a_file_has_at_most_100_mebibytes_unless_it_is_said_otherwise(chat: Chat) -> None:
    chat.open("{composer: {attachments: {enabled: true}}}")
    expect(chat.page.get_by_role("button", name="Attach files")).to_be_visible()

    chat.page.evaluate("""() => {
        const carried = new DataTransfer();
        const most = new Uint8Array(100 * 1024 * 1024);
        carried.items.add(new File([most, "x"], "large.txt", { type: "text/plain" }));
        const init = { bubbles: true, composed: true, cancelable: true, clipboardData: carried };
        document.querySelector("openai-chatkit").shadowRoot.querySelector("textarea")
            .dispatchEvent(new ClipboardEvent("paste", init));
    }""")

    expect(problems(chat)).to_have_text(["large.txt is larger than 100 MB."])
    expect(tiles(chat)).to_have_count(0)


@pytest.mark.row("C22")
def test_a_limit_in_bytes_holds_for_all_types(chat: Chat) -> None:
    chat.open("{composer: {attachments: {enabled: true, maxSize: 2048}}}")

    pick(chat, note("large.txt", 2049), note("small.txt", 2048))

    expect(problems(chat)).to_have_text(["large.txt is larger than 2 kB."])
    expect(tiles(chat)).to_have_count(1)


@pytest.mark.row("C22")
def test_a_failed_upload_can_be_tried_again(chat: Chat, complaints: list[str]) -> None:
    chat.open(ATTACHING)
    chat.page.route("**/chatkit/files", lambda route: route.fulfill(status=503, body=""))
    pick(chat, note())
    failed = chat.page.locator(".tile[data-state=failed]")
    expect(failed).to_contain_text("light.txt")
    expect(problems(chat)).to_have_text(
        [
            "light.txt could not be uploaded. The chat is not available right now. "
            "Please try again later."
        ]
    )
    [[_, detail]] = chat.events("error")
    assert detail["error"] == "HttpError"
    chat.box.fill("Read")
    expect(chat.send_button).to_be_disabled()

    chat.server_is_itself()
    chat.page.get_by_role("button", name="Try again: light.txt").click()

    expect(chat.page.locator(".tile[data-state=ready]")).to_have_count(1)
    expect(problems(chat)).to_have_count(0)
    chat.box.press("Enter")
    chat.wait_for_event("response.end")
    assert len(chat.requests[0]["params"]["input"]["attachments"]) == 1
    complaints.clear()  # the browser logs the 503


@pytest.mark.row("C22")
def test_what_the_server_says_of_a_file_is_shown(chat: Chat, complaints: list[str]) -> None:
    chat.open(ATTACHING)

    pick(chat, {**picture("fake.png"), "buffer": b"no picture"})

    expect(problems(chat)).to_have_text(
        ["fake.png could not be uploaded. The file is not what its type says: image/png."]
    )
    chat.page.get_by_role("button", name="Remove fake.png").click()
    expect(tiles(chat)).to_have_count(0)
    expect(problems(chat)).to_have_count(0)
    assert chat.requests == []
    complaints.clear()  # the browser logs the 400


@pytest.mark.row("C22")
def test_a_file_that_the_server_has_forgotten_is_no_second_failure(
    chat: Chat, complaints: list[str]
) -> None:
    chat.open(TWO_PHASES)

    def deletes(response: Response) -> bool:
        return "attachments.delete" in (response.request.post_data or "")

    with chat.page.expect_response(deletes) as forgotten:
        pick(chat, {**picture("fake.png"), "buffer": b"no picture"})

    assert forgotten.value.status == 404
    expect(problems(chat)).to_have_text(
        ["fake.png could not be uploaded. The file is not what its type says: image/png."]
    )
    chat.page.get_by_role("button", name="Remove fake.png").click()
    expect(tiles(chat)).to_have_count(0)
    assert len(chat.events("error")) == 1
    complaints.clear()  # the browser logs the 400 and the 404


@pytest.mark.row("C23")
def test_images_and_files_are_shown_live_and_after_a_reload(chat: Chat) -> None:
    chat.open(ATTACHING)
    pick(chat, picture(), note())
    expect(chat.page.locator(".tile[data-state=ready]")).to_have_count(2)
    chat.ask("Look")

    def expect_both() -> None:
        image = chat.questions.get_by_role("img", name="Attachment: lamp.png")
        expect(image).to_have_js_property("naturalWidth", 2)
        link = chat.questions.get_by_role("link", name="Attachment: lamp.png")
        expect(link).to_have_attribute("rel", "noopener noreferrer nofollow")
        expect(link).to_have_attribute("target", "_blank")
        expect(chat.questions.get_by_text("light.txt")).to_be_visible()

    expect_both()
    thread_id = chat.thread_id

    chat.open(f'{{initialThread: "{thread_id}"}}')
    chat.expect_answer("Echo: Look")
    expect_both()


@pytest.mark.row("C23")
def test_a_photo_taken_sideways_is_shown_small_and_upright(chat: Chat) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned to the left
    photo = images.picture("JPEG", (2400, 1600), exif=exif)
    chat.open(ATTACHING)
    pick(chat, {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": photo})
    expect(chat.page.locator(".tile[data-state=ready]")).to_have_count(1)
    chat.ask("Look")

    def expect_preview() -> None:
        image = chat.questions.get_by_role("img", name="Attachment: photo.jpg")
        expect(image).to_have_js_property("naturalWidth", 853)
        expect(image).to_have_js_property("naturalHeight", 1280)

    expect_preview()
    thread_id = chat.thread_id
    chat.open(f'{{initialThread: "{thread_id}"}}')
    expect_preview()


@pytest.mark.row("C23")
def test_an_image_that_cannot_be_shown_is_a_file_live_and_after_a_reload(chat: Chat) -> None:
    broken = b"\x89PNG\r\n\x1a\n" + bytes(100)
    chat.open(TWO_PHASES)
    pick(chat, {"name": "broken.png", "mimeType": "image/png", "buffer": broken})
    expect(chat.page.locator(".tile[data-state=ready]")).to_have_count(1)
    chat.ask("Look")

    expect(chat.questions.locator("li.attachment")).to_have_text("broken.png")
    thread_id = chat.thread_id
    chat.open(f'{{initialThread: "{thread_id}"}}')
    expect(chat.questions.locator("li.attachment")).to_have_text("broken.png")
    expect(chat.questions.get_by_role("img", name="Attachment: broken.png")).to_have_count(0)


@pytest.mark.row("C23")
def test_an_image_of_a_foreign_host_is_a_link(chat: Chat) -> None:
    chat.open(ATTACHING)
    foreign: dict[str, Any] = {
        "type": "image",
        "id": "atc_1",
        "name": "far.png",
        "mime_type": "image/png",
        "preview_url": "https://images.example.com/far.png",
    }
    item = {
        "id": "msg_1",
        "thread_id": "thr_1",
        "created_at": "2026-01-01T00:00:00Z",
        "type": "user_message",
        "content": [{"type": "input_text", "text": "Look"}],
        "attachments": [foreign],
        "quoted_text": "",
        "inference_options": {},
    }
    chat.server_sends(
        "threads.create",
        {"type": "thread.created", "thread": {"id": "thr_1", "created_at": item["created_at"]}},
        {"type": "thread.item.done", "item": item},
    )

    error = chat.call(f"sendUserMessage({{text: 'Look', attachments: [{json.dumps(foreign)}]}})")

    assert error is None
    link = chat.questions.get_by_role("link", name="Attachment: far.png")
    expect(link).to_have_attribute("href", "https://images.example.com/far.png")
    expect(chat.questions.get_by_role("img", name="Attachment: far.png")).to_have_count(0)
