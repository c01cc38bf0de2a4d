"""The fake is as strict as OpenAI, whoever asks: here the ``openai`` SDK and plain httpx."""

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import openai
import pytest

from django_chatkit.testing import FakeOpenAI, FakeOpenAIServer, ScriptedAgent
from django_chatkit.testing.pytest_plugin import fake_openai, fake_openai_server

__all__ = ["fake_openai", "fake_openai_server"]

WORKFLOW = {"id": "wf_1"}


@pytest.fixture
def sdk(fake_openai_server: FakeOpenAIServer) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(
        api_key=fake_openai_server.api.api_key,
        base_url=fake_openai_server.base_url,
        max_retries=0,
        _strict_response_validation=True,
    ) as client:
        yield client


def post(server: FakeOpenAIServer, **options: Any) -> httpx.Response:
    """A request to mint a session, right but for what ``options`` differ in."""
    headers = {
        "Authorization": f"Bearer {server.api.api_key}",
        "OpenAI-Beta": "chatkit_beta=v1",
        **options.pop("headers", {}),
    }
    body = {"user": "u", "workflow": WORKFLOW, **options}
    return httpx.post(
        f"{server.base_url}/chatkit/sessions",
        json={name: value for name, value in body.items() if value is not None},
        headers={name: value for name, value in headers.items() if value is not None},
    )


def test_the_sdks_strict_validation_accepts_every_answer(
    sdk: openai.OpenAI, fake_openai: FakeOpenAI
) -> None:
    thread = fake_openai.add_thread("u", messages=["Hello", "Hi"])["id"]
    fake_openai.add_item(thread, "chatkit.widget", widget="{}")

    session = sdk.beta.chatkit.sessions.create(user="u", workflow={"id": "wf_1"})
    cancelled = sdk.beta.chatkit.sessions.cancel(session.id)
    items = [item.type for item in sdk.beta.chatkit.threads.list_items(thread, limit=1)]
    threads = [found.id for found in sdk.beta.chatkit.threads.list(user="u")]
    read = sdk.beta.chatkit.threads.retrieve(thread)
    deleted = sdk.beta.chatkit.threads.delete(thread)

    assert cancelled.status == "cancelled"
    assert items == ["chatkit.widget", "chatkit.assistant_message", "chatkit.user_message"]
    assert threads == [read.id] == [deleted.id]


@pytest.mark.parametrize(
    ("difference", "param", "code"),
    [
        ({"user": None}, "user", "missing_required_parameter"),
        ({"user": 1}, "user", "invalid_type"),
        ({"user": ""}, "user", "invalid_value"),
        ({"user_id": "u"}, "user_id", "unknown_parameter"),
        ({"workflow": "wf_1"}, "workflow", "invalid_type"),
        ({"workflow": {}}, "workflow.id", "missing_required_parameter"),
        ({"workflow": {"id": "w", "isValid": 1}}, "workflow.isValid", "unknown_parameter"),
        (
            {"workflow": {"id": "w", "state_variables": {"a": []}}},
            "workflow.state_variables.a",
            "invalid_type",
        ),
        ({"expires_after": 600}, "expires_after", "invalid_type"),
        (
            {"expires_after": {"anchor": "creation", "seconds": 1}},
            "expires_after.anchor",
            "invalid_value",
        ),
        (
            {"expires_after": {"anchor": "created_at"}},
            "expires_after.seconds",
            "missing_required_parameter",
        ),
        ({"rate_limits": {"per_minute": 1}}, "rate_limits.per_minute", "unknown_parameter"),
        (
            {"chatkit_configuration": {"file_upload": {"max_file_size": 513}}},
            "chatkit_configuration.file_upload.max_file_size",
            "invalid_value",
        ),
    ],
)
def test_a_wrong_parameter_is_refused_by_name(
    fake_openai_server: FakeOpenAIServer, difference: dict[str, Any], param: str, code: str
) -> None:
    response = post(fake_openai_server, **difference)

    error = response.json()["error"]
    assert (response.status_code, error["param"], error["code"]) == (400, param, code)
    assert error["type"] == "invalid_request_error"


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({"OpenAI-Beta": None}, 400, "invalid_beta"),
        ({"OpenAI-Beta": "chatkit=v1"}, 400, "invalid_beta"),
        ({"Authorization": None}, 401, None),
        ({"Authorization": "Bearer sk-wrong"}, 401, "invalid_api_key"),
    ],
)
def test_the_key_and_the_beta_header_are_required(
    fake_openai_server: FakeOpenAIServer, headers: dict[str, Any], status: int, code: str | None
) -> None:
    response = post(fake_openai_server, headers=headers)

    assert (response.status_code, response.json()["error"]["code"]) == (status, code)


def test_unknown_query_parameters_and_cursors_are_refused(
    sdk: openai.OpenAI, fake_openai: FakeOpenAI
) -> None:
    with pytest.raises(openai.BadRequestError):
        sdk.beta.chatkit.threads.list(extra_query={"page": "2"})
    with pytest.raises(openai.BadRequestError):
        sdk.beta.chatkit.threads.list(limit=101)
    with pytest.raises(openai.NotFoundError):
        sdk.beta.chatkit.threads.list(after="cthr_unknown")


def test_a_dead_server_refuses_and_comes_back_at_the_same_address(
    fake_openai_server: FakeOpenAIServer,
) -> None:
    address = fake_openai_server.base_url
    fake_openai_server.stop()
    with pytest.raises(httpx.ConnectError):
        post(fake_openai_server)
    fake_openai_server.start()

    assert fake_openai_server.base_url == address
    assert post(fake_openai_server).status_code == 200


def test_an_idempotency_key_makes_one_session(fake_openai_server: FakeOpenAIServer) -> None:
    answers = [post(fake_openai_server, headers={"Idempotency-Key": "k"}) for _ in range(2)]

    assert answers[0].json() == answers[1].json()
    assert [request.idempotency_key for request in fake_openai_server.api.requests] == ["k", "k"]


def test_importing_it_needs_no_settings_and_no_sdk() -> None:
    code = (
        "import sys, django_chatkit.testing\n"
        "print(sorted({'openai', 'chatkit', 'agents'} & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env={"PATH": ""}
    )

    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_a_scripted_agent_says_its_answers_in_order_and_repeats_the_last() -> None:
    agent = ScriptedAgent("one", "two")

    assert [agent.next_answer() for _ in range(3)] == ["one", "two", "two"]


def test_a_scripted_agent_needs_something_to_say() -> None:
    with pytest.raises(ValueError, match="something to say"):
        ScriptedAgent()
