"""Our operations as drf-spectacular asks for them: one view per endpoint, described by the table."""

from typing import Any

from django.conf import settings
from drf_spectacular.hooks import postprocess_schema_enums
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import (
    ComponentRegistry,
    ResolvedComponent,
    is_jsonschema_compliant,
)
from drf_spectacular.settings import spectacular_settings
from rest_framework.views import APIView

from ...types import JSON, JSONObject
from ..errors import REQUEST_ID_HEADER
from ..rest.base import MIRROR_AGE_HEADER
from .operation import JSON_TYPE, Body, Operation
from .operations import OPERATIONS, components
from .protocol import protocol_components
from .shapes import COUNT, TEXT, ref

TAG = "ChatKit"
REFERENCE = "#/components/schemas/"

HEADERS: JSONObject = {
    REQUEST_ID_HEADER: {"description": "The request's id, which the log has too.", "schema": TEXT}
}
MIRROR_AGE: JSONObject = {
    MIRROR_AGE_HEADER: {
        "description": "OpenAI did not answer: the seconds since the mirror was up to date.",
        "schema": COUNT,
    }
}
RETRY_AFTER: JSONObject = {
    "Retry-After": {"description": "When to come back, in seconds.", "schema": COUNT}
}


class Described(AutoSchema):
    """Reads an operation off the table instead of a view's serializers."""

    def get_operation(
        self,
        path: str,
        path_regex: str,
        path_prefix: str,
        method: str,
        registry: ComponentRegistry,
    ) -> JSONObject:
        """One operation as OpenAPI has it; what it refers to is registered."""
        view: Any = self.view
        described: Operation = view.operations[method.lower()]
        operation = _operation(described)
        document = _Components(registry)
        document.need(operation)
        for name in _schemes(described):
            document.add_scheme(name)
        finished: JSONObject = _adapted(operation)
        return finished


def _operation(described: Operation) -> JSONObject:
    operation: JSONObject = {
        "operationId": described.id,
        "summary": described.summary,
        **({"description": described.description} if described.description else {}),
        "tags": [TAG],
        "parameters": [*described.parameters],
        "security": _security(described),
        "responses": _responses(described),
    }
    if described.request is not None:
        operation["requestBody"] = {
            "required": described.request_required,
            "content": _content(described.request),
        }
    return operation


def _content(body: Body) -> JSONObject:
    examples = {name: {"value": value} for name, value in body.examples.items()}
    return {
        kind: {
            "schema": schema,
            **({"examples": examples} if examples and kind == JSON_TYPE else {}),
        }
        for kind, schema in body.content.items()
    }


def _responses(described: Operation) -> JSONObject:
    responses: JSONObject = {}
    for status, body in described.answers.items():
        responses[str(status)] = {
            "description": body.description,
            "headers": {**HEADERS, **(MIRROR_AGE if body.mirrored else {})},
            **({"content": _content(body)} if body.content else {}),
        }
    for refusal in described.refusals:
        response = responses.setdefault(
            str(refusal.status),
            {
                "description": "",
                "headers": {
                    **HEADERS,
                    **(RETRY_AFTER if refusal.status in {429, 503} else {}),
                },
                "content": {JSON_TYPE: {"schema": ref("Error"), "examples": {}}},
            },
        )
        response["description"] = f"{response['description']} {refusal.when}".strip()
        response["content"][JSON_TYPE]["examples"][refusal.name] = {"value": refusal.example()}
    return responses


SCHEMES = {
    "ChatKitServerKey": "One of `CHATKIT_SERVER_KEYS`; it acts for the whole site.",
    "ChatKitClientSecret": "`ek_…`, minted by `sessions`.",
    "ChatKitCookie": "Django's session.",
    "ChatKitCSRFToken": "Django's CSRF token, beside its cookie.",
}


def _security(described: Operation) -> list[JSONObject]:
    alternatives: list[JSONObject] = []
    if "person" in described.callers:
        person: JSONObject = {"ChatKitCookie": []}
        if described.method != "get":
            person["ChatKitCSRFToken"] = []
        alternatives.append(person)
    if "server_key" in described.callers:
        alternatives.append({"ChatKitServerKey": []})
    if "client_secret" in described.callers:
        alternatives.append({"ChatKitClientSecret": []})
    return alternatives


def _schemes(described: Operation) -> set[str]:
    return {name for alternative in _security(described) for name in alternative}


