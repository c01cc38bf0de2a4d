"""The guide to functions of the page, done as it is written."""

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.browser.chat import PATIENCE, Chat
from tests.browser.plays import say, tool_call, widget
from tests.guides import Guide

pytestmark = [pytest.mark.browser, pytest.mark.socket]

GUIDE = Guide("the-page")
SCRIPT = "/static/shop/chat.js"
BODY = f'<script src="{SCRIPT}"></script><ul id="basket" hidden></ul>'
PRODUCTS = [
    {"id": 7, "name": "Storm lamp", "shelf": "Light", "sku": "SL-7"},
    {"id": 8, "name": "Fog bell", "shelf": "Sound", "sku": "FB-8"},
]


@pytest.fixture
def shop(chat: Chat) -> Chat:
    """A page with the template tag and the guide's script, and a shop with two products."""

    def products(route: Route) -> None:
        query = route.request.url.partition("?q=")[2].lower()
        found = [product for product in PRODUCTS if query in str(product["name"]).lower()]
        route.fulfill(json={"products": found})

    def with_script(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace("<main>", BODY + "<main>"))

    page = chat.page
    page.route(
        f"**{SCRIPT}",
        lambda route: route.fulfill(content_type="text/javascript", body="\n".join(GUIDE.of("js"))),
    )
    page.route("**/products.json*", products)
    page.route("**/test/tag/inline", with_script)
    page.goto(f"{chat.site.url}/test/tag/inline")
    expect(chat.greeting).to_be_visible()
    return chat


def basket(shop: Chat) -> Locator:
    return shop.page.locator("#basket")


def answered(shop: Chat, text: str) -> None:
    shop.expect_answer(text)
    expect(shop.stop_button).to_have_count(0, timeout=PATIENCE)


def content(request: dict[str, Any]) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = request["params"]["input"]["content"]
    return [part for part in parts if part["type"] == "input_tag" or part["text"].strip()]


@pytest.mark.row("C27")
def test_products_are_mentioned_pressed_and_looked_at(shop: Chat) -> None:
    shop.box.press_sequentially("@storm")
    shop.page.get_by_role("option", name="Storm lamp").click()
    shop.box.press("Enter")
    answered(shop, "Echo")

    assert content(shop.requests[0]) == [
        {
            "type": "input_tag",
            "id": "7",
            "text": "Storm lamp",
            "group": "Light",
            "data": {"sku": "SL-7"},
            "interactive": True,
        }
    ]
    mention = shop.questions.get_by_role("button", name="Storm lamp")
    mention.hover()
    expect(shop.page.get_by_role("tooltip")).to_contain_text("Article SL-7", timeout=PATIENCE)
    mention.click()
    assert shop.page.url.endswith("#product-7")


@pytest.mark.row("C29")
def test_a_command_shows_the_basket(shop: Chat) -> None:
    expect(basket(shop)).to_be_hidden()

    shop.box.press_sequentially("/bask")
    shop.page.get_by_role("option", name="Show the basket").click()

    expect(basket(shop)).to_be_attached()
    expect(basket(shop)).not_to_have_attribute("hidden", "")


@pytest.mark.row("C29")
def test_a_command_opens_a_menu_of_products(shop: Chat) -> None:
    shop.box.press_sequentially("/prod")
    shop.page.get_by_role("option", name="Ask about a product").click()
    shop.page.get_by_role("option", name="Fog bell").click()
    expect(shop.page.get_by_role("option")).to_have_count(0)
    shop.box.press("Enter")
    answered(shop, "Echo")

    [tag] = content(shop.requests[0])
    assert (tag["type"], tag["id"], tag["text"]) == ("input_tag", "8", "Fog bell")


@pytest.mark.row("C40")
def test_the_assistant_fills_the_basket(shop: Chat) -> None:
    call = tool_call("add_to_basket", product="Storm lamp", amount=2)
    shop.answers_with("Two lamps, please", call)
    shop.answers_with("continue", say("They are in your basket."))

    shop.say("Two lamps, please")

    answered(shop, "They are in your basket.")
    expect(basket(shop).locator("li")).to_have_text(["2 × Storm lamp"])
    assert shop.requests[-1]["params"]["result"] == {"entries": 1}


@pytest.mark.row("C24")
def test_the_settings_offer_tools_and_models(shop: Chat) -> None:
    assistants = GUIDE.settings()["CHATKIT_ASSISTANTS"]
    options = json.dumps(assistants["default"]["ELEMENT"])
    shop.page.evaluate(f"djangoChatKit.configure('default', {options})")

    shop.page.get_by_role("button", name="More options").click()
    shop.page.get_by_role("menuitemradio", name="Look in stock").click()
    shop.page.get_by_role("button", name="Model").click()
    shop.page.get_by_role("option", name="Thorough").click()
    shop.say("Is it there?")
    answered(shop, "Echo: Is it there?")

    assert shop.requests[0]["params"]["input"]["inference_options"] == {
        "tool_choice": {"id": "stock"},
        "model": "thorough",
    }


@pytest.mark.row("C15")
def test_the_header_has_the_pages_buttons(shop: Chat) -> None:
    shop.page.get_by_role("button", name="Shopping cart").click()
    expect(basket(shop)).not_to_have_attribute("hidden", "")

    shop.page.get_by_role("button", name="Home").click()
    assert shop.page.url.endswith("#home")


@pytest.mark.row("D08")
def test_a_widgets_button_calls_the_page_and_the_page_the_agent(shop: Chat) -> None:
    action = {"type": "reserve", "payload": {"product": 7}, "handler": "client"}
    shop.answers_with(
        "Reserve", widget({"type": "Button", "label": "Reserve it", "onClickAction": action})
    )
    shop.answers_with("action:reserved", say("Reserved."))
    shop.say("Reserve")
    button = shop.page.get_by_role("button", name="Reserve it")
    expect(button).to_be_visible(timeout=PATIENCE)
    expect(shop.stop_button).to_have_count(0)

    button.click()

    answered(shop, "Reserved.")
    sent = shop.requests[-1]
    assert sent["type"] == "threads.custom_action"
    assert sent["params"]["action"]["payload"] == {"product": 7}
