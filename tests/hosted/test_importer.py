"""Hosted history comes home: same rows, same ids, and the agent goes on."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.contrib.auth.models import User
from django.test import AsyncClient, Client

from django_chatkit import services
from django_chatkit.backends import assistants
from django_chatkit.hosted.importer import import_threads
from django_chatkit.models import ChatAttachment, ChatThread, ChatThreadItem
from django_chatkit.testing import FakeOpenAI, FakeOpenAIServer, ScriptedAgent

pytestmark = pytest.mark.django_db

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def agent(fake_openai_server: FakeOpenAIServer, settings: Any) -> ScriptedAgent:
    """A site with ``legacy``, hosted, and ``default``, self-hosted; the agent of the latter."""
    agent = ScriptedAgent("Of course.")
    settings.CHATKIT_ASSISTANTS = {
        "default": {
            "BACKEND": "django_chatkit.backends.SelfHostedBackend",
            "OPTIONS": {"SERVER": agent},
        },
        "legacy": {
            "BACKEND": "django_chatkit.backends.HostedBackend",
            "OPTIONS": {
                "API_KEY": fake_openai_server.api.api_key,
                "WORKFLOW_ID": "wf_test",
                "BASE_URL": fake_openai_server.base_url,
            },
        },
    }
    return agent


def everything(api: FakeOpenAI, user: str = "user-1") -> str:
    """A thread with one item of each type; its id."""
    thread: str = api.add_thread(user, title="All", messages=["Hello"])["id"]
    api.add_user_message(
        thread,
        "And this?",
        quoted="Hello",
        attachments=[
            {
                "id": "cfile_1",
                "name": "cat.png",
                "mime_type": "image/png",
                "type": "image",
                "preview_url": "https://files.example/cat",
            },
            {
                "id": "cfile_2",
                "name": "a.pdf",
                "mime_type": "application/pdf",
                "type": "file",
                "preview_url": None,
            },
        ],
    )
    api.add_assistant_message(
        thread,
        "See there.",
        annotations=[
            {"type": "url", "source": {"type": "url", "url": "https://example.com/"}},
            {"type": "file", "source": {"type": "file", "filename": "b.pdf"}},
        ],
    )
    card = {"type": "Card", "children": [{"type": "Text", "value": "Hi"}]}
    api.add_item(thread, "chatkit.widget", widget=json.dumps(card))
    api.add_item(thread, "chatkit.widget", widget="no JSON")
    api.add_item(
        thread,
        "chatkit.client_tool_call",
        call_id="call_1",
        name="get_time",
        arguments='{"zone":"UTC"}',
        output='"12:00"',
        status="completed",
    )
    api.add_item(thread, "chatkit.task", heading="Think", summary="Hm", task_type="thought")
    api.add_item(
        thread,
        "chatkit.task_group",
        tasks=[{"heading": "Search", "summary": None, "type": "custom"}],
    )
    return thread


def fetch(url: str, limit: int) -> bytes:
    return PNG


def bring_home(**options: Any) -> Any:
    services.sync("legacy")
    return import_threads("legacy", "default", fetch=fetch, **options)


def test_a_thread_becomes_self_hosted_in_place(
    agent: ScriptedAgent, fake_openai: FakeOpenAI
) -> None:
    thread = everything(fake_openai)
    services.sync("legacy")
    before = ChatThread.objects.get()

    report = import_threads("legacy", "default", fetch=fetch)

    row = ChatThread.objects.get()
    assert (row.sequence, row.id, row.scope, row.title) == (
        before.sequence,
        thread,
        "user-1",
        "All",
    )
    assert (row.is_mirror, row.assistant) == (False, "default")
    assert row.payload["hosted"] == fake_openai.threads[thread]
    assert (report.threads, report.items, report.attachments) == (1, 8, 1)


def test_items_become_the_protocols_and_keep_the_original(
    agent: ScriptedAgent, fake_openai: FakeOpenAI
) -> None:
    thread = everything(fake_openai)

    bring_home()

    items = list(ChatThreadItem.objects.order_by("position"))
    assert [item.payload["hosted"] for item in items] == fake_openai.items[thread]
    own = [
        {
            key: value
            for key, value in item.payload.items()
            if key not in {"hosted", "id", "thread_id", "created_at", "type"}
        }
        for item in items
    ]
    no_options = {"tool_choice": None, "model": None}
    assert [item.type for item in items] == [
        "user_message",
        "user_message",
        "assistant_message",
        "widget",
        "widget",
        "client_tool_call",
        "task",
        "workflow",
    ]
    assert own[0] == {
        "content": [{"type": "input_text", "text": "Hello"}],
        "attachments": [],
        "quoted_text": None,
        "inference_options": no_options,
    }
    assert own[1]["quoted_text"] == "Hello"
    assert [(a["id"], a["type"], a.get("preview_url")) for a in own[1]["attachments"]] == [
        ("cfile_1", "image", "chatkit-file:cfile_1"),
        ("cfile_2", "file", None),
    ]
    assert own[2]["content"][0]["annotations"] == [
        {
            "type": "annotation",
            "index": None,
            "source": {
                "type": "url",
                "url": "https://example.com/",
                "title": "https://example.com/",
            },
        },
        {
            "type": "annotation",
            "index": None,
            "source": {"type": "file", "filename": "b.pdf", "title": "b.pdf"},
        },
    ]
    assert own[3]["widget"] == {"type": "Card", "children": [{"type": "Text", "value": "Hi"}]}
    assert own[4]["widget"] == {"type": "Card", "children": [{"type": "Text", "value": "no JSON"}]}
    assert own[5] == {
        "status": "completed",
        "call_id": "call_1",
        "name": "get_time",
        "arguments": {"zone": "UTC"},
        "output": "12:00",
    }
    assert own[6]["task"] == {
        "type": "thought",
        "title": "Think",
        "content": "Hm",
        "status_indicator": "none",
    }
    assert own[7]["workflow"] == {
        "type": "custom",
        "tasks": [
            {
                "type": "custom",
                "title": "Search",
                "content": None,
                "icon": None,
                "status_indicator": "none",
            }
        ],
        "summary": None,
        "expanded": False,
    }


def test_the_rest_api_shows_imported_items_as_openai_did(
    agent: ScriptedAgent, fake_openai: FakeOpenAI
) -> None:
    user = User.objects.create_user("ann", pk=1)
    thread = everything(fake_openai)
    bring_home()
    browser = Client()
    browser.force_login(user)

    answer = browser.get(f"/chatkit/threads/{thread}/items?order=asc").json()

    def comparable(item: dict[str, Any]) -> dict[str, Any]:
        kept = {key: value for key, value in item.items() if key != "attachments"}
        for name in ("widget", "arguments", "output"):
            if isinstance(kept.get(name), str) and kept[name] != "no JSON":
                kept[name] = json.loads(kept[name])
        return kept

    expected = [comparable(item) for item in fake_openai.items[thread]]
    expected[4]["widget"] = {"type": "Card", "children": [{"type": "Text", "value": "no JSON"}]}
    assert [comparable(item) for item in answer["data"]] == expected


@pytest.mark.django_db(transaction=True)
async def test_the_agent_continues_an_imported_thread_with_its_whole_history(
    agent: ScriptedAgent, fake_openai: FakeOpenAI
) -> None:
    user = await sync_to_async(User.objects.create_user)("ann", pk=1)
    thread = everything(fake_openai)
    await sync_to_async(bring_home)()
    browser = AsyncClient()
    await browser.aforce_login(user)
    message = {
        "content": [{"type": "input_text", "text": "Go on"}],
        "attachments": [],
        "inference_options": {},
    }

    response: Any = await browser.post(
        "/chatkit/conversation",
        {
            "type": "threads.add_user_message",
            "params": {"thread_id": thread, "input": message},
        },
        content_type="application/json",
    )
    body = b"".join([chunk async for chunk in response.streaming_content])

    assert b"Of course." in body
    assert agent.histories == [["Hello", "And this?", "See there.", "", "", "", "", "", "Go on"]]


def test_a_dry_run_counts_and_writes_nothing(agent: ScriptedAgent, fake_openai: FakeOpenAI) -> None:
    everything(fake_openai)
    services.sync("legacy")
    before = list(ChatThreadItem.objects.values())

    report = import_threads("legacy", "default", dry_run=True, fetch=fetch)

    assert (report.threads, report.items) == (1, 8)
    assert list(ChatThreadItem.objects.values()) == before
    assert ChatThread.objects.get().is_mirror
    assert not ChatAttachment.objects.exists()


def test_an_import_can_be_repeated(agent: ScriptedAgent, fake_openai: FakeOpenAI) -> None:
    everything(fake_openai)
    bring_home()
    before = list(ChatThreadItem.objects.values())

    report = bring_home()

    assert report.threads == 0
    assert list(ChatThreadItem.objects.values()) == before
    assert ChatThread.objects.get().title == "All"


def test_one_persons_threads_come_alone(agent: ScriptedAgent, fake_openai: FakeOpenAI) -> None:
    fake_openai.add_thread("user-1", messages=["Hello"])
    fake_openai.add_thread("user-2", messages=["Hello"])

    bring_home(scope="user-2")

    assert dict(ChatThread.objects.values_list("scope", "is_mirror")) == {
        "user-1": True,
        "user-2": False,
    }


def test_a_fetched_file_belongs_to_the_thread_and_its_owner(
    agent: ScriptedAgent, fake_openai: FakeOpenAI
) -> None:
    everything(fake_openai)

    bring_home()

    attachment = ChatAttachment.objects.get()
    with attachment.file.open() as file:
        assert file.read() == PNG
    assert (attachment.id, attachment.scope, attachment.assistant, attachment.size) == (
        "cfile_1",
        "user-1",
        "default",
        len(PNG),
    )
    assert attachment.thread == ChatThread.objects.get()


def test_what_could_not_come_is_listed(agent: ScriptedAgent, fake_openai: FakeOpenAI) -> None:
    thread = everything(fake_openai)
    services.sync("legacy")

    def refuse(url: str, limit: int) -> bytes:
        raise ValueError("its address does not give it")

    report = import_threads("legacy", "default", fetch=refuse)

    assert report.missing_attachments == [
        (thread, "cat.png", "its address does not give it"),
        (thread, "a.pdf", "OpenAI gives no address for it"),
    ]


def test_a_type_that_is_newer_than_this_package_is_kept_hidden_and_listed(
    agent: ScriptedAgent, fake_openai: FakeOpenAI
) -> None:
    thread = fake_openai.add_thread("user-1")["id"]
    item = fake_openai.add_item(thread, "chatkit.hologram", depth=3)

    report = bring_home()

    stored = ChatThreadItem.objects.get()
    assert (stored.type, stored.payload["content"]) == ("hidden_context_item", item)
    assert report.unknown_items == [(thread, "chatkit.hologram")]


def test_threads_that_their_owners_deleted_stay_deleted(
    agent: ScriptedAgent, fake_openai: FakeOpenAI
) -> None:
    thread = fake_openai.add_thread("user-1", messages=["Hello"])["id"]
    services.sync("legacy")
    del fake_openai.threads[thread]

    report = bring_home()

    assert report.threads == 0


def test_a_malformed_item_leaves_its_thread_as_it_was(
    agent: ScriptedAgent, fake_openai: FakeOpenAI
) -> None:
    broken = fake_openai.add_thread("user-1", messages=["Hello"])["id"]
    fake_openai.add_item(broken, "chatkit.widget")
    fake_openai.add_thread("user-2", messages=["Hello"])

    report = bring_home()

    assert report.failures == [(broken, "an item is malformed (KeyError)")]
    assert ChatThread.objects.get(id=broken).is_mirror
    assert report.threads == 1


def test_the_hosted_assistant_does_not_show_an_imported_thread_again(
    agent: ScriptedAgent, fake_openai: FakeOpenAI
) -> None:
    User.objects.create_user("ann", pk=1)
    thread = fake_openai.add_thread("user-1", title="Old", messages=["Hello"])["id"]
    bring_home()
    ChatThread.objects.update(title="New")
    browser = Client()
    browser.force_login(User.objects.get())

    listed = browser.get("/chatkit/threads?assistant=legacy").json()
    single = browser.get(f"/chatkit/threads/{thread}?assistant=legacy")

    assert listed["data"] == []
    assert single.status_code == 404
    assert browser.get(f"/chatkit/threads/{thread}").json()["title"] == "New"
    assert "legacy" in assistants


def test_importing_needs_no_self_hosted_agent_to_load(
    agent: ScriptedAgent, fake_openai: FakeOpenAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ScriptedAgent, "__call__", _refuse)
    fake_openai.add_thread("user-1", messages=["Hello"])

    assert bring_home().threads == 1


_refuse: Callable[..., Any] = pytest.fail
