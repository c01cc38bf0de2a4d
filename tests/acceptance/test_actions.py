"""Actions that a browser makes up, on a running site. Row B15."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.acceptance.conftest import Chatter, Gates, assistants, events_of
from tests.servers import Server, Site, live_site

pytestmark = [pytest.mark.socket, pytest.mark.row("B15")]

WIDGET = {
    "type": "Card",
    "asForm": True,
    "confirm": {"label": "Book", "action": {"type": "book", "payload": {"boat": 7}}},
    "children": [
        {"type": "Input", "name": "guest.name"},
        {
            "type": "Button",
            "label": "Like",
            "onClickAction": {"type": "like", "streaming": False},
        },
    ],
}


@pytest.fixture(scope="module", params=["asgi", "wsgi"])
def verifying(request: pytest.FixtureRequest, gates: Gates) -> Iterator[Site]:
    server: Server = request.param
    entries = assistants()
    entries["default"]["OPTIONS"]["VERIFY_ACTIONS"] = True
    with live_site(
        server, environment={"CHATKIT_TEST_GATES": str(gates.folder)}, CHATKIT_ASSISTANTS=entries
    ) as site:
        yield site


@pytest.fixture
def visitor(verifying: Site) -> Chatter:
    return Chatter(verifying.log_in("alice"))


def shown(visitor: Chatter, widget: dict[str, Any] = WIDGET) -> str:
    thread_id, _ = visitor.begin(
        {
            "event": {
                "type": "thread.item.done",
                "item": {"type": "widget", "id": "msg_w", "widget": widget},
            }
        }
    )
    return thread_id


def act(
    visitor: Chatter,
    thread_id: str,
    action: dict[str, Any],
    sender: str | None = "msg_w",
    kind: str = "threads.custom_action",
) -> httpx.Response:
    return visitor.ask(kind, thread_id=thread_id, item_id=sender, action=action)


def refusal(answer: httpx.Response) -> tuple[int, str | None, str]:
    error = answer.json()["error"]
    return answer.status_code, error["code"], error["param"]


def test_what_the_widget_offers_arrives_with_the_forms_values(visitor: Chatter) -> None:
    thread_id = shown(visitor)
    payload = {"boat": 7, "guest": {"name": "Ada"}}

    events = events_of(act(visitor, thread_id, {"type": "book", "payload": payload}))

    said = json.loads(events[-1]["item"]["content"][0]["text"])
    assert said == {"action": "book", "payload": payload, "sender": "msg_w"}


@pytest.mark.parametrize("kind", ["threads.custom_action", "threads.sync_custom_action"])
@pytest.mark.parametrize(
    ("action", "param"),
    [
        ({"type": "refund", "payload": {"boat": 7}}, "params.action.type"),
        ({"type": "book", "payload": {"boat": 8}}, "params.action.payload"),
        ({"type": "book", "payload": {"boat": 7, "price": 0}}, "params.action.payload"),
        ({"type": "book"}, "params.action.payload"),
    ],
)
def test_what_it_does_not_offer_is_refused(
    visitor: Chatter, kind: str, action: dict[str, Any], param: str
) -> None:
    thread_id = shown(visitor)

    assert refusal(act(visitor, thread_id, action, kind=kind)) == (400, "action_not_offered", param)
    # Nothing was said, and the thread is free.
    assert [item["type"] for item in visitor.items(thread_id)] == ["user_message", "widget"]
    assert act(visitor, thread_id, {"type": "book", "payload": {"boat": 7}}).status_code == 200


@pytest.mark.parametrize("kind", ["threads.custom_action", "threads.sync_custom_action"])
def test_the_pages_own_actions_are_refused_unless_the_server_takes_them(
    visitor: Chatter, kind: str
) -> None:
    thread_id = shown(visitor)

    answers = [
        act(visitor, thread_id, {"type": action}, sender=None, kind=kind)
        for action in ("book", "page.opened")
    ]

    assert refusal(answers[0]) == (400, "action_not_offered", "params.item_id")
    assert answers[1].status_code == 200


def test_a_page_sends_its_own_actions_in_the_name_of_a_widget_too(visitor: Chatter) -> None:
    thread_id = shown(visitor)

    events = events_of(act(visitor, thread_id, {"type": "page.opened", "payload": {"at": 3}}))

    said = json.loads(events[-1]["item"]["content"][0]["text"])
    assert said == {"action": "page.opened", "payload": {"at": 3}, "sender": "msg_w"}


def test_a_widget_that_changed_offers_what_it_is_now(visitor: Chatter) -> None:
    thread_id = shown(visitor)
    like = {"type": "like", "payload": {}}
    sold = {"type": "Card", "children": [{"type": "Text", "value": "Sold"}]}

    assert act(visitor, thread_id, like).status_code == 200
    visitor.say(
        thread_id,
        {
            "event": {
                "type": "thread.item.replaced",
                "item": {"type": "widget", "id": "msg_w", "widget": sold},
            }
        },
    )

    assert refusal(act(visitor, thread_id, like)) == (
        400,
        "action_not_offered",
        "params.action.type",
    )


def test_another_threads_widget_does_not_exist(visitor: Chatter) -> None:
    shown(visitor)
    thread_id, _ = visitor.begin("Hello")

    answer = act(visitor, thread_id, {"type": "book", "payload": {"boat": 7}})

    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "not_found")


@pytest.mark.parametrize("kind", ["threads.custom_action", "threads.sync_custom_action"])
@pytest.mark.parametrize("assistant", ["default", "other"])
def test_an_oversized_action_is_refused_whoever_answers(
    verifying: Site, kind: str, assistant: str
) -> None:
    visitor = Chatter(verifying.log_in("bob"), f"/chatkit/conversation?assistant={assistant}")
    thread_id = shown(visitor)

    long_type = act(visitor, thread_id, {"type": "a" * 257}, kind=kind)
    large = act(visitor, thread_id, {"type": "a", "payload": "b" * 300_000}, kind=kind)

    assert [refusal(answer) for answer in (long_type, large)] == [
        (400, "string_above_max_length", "params.action.type"),
        (400, "string_above_max_length", "params.action.payload"),
    ]


def test_without_verification_any_action_arrives(verifying: Site) -> None:
    visitor = Chatter(verifying.log_in("carol"), "/chatkit/conversation?assistant=other")
    thread_id = shown(visitor)

    assert act(visitor, thread_id, {"type": "refund"}).status_code == 200
