"""Answers of the API, held to its OpenAPI schema.

:func:`conforms` is asked by every caller of the REST tests, so that each of their answers is a
test of the schema too.
"""

import functools
import json
import re
from typing import Any

from jsonschema import Draft202012Validator

from django_chatkit.api.schema.document import openapi_document

JSON_TYPE = "application/json"
PROTOCOL = "ChatKitProtocol"


@functools.cache
def document() -> dict[str, Any]:
    """The schema of the test project, in which an answer may hold nothing that it does not name."""
    whole = openapi_document()
    for name, schema in whole["components"]["schemas"].items():
        if not name.startswith(PROTOCOL):
            _close(schema)
    return whole


def _close(schema: Any) -> None:
    if isinstance(schema, list):
        for entry in schema:
            _close(entry)
    elif isinstance(schema, dict):
        if schema.get("type") == "object" and "properties" in schema:
            schema.setdefault("additionalProperties", False)
        for entry in schema.values():
            _close(entry)


@functools.cache
def validator(pointer: tuple[str, ...]) -> Draft202012Validator:
    """The validator of the schema at a place of the document."""
    schema: Any = document()
    for step in pointer:
        schema = schema[step]
    return Draft202012Validator({"components": document()["components"], **schema})


def template_of(path: str) -> str | None:
    """The documented path that a request's path is one of."""
    for template in document()["paths"]:
        pattern = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(template))
        if re.fullmatch(f"{pattern}/?", path):
            found: str = template
            return found
    return None


def conforms(method: str, path: str, status: int, content_type: str, body: bytes) -> None:
    """Assert that an answer is one that the schema describes."""
    template = template_of(path.split("?", maxsplit=1)[0])
    operations = document()["paths"].get(template, {})
    operation = operations.get(method.lower())
    if operation is None:
        # The answer says that there is nothing: no path, or no such method.
        assert status in {401, 403, 404, 405}, (method, path, status)
        validator(("components", "schemas", "ChatKitError")).validate(json.loads(body))
        return
    responses = operation["responses"]
    assert str(status) in responses, (method, template, status, body[:500])
    content = responses[str(status)].get("content", {})
    if not content:
        assert body == b"", (method, template, status, body[:500])
        return
    kind = content_type.split(";", maxsplit=1)[0]
    if kind not in content:
        assert "*/*" in content, (method, template, status, content_type)
        return
    if kind != JSON_TYPE:
        return
    answer = json.loads(body)
    steps = ("paths", str(template), method.lower(), "responses", str(status), "content", kind)
    validator((*steps, "schema")).validate(answer)
    if status >= 400:
        documented = {
            (example["value"]["error"]["type"], example["value"]["error"]["code"])
            for example in content[kind]["examples"].values()
        }
        error = answer["error"]
        assert (error["type"], error["code"]) in documented, (method, template, error)
