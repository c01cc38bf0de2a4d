"""The whole OpenAPI 3.1 document of the API, by itself."""

import functools
import json
import threading
from typing import Any

from django.conf import settings
from django.urls import get_script_prefix
from drf_spectacular.generators import EndpointEnumerator, SchemaGenerator
from drf_spectacular.settings import patched_settings

from ... import __version__
from ...types import JSONObject
from .hooks import chatkit_endpoints
from .inspector import TAG

SETTINGS: JSONObject = {
    "OAS_VERSION": "3.1.0",
    "TITLE": "ChatKit",
    "DESCRIPTION": (
        "The ChatKit API of this site: paths, shapes, cursors and errors are OpenAI's, and so is "
        "the protocol of `conversation`. A present Authorization header decides alone who asks."
    ),
    "VERSION": __version__,
    "TOS": None,
    "CONTACT": {},
    "LICENSE": {},
    "TAGS": [{"name": TAG}],
    "EXTERNAL_DOCS": {},
    "EXTENSIONS_INFO": {},
    "EXTENSIONS_ROOT": {},
    "APPEND_PATHS": {},
    "APPEND_COMPONENTS": {},
    "WEBHOOKS": [],
    "CAMELIZE_NAMES": False,
    "SCHEMA_PATH_PREFIX_TRIM": False,
    "SCHEMA_PATH_PREFIX_INSERT": "",
    "PREPROCESSING_HOOKS": [],
    "POSTPROCESSING_HOOKS": [],
}
"""Everything of drf-spectacular's settings that would show: the site's are for its own schema."""

_lock = threading.Lock()


class _Endpoints(EndpointEnumerator):
    def get_api_endpoints(self, patterns: Any = None, prefix: str = "") -> Any:
        return chatkit_endpoints()


class _Generator(SchemaGenerator):
    endpoint_inspector_cls = _Endpoints


def openapi_document() -> JSONObject:
    """The document for the site as it is: its mount, cookie and header names."""
    endpoints = chatkit_endpoints()
    document: JSONObject = json.loads(
        _document(
            tuple((path, method) for path, _, method, _ in endpoints),
            get_script_prefix(),
            settings.SESSION_COOKIE_NAME,
            settings.CSRF_HEADER_NAME,
        )
    )
    return document


@functools.lru_cache(maxsize=4)
def _document(_paths: object, prefix: str, *_names: str) -> str:
    """The document's JSON, made once for all that it depends on."""
    servers = [{"url": prefix.rstrip("/") or "/"}]
    # drf-spectacular's settings are the process's.
    with _lock, patched_settings({**SETTINGS, "SERVERS": servers}):
        generator: Any = _Generator()  # type: ignore[no-untyped-call]
        return json.dumps(generator.get_schema(public=True))
