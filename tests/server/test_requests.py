"""The body of a conversation request: what it means, and why it is refused."""

import json
from typing import Any

import pytest

from django_chatkit.exceptions import InvalidRequest
from django_chatkit.server.requests import is_turn, parse_request
from tests.server.requests import MESSAGE, PARAMS, STREAMING


def body(kind: str, /, **params: Any) -> bytes:
    return json.dumps({"type": kind, "params": {**PARAMS[kind], **params}}).encode()


def refusal(content: bytes) -> dict[str, str | None]:
    """The envelope's inside."""
    with pytest.raises(InvalidRequest) as refused:
        parse_request(content)
    assert refused.value.status == 400
    error = refused.value.envelope()["error"]
    assert error.pop("type") == "invalid_request_error"
    return error


def message(**changes: Any) -> dict[str, Any]:
    return {**MESSAGE, **changes}


@pytest.mark.parametrize("kind", PARAMS)
def test_every_operation_is_understood(kind: str) -> None:
    assert parse_request(body(kind)).type == kind


def test_the_turns_are_what_makes_a_model_work() -> None:
    turns = {kind for kind in PARAMS if is_turn(parse_request(body(kind)))}

    assert turns == {"threads.create", *STREAMING, "input.transcribe"}


NO_JSON = {
    "nothing": b"",
    "half": b'{"type":"threads.list","params":{',
    "not UTF-8": b'{"type":"threads.list","params":{"after":"\xff"}}',
    "a byte order mark": b'\xef\xbb\xbf{"type":"threads.list","params":{}}',
    "half a surrogate pair": b'{"type":"threads.update","params":{"thread_id":"t","title":"\\ud800"}}',
    "too deep": b"[" * 100_000,
    "NUL and nothing else": b"\\u0000",
    "NUL, too deep": b'{"a\\u0000":' * 100_000,
}


@pytest.mark.parametrize("name", NO_JSON)
def test_what_is_no_json_is_refused(name: str) -> None:
    assert refusal(NO_JSON[name]) == {
        "message": "The body is not valid JSON.",
        "param": None,
        "code": "invalid_json",
    }


@pytest.mark.parametrize(
    "content", [b'{"params":{}}', b'{"type":"threads.burn","params":{}}', b'{"type":null}']
)
def test_an_unknown_operation_is_refused(content: bytes) -> None:
    assert refusal(content) == {
        "message": "The field 'type' must name an operation of the ChatKit protocol.",
        "param": "type",
        "code": "unknown_operation",
    }


@pytest.mark.parametrize("content", [b"[]", b"null", b'"text"', b"1"])
def test_a_body_that_is_no_object_is_refused(content: bytes) -> None:
    refused = refusal(content)

    assert refused["message"] is not None
    assert refused["message"].startswith("The field 'body' is not valid: ")
    assert (refused["param"], refused["code"]) == (None, None)


@pytest.mark.parametrize(
    ("content", "param", "reason"),
    [
        (b'{"type":"threads.list"}', "params", "Field required"),
        (
            b'{"type":"threads.list","params":{},"metadata":null}',
            "metadata",
            "Input should be an object",
        ),
        (body("threads.update", title=None), "params.title", "Input should be a valid string"),
        (
            body("threads.create", input={"content": [], "attachments": []}),
            "params.input.inference_options",
            "Field required",
        ),
        (
            body("items.feedback", item_ids=["a", 1]),
            "params.item_ids.1",
            "Input should be a valid string",
        ),
        (
            body("items.feedback", kind="great"),
            "params.kind",
            "Input should be 'positive' or 'negative'",
        ),
        (
            body("threads.list", order="up"),
            "params.order",
            "Input should be 'asc' or 'desc'",
        ),
    ],
)
def test_the_field_at_fault_is_named(content: bytes, param: str, reason: str) -> None:
    assert refusal(content) == {
        "message": f"The field '{param}' is not valid: {reason}.",
        "param": param,
        "code": None,
    }


def test_what_was_sent_is_not_repeated_in_a_refusal() -> None:
    assert "s3cret" not in json.dumps(refusal(body("items.feedback", kind="s3cret")))


@pytest.mark.parametrize("kind", ["threads.list", "items.list"])
@pytest.mark.parametrize(
    ("given", "meant"),
    [(None, 20), (0, 20), (-1, 20), (1, 1), ("5", 5), (100, 100), (101, 100), (9999, 100)],
)
def test_limits_are_clamped(kind: str, given: Any, meant: int) -> None:
    assert parse_request(body(kind, limit=given)).params.limit == meant


def test_a_list_without_a_limit_has_twenty() -> None:
    assert parse_request(body("threads.list")).params.limit == 20


TOO_MANY = [
    ("threads.create", {"input": message(attachments=["a"] * 51)}, "params.input.attachments", 50),
    (
        "threads.add_user_message",
        {"input": message(attachments=["a"] * 51)},
        "params.input.attachments",
        50,
    ),
    (
        "threads.create",
        {"input": message(content=[{"type": "input_text", "text": "x"}] * 501)},
        "params.input.content",
        500,
    ),
    ("items.feedback", {"item_ids": ["a"] * 101}, "params.item_ids", 100),
]


@pytest.mark.parametrize(("kind", "params", "param", "limit"), TOO_MANY)
def test_lists_are_bounded(kind: str, params: dict[str, Any], param: str, limit: int) -> None:
    assert refusal(body(kind, **params)) == {
        "message": f"The field '{param}' holds at most {limit} entries.",
        "param": param,
        "code": "array_above_max_length",
    }


def test_titles_are_bounded() -> None:
    assert parse_request(body("threads.update", title="x" * 255)).params.title == "x" * 255
    assert refusal(body("threads.update", title="x" * 256)) == {
        "message": "A title has at most 255 characters.",
        "param": "params.title",
        "code": "string_above_max_length",
    }


@pytest.mark.parametrize("audio", ["!", "AAA", "AAAA AAAA", "é"])
def test_audio_that_is_no_base64_is_refused(audio: str) -> None:
    assert refusal(body("input.transcribe", audio_base64=audio)) == {
        "message": "The audio is not valid base64.",
        "param": "params.audio_base64",
        "code": None,
    }


def test_nul_is_replaced_wherever_it_stands() -> None:
    content = [{"type": "input_tag", "id": "a\x00", "text": "b\x00", "data": {"c\x00": ["\x00"]}}]

    parsed = parse_request(body("threads.create", input=message(content=content)))

    tag = parsed.params.input.content[0]
    assert (tag.id, tag.text, tag.data) == ("a\ufffd", "b\ufffd", {"c\ufffd": ["\ufffd"]})


def test_an_escaped_backslash_is_no_nul() -> None:
    text = "\\u0000"
    content = [{"type": "input_text", "text": text}]

    parsed = parse_request(body("threads.create", input=message(content=content)))

    assert parsed.params.input.content[0].text == text


def test_unknown_keys_are_ignored() -> None:
    parsed = parse_request(b'{"type":"threads.list","params":{"new":1},"newer":2}')

    assert parsed.type == "threads.list"


def test_metadata_is_kept() -> None:
    parsed = parse_request(b'{"type":"threads.list","params":{},"metadata":{"a":[null]}}')

    assert parsed.metadata == {"a": [None]}


def test_a_reason_is_in_the_visitors_language() -> None:
    from django.utils import translation

    with translation.override("fr"):
        french = refusal(body("threads.update", title="x" * 256))["message"]

    assert french != "A title has at most 255 characters."
