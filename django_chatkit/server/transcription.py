"""Dictation by any service that speaks OpenAI's ``POST /audio/transcriptions``."""

import asyncio
import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from chatkit.server import ChatKitServer
from chatkit.types import AudioInput, TranscriptionResult
from django.utils.translation import gettext as _

from ..exceptions import ChatKitError, InvalidRequest, TooLarge, Unavailable
from .context import RequestContext
from .text import clean_text

if TYPE_CHECKING:
    import openai

logger = logging.getLogger("django_chatkit.turns")

TIMEOUT_SECONDS = 30.0
"""How long a transcription may take, its second attempt included."""

MAX_RETRIES = 1

MOST_BYTES = 25 * 1024 * 1024
"""What OpenAI takes of one recording; ``CHATKIT_MAX_BODY_SIZE`` is usually less."""

MOST_CHARACTERS = 50_000
"""What is taken of a service's answer: it goes into the composer."""

EXTENSIONS = {
    "audio/mp4": "mp4",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/wav": "wav",
    "audio/webm": "webm",
    "audio/x-m4a": "m4a",
}
"""The recordings that are taken; services tell the format by the file's name."""


class Transcriber:
    """Has a service write down what a visitor said.

    Parameters:
        options: ``OPTIONS["TRANSCRIPTION"]``: ``NAME`` of the model, ``API_KEY`` (the environment's
            ``OPENAI_API_KEY`` by default), ``BASE_URL`` (OpenAI's by default) and ``TIMEOUT``
            in seconds.

    Source: https://platform.openai.com/docs/api-reference/audio/createTranscription
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._model: str = options["NAME"]
        self._base_url: str | None = options.get("BASE_URL")
        # Local servers ask for no key, and the SDK refuses to start without one.
        self._api_key: str | None = options.get("API_KEY") or ("none" if self._base_url else None)
        self._timeout = float(options.get("TIMEOUT", TIMEOUT_SECONDS))

    async def transcribe(
        self, audio_input: AudioInput, context: RequestContext
    ) -> TranscriptionResult:
        """The words of a recording, as ``ChatKitServer.transcribe`` returns them.

        Raises:
            InvalidRequest: it is empty, of another type, or the service cannot read it.
            TooLarge: it is too long.
            Unavailable: the service does not answer in time, or refuses.
        """
        import openai  # noqa: PLC0415 - where it is used

        file = _file(audio_input)
        try:
            async with (
                asyncio.timeout(self._timeout),
                # Of one event loop, and those of WSGI do not live long.
                openai.AsyncOpenAI(
                    api_key=self._api_key,
                    base_url=self._base_url,
                    timeout=self._timeout,
                    max_retries=MAX_RETRIES,
                ) as client,
            ):
                answer: Any = await client.audio.transcriptions.create(model=self._model, file=file)
        except (openai.OpenAIError, TimeoutError) as error:
            raise _told(error, context) from error
        text = getattr(answer, "text", None)
        if not isinstance(text, str):
            logger.error("The transcription service sent no text (request %s).", context.request_id)
            raise Unavailable(_unavailable())
        return TranscriptionResult(text=clean_text(text.strip()[:MOST_CHARACTERS]))


def has_transcription(server: "ChatKitServer[Any]") -> bool:
    """Whether a server's class writes dictation down itself."""
    return type(server).transcribe is not ChatKitServer.transcribe


def _file(audio: AudioInput) -> tuple[str, bytes, str]:
    media_type = audio.media_type.strip().lower()
    if media_type not in EXTENSIONS:
        raise InvalidRequest(
            _("Recordings of this type cannot be transcribed."),
            param="params.mime_type",
            code="unsupported_media_type",
        )
    if not audio.data:
        raise InvalidRequest(_("The recording is empty."), param="params.audio_base64")
    if len(audio.data) > MOST_BYTES:
        raise TooLarge(_("The recording is too long."), param="params.audio_base64")
    return f"recording.{EXTENSIONS[media_type]}", audio.data, media_type


def _told(error: "openai.OpenAIError | TimeoutError", context: RequestContext) -> ChatKitError:
    """What the visitor is told; what the service said is for the log, without its body."""
    status = getattr(error, "status_code", None)
    logger.error(
        "A transcription failed: %s, status %s (request %s).",
        type(error).__name__,
        status,
        context.request_id,
    )
    if status in {400, 415, 422}:
        return InvalidRequest(
            _("The recording could not be understood. Try again."), param="params.audio_base64"
        )
    if status == 413:
        return TooLarge(_("The recording is too long."), param="params.audio_base64")
    return Unavailable(_unavailable(), headers={"Retry-After": "5"})


def _unavailable() -> str:
    return _("Dictation is not available right now. Try again in a moment.")
