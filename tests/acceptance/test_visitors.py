"""Visitors, log-ins and log-outs in one browser. Row B02."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.acceptance.conftest import Chatter, Gates, play_site
from tests.servers import Site, Visitor

pytestmark = [pytest.mark.socket, pytest.mark.row("B02")]


@pytest.fixture(scope="module", params=["asgi", "wsgi"])
def open_site(request: pytest.FixtureRequest, gates: Gates) -> Iterator[Site]:
    """A site that lets visitors chat, under each kind of server in turn."""
    with play_site(request.param, gates, CHATKIT_ALLOW_ANONYMOUS=True) as running:
        yield running


@pytest.fixture
def browser(open_site: Site) -> Visitor:
    visitor = open_site.visitor()
    visitor.get("/admin/login/")  # a page that sets the CSRF cookie
    return visitor


def threads(browser: Visitor) -> set[str]:
    """What this browser sees, over both APIs."""
    over_protocol = Chatter(browser).ask("threads.list").json()["data"]
    over_rest = browser.get("/chatkit/threads").json()["data"]
    found = {thread["id"] for thread in over_protocol}
    assert {thread["id"] for thread in over_rest} == found
    return found


def statuses(browser: Visitor, thread_id: str) -> set[int]:
    """The answers to somebody who asks for a thread by its id."""
    answers: list[Any] = [
        Chatter(browser).ask("threads.get_by_id", thread_id=thread_id),
        Chatter(browser).ask("items.list", thread_id=thread_id),
        browser.get(f"/chatkit/threads/{thread_id}"),
        browser.get(f"/chatkit/threads/{thread_id}/items"),
        browser.delete(f"/chatkit/threads/{thread_id}"),
    ]
    return {answer.status_code for answer in answers}


def test_without_permission_visitors_may_do_nothing(stage: Site) -> None:
    visitor = stage.visitor()
    visitor.get("/admin/login/")

    refused = [
        Chatter(visitor).ask("threads.list"),
        visitor.get("/chatkit/threads"),
        visitor.post("/chatkit/sessions", json={}),
        visitor.get("/chatkit/config"),
    ]

    assert {answer.json()["error"]["code"] for answer in refused} == {"authentication_required"}
    assert {answer.status_code for answer in refused} == {401}


def test_two_visitors_see_their_own(open_site: Site, browser: Visitor) -> None:
    other = open_site.visitor()
    other.get("/admin/login/")
    mine, _ = Chatter(browser).begin("Hello")
    theirs, _ = Chatter(other).begin("Hello")

    assert (threads(browser), threads(other)) == ({mine}, {theirs})
    assert statuses(other, mine) == {404}


def test_what_a_visitor_wrote_is_theirs_after_the_log_in_and_nobodys_after_the_log_out(
    open_site: Site, browser: Visitor
) -> None:
    as_visitor, _ = Chatter(browser).begin("Hello")
    browser.log_in(f"alice-{open_site.server}")
    as_user, _ = Chatter(browser).begin("Hello again")
    seen_as_user = threads(browser)
    browser.log_out()
    browser.get("/admin/login/")
    Chatter(browser).begin("Somebody else, at the same machine")

    assert seen_as_user == {as_visitor, as_user}
    assert not threads(browser) & {as_visitor, as_user}
    assert statuses(browser, as_visitor) == statuses(browser, as_user) == {404}


def test_the_next_user_of_the_browser_sees_their_own(open_site: Site, browser: Visitor) -> None:
    browser.log_in(f"bob-{open_site.server}")
    of_bob, _ = Chatter(browser).begin("Hello")
    browser.log_out()
    browser.log_in(f"carol-{open_site.server}")

    assert threads(browser) == set()
    assert statuses(browser, of_bob) == {404}
