"""The bodies that the REST API takes, checked as strictly as OpenAI checks them."""

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


class Strict(serializers.Serializer[Any]):
    """A body whose unknown fields are refused by name."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict):
            for name in data:
                if name not in self.fields:
                    raise serializers.ValidationError({str(name): _("Unknown parameter.")})
        return super().to_internal_value(data)


class MetadataField(serializers.DictField):
    """At most 16 pairs of text, as OpenAI's metadata is."""

    child = serializers.CharField(max_length=METADATA_VALUE_MAX_LENGTH, allow_blank=True)

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict):
            if len(data) > METADATA_MAX_PAIRS:
                raise serializers.ValidationError(
                    _("At most %(limit)d pairs fit.") % {"limit": METADATA_MAX_PAIRS}
                )
            for key, value in data.items():
                if len(str(key)) > METADATA_KEY_MAX_LENGTH:
                    raise serializers.ValidationError(
                        _("A key has at most %(limit)d characters.")
                        % {"limit": METADATA_KEY_MAX_LENGTH}
                    )
                if not isinstance(value, str):
                    raise serializers.ValidationError({str(key): _("Only text is taken.")})
        return super().to_internal_value(data)


class StateVariablesField(serializers.DictField):
    """Names to text, numbers or booleans."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict):
            for key, value in data.items():
                if len(str(key)) > STATE_VARIABLE_KEY_MAX_LENGTH:
                    raise serializers.ValidationError(
                        _("A key has at most %(limit)d characters.")
                        % {"limit": STATE_VARIABLE_KEY_MAX_LENGTH}
                    )
                if not isinstance(value, str | bool | int | float):
                    raise serializers.ValidationError(
                        {str(key): _("Only text, numbers and booleans are taken.")}
                    )
        return super().to_internal_value(data)


class Tracing(Strict):
    """``workflow.tracing``"""

    enabled = serializers.BooleanField(required=False)


class Workflow(Strict):
    """``workflow``"""

    id = serializers.CharField(max_length=SCOPE_MAX_LENGTH)
    version = serializers.CharField(required=False, allow_null=True, max_length=SCOPE_MAX_LENGTH)
    state_variables = StateVariablesField(required=False)
    tracing = Tracing(required=False)


class Titling(Strict):
    """``chatkit_configuration.automatic_thread_titling``"""

    enabled = serializers.BooleanField(required=False)


class FileUpload(Strict):
    """``chatkit_configuration.file_upload``; sizes in MB."""

    enabled = serializers.BooleanField(required=False)
    max_file_size = serializers.IntegerField(required=False, min_value=1, max_value=512)
    max_files = serializers.IntegerField(required=False, min_value=1)


class History(Strict):
    """``chatkit_configuration.history``"""

    enabled = serializers.BooleanField(required=False)
    recent_threads = serializers.IntegerField(required=False, min_value=1)


class Configuration(Strict):
    """``chatkit_configuration``"""

    automatic_thread_titling = Titling(required=False)
    file_upload = FileUpload(required=False)
    history = History(required=False)


class ExpiresAfter(Strict):
    """``expires_after``"""

    anchor = serializers.ChoiceField(choices=["created_at"])
    seconds = serializers.IntegerField(min_value=1, max_value=MAX_SESSION_SECONDS)


class RateLimits(Strict):
    """``rate_limits``"""

    max_requests_per_1_minute = serializers.IntegerField(
        required=False, min_value=1, max_value=MAX_REQUESTS_PER_MINUTE
    )


class SiteSession(Strict):
    """What a server key mints a session with: OpenAI's parameters, and metadata."""

    user = serializers.CharField(max_length=SCOPE_MAX_LENGTH, trim_whitespace=False)
    workflow = Workflow()
    chatkit_configuration = Configuration(required=False)
    expires_after = ExpiresAfter(required=False)
    rate_limits = RateLimits(required=False)
    metadata = MetadataField(required=False)


class OwnSession(Strict):
    """What a browser mints a session with."""

    assistant = serializers.CharField(required=False)
    metadata = MetadataField(required=False)


class ThreadChanges(Strict):
    """What may be changed of a thread; metadata is replaced whole."""

    assistant = serializers.CharField(required=False)
    title = serializers.CharField(
        required=False, allow_null=True, allow_blank=True, max_length=TITLE_MAX_LENGTH
    )
    metadata = MetadataField(required=False)


class OwnThread(ThreadChanges):
    """What a browser creates a thread with."""

    session_id = serializers.CharField(required=False, allow_null=True)


class SiteThread(OwnThread):
    """What a server key creates a thread with."""

    user = serializers.CharField(max_length=SCOPE_MAX_LENGTH, trim_whitespace=False)
