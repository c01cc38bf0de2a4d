"""A site on PostgreSQL as ``docs/how-to/deploy.md`` recommends it: pooled and prepared."""

from collections.abc import Iterator

import pytest

from tests import services
from tests.acceptance.conftest import Chatter
from tests.conftest import missing
from tests.servers import Server, Site, live_site, own_database

OPTIONS = {
    "pool": {"min_size": 1, "max_size": 4},
    "server_side_binding": True,
    "prepare_threshold": 0,
}


@pytest.fixture(params=["asgi", "wsgi"])
def prepared_site(request: pytest.FixtureRequest) -> Iterator[Site]:
    if not services.reachable(services.POSTGRES_URL):
        missing("PostgreSQL")
    server: Server = request.param
    with own_database(services.POSTGRES_URL) as url:
        databases = {"default": services.database(url) | {"OPTIONS": OPTIONS}}
        with live_site(server, database=url, DATABASES=databases) as site:
            yield site


def test_a_conversation_goes_on_over_prepared_statements(prepared_site: Site) -> None:
    alice = Chatter(prepared_site.log_in("alice"))
    thread_id, _events = alice.begin("One")
    for message in ("Two", "Three", "Four"):
        alice.say(thread_id, message)

    first = alice.ask("items.list", thread_id=thread_id, order="asc", limit=3).json()
    rest = alice.ask(
        "items.list", thread_id=thread_id, order="asc", limit=9, after=first["after"]
    ).json()

    assert len(first["data"]) == 3
    assert first["data"] + rest["data"] == alice.items(thread_id)
    assert [item["type"] for item in alice.items(thread_id)] == [
        "user_message",
        "assistant_message",
    ] * 4


def test_threads_are_listed_renamed_and_deleted_over_prepared_statements(
    prepared_site: Site,
) -> None:
    alice = Chatter(prepared_site.log_in("alice"))
    ids = [alice.begin(f"Number {number}")[0] for number in range(4)]
    alice.ask("threads.update", thread_id=ids[0], title="The first").raise_for_status()
    alice.ask("threads.delete", thread_id=ids[1]).raise_for_status()

    pages = [alice.ask("threads.list", limit=2).json()]
    pages.append(alice.ask("threads.list", limit=2, after=pages[0]["after"]).json())

    listed = [thread for page in pages for thread in page["data"]]
    assert {thread["id"] for thread in listed} == {ids[0], ids[2], ids[3]}
    assert [thread["title"] for thread in listed if thread["id"] == ids[0]] == ["The first"]


def test_staff_search_conversations_over_prepared_statements(prepared_site: Site) -> None:
    for name in ("alice", "bob"):
        Chatter(prepared_site.log_in(name)).begin("Hello")
    staff = prepared_site.visitor()
    staff.post("/test/log-in", data={"username": "admin", "superuser": "1"}).raise_for_status()

    found = staff.get("/admin/django_chatkit/chatthread/?q=alice").raise_for_status().text

    assert found.count('class="action-select"') == 1
