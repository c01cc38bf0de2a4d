"""The bodies that the REST API takes, checked as strictly as OpenAI checks them."""

import math
from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from ...models import TITLE_MAX_LENGTH

SCOPE_MAX_LENGTH = 255
METADATA_MAX_PAIRS = 16
METADATA_KEY_MAX_LENGTH = 64
METADATA_VALUE_MAX_LENGTH = 512
MAX_SESSION_SECONDS = 24 * 3600
MAX_REQUESTS_PER_MINUTE = 10_000
STATE_VARIABLE_KEY_MAX_LENGTH = 64
REPLACEMENT = "\ufffd"


class Text(serializers.CharField):
    """Text as it was sent, not trimmed, and nothing else; NUL becomes U+FFFD, as everywhere."""

    def __init__(self, **options: Any) -> None:
        super().__init__(trim_whitespace=False, **options)

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data.replace("\x00", REPLACEMENT))


class Flag(serializers.BooleanField):
    """``true`` or ``false``, and nothing that looks like one of them."""

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, bool):
            self.fail("invalid", input=data)
        return data


class Count(serializers.IntegerField):
    """A whole number, not text that looks like one."""

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, int) or isinstance(data, bool):
            self.fail("invalid")
        return super().to_internal_value(data)


class Strict(serializers.Serializer[Any]):
    """A body whose unknown fields are refused by name."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict):
            for name in data:
                if name not in self.fields:
                    raise serializers.ValidationError({str(name): _("Unknown parameter.")})
        return super().to_internal_value(data)


class PairsField(serializers.DictField):
    """Names, of a bounded length, to values."""

    key_max_length: int

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, dict):
            self.fail("not_a_dict", input_type=type(data).__name__)
        return {self._key(key): self.value(key, value) for key, value in data.items()}

    def _key(self, key: str) -> str:
        if len(key) > self.key_max_length:
            raise serializers.ValidationError(
                _("A key has at most %(limit)d characters.") % {"limit": self.key_max_length}
            )
        return str(Text(allow_blank=True).run_validation(key))

    def value(self, key: str, value: Any) -> Any:
        """A value, checked; ``key`` is what an error is about."""
        raise NotImplementedError


class MetadataField(PairsField):
    """At most 16 pairs of text, as OpenAI's metadata is."""

    child = Text(max_length=METADATA_VALUE_MAX_LENGTH, allow_blank=True)
    key_max_length = METADATA_KEY_MAX_LENGTH

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict) and len(data) > METADATA_MAX_PAIRS:
            raise serializers.ValidationError(
                _("At most %(limit)d pairs fit.") % {"limit": METADATA_MAX_PAIRS}
            )
        return super().to_internal_value(data)

    def value(self, key: str, value: Any) -> Any:
        if not isinstance(value, str):
            raise serializers.ValidationError({key: _("Only text is taken.")})
        try:
            return self.child.run_validation(value)
        except serializers.ValidationError as error:
            raise serializers.ValidationError({key: error.detail}) from None


class StateVariablesField(PairsField):
    """Names to text, numbers or booleans."""

    key_max_length = STATE_VARIABLE_KEY_MAX_LENGTH

    def value(self, key: str, value: Any) -> Any:
        if isinstance(value, str):
            try:
                return Text(allow_blank=True).run_validation(value)
            except serializers.ValidationError as error:
                raise serializers.ValidationError({key: error.detail}) from None
        infinite = isinstance(value, float) and not math.isfinite(value)
        if not isinstance(value, bool | int | float) or infinite:
            raise serializers.ValidationError(
                {key: _("Only text, numbers and booleans are taken.")}
            )
        return value


class Tracing(Strict):
    """``workflow.tracing``"""

    enabled = Flag(required=False)


class Workflow(Strict):
    """``workflow``"""

    id = Text(max_length=SCOPE_MAX_LENGTH)
    version = Text(required=False, allow_null=True, max_length=SCOPE_MAX_LENGTH)
    state_variables = StateVariablesField(required=False)
    tracing = Tracing(required=False)


class Titling(Strict):
    """``chatkit_configuration.automatic_thread_titling``"""

    enabled = Flag(required=False)


class FileUpload(Strict):
    """``chatkit_configuration.file_upload``; sizes in MB."""

    enabled = Flag(required=False)
    max_file_size = Count(required=False, min_value=1, max_value=512)
    max_files = Count(required=False, min_value=1)


class History(Strict):
    """``chatkit_configuration.history``"""

    enabled = Flag(required=False)
    recent_threads = Count(required=False, min_value=1)


class Configuration(Strict):
    """``chatkit_configuration``"""

    automatic_thread_titling = Titling(required=False)
    file_upload = FileUpload(required=False)
    history = History(required=False)


class ExpiresAfter(Strict):
    """``expires_after``"""

    anchor = serializers.ChoiceField(choices=["created_at"])
    seconds = Count(min_value=1, max_value=MAX_SESSION_SECONDS)


class RateLimits(Strict):
    """``rate_limits``"""

    max_requests_per_1_minute = Count(
        required=False, min_value=1, max_value=MAX_REQUESTS_PER_MINUTE
    )


class SiteSession(Strict):
    """What a server key mints a session with: OpenAI's parameters, and metadata."""

    user = Text(max_length=SCOPE_MAX_LENGTH)
    workflow = Workflow()
    chatkit_configuration = Configuration(required=False)
    expires_after = ExpiresAfter(required=False)
    rate_limits = RateLimits(required=False)
    metadata = MetadataField(required=False)


class OwnSession(Strict):
    """What a browser mints a session with."""

    assistant = Text(required=False)
    metadata = MetadataField(required=False)


class ThreadChanges(Strict):
    """What may be changed of a thread; metadata is replaced whole."""

    assistant = Text(required=False)
    title = Text(required=False, allow_null=True, allow_blank=True, max_length=TITLE_MAX_LENGTH)
    metadata = MetadataField(required=False)


class OwnThread(ThreadChanges):
    """What a browser creates a thread with."""

    session_id = Text(required=False, allow_null=True)


class SiteThread(OwnThread):
    """What a server key creates a thread with."""

    user = Text(max_length=SCOPE_MAX_LENGTH)
