"""Visitors who log in while an answer is on its way. Row B02."""

import pytest

from tests.acceptance.conftest import Chatter, Gates, events_of, kinds, play_site, user_input
from tests.servers import Server

pytestmark = pytest.mark.socket


def test_an_answer_goes_on_when_the_visitor_logs_in(server: Server, gates: Gates) -> None:
    """B02: the thread has become the user's by the time the answer is stored."""
    gate = gates.name()
    script = [
        {"begin": None},
        {"delta": "as a visitor "},
        {"wait": gate},
        {"set": {"title": "Two in one"}},
        {"delta": "and as a user"},
        {"done": True},
    ]
    with play_site(server, gates, CHATKIT_ALLOW_ANONYMOUS=True) as site:
        browser = site.visitor()
        browser.get("/admin/login/")  # a page that sets the CSRF cookie
        visitor = Chatter(browser)
        thread_id, _ = visitor.begin("Hello")
        with visitor.stream(
            "threads.add_user_message", thread_id=thread_id, input=user_input(*script)
        ) as answer:
            gates.wait_for_agent(gate)
            other_tab = site.visitor()
            other_tab.cookies = browser.cookies
            user = Chatter(other_tab.log_in("alice"))
            gates.open(gate)
            events = events_of(answer.read().decode())

        assert kinds(events)[-1] == "thread.item.done(assistant_message)"
        assert user.said(thread_id) == ["Hello", "as a visitor and as a user"]
        assert [t["title"] for t in user.ask("threads.list").json()["data"]] == ["Two in one"]
