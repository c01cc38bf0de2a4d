"""The client's requests, byte for byte, and what it makes of the answers."""

import logging
import subprocess
import sys
import traceback
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from django_chatkit.hosted import (
    APIConnectionError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    AsyncChatKitClient,
    AuthenticationError,
    BadRequestError,
    ChatKitClient,
    ConflictError,
    HostedError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    UnprocessableEntityError,
)
from django_chatkit.testing import FakeOpenAI, FakeOpenAIServer, fake_transport

KEY = "sk-very-secret"
SESSION = {
    "user": "u",
    "workflow": {"id": "wf_1", "state_variables": {"a": 1, "b": True}},
    "chatkit_configuration": {"file_upload": {"enabled": True, "max_files": 2}},
    "expires_after": {"anchor": "created_at", "seconds": 600},
    "rate_limits": {"max_requests_per_1_minute": 5},
}


@pytest.fixture
def api() -> FakeOpenAI:
    return FakeOpenAI(KEY)


def make(api: FakeOpenAI, **settings: Any) -> ChatKitClient:
    options = {"api_key": KEY, "base_url": "https://openai.test/v1", "max_retries": 0, **settings}
    return ChatKitClient(http_client=httpx.Client(transport=fake_transport(api)), **options)


@pytest.fixture
def client(api: FakeOpenAI) -> Iterator[ChatKitClient]:
    with make(api) as client:
        yield client


@pytest.fixture
async def async_client(api: FakeOpenAI) -> Any:
    http = httpx.AsyncClient(transport=fake_transport(api))
    async with AsyncChatKitClient(
        http_client=http, api_key=KEY, base_url="https://openai.test/v1", max_retries=0
    ) as client:
        yield client


def test_creating_a_session_sends_what_openai_documents(
    client: ChatKitClient, api: FakeOpenAI
) -> None:
    session = client.sessions.create(**SESSION)  # type: ignore[arg-type]

    [request] = api.requests
    assert (request.method, request.path, request.query) == ("POST", "/chatkit/sessions", ())
    assert request.body == (
        b'{"user":"u","workflow":{"id":"wf_1","state_variables":{"a":1,"b":true}},'
        b'"chatkit_configuration":{"file_upload":{"enabled":true,"max_files":2}},'
        b'"expires_after":{"anchor":"created_at","seconds":600},'
        b'"rate_limits":{"max_requests_per_1_minute":5}}'
    )
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.headers["openai-beta"] == "chatkit_beta=v1"
    assert request.headers["content-type"] == "application/json"
    assert session.raw == api.sessions[session.id]
    assert session.client_secret == session.raw["client_secret"]


def test_cancelling_sends_no_body_and_no_content_type(
    client: ChatKitClient, api: FakeOpenAI
) -> None:
    session = client.sessions.create(user="u", workflow={"id": "wf"})

    cancelled = client.sessions.cancel(session.id)

    request = api.requests[-1]
    assert (request.method, request.path) == ("POST", f"/chatkit/sessions/{session.id}/cancel")
    assert request.body == b""
    assert "content-type" not in request.headers
    assert cancelled.status == "cancelled"


def test_threads_are_read_listed_and_deleted(client: ChatKitClient, api: FakeOpenAI) -> None:
    data = api.add_thread("u", title="T", status={"type": "locked", "reason": "why"})

    thread = client.threads.retrieve(data["id"])
    page = client.threads.list(user="u", limit=5, order="asc")
    deleted = client.threads.delete(data["id"])

    assert (thread.id, thread.title, thread.user) == (data["id"], "T", "u")
    assert (thread.status.type, thread.status.reason) == ("locked", "why")
    assert [(r.method, r.path, r.query) for r in api.requests] == [
        ("GET", f"/chatkit/threads/{thread.id}", ()),
        ("GET", "/chatkit/threads", (("limit", "5"), ("order", "asc"), ("user", "u"))),
        ("DELETE", f"/chatkit/threads/{thread.id}", ()),
    ]
    assert (page.first_id, page.last_id, page.has_more) == (thread.id, thread.id, False)
    assert (deleted.id, deleted.deleted) == (thread.id, True)


