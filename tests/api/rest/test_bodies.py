"""Bodies, parameters and paths that are none: refused by name, on every database, never a 500."""

from typing import Any

import pytest

from tests.api.rest.conftest import Caller, problem, thread_of

pytestmark = pytest.mark.database

NUL = "\x00"


def raw(alice: Caller, path: str, body: str | bytes, kind: str = "application/json") -> Any:
    return alice.post(f"/chatkit/{path}", body, content_type=kind)


@pytest.mark.parametrize(
    "body",
    [
        "{",
        "NaN",
        '{"title": Infinity}',
        '{"a":' * 100_000 + "1" + "}" * 100_000,
        b"\xff",
        f'{{"title": "{NUL}"}}',
        "1" * 5000,
    ],
    ids=["unfinished", "NaN", "Infinity", "deep", "no UTF-8", "NUL as it is", "a huge number"],
)
def test_what_is_no_json_is_refused(alice: Caller, body: str | bytes) -> None:
    assert problem(raw(alice, "threads", body)) == (400, "invalid_json", None)


@pytest.mark.parametrize("body", ["5", '"text"', "[1]", "true"])
@pytest.mark.parametrize("path", ["threads", "sessions", "sessions/cksess_1/cancel"])
def test_json_that_is_no_object_is_refused(alice: Caller, path: str, body: str) -> None:
    assert raw(alice, path, body).status_code == 400


@pytest.mark.parametrize(
    "kind", ["text/plain", "multipart/form-data", "multipart/form-data; boundary="]
)
def test_another_content_type_is_refused(alice: Caller, kind: str) -> None:
    assert raw(alice, "threads", "--x", kind).status_code == 400


@pytest.mark.parametrize("kind", ["multipart/form-data", "multipart/form-data; boundary="])
def test_a_form_that_is_none_is_refused(alice: Caller, kind: str) -> None:
    assert raw(alice, "files", b"--x", kind).status_code == 400


def test_text_is_kept_as_it_was_sent(alice: Caller) -> None:
    created = alice.send("post", "threads", {"title": " Hi ", "metadata": {" k ": " v "}}).json()

    shown = alice.read(f"threads/{created['id']}")
    assert (shown["title"], shown["metadata"]) == (" Hi ", {" k ": " v "})


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({"title": 5}, "title"),
        ({"title": True}, "title"),
        ({"session_id": 5}, "session_id"),
        ({"metadata": {"a": None}}, "metadata.a"),
    ],
)
def test_what_is_no_text_is_not_made_one(alice: Caller, body: Any, param: str) -> None:
    assert problem(alice.send("post", "threads", body)) == (400, None, param)


def minting(**fields: Any) -> dict[str, Any]:
    return {"user": "somebody", "workflow": {"id": "default"}, **fields}


@pytest.mark.parametrize(
    ("body", "param"),
    [
        (minting(expires_after={"anchor": "created_at", "seconds": "60"}), "expires_after.seconds"),
        (minting(expires_after={"anchor": "created_at", "seconds": True}), "expires_after.seconds"),
        (
            minting(chatkit_configuration={"history": {"enabled": "yes"}}),
            "chatkit_configuration.history.enabled",
        ),
        (
            minting(workflow={"id": "default", "state_variables": {"a": [1]}}),
            "workflow.state_variables.a",
        ),
    ],
)
def test_numbers_and_flags_are_no_text(server: Caller, body: Any, param: str) -> None:
    assert problem(server.send("post", "sessions", body)) == (400, None, param)


def test_nul_becomes_the_replacement_character(alice: Caller) -> None:
    created = alice.send("post", "threads", {"title": f"a{NUL}b", "metadata": {NUL: NUL}}).json()

    shown = alice.read(f"threads/{created['id']}")
    assert (shown["title"], shown["metadata"]) == ("a\ufffdb", {"\ufffd": "\ufffd"})


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ('{"title": "\\ud800"}', "title"),
        ('{"metadata": {"key": "\\ud800"}}', "metadata.key"),
        ('{"metadata": {"\\ud800": "value"}}', "metadata"),
    ],
    ids=["title", "value", "key"],
)
def test_a_lone_surrogate_is_refused(alice: Caller, body: str, param: str) -> None:
    assert problem(raw(alice, "threads", body)) == (400, None, param)


def test_a_path_with_nul_leads_nowhere(alice: Caller) -> None:
    answers: list[Any] = [
        alice.get("/chatkit/threads/%00"),
        alice.delete("/chatkit/threads/a%00b"),
        alice.get("/chatkit/sessions/%00"),
        alice.get("/chatkit/files/%00/content"),
        alice.get("/chatkit/threads?assistant=%00"),
    ]

    assert [answer.status_code for answer in answers] == [404] * 5


@pytest.mark.parametrize("name", ["after", "before", "session_id"])
def test_a_parameter_with_nul_finds_nothing(alice: Caller, name: str) -> None:
    thread_of("alice")

    assert alice.read(f"threads?{name}=%00")["data"] == []


def test_a_large_number_is_a_large_limit(alice: Caller) -> None:
    assert alice.read(f"threads?limit={'9' * 10_000}")["data"] == []
