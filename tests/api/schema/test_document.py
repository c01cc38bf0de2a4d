"""The OpenAPI schema says what the API does: every route, method, field, error and example."""

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import URLPattern
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

import django_chatkit
from django_chatkit import exceptions, urls
from django_chatkit.api.rest.serializers import Strict
from django_chatkit.api.schema.bodies import ABOUT, FIELDS, body_schema
from django_chatkit.api.schema.document import openapi_document
from django_chatkit.api.schema.errors import CATALOGUE
from django_chatkit.api.schema.operations import OPERATIONS

PACKAGE = Path(django_chatkit.__file__).parent
METHODS = ("get", "post", "put", "patch", "delete")


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return openapi_document()


def operations(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path, method, operation)
        for path, item in document["paths"].items()
        for method, operation in item.items()
    ]


def test_it_is_valid_openapi_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"] == "3.1.0"
    assert list(OpenAPIV31SpecValidator(document).iter_errors()) == []


def test_every_schema_in_it_is_valid_json_schema(document: dict[str, Any]) -> None:
    for schema in document["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)


ENDPOINTS = [pattern for pattern in urls.urlpatterns if pattern.name != "not_found"]


def test_every_route_is_in_it_and_no_other(document: dict[str, Any]) -> None:
    paths = [re.sub(r"\(\?P<(\w+)>[^)]*\)", r"{\1}", str(route.pattern)) for route in ENDPOINTS]

    assert sorted(document["paths"]) == sorted(
        f"/chatkit/{path.removeprefix('^').removesuffix('/?$')}" for path in paths
    )


@pytest.mark.django_db
@pytest.mark.parametrize("route", ENDPOINTS, ids=lambda route: str(route.name))
def test_every_method_is_in_it_and_no_other(document: dict[str, Any], route: URLPattern) -> None:
    described = {op.method for op in OPERATIONS if op.endpoint == route.name}
    [path] = [
        path
        for path, item in document["paths"].items()
        if re.fullmatch(str(route.pattern), path.removeprefix("/chatkit/"))
        and described == set(item)
    ]
    client = Client()
    client.force_login(User.objects.create_user("alice"))

    answered = {method for method in METHODS if getattr(client, method)(path).status_code != 405}

    assert answered == described


def test_every_operation_has_its_own_id_and_says_what_it_does(document: dict[str, Any]) -> None:
    found = [operation for _path, _method, operation in operations(document)]

    assert len({operation["operationId"] for operation in found}) == len(found)
    assert all(operation["summary"] for operation in found)


def examples(document: dict[str, Any]) -> list[Any]:
    """Each media type that has examples, with where it is."""
    found = []
    for path, method, operation in operations(document):
        bodies = {"request": operation.get("requestBody", {}), **operation["responses"]}
        for where, body in bodies.items():
            for kind, media in body.get("content", {}).items():
                found.append((f"{method} {path} {where} {kind}", media))
    return found


def test_every_example_is_what_its_schema_says(document: dict[str, Any]) -> None:
    wrong = [
        (where, name, problem.message)
        for where, media in examples(document)
        for name, example in media.get("examples", {}).items()
        for problem in Draft202012Validator(
            {"components": document["components"], **media["schema"]}
        ).iter_errors(example["value"])
    ]

    assert wrong == []


def test_all_json_has_an_example_but_the_configuration(document: dict[str, Any]) -> None:
    without = [
        where
        for where, media in examples(document)
        if "json" in where and not media.get("examples")
    ]

    assert without == ["get /chatkit/config 200 application/json"]


def test_every_path_parameter_is_described(document: dict[str, Any]) -> None:
    for path, _method, operation in operations(document):
        named = {p["name"] for p in operation["parameters"] if p["in"] == "path"}
        assert named == set(re.findall(r"\{(\w+)\}", path))


def codes_in_the_code() -> set[str]:
    """Every literal ``code`` that the package gives an error, but for OpenAI's own and its fake."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        if path.relative_to(PACKAGE).parts[0] in {"testing", "hosted", "migrations"}:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            value = node.value if isinstance(node, ast.keyword) and node.arg == "code" else None
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                found.add(value.value)
    return found


def error_classes() -> list[type[exceptions.ChatKitError]]:
    classes = [value for value in vars(exceptions).values() if isinstance(value, type)]
    return [value for value in classes if issubclass(value, exceptions.ChatKitError)]


def test_every_error_code_is_in_the_catalogue_and_no_other() -> None:
    of_classes = {error.code for error in error_classes() if error.code}

    assert codes_in_the_code() - SERVER_SIDE | of_classes == {
        refusal.code for refusal in CATALOGUE if refusal.code
    }


SERVER_SIDE = {"custom"}
"""Codes of the protocol's error events and of form validation, which are no refusals."""


def test_every_status_and_type_is_that_of_an_error() -> None:
    known = {(error.status, error.error_type) for error in error_classes()}

    assert {(refusal.status, refusal.type) for refusal in CATALOGUE} == known


def test_every_refusal_is_made_by_some_operation_or_by_all_paths() -> None:
    made = {refusal for operation in OPERATIONS for refusal in operation.refusals}

    assert {r.code for r in set(CATALOGUE) - made} == {"method_not_allowed", "permission_denied"}


def subclasses(serializer: type[Any]) -> list[type[Any]]:
    direct = serializer.__subclasses__()
    return direct + [deep for one in direct for deep in subclasses(one)]


def nested(serializer: Any) -> list[Any]:
    own = [field for field in serializer.fields.values() if isinstance(field, Strict)]
    return own + [deep for field in own for deep in nested(field)]


def test_every_body_that_is_checked_is_in_it() -> None:
    parts = {type(field) for body in ABOUT for field in nested(body())}

    assert set(subclasses(Strict)) == set(ABOUT) | parts


def test_every_hint_is_about_a_field_that_is_there() -> None:
    text = json.dumps([body_schema(body) for body in ABOUT])

    assert [path for path, hint in FIELDS.items() if hint not in text] == []