def test_iterating_a_page_goes_on_with_the_same_query_after_its_last_id(
    client: ChatKitClient, api: FakeOpenAI
) -> None:
    for number in range(3):
        api.add_thread("u", id=f"cthr_{number}", created_at=number)

    ids = [thread.id for thread in client.threads.list(user="u", limit=1, order="asc")]

    assert ids == ["cthr_0", "cthr_1", "cthr_2"]
    assert [dict(request.query).get("after") for request in api.requests] == [
        None,
        "cthr_0",
        "cthr_1",
    ]
    assert {dict(request.query)["user"] for request in api.requests} == {"u"}


def test_items_are_listed_with_their_own_json(client: ChatKitClient, api: FakeOpenAI) -> None:
    thread = api.add_thread("u", messages=["Hello", "Hi"])["id"]

    items = list(client.threads.list_items(thread, limit=1, order="asc"))

    assert [item.raw for item in items] == api.items[thread]


async def test_the_async_client_does_the_same(
    async_client: AsyncChatKitClient, api: FakeOpenAI
) -> None:
    thread = api.add_thread("u", messages=["a", "b", "c"])["id"]

    session = await async_client.sessions.create(user="u", workflow={"id": "wf"})
    cancelled = await async_client.sessions.cancel(session.id)
    items = [item.raw async for item in async_client.threads.list_items(thread, limit=1)]
    page = await async_client.threads.list(user="u")
    threads = [found.id async for found in page]
    read = await async_client.threads.retrieve(thread)
    deleted = await async_client.threads.delete(thread)

    assert cancelled.status == "cancelled"
    assert len(items) == 3
    assert threads == [read.id] == [deleted.id]


def test_ids_are_quoted_into_one_segment_of_the_path(
    client: ChatKitClient, api: FakeOpenAI
) -> None:
    with pytest.raises(NotFoundError):
        client.threads.retrieve("a/../b?c#d é")

    assert api.requests[0].path == "/chatkit/threads/a%2F..%2Fb%3Fc%23d%20%C3%A9"


@pytest.mark.parametrize("call", ["retrieve", "delete", "list_items"])
def test_an_empty_id_is_refused_before_anything_is_sent(
    client: ChatKitClient, api: FakeOpenAI, call: str
) -> None:
    with pytest.raises(ValueError, match="thread_id must not be empty"):
        getattr(client.threads, call)("")

    assert api.requests == []


def test_extras_are_added_to_one_request(client: ChatKitClient, api: FakeOpenAI) -> None:
    with pytest.raises(BadRequestError):
        client.sessions.create(
            user="u",
            workflow={"id": "wf"},
            extra_headers={"OpenAI-Beta": "other", "X-Extra": "1"},
            extra_query={"q": "1"},
            extra_body={"new": True},
        )

    [request] = api.requests
    assert (request.headers["openai-beta"], request.headers["x-extra"]) == ("other", "1")
    assert request.query == (("q", "1"),)
    assert request.json() == {"user": "u", "workflow": {"id": "wf"}, "new": True}


def test_an_idempotency_key_stays_the_same_over_attempts_and_differs_between_calls(
    api: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django_chatkit.hosted.client.time.sleep", lambda seconds: None)
    client = make(api, max_retries=2)
    api.fail_next(2, status=500)

    client.sessions.create(user="u", workflow={"id": "wf"})
    client.sessions.create(user="u", workflow={"id": "wf"})

    first, second, third, other = (request.idempotency_key for request in api.requests)
    assert first == second == third != other
    assert first is not None
    assert len(api.sessions) == 2


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, BadRequestError),
        (401, AuthenticationError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (408, APIStatusError),
        (409, ConflictError),
        (422, UnprocessableEntityError),
        (429, RateLimitError),
        (500, InternalServerError),
        (503, InternalServerError),
    ],
)
def test_each_status_is_its_own_error(
    client: ChatKitClient, api: FakeOpenAI, status: int, kind: type[APIStatusError]
) -> None:
    api.fail_next(1, status=status, headers={"retry-after": "7", "x-request-id": "req_x"})

    with pytest.raises(APIStatusError) as caught:
        client.threads.retrieve("cthr_1")

    assert type(caught.value) is kind
    assert (caught.value.status_code, caught.value.retry_after, caught.value.request_id) == (
        status,
        7.0,
        "req_x",
    )


