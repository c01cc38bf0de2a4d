"""Every endpoint, tried by schemathesis from the schema: whoever asks whatever gets an answer.

What is asked is generated, and the same in every run. What fits the schema names what is there.
"""

import functools
import os
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from django_chatkit.api.schema.operation import Caller, Operation
from django_chatkit.api.schema.operations import OPERATIONS
from tests.api.schema.conftest import KEY, belongings
from tests.openapi import conforms, document
from tests.servers import Site, Visitor

pytestmark = pytest.mark.socket

EXAMPLES = int(os.environ.get("CHATKIT_TEST_EXAMPLES", "8"))
"""Requests of each kind; a tenth of it where who asks is refused whatever they ask."""

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
STREAMING = {"conversation"}
"""Endpoints whose bodies are checked by the SDK, which is more lenient than its own schema."""


class Asking(NamedTuple):
    """Who asks, and what is theirs."""

    caller: Caller
    headers: dict[str, str]
    ids: dict[str, str]
    new_thread: Callable[[], str]


@pytest.fixture(scope="module")
def alice(schema_site: Site) -> Visitor:
    return schema_site.log_in("alice")


@pytest.fixture(scope="module")
def ids(alice: Visitor) -> dict[str, str]:
    return belongings(alice)


@pytest.fixture(params=["person", "server_key", "client_secret"])
def asking(request: pytest.FixtureRequest, alice: Visitor, ids: dict[str, str]) -> Asking:
    headers: dict[str, Callable[[], dict[str, str]]] = {
        "person": alice.session_headers,
        "server_key": lambda: {"Authorization": f"Bearer {KEY}"},
        "client_secret": lambda: {"Authorization": f"Bearer {_secret(alice)}"},
    }
    return Asking(
        request.param,
        headers[request.param](),
        ids,
        lambda: str(alice.post("/chatkit/threads", json={}).json()["id"]),
    )


def _secret(alice: Visitor) -> str:
    secret: str = alice.post("/chatkit/sessions", json={}).json()["client_secret"]
    return secret


@functools.cache
def described() -> Any:
    load: Any = schemathesis.openapi.from_dict
    schema = load(document())
    # Cookies and keys are ours to send.
    schema.config.generation.update(with_security_parameters=False)
    return schema


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
def test_every_request_gets_an_answer_that_the_schema_describes(
    schema_site: Site, asking: Asking, operation: Operation, mode: GenerationMode
) -> None:
    strategy = described().find_operation_by_id(operation.id).as_strategy(generation_mode=mode)
    checks = CHECKS if operation.endpoint in STREAMING else [*CHECKS, negative_data_rejection]

    @settings(
        max_examples=EXAMPLES if asking.caller in operation.callers else EXAMPLES // 10 + 2,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=strategy)
    def ask(case: Case[Any]) -> None:
        if mode is GenerationMode.POSITIVE:
            _name_what_is_there(case, asking)
        answer = case.call(base_url=schema_site.url, headers=asking.headers)
        case.validate_response(answer, checks=checks)
        conforms(
            operation.method,
            case.path,
            answer.status_code,
            answer.headers.get("content-type", [""])[0],
            answer.content,
        )

    ask()


def _name_what_is_there(case: Case[Any], asking: Asking) -> None:
    """Put real ids where there would be made up ones, which only ever are not found."""
    ids = dict(asking.ids)
    if case.method.lower() == "delete" or _is(case.body, "threads.delete"):
        ids["thread_id"] = asking.new_thread()
    for name in case.path_parameters:
        case.path_parameters[name] = ids[name]
    if asking.caller == "person":
        case.query.pop("user", None)
    for sent in (case.query, case.body):
        if isinstance(sent, dict):
            _replace(sent, {"assistant": "default", "session_id": ids["session_id"]})
            _replace(sent.get("workflow"), {"id": "default"})
            _replace(sent.get("params"), ids)


def _is(body: Any, operation: str) -> bool:
    return isinstance(body, dict) and body.get("type") == operation


def _replace(sent: Any, values: dict[str, str]) -> None:
    if isinstance(sent, dict):
        sent.update({name: values[name] for name in sent.keys() & values.keys()})
