"""A hosted assistant, from the page to OpenAI's API and back. Rows E02 to E06."""

import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from openai import OpenAI

from django_chatkit.hosted import (
    APITimeoutError,
    BadRequestError,
    ChatKitClient,
    HostedError,
    InternalServerError,
    RateLimitError,
)
from django_chatkit.testing import FakeOpenAI, FakeOpenAIServer
from tests.servers import Site, Visitor, live_site

pytestmark = pytest.mark.socket

KEY = "a server key that is long enough to be one"
API_KEY = "sk-the-sites-own-key-at-openai"
SESSION = {
    "expires_after": {"anchor": "created_at", "seconds": 300},
    "rate_limits": {"max_requests_per_1_minute": 20},
    "chatkit_configuration": {"file_upload": {"enabled": True, "max_files": 2}},
}


@pytest.fixture(scope="module")
def upstream() -> Iterator[FakeOpenAIServer]:
    with FakeOpenAIServer(FakeOpenAI(API_KEY)) as server:
        yield server


@pytest.fixture(scope="module", params=["asgi", "wsgi"])
def site(request: pytest.FixtureRequest, upstream: FakeOpenAIServer) -> Iterator[Site]:
    """A site whose assistant OpenAI hosts, under each kind of server in turn."""
    options = {
        "API_KEY": API_KEY,
        "WORKFLOW_ID": "wf_support",
        "BASE_URL": upstream.base_url,
        "SESSION": SESSION,
        "MAX_RETRIES": 0,
    }
    backend = "django_chatkit.backends.HostedBackend"
    with live_site(
        request.param,
        CHATKIT_ASSISTANTS={"default": {"BACKEND": backend, "OPTIONS": options}},
        CHATKIT_SERVER_KEYS=[KEY],
    ) as running:
        yield running


@pytest.fixture
def openai(upstream: FakeOpenAIServer) -> FakeOpenAI:
    """OpenAI, which remembers its threads and forgets what it was asked."""
    upstream.api.clear()
    upstream.api.requests.clear()
    return upstream.api


@pytest.fixture
def alice(site: Site) -> Visitor:
    return site.log_in("alice")


def mint(visitor: Visitor, **body: Any) -> httpx.Response:
    return visitor.post("/chatkit/sessions", json=body)


@pytest.mark.row("E02")
def test_a_page_mints_what_the_site_decides(alice: Visitor, openai: FakeOpenAI) -> None:
    answer = mint(alice)

    [asked] = openai.requests
    minted = answer.json()
    assert (asked.method, asked.path) == ("POST", "/chatkit/sessions")
    assert asked.headers["openai-beta"] == "chatkit_beta=v1"
    assert asked.headers["authorization"] == f"Bearer {API_KEY}"
    assert json.loads(asked.body) == {
        **SESSION,
        "user": minted["user"],
        "workflow": {"id": "wf_support"},
    }
    assert minted["client_secret"] == openai.sessions[minted["id"]]["client_secret"]
    assert API_KEY not in answer.text


@pytest.mark.row("E02")
@pytest.mark.parametrize("name", ["user", "workflow", "expires_after", "rate_limits"])
def test_a_page_does_not_decide(alice: Visitor, openai: FakeOpenAI, name: str) -> None:
    refused = mint(alice, **{name: "x"})

    assert (refused.status_code, refused.json()["error"]["param"]) == (400, name)
    assert openai.requests == []


@pytest.mark.row("E02")
def test_nobody_mints_without_a_log_in(site: Site, openai: FakeOpenAI) -> None:
    assert mint(site.visitor()).status_code == 401
    assert openai.requests == []


@pytest.mark.row("E02")
def test_nobody_mints_for_another_page(alice: Visitor, openai: FakeOpenAI) -> None:
    refused = alice.post("/chatkit/sessions", json={}, headers={"X-CSRFToken": "guessed"})

    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "csrf_failed")
    assert openai.requests == []


@pytest.mark.row("E03")
def test_a_refresh_is_a_new_session(alice: Visitor, openai: FakeOpenAI) -> None:
    first, second = mint(alice).json(), mint(alice).json()

    assert first["id"] != second["id"]
    assert first["client_secret"] != second["client_secret"]
    assert [(asked.method, asked.path) for asked in openai.requests] == [
        ("POST", "/chatkit/sessions")
    ] * 2


@pytest.mark.row("E03")
def test_a_cancellation_reaches_openai_with_an_empty_body(
    alice: Visitor, openai: FakeOpenAI
) -> None:
    session = mint(alice).json()["id"]

    answers = [alice.post(f"/chatkit/sessions/{session}/cancel") for _ in range(2)]

    told = [asked for asked in openai.requests if asked.path.endswith("/cancel")]
    assert [answer.json()["status"] for answer in answers] == ["cancelled"] * 2
    assert [(asked.method, asked.body) for asked in told] == [("POST", b"")]
    assert "content-type" not in told[0].headers
    assert openai.sessions[session]["status"] == "cancelled"


