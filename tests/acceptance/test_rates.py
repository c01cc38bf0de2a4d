"""The turn after the last one that is allowed. Row B13."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.acceptance.conftest import Chatter, Gates, play_site, user_input
from tests.servers import Site, Visitor

pytestmark = [pytest.mark.socket, pytest.mark.row("B13")]

# By the day, so that no window ends during a test.
RATES = {"turn": "3/day"}


@pytest.fixture(scope="module", params=["asgi", "wsgi"])
def busy_site(request: pytest.FixtureRequest, gates: Gates) -> Iterator[Site]:
    """A site that answers three times a day, under each kind of server in turn."""
    with play_site(request.param, gates, CHATKIT_THROTTLE_RATES=RATES) as running:
        yield running


def refusal(answer: httpx.Response) -> tuple[int, Any]:
    return answer.status_code, answer.json()["error"]["code"]


def test_the_fourth_turn_is_refused_and_leaves_nothing_behind(busy_site: Site) -> None:
    someone = Chatter(busy_site.log_in("alice"))
    thread_id, _ = someone.begin("One")
    someone.say(thread_id, "Two")
    someone.say(thread_id, "Three")
    before = someone.items(thread_id)

    again = someone.ask("threads.add_user_message", thread_id=thread_id, input=user_input("Four"))
    anew = someone.ask("threads.create", input=user_input("Four"))

    assert refusal(again) == refusal(anew) == (429, "rate_limit_exceeded")
    assert 1 <= int(again.headers["retry-after"]) <= 86_401
    assert again.json()["error"]["type"] == "rate_limit_error"
    assert someone.items(thread_id) == before
    assert len(someone.ask("threads.list").json()["data"]) == 1


def test_somebody_else_is_answered_meanwhile(busy_site: Site) -> None:
    first, second = (Chatter(busy_site.log_in(name)) for name in ("bob", "carol"))
    for _ in range(3):
        first.begin("Hello")

    assert refusal(first.ask("threads.create", input=user_input("Hello")))[0] == 429
    assert second.ask("threads.create", input=user_input("Hello")).status_code == 200


def test_a_second_browser_is_no_second_person(busy_site: Site) -> None:
    for _ in range(3):
        Chatter(busy_site.log_in("dave")).begin("Hello")

    other: Visitor = busy_site.log_in("dave")
    assert refusal(Chatter(other).ask("threads.create", input=user_input("Hello")))[0] == 429


def test_a_secret_has_a_limit_of_its_own(stage: Site) -> None:
    """Ten answers a minute, whatever the site's rates; reading is not counted."""
    alice = stage.log_in("alice-of-the-secret")
    session = alice.post("/chatkit/sessions", json={}).json()
    with Visitor(stage.url) as elsewhere:
        elsewhere.headers["Authorization"] = f"Bearer {session['client_secret']}"
        asked = [
            Chatter(elsewhere).ask("threads.create", input=user_input("Hello")) for _ in range(21)
        ]
        read = Chatter(elsewhere).ask("threads.list")

    answered = [answer.status_code for answer in asked]
    assert session["max_requests_per_1_minute"] == 10
    # The minute may have ended once meanwhile.
    assert answered.count(200) in {10, 20}
    assert answered[-1] == 429 or answered.count(200) == 20
    assert read.status_code == 200
