"""The cat lounge: a cat with moods, a name to choose, and pictures."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat import PATIENCE, Chat
from tests.samples.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.socket]

# What their page does with the widgets' actions.
OPTIONS = """{
    widgets: {onAction: async (action, widget) => {
        chatCalls.push([action.type, action.payload]);
        if (action.type === "cats.more_names") {
            await chat.sendUserMessage({text: "More name suggestions, please"});
        } else {
            await chat.sendCustomAction(action, widget.id);
            const thread = chatEvents.findLast(([name]) => name === "thread.change")[1].threadId;
            chatCalls.push(["cat", (await (await fetch(`/cats/${thread}`)).json()).cat]);
        }
    }},
    startScreen: {greeting: "Welcome", prompts: [
        {label: "Feed time", prompt: "Do feed_cat {\\"meal\\": \\"tuna\\"}", icon: "sparkle"},
    ]},
}"""
NAMES = (
    'Do suggest_cat_names {"suggestions": [{"name": "Miso", "reason": "Warm"}, {"name": "Pixel"}]}'
)


@pytest.fixture
def cats(visit: Visit) -> Chat:
    return visit("cats", OPTIONS)


def effects(chat: Chat) -> list[dict[str, Any]]:
    return [detail for _name, detail in chat.events("effect")]


def name(chat: Chat, text: str) -> Locator:
    return chat.page.locator("chatkit-widget").last.get_by_role("button", name=text)


def reopen(chat: Chat) -> None:
    """Load the thread again, as after a reload."""
    thread_id = chat.thread_id
    chat.page.reload()
    chat.page.wait_for_function("() => window.pageIsReady")
    chat.page.evaluate(
        "(thread) => { chatApi.url = '/chatkit/conversation?assistant=cats';"
        f" addChat({{...{OPTIONS}, initialThread: thread}}); }}",
        thread_id,
    )
    chat.wait_for_event("thread.load.end")


def test_the_tool_get_cat_status_tells_the_model(cats: Chat) -> None:
    cats.ask("Do get_cat_status")

    cats.expect_answer(re.compile(r"The tool said .*'name': 'Unnamed Cat', 'energy': 6"))


@pytest.mark.parametrize(
    ("call", "flash", "tag"),
    [
        ('feed_cat {"meal": "tuna"}', "Fed Unnamed Cat tuna", "FED_CAT"),
        ("feed_cat", "Unnamed Cat enjoyed a snack", "FED_CAT"),
        ('play_with_cat {"activity": "yarn"}', "Unnamed Cat played: yarn", "PLAYED_WITH_CAT"),
        ('clean_cat {"method": "brush"}', "Unnamed Cat is fresh: brush", "CLEANED_CAT"),
    ],
)
def test_a_tool_that_cares_changes_the_page_and_is_remembered(
    cats: Chat, call: str, flash: str, tag: str
) -> None:
    cats.ask(f"Do {call}")
    cats.expect_answer("The tool said")

    [effect] = effects(cats)
    assert (effect["name"], effect["data"]["flash"]) == ("update_cat_status", flash)
    assert effect["data"]["state"]["threadId"] == cats.thread_id
    expect(cats.page.get_by_text(f"<{tag}>")).to_have_count(0)
    cats.ask("Do recall")
    cats.expect_answer(f"<{tag}>")


def test_a_prompt_of_the_start_screen_feeds_the_cat(cats: Chat) -> None:
    cats.page.get_by_role("button", name="Feed time").click()

    cats.expect_answer("The tool said")
    assert effects(cats)[0]["data"]["flash"] == "Fed Unnamed Cat tuna"


def test_there_is_no_stop_button(cats: Chat) -> None:
    cats.page.evaluate(
        """() => new MutationObserver(() => {
            if (chat.shadowRoot?.innerHTML.includes("Stop responding")) window.couldStop = true;
        }).observe(chat.shadowRoot ?? chat, {childList: true, subtree: true})"""
    )
    cats.ask("Do feed_cat then play_with_cat then clean_cat")

    cats.expect_answer("The tool said")
    expect(cats.stop_button).to_have_count(0)


def test_the_tool_set_cat_name_names_cat_and_thread_once(cats: Chat) -> None:
    cats.ask('Do set_cat_name {"name": "mr. whiskers"}')
    expect(cats.page.get_by_text("Mr. Whiskers’s Lounge")).to_be_visible()
    assert effects(cats)[0]["data"]["flash"] == "Now called Mr. Whiskers"

    cats.ask('Do set_cat_name {"name": "Rex"}')
    expect(cats.answers.filter(has_text="Mr. Whiskers is ready to play!")).to_be_visible()
    history = cats.open_history()
    expect(history.get_by_text("Mr. Whiskers’s Lounge")).to_be_visible()


def test_a_tool_that_fails_is_told_to_the_model(cats: Chat) -> None:
    cats.ask('Do set_cat_name {"name": " "}')

    cats.expect_answer("The tool said An error occurred while running the tool.")


def test_the_tool_show_cat_profile_shows_the_card(cats: Chat) -> None:
    cats.ask('Do show_cat_profile {"age": 3, "favorite_toy": "ball of yarn"}')

    card = cats.page.locator("chatkit-widget")
    for text in ("Unnamed Cat", "3 years", "Ball of yarn"):
        expect(card).to_contain_text(text)
    expect(cats.answers.last).to_contain_text("Would you like to give your cat a name?")
    cats.ask('Do set_cat_name {"name": "Miso"}')
    cats.ask('Do show_cat_profile {"age": 1}')
    expect(cats.page.locator("chatkit-widget").last).to_contain_text("1 year")
    expect(cats.answers.last).to_contain_text("License checked!")


def test_the_tool_speak_as_cat_speaks_on_the_page(cats: Chat) -> None:
    cats.ask('Do speak_as_cat {"line": " meow (hungry) "}')

    [effect] = effects(cats)
    assert (effect["name"], effect["data"]["message"]) == ("cat_say", "meow (hungry)")


def test_the_action_select_name_names_the_cat_and_stays(cats: Chat) -> None:
    cats.ask(NAMES)
    expect(cats.answers.last).to_contain_text("Here are some name suggestions for your cat.")
    name(cats, "Miso").first.click()
    cats.expect_answer("Love that choice. Miso’s profile card is now ready.")

    cats.page.wait_for_function(
        "() => chatCalls.some(([name]) => name === 'cat')", timeout=PATIENCE
    )
    [[cat]] = cats.calls("cat")
    assert cat["name"] == "Miso"
    expect(cats.page.get_by_text("Miso’s Lounge")).to_be_visible()
    expect(name(cats, "Miso")).to_have_count(0)
    expect(name(cats, "Suggest more names")).to_be_disabled()
    reopen(cats)
    expect(cats.answers.last).to_contain_text("Love that choice")
    expect(name(cats, "Miso")).to_have_count(0)
    cats.ask("Do recall")
    cats.expect_answer("<CAT_NAME_SELECTED>Miso</CAT_NAME_SELECTED>")


def test_a_cat_that_has_a_name_keeps_it(cats: Chat) -> None:
    cats.ask(NAMES)
    cats.ask('Do set_cat_name {"name": "Rex"}')
    name(cats, "Pixel").first.click()

    cats.expect_answer("Rex already has a name, so we can't rename them.")


def test_the_action_more_names_asks_again(cats: Chat) -> None:
    cats.ask(NAMES)
    name(cats, "Suggest more names").click()

    cats.expect_answer("You said: More name suggestions, please")
    expect(cats.questions.last).to_contain_text("More name suggestions, please")


def test_the_tool_for_images_draws_in_steps(cats: Chat) -> None:
    cats.ask("Do draw")

    image = cats.page.get_by_role("img", name=re.compile("Generated image"))
    expect(image.last).to_be_visible()
    reopen(cats)
    expect(image.last).to_be_visible()


def test_a_model_that_fails_is_asked_again(cats: Chat) -> None:
    cats.ask("Do fail")
    bar = cats.page.get_by_role("alert")
    expect(bar).to_be_visible()
    bar.get_by_role("button", name="Try again").click()

    expect(cats.page.get_by_role("alert")).to_be_visible(timeout=PATIENCE)
    assert cats.requests[-1]["type"] == "threads.retry_after_item"
