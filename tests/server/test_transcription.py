"""Dictation by a service that speaks OpenAI's API. Row A27."""

from collections.abc import Iterator
from typing import Any

import pytest
from chatkit.types import AudioInput
from django.test import override_settings

from django_chatkit.backends import assistants
from django_chatkit.exceptions import ChatKitError
from django_chatkit.models import ChatAssistant
from django_chatkit.server import RequestContext
from django_chatkit.server.operations import prepare
from django_chatkit.server.transcription import Transcriber
from tests.agents import ScriptedServer
from tests.server.requests import request
from tests.server.samples import context
from tests.transcriptions import KEY, FakeTranscriptions, Part

pytestmark = pytest.mark.row("A27")

SELF_HOSTED = "django_chatkit.backends.SelfHostedBackend"


@pytest.fixture
def fake() -> Iterator[FakeTranscriptions]:
    with FakeTranscriptions() as fake:
        yield fake


def transcriber(fake: FakeTranscriptions, **options: Any) -> Transcriber:
    given = {"NAME": "whisper-1", "API_KEY": KEY, "BASE_URL": fake.base_url}
    return Transcriber({**given, **options})


async def refused(service: Transcriber, audio: AudioInput) -> ChatKitError:
    with pytest.raises(ChatKitError) as raised:
        await service.transcribe(audio, context())
    return raised.value


def spoken(text: str, kind: str = "audio/webm;codecs=opus") -> AudioInput:
    return AudioInput(data=text.encode(), mime_type=kind)


async def test_the_service_is_sent_the_recording_and_its_words_come_back(
    fake: FakeTranscriptions,
) -> None:
    result = await transcriber(fake).transcribe(spoken(" Où est ma commande ? "), context())

    assert result.text == "Où est ma commande ?"
    [form] = fake.forms
    assert form == {
        "file": Part("recording.webm", "audio/webm", " Où est ma commande ? ".encode()),
        "model": Part(None, None, b"whisper-1"),
    }


@pytest.mark.parametrize(
    ("kind", "name"),
    [("audio/mp4", "recording.mp4"), ("audio/ogg; codecs=opus", "recording.ogg")],
)
async def test_what_browsers_record_is_named_by_its_format(
    fake: FakeTranscriptions, kind: str, name: str
) -> None:
    await transcriber(fake).transcribe(spoken("Hi", kind), context())

    assert fake.forms[0]["file"].filename == name


async def test_a_busy_service_is_asked_once_more(fake: FakeTranscriptions) -> None:
    fake.next_status = [503]

    result = await transcriber(fake).transcribe(spoken("Hi"), context())

    assert result.text == "Hi"


@pytest.mark.parametrize(
    ("audio", "status", "param"),
    [
        (spoken("Hi", "text/html"), 400, "params.mime_type"),
        (spoken(""), 400, "params.audio_base64"),
        (AudioInput(data=b"0" * (25 * 1024 * 1024 + 1), mime_type="audio/webm"), 413, None),
    ],
)
async def test_what_no_service_would_take_is_not_sent(
    fake: FakeTranscriptions, audio: AudioInput, status: int, param: str | None
) -> None:
    error = await refused(transcriber(fake), audio)

    assert error.status == status
    assert error.param == (param or "params.audio_base64")
    assert fake.forms == []


@pytest.mark.parametrize(
    ("status", "told"), [(400, 400), (413, 413), (401, 503), (404, 503), (429, 503), (500, 503)]
)
async def test_a_refusal_is_told_without_the_services_words(
    fake: FakeTranscriptions, status: int, told: int, caplog: pytest.LogCaptureFixture
) -> None:
    fake.next_status = [status] * 2

    error = await refused(transcriber(fake), spoken("Hi"))

    assert error.status == told
    assert "secret" not in str(error.message)
    assert f"status {status}" in caplog.text
    assert "secret" not in caplog.text


async def test_a_service_that_stalls_is_given_up(fake: FakeTranscriptions) -> None:
    fake.stalls.set()

    error = await refused(transcriber(fake, TIMEOUT=0.2), spoken("Hi"))

    assert (error.status, error.headers) == (503, {"Retry-After": "5"})


async def test_a_service_that_is_not_there(fake: FakeTranscriptions) -> None:
    with FakeTranscriptions() as gone:
        service = transcriber(gone)

    assert (await refused(service, spoken("Hi"))).status == 503


@pytest.mark.parametrize("body", [{"words": []}, [], {"text": 3}])
async def test_an_answer_without_text(fake: FakeTranscriptions, body: Any) -> None:
    fake.body = body

    assert (await refused(transcriber(fake), spoken("Hi"))).status == 503


class OwnEars(ScriptedServer):
    """Transcribes itself."""

    async def transcribe(self, audio_input: Any, context: RequestContext) -> Any:
        return audio_input


@pytest.mark.parametrize(
    ("server", "module"),
    [
        ("tests.agents.ScriptedServer", "django_chatkit.server.transcription"),
        ("tests.server.test_transcription.OwnEars", "tests.server.test_transcription"),
        (None, "django_chatkit.server.transcription"),
    ],
)
def test_a_server_without_a_method_of_its_own_has_the_services(
    server: str | None, module: str
) -> None:
    options = {"SERVER": server, "TRANSCRIPTION": {"NAME": "whisper-1", "API_KEY": KEY}}
    entry = {"BACKEND": SELF_HOSTED, "OPTIONS": options}
    with override_settings(CHATKIT_ASSISTANTS={"default": entry}):
        built: Any = assistants["default"]

        assert built.server.transcribe.__module__ == module


@pytest.mark.django_db
def test_a_paused_assistant_transcribes_nothing() -> None:
    ChatAssistant.objects.create(alias="default", is_paused=True, notice="Back at noon.")

    with pytest.raises(ChatKitError, match="Back at noon") as refused:
        prepare(request("input.transcribe"), context())
    assert refused.value.status == 503
