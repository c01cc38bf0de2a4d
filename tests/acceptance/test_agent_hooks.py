"""Actions, questions and their typed hooks of an ``AgentServer``, on running sites.

Rows A16, A17, A20, A21, B15, for agents.
"""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.acceptance.conftest import Chatter, events_of, kinds
from tests.servers import Server, Site, live_site

pytestmark = pytest.mark.socket

TAKE = {"type": "berth.take", "payload": {"number": 7}}


@pytest.fixture(scope="module")
def sites() -> Iterator[dict[Server, Site]]:
    entry = {
        "BACKEND": "django_chatkit.backends.SelfHostedBackend",
        "OPTIONS": {"SERVER": "tests.hooked_agents.HarbourServer"},
    }
    with (
        live_site("asgi", CHATKIT_ASSISTANTS={"default": entry}) as asgi,
        live_site("wsgi", CHATKIT_ASSISTANTS={"default": entry}) as wsgi,
    ):
        yield {"asgi": asgi, "wsgi": wsgi}


@pytest.fixture
def alice(sites: dict[Server, Site], server: Server) -> Chatter:
    return Chatter(sites[server].log_in("alice"))


def shown(alice: Chatter, number: int = 7) -> tuple[str, dict[str, Any]]:
    """A thread, and the widget in it."""
    thread_id, _ = alice.begin(f"Show {number}")
    [widget] = [item for item in alice.items(thread_id) if item["type"] == "widget"]
    return thread_id, widget


def act(
    alice: Chatter,
    thread_id: str,
    action: dict[str, Any],
    sender: str | None,
    kind: str = "threads.custom_action",
) -> httpx.Response:
    return alice.ask(kind, thread_id=thread_id, item_id=sender, action=action)


def title_of(widget: dict[str, Any]) -> str:
    return str(widget["widget"]["children"][0]["value"])


def refusal(answer: httpx.Response) -> tuple[int, str | None, str]:
    error = answer.json()["error"]
    return answer.status_code, error["code"], error["param"]


@pytest.mark.row("A20")
def test_an_action_changes_its_widget_for_good(alice: Chatter) -> None:
    thread_id, widget = shown(alice)

    events = events_of(act(alice, thread_id, TAKE, widget["id"]))

    assert kinds(events) == ["stream_options", "thread.item.replaced(widget)"]
    assert title_of(events[1]["item"]) == "Berth 7: taken"
    assert title_of(alice.items(thread_id)[1]) == "Berth 7: taken"


@pytest.mark.row("A21")
@pytest.mark.parametrize(
    ("action", "title"),
    [
        ("berth.like", "Berth 7: liked"),
        ("berth.take", "Berth 7: taken"),
        ("berth.who", "Berth 7: asked for by alice"),
    ],
)
def test_a_sync_action_answers_with_the_widget_as_it_is_now(
    alice: Chatter, action: str, title: str
) -> None:
    thread_id, widget = shown(alice)

    answer = act(
        alice,
        thread_id,
        {"type": action, "payload": {"number": 7}},
        widget["id"],
        "threads.sync_custom_action",
    )

    assert title_of(answer.json()["updated_item"]) == title
    assert title_of(alice.items(thread_id)[1]) == title


@pytest.mark.row("A20")
def test_an_action_can_have_the_agent_answer(alice: Chatter) -> None:
    thread_id, widget = shown(alice)

    events = events_of(
        act(alice, thread_id, {"type": "berth.tell", "payload": {"number": 7}}, widget["id"])
    )

    assert kinds(events)[:2] == ["stream_options", "progress_update"]
    assert "berth 7 is wanted" in alice.said(thread_id)[-1]
    assert "hidden_context_item" not in {item["type"] for item in alice.items(thread_id)}


@pytest.mark.row("A20")
def test_an_action_of_the_page_needs_no_widget(alice: Chatter) -> None:
    thread_id, _ = alice.begin("Hello")

    nothing = act(alice, thread_id, {"type": "page.opened", "payload": {"path": "/"}}, None)
    widget = act(alice, thread_id, {"type": "page.opened", "payload": {"path": "/ab"}}, None)

    assert kinds(events_of(nothing)) == ["stream_options"]
    assert kinds(events_of(widget)) == ["stream_options", "thread.item.done(widget)"]
    assert title_of(alice.items(thread_id)[-1]) == "Berth 3: opened"


@pytest.mark.row("B15")
@pytest.mark.parametrize(
    ("action", "kind", "refused"),
    [
        (
            {**TAKE, "payload": {"number": 8}},
            "threads.custom_action",
            (400, "action_not_offered", "params.action.payload"),
        ),
        (
            {**TAKE, "type": "berth.unknown"},
            "threads.custom_action",
            (400, "unknown_action", "params.action.type"),
        ),
        (
            {**TAKE, "type": "berth.tell"},
            "threads.sync_custom_action",
            (400, "unknown_action", "params.action.type"),
        ),
        (
            {"type": "page.opened", "payload": {"path": 3}},
            "threads.custom_action",
            (400, None, "params.action.payload.path"),
        ),
        (
            {"type": "page.opened"},
            "threads.sync_custom_action",
            (400, None, "params.action.payload.path"),
        ),
    ],
)
def test_what_no_hook_takes_is_refused_before_anything_runs(
    alice: Chatter, action: dict[str, Any], kind: str, refused: tuple[int, str | None, str]
) -> None:
    thread_id, widget = shown(alice)
    before = alice.items(thread_id)

    assert refusal(act(alice, thread_id, action, widget["id"], kind)) == refused
    assert alice.items(thread_id) == before
    assert act(alice, thread_id, TAKE, widget["id"]).status_code == 200


