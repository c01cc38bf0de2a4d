"""Models that visitors choose, and titles that an agent words, on running sites."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.conftest import Chatter, events_of, user_input, wait_until
from tests.acceptance.test_agent_server import said
from tests.servers import Server, Site, live_site

pytestmark = pytest.mark.socket


@pytest.fixture(scope="module", params=["asgi", "wsgi"])
def site(request: pytest.FixtureRequest) -> Iterator[Site]:
    server: Server = request.param
    entry = {
        "BACKEND": "django_chatkit.backends.SelfHostedBackend",
        "OPTIONS": {"SERVER": "tests.titling_agents.TitlingServer"},
        "ELEMENT": {"composer": {"models": [{"id": "thorough", "label": "Thorough"}]}},
    }
    with live_site(server, CHATKIT_ASSISTANTS={"default": entry}) as site:
        yield site


@pytest.fixture
def alice(site: Site) -> Chatter:
    return Chatter(site.log_in("alice"))


def title(alice: Chatter, thread_id: str) -> str | None:
    found: str | None = alice.ask("threads.get_by_id", thread_id=thread_id).json().get("title")
    return found


@pytest.mark.parametrize(
    ("chosen", "answers"), [("thorough", "thorough"), ("secret", "usual"), (None, "usual")]
)
def test_a_model_that_the_composer_offers_answers_and_no_other(
    alice: Chatter, chosen: str | None, answers: str
) -> None:
    options = {} if chosen is None else {"model": chosen}
    answer = alice.ask("threads.create", input=user_input("Hi", inference_options=options))

    assert said(events_of(answer)) == [f"I am {answers}"]


def test_the_agents_title_is_tidied_and_told(alice: Chatter) -> None:
    thread_id, events = alice.begin("TEA")

    assert title(alice, thread_id) == "About tea"
    [updated] = [event for event in events if event["type"] == "thread.updated"]
    assert updated["thread"]["title"] == "About tea"
    alice.say(thread_id, "COFFEE")
    assert title(alice, thread_id) == "About tea"


def test_without_its_agent_a_thread_is_titled_by_its_message(alice: Chatter) -> None:
    thread_id, events = alice.begin("Fail")

    assert said(events) == ["I am usual"]
    assert title(alice, thread_id) == "Fail"


def test_a_stop_stops_the_titling(alice: Chatter, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    with alice.stream("threads.create", input=user_input(f"Wait {mark}")) as answer:
        lines = answer.iter_lines()
        next(line for line in lines if "I am usual" in line)
        wait_until(mark.with_suffix(".began").exists)

    wait_until(mark.with_suffix(".cancelled").exists)
