"""Speaking instead of writing; Chromium's microphone beeps here."""

import base64

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat import Chat

pytestmark = [pytest.mark.browser, pytest.mark.socket]

DICTATING = "{composer: {dictation: {enabled: true}}}"


def dictate(chat: Chat) -> Locator:
    """Begin; the button that ends it."""
    chat.page.get_by_role("button", name="Dictate").click()
    stop = chat.page.get_by_role("button", name="Stop dictating")
    expect(stop).to_be_visible()
    # A recording of no time at all holds nothing.
    expect(chat.page.get_by_role("timer")).not_to_have_text("0:00")
    return stop


@pytest.mark.row("C26")
def test_what_was_said_stands_at_the_caret_and_is_not_sent(chat: Chat) -> None:
    chat.open(DICTATING)
    chat.box.fill("I see: please hurry")
    chat.box.press("Home")
    for _ in "I see:":
        chat.box.press("ArrowRight")

    dictate(chat).click()

    expect(chat.box).to_have_value("I see: the lamp is out in audio/webm please hurry")
    expect(chat.box).to_be_focused()
    [asked] = chat.requests
    assert asked["type"] == "input.transcribe"
    assert asked["params"]["mime_type"] == "audio/webm;codecs=opus"
    assert base64.b64decode(asked["params"]["audio_base64"]).startswith(b"\x1a\x45\xdf\xa3")
    expect(chat.page.get_by_role("button", name="Dictate")).to_be_visible()


@pytest.mark.row("C26")
def test_escape_throws_the_recording_away(chat: Chat) -> None:
    chat.open(DICTATING)
    chat.box.fill("Draft")
    dictate(chat)

    chat.page.keyboard.press("Escape")

    expect(chat.page.get_by_role("button", name="Dictate")).to_be_focused()
    expect(chat.box).to_have_value("Draft")
    assert chat.requests == []


@pytest.mark.row("C26")
def test_cancelling_is_a_button_too(chat: Chat) -> None:
    chat.open(DICTATING)
    dictate(chat)

    chat.page.get_by_role("button", name="Cancel").click()

    expect(chat.page.get_by_role("button", name="Dictate")).to_be_focused()
    assert chat.requests == []


@pytest.mark.row("C26")
def test_a_microphone_that_is_not_allowed_is_told_of(chat: Chat) -> None:
    chat.page.add_init_script("""navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException("Permission denied", "NotAllowedError"));""")
    chat.open(DICTATING)

    chat.page.get_by_role("button", name="Dictate").click()

    expect(chat.page.get_by_role("alert")).to_contain_text("The microphone is not available.")
    expect(chat.page.get_by_role("button", name="Dictate")).to_be_enabled()
    [[_, detail]] = chat.events("error")
    assert detail["error"] == "NotAllowedError"


@pytest.mark.row("C26")
def test_a_failed_transcription_keeps_the_draft(chat: Chat, complaints: list[str]) -> None:
    chat.server_answers("input.transcribe", status=503, body="")
    chat.open(DICTATING)
    chat.box.fill("Draft")

    dictate(chat).click()

    expect(chat.page.get_by_role("alert")).to_contain_text(
        "The chat is not available right now. Please try again later."
    )
    expect(chat.box).to_have_value("Draft")
    expect(chat.page.get_by_role("button", name="Dictate")).to_be_enabled()
    assert [detail["error"] for _, detail in chat.events("error")] == ["HttpError"]
    complaints.clear()  # the browser logs the 503


@pytest.mark.row("C26")
def test_another_browsers_recording_is_sent_as_what_it_is(chat: Chat) -> None:
    chat.page.add_init_script("""{
        const able = MediaRecorder.isTypeSupported;
        MediaRecorder.isTypeSupported = (type) => !type.includes("webm") && able(type);
    }""")
    chat.open(DICTATING)

    dictate(chat).click()

    expect(chat.box).to_have_value("the lamp is out in audio/mp4")
    assert chat.requests[0]["params"]["mime_type"].startswith("audio/mp4")


@pytest.mark.row("C26")
def test_without_the_option_there_is_no_microphone(chat: Chat) -> None:
    chat.open("{composer: {attachments: {enabled: true}}}")
    expect(chat.page.get_by_role("button", name="Attach files")).to_be_visible()

    expect(chat.page.get_by_role("button", name="Dictate")).to_have_count(0)