def test_an_error_tells_what_openai_says(client: ChatKitClient, api: FakeOpenAI) -> None:
    with pytest.raises(BadRequestError) as caught:
        client.sessions.create(user="u", workflow={"id": "wf", "isValid": True})

    error = caught.value
    assert (error.message, error.param, error.code, error.type) == (
        "Unknown parameter: 'workflow.isValid'.",
        "workflow.isValid",
        "unknown_parameter",
        "invalid_request_error",
    )


@pytest.mark.parametrize("how", ["html", "truncated"])
def test_an_answer_that_is_no_json_is_an_error_of_its_own(
    client: ChatKitClient, api: FakeOpenAI, how: Any
) -> None:
    api.garble_next(1, how=how)

    with pytest.raises(APIResponseError, match="not JSON"):
        client.sessions.create(user="u", workflow={"id": "wf"})


def test_a_server_that_is_not_there_is_a_connection_error(
    fake_openai_server: FakeOpenAIServer,
) -> None:
    fake_openai_server.stop()
    client = ChatKitClient(api_key=KEY, base_url=fake_openai_server.base_url, max_retries=0)

    with pytest.raises(APIConnectionError) as caught:
        client.threads.retrieve("cthr_1")

    assert not isinstance(caught.value, APITimeoutError)


def test_a_slow_server_is_a_timeout(client: ChatKitClient, api: FakeOpenAI) -> None:
    api.delay = 60

    with pytest.raises(APITimeoutError):
        client.threads.retrieve("cthr_1", timeout=5)


def test_a_body_that_drips_ends_with_the_calls_deadline(
    fake_openai_server: FakeOpenAIServer,
) -> None:
    api = fake_openai_server.api
    api.drip_next(1, pause=0.02)
    with (
        ChatKitClient(api_key=api.api_key, base_url=fake_openai_server.base_url) as client,
        pytest.raises(APITimeoutError),
    ):
        client.sessions.create(user="u", workflow={"id": "wf"}, timeout=0.2)

    assert len(api.requests) == 1


async def test_a_dripping_body_ends_with_the_deadline_in_the_async_client_too(
    fake_openai_server: FakeOpenAIServer,
) -> None:
    api = fake_openai_server.api
    api.drip_next(1, pause=0.02)
    async with AsyncChatKitClient(
        api_key=api.api_key, base_url=fake_openai_server.base_url
    ) as client:
        with pytest.raises(APITimeoutError):
            await client.sessions.create(user="u", workflow={"id": "wf"}, timeout=0.2)


@pytest.mark.parametrize("spoiled", ["missing field", "wrong key", "dead"])
def test_neither_the_key_nor_a_secret_is_in_a_traceback_repr_or_log(
    api: FakeOpenAI, caplog: pytest.LogCaptureFixture, spoiled: str
) -> None:
    caplog.set_level(logging.DEBUG)
    client = make(api)
    if spoiled == "wrong key":
        api.api_key = "another"
    elif spoiled == "dead":
        client = ChatKitClient(api_key=KEY, base_url="http://127.0.0.1:9/v1", max_retries=0)
    else:
        build = api._new_session
        api._new_session = lambda body: {**build(body), "status": None}  # type: ignore[method-assign]
    try:
        client.sessions.create(user="u", workflow={"id": "wf"})
    except HostedError as error:
        told = "".join(
            traceback.TracebackException.from_exception(error, capture_locals=True).format()
        )
    else:
        pytest.fail("It should have failed.")

    assert "ChatKitClient" in told
    for text in (told, caplog.text, repr(client), str(vars(client).keys())):
        assert KEY not in text
        assert "ek_" not in text


def test_the_client_secret_is_in_no_repr(client: ChatKitClient) -> None:
    session = client.sessions.create(user="u", workflow={"id": "wf"})

    assert session.client_secret not in repr(session)


def test_it_works_without_django_settings_and_without_django(
    fake_openai_server: FakeOpenAIServer,
) -> None:
    code = (
        "import sys\n"
        "from django_chatkit.hosted import ChatKitClient\n"
        f"client = ChatKitClient(api_key={fake_openai_server.api.api_key!r},"
        f" base_url={fake_openai_server.base_url!r})\n"
        "print(client.sessions.create(user='u', workflow={'id': 'wf'}).status)\n"
        "print(sorted({'django', 'openai', 'chatkit'} & set(sys.modules)))\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "", "NO_PROXY": "*"},
    )

    assert done.stderr == ""
    assert done.stdout == "active\n[]\n"