def _scheme(name: str) -> JSONObject:
    about: JSONObject = {"description": SCHEMES[name]}
    if name == "ChatKitCookie":
        return {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME, **about}
    if name == "ChatKitCSRFToken":
        header = settings.CSRF_HEADER_NAME.removeprefix("HTTP_").replace("_", "-").title()
        return {"type": "apiKey", "in": "header", "name": header, **about}
    return {"type": "http", "scheme": "bearer", **about}


class _Components:
    """The schemas that operations refer to, brought into the registry."""

    def __init__(self, registry: ComponentRegistry) -> None:
        self._registry = registry
        self._known = {**components(), **protocol_components()}

    def need(self, value: JSON) -> None:
        """Register whatever ``value`` refers to, and what that refers to."""
        if isinstance(value, list):
            for entry in value:
                self.need(entry)
        elif isinstance(value, dict):
            target = value.get("$ref")
            if isinstance(target, str):
                self._add(target.removeprefix(REFERENCE))
            for entry in value.values():
                self.need(entry)

    def _add(self, name: str) -> None:
        schema = self._known.pop(name, None)
        if schema is not None:
            self._register(name, ResolvedComponent.SCHEMA, _adapted(schema))
            self.need(schema)

    def add_scheme(self, name: str) -> None:
        """Register a way of saying who is asking."""
        self._register(name, ResolvedComponent.SECURITY_SCHEMA, _scheme(name))

    def _register(self, name: str, kind: str, schema: JSONObject) -> None:
        self._registry.register_on_missing(
            ResolvedComponent(name=name, type=kind, schema=schema, object=name)
        )


def _adapted(schema: JSON) -> Any:
    """As the site's own settings need it: OpenAPI 3.0 knows less, and enums may be moved."""
    if not is_jsonschema_compliant():
        schema = _for_openapi_3_0(schema)
    if postprocess_schema_enums in spectacular_settings.POSTPROCESSING_HOOKS:
        schema = _with_enums_that_stay(schema)
    return schema


def _for_openapi_3_0(value: JSON) -> JSON:
    if isinstance(value, list):
        return [_for_openapi_3_0(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    schema = {name: _for_openapi_3_0(entry) for name, entry in value.items()}
    for keyword in ("propertyNames", "contentMediaType", "contentSchema"):
        schema.pop(keyword, None)
    if "const" in schema:
        constant = schema.pop("const")
        kind = "boolean" if isinstance(constant, bool) else "string"
        schema |= {"type": kind, "enum": [constant]}
    kinds = schema.get("type")
    if isinstance(kinds, list):
        named = [kind for kind in kinds if kind != "null"]
        del schema["type"]
        schema |= {"type": named[0]} if len(named) == 1 else {"oneOf": [{"type": k} for k in named]}
        schema |= {"nullable": True} if "null" in kinds else {}
    options = schema.get("anyOf")
    if isinstance(options, list) and {"type": "null"} in options:
        options.remove({"type": "null"})
        schema["nullable"] = True
    return schema


def _with_enums_that_stay(value: JSON) -> JSON:
    """Properties whose enum drf-spectacular's hook overlooks: it would rename the site's own."""
    if isinstance(value, list):
        return [_with_enums_that_stay(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    schema = {name: _with_enums_that_stay(entry) for name, entry in value.items()}
    properties = schema.get("properties")
    if isinstance(properties, dict):
        schema["properties"] = {
            name: {"allOf": [entry]} if isinstance(entry, dict) and "enum" in entry else entry
            for name, entry in properties.items()
        }
    return schema


def _view_of(endpoint: str) -> type[APIView]:
    operations = {op.method: op for op in OPERATIONS if op.endpoint == endpoint}

    def handler(self: APIView, request: Any) -> Any:
        """Never called: the schema is made without requests."""
        raise NotImplementedError

    return type(
        f"ChatKit_{endpoint}",
        (APIView,),
        {
            "authentication_classes": (),
            "permission_classes": (),
            "versioning_class": None,
            "schema": Described(),
            "operations": operations,
            "__module__": __name__,
            **dict.fromkeys(operations, handler),
        },
    )


VIEWS: dict[str, type[APIView]] = {
    endpoint: _view_of(endpoint) for endpoint in dict.fromkeys(op.endpoint for op in OPERATIONS)
}
"""Views that stand for the endpoints, by the names of their URLs."""
