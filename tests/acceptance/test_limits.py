"""Limits and the pause, on running sites: two processes on one database."""

import re
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
    "tireless": {
        "BACKEND": "django_chatkit.backends.SelfHostedBackend",
        "OPTIONS": {"AGENT": "tests.scripted_agents.AGENT"},
    },
}


@pytest.fixture(scope="module")
def sites() -> Iterator[tuple[Site, Site]]:
    with (
        live_site("asgi", CHATKIT_ASSISTANTS=ASSISTANTS) as first,
        live_site("wsgi", database=first.database, CHATKIT_ASSISTANTS=ASSISTANTS) as second,
    ):
        yield first, second


class SteeringPage:
    """An assistant's page in the admin, open before a member of staff."""

    def __init__(self, site: Site, alias: str) -> None:
        self._staff = site.visitor()
        log_in = {"username": "admin", "superuser": "1"}
        self._staff.post("/test/log-in", data=log_in).raise_for_status()
        listed = self._staff.get("/admin/django_chatkit/chatassistant/").raise_for_status().text
        found = re.search(rf'href="([^"]+/change/)[^"]*">{alias}<', listed)
        assert found is not None, listed
        self._path = found[1]

    def save(self, **fields: str) -> None:
        """Change what staff may change; a box that is not named is not ticked."""
        assert self._staff.post(self._path, data=fields).status_code == 302


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


def test_a_pause_in_the_admin_holds_with_the_next_message(sites: tuple[Site, Site]) -> None:
    first, _second = sites
    carol = Chatter(first.log_in("carol"))
    thread_id, _events = carol.begin("Hello")
    page = SteeringPage(first, "default")

    page.save(is_paused="on", notice="Back at noon.")
    paused = [carol.say(thread_id, "Still there?"), carol.begin("And here?")[1]]
    page.save(notice="Back at noon.")

    assert [notices(events) for events in paused] == [["Back at noon."], ["Back at noon."]]
    assert carol.begin("Now?")[1][-1]["item"]["content"][0]["text"] == "You said: Now?"


def test_a_pause_in_the_admin_reaches_the_other_processes(
    sites: tuple[Site, Site],
) -> None:
    first, second = sites
    dave = Chatter(second.log_in("dave"), "/chatkit/conversation?assistant=tireless")
    thread_id, _events = dave.begin("Hello")
    page = SteeringPage(first, "tireless")

    page.save(is_paused="on", notice="Back at noon.")
    events = dave.say(thread_id, "Still there?")
    while not notices(events):
        events = dave.say(thread_id, "Still there?")
    page.save(notice="Back at noon.")

    assert notices(events) == ["Back at noon."]
    assert dave.say(thread_id, "Now?")[-1]["item"]["content"][0]["text"] == "You said: Now?"


def test_the_admin_lists_what_each_turn_used(sites: tuple[Site, Site]) -> None:
    first, _second = sites
    Chatter(first.log_in("dora")).begin("How much is this?")
    staff = first.visitor()
    staff.post("/test/log-in", data={"username": "admin", "superuser": "1"}).raise_for_status()

    page = staff.get("/admin/django_chatkit/chatusage/?q=dora").raise_for_status().text

    assert "How much is this?" in page
    assert "12, 3" in page
    assert "EndlessModel" in page
