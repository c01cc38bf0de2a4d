"""Actions of widgets: where they go, what shows while they run, and what when they fail."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat import Chat
from tests.browser.plays import Step, done, replaced, say, stream, wait, widget

pytestmark = [pytest.mark.browser, pytest.mark.socket]


def button(label: str, kind: str, **action: Any) -> Step:
    return {"type": "Button", "label": label, "onClickAction": {"type": kind, **action}}


def caption(value: str) -> Step:
    return {"type": "Text", "value": value}


def press(chat: Chat, name: str) -> Locator:
    found = chat.page.get_by_role("button", name=name, exact=True)
    found.click()
    return found


def shown(chat: Chat, *children: Step, options: str = "{}", **card: Any) -> None:
    """Open a chat and have it show a card with these components."""
    said = f"Show {children[0]}"
    chat.answers_with(said, widget(*children, **card))
    chat.open(options)
    chat.ask(said)


def actions(chat: Chat) -> list[tuple[str, Any]]:
    """The actions that were sent, as operation and action."""
    return [
        (request["type"], request["params"]["action"])
        for request in chat.requests
        if request["type"].endswith("custom_action")
    ]


PAGE_TAKES_ACTIONS = """{widgets: {onAction: async (action, item) => {
  chatCalls.push(["action", action, item.id, item.widget.children[0].label]);
}}}"""


@pytest.mark.row("D08")
def test_a_client_action_goes_to_the_page_and_not_to_the_server(chat: Chat) -> None:
    card = button("Open map", "map.open", handler="client", payload={"pier": 3})
    shown(chat, card, options=PAGE_TAKES_ACTIONS)

    press(chat, "Open map")

    chat.page.wait_for_function("() => chatCalls.some(([name]) => name === 'action')")
    [[action, item_id, label]] = chat.calls("action")
    assert action == {"type": "map.open", "payload": {"pier": 3}}
    assert item_id
    assert label == "Open map"
    assert actions(chat) == []


@pytest.mark.row("D08")
def test_a_client_action_that_no_page_takes_is_told_to_visitor_and_developer(chat: Chat) -> None:
    warnings: list[str] = []
    chat.page.on("console", lambda entry: warnings.append(f"{entry.type}: {entry.text}"))
    shown(chat, button("Open map", "map.open", handler="client"))

    press(chat, "Open map")

    problem = (
        'The action "map.open" is for the page (handler: "client"), '
        "but the option widgets.onAction is not set."
    )
    expect(chat.page.get_by_text("The action could not be completed.")).to_be_visible()
    expect(chat.page.get_by_role("button", name="Try again")).to_have_count(0)
    assert chat.events("error") == [["error", {"error": "IntegrationError", "message": problem}]]
    assert warnings == [f"warning: <openai-chatkit> {problem}"]


@pytest.mark.row("D08")
def test_a_sync_action_changes_its_widget_and_adds_nothing(chat: Chat) -> None:
    shown(chat, button("Light", "lamp.light", streaming=False, payload={"lamp": 1}))
    chat.answers_with("sync:lamp.light", replaced(caption("The lamp burns")))

    press(chat, "Light")

    expect(chat.page.get_by_text("The lamp burns")).to_be_visible()
    expect(chat.page.get_by_role("button", name="Light", exact=True)).to_have_count(0)
    assert actions(chat) == [
        ("threads.sync_custom_action", {"type": "lamp.light", "payload": {"lamp": 1}})
    ]
    assert len(chat.events("response.start")) == 1
    # It is kept: a visitor who comes back sees the same.
    chat.call(f"setThreadId({chat.thread_id!r})")
    expect(chat.page.get_by_text("The lamp burns")).to_be_visible()


@pytest.mark.row("D08")
def test_while_an_answer_streams_sync_actions_run_and_others_wait(chat: Chat) -> None:
    shown(
        chat,
        button("Light", "lamp.light.now", streaming=False),
        button("Report", "lamp.report"),
    )
    chat.answers_with(
        "sync:lamp.light.now", replaced(caption("It burns"), button("Report", "lamp.report"))
    )
    chat.answers_with("action:lamp.report", say("Reported"))
    chat.answers_with("Tell me slowly", stream("Once", wait("lamp-story"), " upon a time"))
    chat.say("Tell me slowly")
    chat.expect_answer("Once")

    press(chat, "Light")
    expect(chat.page.get_by_text("It burns")).to_be_visible()
    press(chat, "Report")
    waiting = chat.page.get_by_text("Wait until the current response has finished.")
    expect(waiting).to_be_visible()
    assert [kind for kind, _action in actions(chat)] == ["threads.sync_custom_action"]

    chat.open_gate("lamp-story")
    chat.expect_answer("Once upon a time")
    expect(waiting).to_have_count(0)
    press(chat, "Report")
    chat.expect_answer("Reported")


@pytest.mark.row("D08")
@pytest.mark.parametrize(
    ("behaviour", "own", "around"),
    [
        ("auto", True, False),
        ("self", True, False),
        ("container", False, True),
        ("none", False, False),
    ],
)
def test_an_action_shows_that_it_runs_where_it_says(
    chat: Chat, behaviour: str, own: bool, around: bool
) -> None:
    kind = f"load.{behaviour}"
    shown(chat, button("Load", kind, loadingBehavior=behaviour), {"type": "Input", "name": "note"})
    chat.answers_with(f"action:{kind}", say("Begun"), wait(kind), say("Ended", item="$end"))
    pressed = press(chat, "Load")

    chat.expect_answer("Begun")
    note = chat.page.locator("[data-name=note]")
    assert note.evaluate("(field) => Boolean(field.closest('[inert]'))") is around
    expect(chat.page.locator("[data-busy]")).to_have_count(1 if around else 0)
    expect(pressed if not around else chat.page.locator(".ck-w-button")).to_have_count(1)
    expect(chat.page.locator('.ck-w-button[aria-disabled="true"]')).to_have_count(1 if own else 0)

    chat.open_gate(kind)
    chat.expect_answer("Ended")
    expect(chat.page.locator('[data-busy], .ck-w-button[aria-disabled="true"]')).to_have_count(0)


@pytest.mark.row("D08")
def test_a_choice_runs_its_action_at_once_and_shows_no_loading(chat: Chat) -> None:
    options = [{"value": "s", "label": "Small"}, {"value": "l", "label": "Large"}]
    shown(
        chat,
        {
            "type": "Select",
            "name": "size",
            "options": options,
            "onChangeAction": {"type": "size.pick"},
        },
    )
    chat.answers_with("action:size.pick", say("Begun"), wait("size.pick"), say("Ended", item="$e"))
    chat.page.get_by_role("combobox", name="size").click()
    chat.page.get_by_role("option", name="Large").click()

    chat.expect_answer("Begun")
    expect(chat.page.locator('[data-busy], .ck-w [aria-busy="true"]')).to_have_count(0)
    chat.open_gate("size.pick")
    chat.expect_answer("Ended")
    assert actions(chat) == [
        ("threads.custom_action", {"type": "size.pick", "payload": {"size": "l"}})
    ]


@pytest.mark.row("D08")
def test_a_sync_action_that_fails_says_so_and_can_be_tried_again(
    chat: Chat, complaints: list[str]
) -> None:
    shown(chat, {"type": "Input", "name": "lamp"}, button("Light", "again", streaming=False))
    chat.answers_with("sync:again", replaced(caption("At last")))
    chat.server_answers("threads.sync_custom_action", status=500, json={})
    press(chat, "Light")

    notice = chat.page.locator(".ck-w-notice")
    expect(notice).to_contain_text("The server has a problem. Please try again.")
    complaints.clear()
    assert [error["error"] for _name, error in chat.events("error")] == ["HttpError"]

    chat.server_is_itself()
    chat.page.get_by_role("textbox", name="lamp").fill("top")
    notice.get_by_role("button", name="Try again").click()
    expect(chat.page.get_by_text("At last")).to_be_visible()
    expect(notice).to_be_empty()


@pytest.mark.row("D08")
def test_what_the_page_cannot_do_is_told_in_the_widget(chat: Chat) -> None:
    failing = (
        "{widgets: {onAction: async () => { chatCalls.push(['tried']); throw new Error('Lost'); }}}"
    )
    shown(chat, button("Open map", "map.open", handler="client"), options=failing)
    press(chat, "Open map")

    told = chat.page.locator(".ck-w-notice")
    expect(told).to_contain_text("The action could not be completed.")
    told.get_by_role("button", name="Try again").click()
    chat.page.wait_for_function("() => chatCalls.filter(([name]) => name === 'tried').length === 2")
    assert chat.events("error")[0] == ["error", {"error": "Error", "message": "Lost"}]


@pytest.mark.row("D08")
def test_an_action_that_the_server_refuses_is_told_in_the_conversation(
    chat: Chat, complaints: list[str]
) -> None:
    shown(chat, button("Report", "refused"))
    chat.answers_with("action:refused", say("Reported"))
    chat.server_answers("threads.custom_action", status=503, json={})
    press(chat, "Report")

    bar = chat.page.get_by_role("alert")
    expect(bar).to_contain_text("The chat is not available right now.")
    complaints.clear()
    expect(chat.page.get_by_role("button", name="Report", exact=True)).to_be_enabled()

    chat.server_is_itself()
    bar.get_by_role("button", name="Try again").click()
    chat.expect_answer("Reported")
    expect(bar).to_have_count(0)


@pytest.mark.row("D08")
def test_the_page_sends_an_action_in_the_name_of_a_widget(chat: Chat) -> None:
    shown(chat, caption("Lamp"))
    chat.answers_with("action:lamp.out", replaced(caption("It is out"), item="$sender"))
    items = chat.visitor()("items.list", {"thread_id": chat.thread_id, "limit": 1, "order": "desc"})
    widget_id = items["data"][0]["id"]
    chat.answers_with("action:lamp.out", replaced(caption("It is out"), item=widget_id))

    assert chat.call(f'sendCustomAction({{type: "lamp.out"}}, {widget_id!r})') is None

    expect(chat.page.get_by_text("It is out")).to_be_visible()
    assert chat.requests[-1]["params"]["item_id"] == widget_id


def list_view(*children: Step) -> Step:
    root = {"type": "ListView", "children": list(children)}
    return done({"id": "$list", "type": "widget", "widget": root})


def row(label: str, kind: str, *more: Step, **action: Any) -> Step:
    return {
        "type": "ListViewItem",
        "key": label,
        "onClickAction": {"type": kind, **action},
        "children": [caption(label), *more],
    }


@pytest.mark.row("D10")
def test_an_item_of_a_list_is_clicked_anywhere_and_waits_while_it_runs(chat: Chat) -> None:
    chat.answers_with(
        "Piers", list_view(row("North pier", "pier.open"), row("South pier", "pier.open"))
    )
    chat.answers_with("action:pier.open", wait("pier"), say("Opened"))
    chat.open()
    chat.ask("Piers")
    # Its button lies under the words, so that what is in the item stays usable.
    item = chat.page.get_by_role("button", name="North pier")
    chat.page.get_by_text("North pier").click(force=True)

    expect(item).to_have_attribute("aria-disabled", "true")
    item.press("Enter")
    chat.page.get_by_text("North pier").click(force=True)
    chat.open_gate("pier")
    chat.expect_answer("Opened")
    expect(item).not_to_have_attribute("aria-disabled", "true")
    assert len(actions(chat)) == 1


@pytest.mark.row("D10")
def test_items_of_a_list_are_reached_by_tab_and_show_it(chat: Chat) -> None:
    chat.answers_with(
        "Docks",
        list_view(
            row("East dock", "dock.open", button("Call", "dock.call")),
            {"type": "ListViewItem", "children": [caption("Closed dock")]},
            row("West dock", "dock.open"),
        ),
    )
    chat.open()
    chat.ask("Docks")
    east = chat.page.get_by_role("button", name="East dock", exact=False).first
    before = east.bounding_box()
    east.focus()
    chat.page.keyboard.press("Tab")
    expect(chat.page.get_by_role("button", name="Call", exact=True)).to_be_focused()
    chat.page.keyboard.press("Tab")
    west = chat.page.get_by_role("button", name="West dock")
    expect(west).to_be_focused()

    expect(west).to_have_css("outline-style", "solid")
    assert east.bounding_box() == before
    expect(chat.page.get_by_role("button", name=re.compile("Closed dock"))).to_have_count(0)


@pytest.mark.row("D10")
def test_an_item_shows_that_it_can_be_clicked(chat: Chat) -> None:
    chat.answers_with("Boats", list_view(row("Rowing boat", "boat.open")))
    chat.open()
    chat.ask("Boats")
    item = chat.page.get_by_role("button", name="Rowing boat")
    resting = item.evaluate("(item) => getComputedStyle(item).backgroundColor")
    chat.page.get_by_text("Rowing boat").hover(force=True)

    expect(item).to_have_css("cursor", "pointer")
    expect(item).not_to_have_css("background-color", resting)
