"""Limits and the pause, on running sites: two processes on one database."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.acceptance.conftest import Chatter
from tests.servers import Site, live_site

ASSISTANTS = {
    "default": {
        "BACKEND": "django_chatkit.backends.SelfHostedBackend",
        "OPTIONS": {
            "AGENT": "tests.scripted_agents.AGENT",
            "PRICES": {"EndlessModel": {"INPUT": "0.25", "OUTPUT": 2}},
            "LIMITS": {"SCOPE": {"TOKENS_PER_DAY": 30}},
        },
    },
}


@pytest.fixture(scope="module")
def sites() -> Iterator[tuple[Site, Site]]:
    with (
        live_site("asgi", CHATKIT_ASSISTANTS=ASSISTANTS) as first,
        live_site("wsgi", database=first.database, CHATKIT_ASSISTANTS=ASSISTANTS) as second,
    ):
        yield first, second


def notices(events: list[dict[str, Any]]) -> list[str]:
    return [event["message"] for event in events if event["type"] == "notice"]


def test_who_used_up_a_days_tokens_is_told_and_their_message_is_kept(
    sites: tuple[Site, Site],
) -> None:
    """15 tokens an answer: the third is too many, in whichever process it is asked for."""
    first, second = sites
    alice = Chatter(first.log_in("alice"))
    thread_id, _events = alice.begin("One")
    alice.say(thread_id, "Two")

    elsewhere = Chatter(second.log_in("alice"))
    refused = elsewhere.say(thread_id, "Three")

    assert notices(refused) == [
        "You have used up what this chat offers in a day. Try again tomorrow."
    ]
    assert [item["type"] for item in alice.items(thread_id)] == [
        "user_message",
        "assistant_message",
        "user_message",
        "assistant_message",
        "user_message",
    ]
    assert notices(Chatter(first.log_in("bob")).begin("Hello")[1]) == []


def test_a_pause_in_the_admin_reaches_every_process_at_once(sites: tuple[Site, Site]) -> None:
    first, second = sites
    carol = Chatter(second.log_in("carol"))
    thread_id, _events = carol.begin("Hello")
    staff = first.visitor()
    staff.post("/test/log-in", data={"username": "admin", "superuser": "1"}).raise_for_status()
    listed = staff.get("/admin/django_chatkit/chatassistant/").raise_for_status().text
    page = "/admin/django_chatkit/chatassistant/1/change/"
    assert page in listed

    staff.post(page, data={"is_paused": "on", "notice": "Back at noon."})
    paused = [carol.say(thread_id, "Still there?"), carol.begin("And here?")[1]]
    staff.post(page, data={"notice": "Back at noon."})

    assert [notices(events) for events in paused] == [["Back at noon."], ["Back at noon."]]
    assert carol.begin("Now?")[1][-1]["item"]["content"][0]["text"] == "You said: Now?"


def test_the_admin_lists_what_each_turn_used(sites: tuple[Site, Site]) -> None:
    first, _second = sites
    Chatter(first.log_in("dora")).begin("How much is this?")
    staff = first.visitor()
    staff.post("/test/log-in", data={"username": "admin", "superuser": "1"}).raise_for_status()

    page = staff.get("/admin/django_chatkit/chatusage/?q=dora").raise_for_status().text

    assert "How much is this?" in page
    assert "12, 3" in page
    assert "EndlessModel" in page
