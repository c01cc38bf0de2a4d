"""Customer support: an airline's desk with pickers, photos and a microphone."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat import PATIENCE, Chat
from tests.browser.test_attachments import picture
from tests.samples.conftest import HEARD, Visit

pytestmark = [pytest.mark.browser, pytest.mark.socket]

OPTIONS = """{
    api: {...chatApi, uploadStrategy: {type: "two_phase"}},
    composer: {
        attachments: {enabled: true, maxSize: 5242880, accept: {"image/*": [".png", ".jpg"]}},
        dictation: {enabled: true},
    },
    widgets: {onAction: async (action, widget) => {
        await chat.sendCustomAction(action, widget.id);
        chatCalls.push(["done", action.type]);
    }},
}"""
FLIGHTS = (
    'Do flight_option_list {"destination": "hnd", "depart_date": "2026-04-01",'
    ' "return_date": "2026-04-12", "cabin": "business"}'
)


@pytest.fixture
def support(visit: Visit) -> Chat:
    return visit("support", OPTIONS)


def profile(chat: Chat) -> dict[str, Any]:
    """The newest that the page was told."""
    [*_, (_name, detail)] = chat.events("effect")
    assert detail["name"] == "customer_profile/update"
    found: dict[str, Any] = detail["data"]["profile"]
    return found


def widget(chat: Chat, number: int = -1) -> Locator:
    return chat.page.locator("chatkit-widget").nth(number)


def act(chat: Chat, kind: str, **payload: Any) -> None:
    """An action of the page's own, with no widget."""
    ends = len(chat.events("response.end"))
    chat.page.evaluate(
        "([type, payload]) => chat.sendCustomAction({type, payload})", [kind, payload]
    )
    chat.wait_for_event("response.end", ends + 1)


def reopen(chat: Chat) -> None:
    thread_id = chat.thread_id
    chat.page.reload()
    chat.page.wait_for_function("() => window.pageIsReady")
    chat.page.evaluate(
        "(thread) => { chatApi.url = '/chatkit/conversation?assistant=support';"
        f" addChat({{...{OPTIONS}, initialThread: thread}}); }}",
        thread_id,
    )
    chat.wait_for_event("thread.load.end")


def test_the_model_is_told_who_the_customer_is(support: Chat) -> None:
    support.ask("Do recall")

    support.expect_answer("Name: Jordan Miles (Aviator Gold)")


def test_the_thread_is_titled(support: Chat) -> None:
    support.ask("Hello")

    expect(support.page.get_by_role("heading", name="A scripted title")).to_be_visible()


def test_the_tool_change_seat(support: Chat) -> None:
    support.ask('Do change_seat {"flight_number": "OA476", "seat": "14c"}')

    support.expect_answer("Seat updated to 14C on flight OA476.")
    assert profile(support)["segments"][0]["seat"] == "14C"
    customer = support.page.context.request.get(
        f"{support.site.url}/support/customer?thread_id={support.thread_id}"
    )
    assert customer.json()["customer"]["segments"][0]["seat"] == "14C"


def test_the_tool_change_seat_refuses_what_is_no_seat(support: Chat) -> None:
    support.ask('Do change_seat {"flight_number": "OA476", "seat": "window"}')

    support.expect_answer("The tool said An error occurred")
    assert support.events("effect") == []


def test_the_tool_cancel_trip(support: Chat) -> None:
    support.ask("Do cancel_trip")

    support.expect_answer("The reservation has been cancelled.")
    assert {segment["status"] for segment in profile(support)["segments"]} == {"Cancelled"}


def test_the_tool_add_checked_bag(support: Chat) -> None:
    support.ask("Do add_checked_bag then add_checked_bag")

    support.expect_answer("You now have 2 bag(s) checked.")
    assert profile(support)["bags_checked"] == 2


def test_the_tool_request_assistance(support: Chat) -> None:
    support.ask('Do request_assistance {"note": "A wheelchair"}')

    support.expect_answer("Assistance request recorded.")
    assert profile(support)["special_assistance"] == "A wheelchair"


def test_the_meal_picker_and_its_action(support: Chat) -> None:
    support.ask("Do meal_preference_list")
    expect(support.answers.last).to_contain_text("Please select your meal preference.")
    widget(support).get_by_role("button", name="Kosher").click()
    support.expect_answer('Your meal preference has been updated to "Kosher".')
    support.wait_for_event("response.end", 2)

    assert profile(support)["meal_preference"] == "Kosher"
    expect(widget(support).get_by_role("button")).to_have_count(0)
    reopen(support)
    expect(widget(support)).to_contain_text("Kosher")
    expect(widget(support).get_by_role("button")).to_have_count(0)
    support.ask("Do recall")
    support.expect_answer("support.set_meal_preference payload: kosher</WIDGET_ACTION>")


