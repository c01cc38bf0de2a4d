"""What a visitor says, written down by a service, on running sites. Row A27."""

import base64
from collections.abc import Iterator

import pytest

from tests.acceptance.conftest import Chatter
from tests.servers import Server, Site, live_site
from tests.transcriptions import KEY, FakeTranscriptions

pytestmark = [pytest.mark.socket, pytest.mark.row("A27")]


@pytest.fixture(scope="module")
def fake() -> Iterator[FakeTranscriptions]:
    with FakeTranscriptions() as fake:
        yield fake


@pytest.fixture(scope="module", params=["asgi", "wsgi"])
def site(request: pytest.FixtureRequest, fake: FakeTranscriptions) -> Iterator[Site]:
    server: Server = request.param
    service = {"NAME": "whisper-1", "API_KEY": KEY, "BASE_URL": fake.base_url}
    backend = "django_chatkit.backends.SelfHostedBackend"
    with live_site(
        server,
        CHATKIT_ASSISTANTS={
            "default": {
                "BACKEND": backend,
                "OPTIONS": {
                    "AGENT": "tests.scripted_agents.AGENT",
                    "TRANSCRIPTION": service,
                },
            },
            "deaf": {
                "BACKEND": backend,
                "OPTIONS": {"AGENT": "tests.scripted_agents.AGENT"},
                "ELEMENT": {"composer": {"dictation": {"enabled": True}}},
            },
        },
    ) as site:
        yield site


def test_a_visitor_dictates(site: Site) -> None:
    visitor = Chatter(site.log_in("alice"))
    audio = base64.b64encode(b"Where is my order?").decode()

    for _ in range(2):
        answer = visitor.ask("input.transcribe", audio_base64=audio, mime_type="audio/webm")

        assert (answer.status_code, answer.json()) == (200, {"text": "Where is my order?"})


def test_a_service_that_fails_is_told_as_an_error(site: Site, fake: FakeTranscriptions) -> None:
    visitor = Chatter(site.log_in("bob"))
    fake.next_status = [500, 500]

    answer = visitor.ask("input.transcribe", audio_base64="AAAA", mime_type="audio/webm")

    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"
    assert answer.json()["error"]["message"] == (
        "Dictation is not available right now. Try again in a moment."
    )


def test_without_a_service_there_is_none_and_the_page_does_not_offer_it(site: Site) -> None:
    visitor = Chatter(site.log_in("carol"), "/chatkit/conversation?assistant=deaf")

    answer = visitor.ask("input.transcribe", audio_base64="AAAA", mime_type="audio/webm")
    offered = {
        alias: visitor.visitor.get(f"/chatkit/config?assistant={alias}")
        .json()["options"]
        .get("composer", {})
        .get("dictation")
        for alias in ("default", "deaf")
    }

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "not_supported")
    assert offered == {"default": {"enabled": True}, "deaf": None}