@pytest.mark.row("B15")
def test_a_widgets_action_without_the_widget_is_refused(alice: Chatter) -> None:
    thread_id, _ = shown(alice)

    assert refusal(act(alice, thread_id, TAKE, None)) == (
        400,
        "action_not_offered",
        "params.item_id",
    )


# Questions


def asked(alice: Chatter) -> tuple[str, dict[str, Any]]:
    thread_id, events = alice.begin("Book")
    [item] = [
        event["item"] for event in events if event.get("item", {}).get("type") == "structured_input"
    ]
    return thread_id, item


def answer(
    alice: Chatter, thread_id: str, item_id: str, *, status: str = "answered", **values: Any
) -> httpx.Response:
    given = {f"Booking.{name}": {"values": said} for name, said in values.items()}
    return alice.ask(
        "threads.add_structured_input",
        thread_id=thread_id,
        item_id=item_id,
        input={"status": status, "answers": given},
    )


@pytest.mark.row("A16")
def test_a_form_is_asked_as_questions_and_ends_the_turn(alice: Chatter) -> None:
    thread_id, item = asked(alice)

    assert alice.items(thread_id)[-1] == item
    assert item["status"] == "pending"
    assert item["inputs"] == [
        {
            "type": "freeform",
            "id": "Booking.nights",
            "question": "How many nights?",
            "description": "A number",
        },
        {
            "type": "multiple_choice",
            "id": "Booking.side",
            "question": "Which side?",
            "options": [{"value": "port"}, {"value": "starboard"}],
            "multiple": False,
        },
        {
            "type": "multiple_choice",
            "id": "Booking.extras",
            "question": "What else?",
            "options": [{"value": "water"}, {"value": "power"}],
            "multiple": True,
        },
        {
            "type": "multiple_choice",
            "id": "Booking.colour",
            "question": "Which colour is she?",
            "options": [{"value": "red"}, {"value": "blue"}],
            "multiple": False,
        },
    ]


@pytest.mark.row("A16")
def test_the_hook_gets_typed_answers_and_the_agent_what_it_says(alice: Chatter) -> None:
    thread_id, item = asked(alice)

    events = events_of(
        answer(
            alice,
            thread_id,
            item["id"],
            nights=["3"],
            side=["starboard", "port"],
            extras=["water", "power"],
            colour=["green with envy"],
        )
    )

    assert kinds(events)[:2] == ["stream_options", "thread.item.replaced(structured_input)"]
    typed = {
        "nights": 3,
        "side": "starboard",
        "extras": ["water", "power"],
        "colour": "green with envy",
    }
    assert f"alice booked {json.dumps(typed)}" in alice.said(thread_id)[-1]


@pytest.mark.row("A17")
def test_a_skipped_form_goes_on_without_a_booking(alice: Chatter) -> None:
    given: list[dict[str, Any]] = [{"status": "skipped"}, {"side": ["port"]}]
    for values in given:
        thread_id, item = asked(alice)

        answer(alice, thread_id, item["id"], **values)

        assert "booked" not in alice.said(thread_id)[-1]
        assert "How many nights?: skipped" in alice.said(thread_id)[-1]


@pytest.mark.row("A16")
@pytest.mark.parametrize(
    ("values", "param"),
    [
        ({"nights": ["many"]}, "nights"),
        ({"nights": ["0"]}, "nights"),
        ({"nights": ["1"], "side": ["behind"]}, "side"),
        ({"nights": ["1"], "extras": ["water", "gold"]}, "extras"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_and_can_be_given_again(
    alice: Chatter, values: dict[str, Any], param: str
) -> None:
    thread_id, item = asked(alice)

    refused = answer(alice, thread_id, item["id"], **values)

    assert refusal(refused) == (400, None, f"params.input.answers.Booking.{param}")
    assert alice.items(thread_id)[-1] == item
    assert answer(alice, thread_id, item["id"], nights=["1"]).status_code == 200


@pytest.mark.row("A17")
def test_answering_twice_books_once(alice: Chatter) -> None:
    thread_id, item = asked(alice)
    answer(alice, thread_id, item["id"], nights=["2"])
    said = alice.said(thread_id)

    again = answer(alice, thread_id, item["id"], nights=["2"])
    act(alice, thread_id, {"type": "page.opened", "payload": {"path": "/"}}, None)

    assert refusal(again) == (400, "structured_input_answered", "params.item_id")
    assert alice.said(thread_id) == said