ITEMS: dict[str, dict[str, Any]] = {
    "chatkit.user_message": {
        "content": [{"type": "quoted_text", "text": "so"}, {"type": "input_text", "text": "Hi"}],
        "attachments": [
            {
                "id": "file_1",
                "name": "a.png",
                "mime_type": "image/png",
                "type": "image",
                "preview_url": None,
            }
        ],
        "inference_options": {"model": "m", "tool_choice": {"id": "search"}},
    },
    "chatkit.assistant_message": {
        "content": [
            {
                "type": "output_text",
                "text": "Hello",
                "annotations": [
                    {"type": "file", "source": {"type": "file", "filename": "a.pdf"}},
                    {"type": "url", "source": {"type": "url", "url": "https://example.com"}},
                ],
            }
        ]
    },
    "chatkit.widget": {"widget": '{"type":"Card"}'},
    "chatkit.client_tool_call": {
        "call_id": "call_1",
        "name": "theme",
        "arguments": '{"to":"dark"}',
        "output": None,
        "status": "in_progress",
    },
    "chatkit.task": {"heading": "Pack", "summary": None, "task_type": "custom"},
    "chatkit.task_group": {"tasks": [{"heading": None, "summary": "Hm", "type": "thought"}]},
}


@pytest.mark.row("E04")
def test_openais_sdk_reads_all_through_the_site(
    site: Site, alice: Visitor, openai: FakeOpenAI
) -> None:
    user = mint(alice).json()["user"]
    titles = [f"Thread {number}" for number in range(3)]
    threads = [
        openai.add_thread(user, title=title, created_at=1_790_000_000 + number)
        for number, title in enumerate(titles)
    ]
    given = [openai.add_item(threads[0]["id"], kind, **item) for kind, item in ITEMS.items()]
    sdk = OpenAI(
        base_url=f"{site.url}/", api_key=KEY, max_retries=0, _strict_response_validation=True
    ).beta.chatkit
    alice.get("/chatkit/threads").raise_for_status()

    listed = [t for t in sdk.threads.list(user=user, limit=2, order="asc") if t.title in titles]
    read = list(sdk.threads.list_items(threads[0]["id"], limit=2, order="asc"))
    deleted = [sdk.threads.delete(thread["id"]) for thread in threads]

    assert [thread.id for thread in listed] == [thread["id"] for thread in threads]
    assert [item.to_dict(mode="json") for item in read] == given
    assert {item.type for item in read} == set(ITEMS)
    assert {answer.object for answer in deleted} == {"chatkit.thread.deleted"}
    assert not openai.threads.keys() & {thread["id"] for thread in threads}


@pytest.mark.row("E05")
@pytest.mark.parametrize("status", [400, 401, 403, 404, 408, 409, 422, 429, 500])
def test_what_openai_refuses_is_told_without_what_it_said(
    site: Site, upstream: FakeOpenAIServer, openai: FakeOpenAI, status: int
) -> None:
    visitor = site.log_in(f"refused-{status}")
    openai.fail_next(1, status=status)
    refused = mint(visitor)

    error = refused.json()["error"]
    assert (refused.status_code, error["code"]) == (503, "upstream_unavailable")
    assert refused.headers["retry-after"].isdigit()
    assert "The server had an error" not in refused.text
    assert API_KEY not in refused.text + site.output
    assert mint(visitor).status_code == 200  # one failure closes nothing


@pytest.mark.row("E05")
@pytest.mark.parametrize("how", ["html", "truncated"])
def test_what_is_no_json_is_told_the_same(
    site: Site, alice: Visitor, openai: FakeOpenAI, how: Any
) -> None:
    openai.garble_next(1, how=how)

    assert mint(alice).json()["error"]["code"] == "upstream_unavailable"
    assert mint(alice).status_code == 200


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the client waited between its attempts, without waiting."""
    found: list[float] = []
    monkeypatch.setattr("django_chatkit.hosted.client.time.sleep", found.append)
    return found


@pytest.mark.row("E06")
@pytest.mark.parametrize(
    ("fault", "attempts", "error"),
    [
        (lambda api: api.rate_limit_next(1, retry_after=1), 2, None),
        (lambda api: api.rate_limit_next(1, retry_after=130), 1, RateLimitError),
        (lambda api: api.fail_next(9, status=500), 3, InternalServerError),
        (lambda api: api.fail_next(1, status=400), 1, BadRequestError),
    ],
    ids=["Retry-After 1", "Retry-After 130", "500", "400"],
)
def test_attempts_are_counted(
    upstream: FakeOpenAIServer,
    openai: FakeOpenAI,
    waits: list[float],
    fault: Any,
    attempts: int,
    error: type[HostedError] | None,
) -> None:
    thread = openai.add_thread("somebody")["id"]
    fault(openai)
    with ChatKitClient(api_key=API_KEY, base_url=upstream.base_url) as client:
        if error is None:
            assert client.threads.retrieve(thread).id == thread
        else:
            with pytest.raises(error):
                client.threads.retrieve(thread)

    assert len(openai.requests) == attempts
    assert len(waits) == attempts - 1
    if error is None:
        assert waits == [1.0]


@pytest.mark.row("E06")
def test_a_hung_upstream_ends_in_the_configured_time(
    upstream: FakeOpenAIServer, openai: FakeOpenAI
) -> None:
    openai.delay = 5
    began = time.monotonic()
    with (
        ChatKitClient(api_key=API_KEY, base_url=upstream.base_url, timeout=0.5) as client,
        pytest.raises(APITimeoutError),
    ):
        client.threads.list(user="somebody")

    assert time.monotonic() - began < 2