def test_the_flight_picker_and_its_actions(support: Chat) -> None:
    support.ask(FLIGHTS)
    expect(support.answers.last).to_contain_text("I pulled a few flight options")
    first = widget(support)
    for text in ("SFO → HND", "Business", "08:10", "12:35", "21:55"):
        expect(first).to_contain_text(text)
    first.get_by_role("button", name="12:35").click()
    support.wait_for_event("response.end", 2)
    expect(support.answers.filter(has_text="Here are return options")).to_be_visible()

    expect(widget(support, 0)).not_to_contain_text("08:10")
    assert [s["flight_number"] for s in profile(support)["segments"]][-1] == "OA917"
    back = widget(support, 1)
    expect(back).to_contain_text("HND → SFO")
    back.get_by_role("button", name="21:55").click()
    support.expect_answer("Return scheduled. Want me to watch for upgrades?")
    support.wait_for_event("response.end", 3)
    assert [s["flight_number"] for s in profile(support)["segments"]][-1] == "OA927"

    reopen(support)
    expect(widget(support, 0)).not_to_contain_text("08:10")
    expect(widget(support, 0).get_by_role("button")).to_have_count(0)
    expect(widget(support, 1)).not_to_contain_text("12:35")
    expect(widget(support, 1).get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize(
    ("kind", "payload", "answer"),
    [
        (
            "booking.confirm_selection",
            {"destination": "Paris", "depart_label": "Mon", "return_label": "Fri"},
            "Flights to Paris are on hold: Mon outbound and Fri return.",
        ),
        ("booking.modify_request", {}, "Happy to tweak the plan."),
        ("upsell.accept", {"cabin_name": "First", "price": "$900"}, "First upgrade confirmed."),
        ("upsell.decline", {"cabin_name": "First"}, "continue helping with first availability."),
        (
            "rebook.select_option",
            {"flight_number": "OA476", "option_id": "keep"},
            "we'll keep the original departure on file.",
        ),
        (
            "rebook.select_option",
            {"flight_number": "OA476", "option_id": "a", "depart_time": "09:00"},
            "You're now set for OA476 departing at 09:00.",
        ),
        (
            "rebook.select_option",
            {"flight_number": "XX1", "option_id": "a"},
            "Flight XX1 is not on the customer's itinerary.",
        ),
    ],
)
def test_an_action_without_a_widget(
    support: Chat, kind: str, payload: dict[str, str], answer: str
) -> None:
    support.ask("Hello")
    act(support, kind, **payload)

    support.expect_answer(answer)


def test_a_photo_of_the_page_goes_with_the_message_to_the_model(support: Chat) -> None:
    support.page.evaluate(
        """async (bytes) => {
            const file = new File([new Uint8Array(bytes)], "Tokyo.png", {type: "image/png"});
            await chat.setComposerValue({text: "Do recall", files: [file]});
            await chat.focusComposer();
        }""",
        list(picture()["buffer"]),
    )
    expect(support.page.locator(".tile[data-state=ready]")).to_have_count(1)
    expect(support.box).to_have_value("Do recall")
    support.box.press("Enter")

    support.expect_answer("data:image/png;base64,iVBORw0KGgo")
    expect(support.questions.last.get_by_role("img", name="Tokyo.png")).to_be_visible()
    create = next(r for r in support.requests if r["type"] == "attachments.create")
    assert create["params"]["mime_type"] == "image/png"
    reopen(support)
    expect(support.questions.last.get_by_role("img", name="Tokyo.png")).to_be_visible()


def test_a_photo_that_is_removed_is_deleted(support: Chat) -> None:
    with support.page.expect_file_chooser() as chooser:
        support.page.get_by_role("button", name="Attach files").click()
    chooser.value.set_files([picture()])
    expect(support.page.locator(".tile[data-state=ready]")).to_have_count(1)
    with support.page.expect_response(re.compile("/chatkit/conversation")) as answer:
        support.page.get_by_role("button", name=re.compile("^Remove ")).click()

    expect(support.page.locator(".tile")).to_have_count(0)
    assert '"attachments.delete"' in str(answer.value.request.post_data)
    assert answer.value.ok


def test_dictation_is_heard_by_openai(support: Chat) -> None:
    support.page.get_by_role("button", name="Dictate").click()
    expect(support.page.get_by_role("timer")).not_to_have_text("0:00")
    support.page.get_by_role("button", name="Stop dictating").click()

    expect(support.box).to_have_value(HEARD, timeout=PATIENCE)


def test_other_audio_is_refused(support: Chat) -> None:
    support.ask("Hello")
    asked = {
        "type": "input.transcribe",
        "params": {"audio_base64": "AAAA", "mime_type": "audio/flac"},
    }
    visitor = support.site.log_in("listener")
    answer = visitor.post("/chatkit/conversation?assistant=support", json=asked)

    assert answer.status_code == 400
    assert answer.json()["error"]["message"] == "Unexpected audio format"


def test_a_model_that_fails_is_asked_again(support: Chat) -> None:
    support.ask("Do fail")
    support.page.get_by_role("alert").get_by_role("button", name="Try again").click()

    support.wait_for_event("response.end", 2)
    assert support.requests[-1]["type"] == "threads.retry_after_item"
