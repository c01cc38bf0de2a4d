"""Card, ListView and Basic as a visitor sees them."""

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.widgets import box, painted, show, styles

pytestmark = [pytest.mark.browser, pytest.mark.socket, pytest.mark.row("D01")]


def test_a_card_has_its_status_its_padding_and_its_two_answers(chat: Chat) -> None:
    card = show(chat, "card").locator(".ck-w-card")

    expect(card.locator(".ck-w-status")).to_have_text("Opening hours")
    expect(card.locator(".ck-w-status svg")).to_be_visible()
    expect(card.get_by_role("heading", name="Tour of the tower")).to_be_visible()
    expect(card.get_by_role("button")).to_have_text(["Not now", "Book"])
    sides = [f"padding-{side}" for side in ("top", "right", "bottom", "left")]
    assert styles(card.locator(".ck-w-card-body"), *sides) == ["8px", "24px", "16px", "24px"]
    background = styles(card, "background-color")[0]
    assert painted(card, background) == painted(card, styles(card, "--ck-surface-muted")[0])


def test_the_answers_of_a_card_send_their_actions(chat: Chat) -> None:
    card = show(chat, "card")
    card.get_by_role("button", name="Book").click()
    chat.wait_for_event("response.end", 2)

    assert chat.requests[-1]["params"]["action"] == {"type": "book", "payload": {"tour": 7}}


def test_a_card_has_one_of_four_widths(chat: Chat) -> None:
    root = show(chat, "card-sizes", width=1400)
    widths = [box(card)[2] for card in root.locator(".ck-w-card").all()]

    assert widths == [360, 440, 560, box(root)[2]]
    assert widths[3] > 560


def test_no_card_is_wider_than_a_phone(chat: Chat) -> None:
    root = show(chat, "card-sizes", width=340)

    assert {box(card)[2] for card in root.locator(".ck-w-card").all()} == {box(root)[2]}
    assert box(root)[2] < 340


@pytest.mark.parametrize(
    ("border", "expected"),
    [
        (3, ["3px solid", "3px solid", "3px solid", "3px solid"]),
        ({"size": 2, "style": "dashed"}, ["2px dashed"] * 4),
        (
            {"top": {"size": 4, "style": "double"}, "x": 2, "bottom": 0},
            ["4px double", "2px solid", "0px solid", "2px solid"],
        ),
    ],
)
def test_a_card_has_the_border_it_asks_for(chat: Chat, border: object, expected: list[str]) -> None:
    # The SDK's class does not know the border: it comes from a template, as it was written.
    root = {"type": "Card", "border": border, "children": []}
    thread = {"id": "thr_1", "created_at": "2026-03-02T10:00:00Z", "status": {"type": "active"}}
    item = {"id": "wid_1", "thread_id": "thr_1", "created_at": "2026-03-02T10:00:00Z"}
    chat.server_sends(
        "threads.create",
        {"type": "thread.created", "thread": {**thread, "items": {"data": [], "has_more": False}}},
        {"type": "thread.item.done", "item": {**item, "type": "widget", "widget": root}},
    )
    chat.open()
    chat.ask("Show")
    card = chat.page.locator(".ck-w-card")

    sides = [styles(card, f"border-{side}-width", f"border-{side}-style") for side in SIDES]
    assert [" ".join(side) for side in sides] == expected


SIDES = ("top", "right", "bottom", "left")


def test_a_collapsed_card_opens_by_key(chat: Chat) -> None:
    card = show(chat, "card-collapsed").locator(".ck-w-card")
    expect(card.get_by_text("Nothing was found.")).to_be_hidden()
    card.locator("summary").focus()
    chat.page.keyboard.press("Enter")

    expect(card.get_by_text("Nothing was found.")).to_be_visible()
    expect(card.locator("summary")).to_have_text("3 log books searched")


def test_a_site_whose_icon_is_gone_has_a_globe(chat: Chat, complaints: list[str]) -> None:
    chat.page.route("**/gone.png", lambda route: route.fulfill(status=404))
    favicon = f"{chat.site.url}/gone.png"
    card = show(
        chat,
        {
            "type": "Card",
            "children": [],
            "status": {"text": "gone.example", "favicon": favicon, "frame": True},
        },
    )
    expect(card.locator(".ck-w-status svg")).to_be_visible()
    expect(card.locator(".ck-w-status img")).to_be_hidden()
    complaints.clear()


def test_a_list_shows_five_and_then_all_with_the_focus_on_the_sixth(chat: Chat) -> None:
    root = show(chat, "list")
    expect(root.locator("li")).to_have_text([f"Room {number}" for number in range(1, 6)])
    expect(root.locator(".ck-w-status")).to_have_text("Rooms")
    assert styles(root.locator(".ck-w-item-content").first, "column-gap", "align-items") == [
        "20px",
        "flex-start",
    ]
    root.get_by_role("button", name="Show 3 more").click()

    expect(root.locator("li")).to_have_count(8)
    expect(root.get_by_role("button", name="Room 6")).to_be_focused()
    expect(root.get_by_role("button", name="more")).to_have_count(0)


def test_a_basic_widget_holds_other_roots_side_by_side(chat: Chat) -> None:
    root = show(chat, "basic", width=1400).locator(".ck-w-basic")
    one, two = (root.locator(".ck-w-card").nth(index) for index in (0, 1))

    assert styles(root, "flex-direction", "column-gap", "padding-left", "justify-content") == [
        "row",
        "16px",
        "8px",
        "flex-end",
    ]
    assert box(one)[1] == box(two)[1]
    assert box(two)[0] >= box(one)[0] + box(one)[2] + 16
    expect(root).to_have_text("One Two Three", use_inner_text=False)
