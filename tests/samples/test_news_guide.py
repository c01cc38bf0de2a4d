"""The news guide: searches, pages, mentions, and two agents to choose in the composer."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat import Chat
from tests.samples.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.socket]

OPTIONS = """{
    api: {...chatApi, fetch: (url, init) => chatApi.fetch(url, {...init, headers:
        {...init.headers, ...(window.article ? {"article-id": window.article} : {})}})},
    composer: {tools: [
        {id: "event_finder", label: "Event finder", icon: "calendar", persistent: true,
         placeholderOverride: "Anything happening this weekend?"},
        {id: "puzzle", label: "Coffee break puzzle", shortLabel: "Puzzle", icon: "atom",
         placeholderOverride: "Give me a puzzle to solve", persistent: true},
    ]},
    entities: {
        showComposerMenu: true,
        onTagSearch: async (query) => tags.map(({entity}) => entity)
            .filter(({title}) => title.toLowerCase().includes(query.toLowerCase())),
        onRequestPreview: async ({id}) =>
            ({preview: tags.find(({entity}) => entity.id === id)?.preview ?? null}),
        onClick: ({data}) => chatCalls.push(["open", data.article_id ?? null]),
    },
    widgets: {onAction: async (action, widget) => {
        chatCalls.push(["open", action.payload.id]);
        await chat.sendCustomAction(action, widget.id);
    }},
}"""
ARTICLE = {
    "id": "jazz-crosswalk",
    "title": "Crosswalk Button Plays Soft Jazz",
    "heroImage": "jazz.png",
    "heroImageUrl": "https://i.imgur.com/jazz.png",
    "url": "/jazz-crosswalk",
    "filename": "jazz-crosswalk.md",
    "date": "2025-02-04T00:00:00",
    "author": "Marlow Keene",
}
SHOW_ARTICLES = json.dumps({"articles": [ARTICLE], "message": "One about music."})


def event(**changes: str) -> dict[str, str]:
    return {
        "id": "winter-night-market",
        "date": "2025-02-21",
        "dayOfWeek": "Friday",
        "time": "18:00",
        "location": "Depot Hall",
        "title": "Winter Night Market",
        "details": "Cider and letters.",
        "category": "community",
        **changes,
    }


CLEANUP = event(
    id="blue-heron-cleanup", date="2025-02-22", time="09:30", title="Trail Cleanup", category="x"
)
SHOW_EVENTS = json.dumps({"events": [CLEANUP, event()], "message": "Two for you."})


@pytest.fixture
def news(visit: Visit) -> Chat:
    chat = visit("news", "{}")
    chat.page.evaluate(
        "async () => { window.tags = (await (await fetch('/articles/tags')).json()).tags; }"
    )
    chat.page.evaluate(f"() => {{ chat.setOptions({OPTIONS}); }}")
    return chat


def choose_tool(chat: Chat, name: str) -> None:
    chat.page.get_by_role("button", name="More options").click()
    chat.page.get_by_role("menuitemradio", name=name).click()


def streamed(chat: Chat, said: str) -> str:
    """Say it; the events that came as the answer."""
    with chat.page.expect_response(re.compile("/chatkit/conversation")) as answer:
        chat.ask(said)
    return answer.value.text()


def widget(chat: Chat) -> Locator:
    return chat.page.locator("chatkit-widget").last


def reopen(chat: Chat) -> None:
    thread_id = chat.thread_id
    chat.page.evaluate("(id) => chat.setThreadId(null).then(() => chat.setThreadId(id))", thread_id)


@pytest.mark.parametrize(
    ("call", "progress", "answer"),
    [
        (
            "list_available_tags_and_keywords",
            "Referencing available tags and keywords...",
            "farmers-market",
        ),
        (
            'get_article_by_id {"article_id": "jazz-crosswalk"}',
            "Loading article...",
            "Crosswalk Button Plays Soft Jazz",
        ),
        (
            'search_articles_by_author {"author": "elowen-wilder"}',
            "Looking for articles by Elowen Wilder...",
            "New Bench Installed",
        ),
        (
            'search_articles_by_tags {"tags": [" Parks "]}',
            "Searching for tags: parks",
            "Park Squirrel Spotted",
        ),
        (
            'search_articles_by_keywords {"keywords": ["mystery baker"]}',
            "Searching for keywords: mystery baker",
            "Community Fridge",
        ),
        (
            'search_articles_by_exact_text {"text": "the"}',
            "Scanning articles for: the",
            "articles=",
        ),
    ],
)
def test_a_tool_of_the_newsroom_tells_its_progress(
    news: Chat, call: str, progress: str, answer: str
) -> None:
    events = streamed(news, f"Do {call}")

    assert f'"text":"{progress}"' in events
    news.expect_answer(answer)


@pytest.mark.parametrize(
    "call",
    [
        'get_article_by_id {"article_id": "nowhere"}',
        'search_articles_by_tags {"tags": []}',
    ],
)
def test_a_tool_that_finds_nothing_fails_for_the_model(news: Chat, call: str) -> None:
    news.ask(f"Do {call}")

    news.expect_answer("The tool said An error occurred while running the tool")


def test_a_list_of_no_articles_ends_in_silence(news: Chat) -> None:
    news.ask('Do show_article_list_widget {"articles": [], "message": "None"}')

    expect(news.answers).to_have_count(0)
    expect(news.page.get_by_role("alert")).to_have_count(0)
    news.ask("Hello")
    news.expect_answer("You said: Hello")


def test_the_tool_get_current_page_knows_the_page(news: Chat) -> None:
    news.page.evaluate("() => { window.article = 'extremely-slow-bus'; }")
    events = streamed(news, "Do get_current_page")
    assert "Full article retrieved" in events
    news.expect_answer("Route 7 Bus")

    news.page.evaluate("() => { window.article = 'featured'; }")
    events = streamed(news, "Do get_current_page")
    assert "Page contents retrieved" in events
    news.expect_answer("Unscheduled Parade Formation")


def test_the_tool_get_current_page_needs_a_page(news: Chat) -> None:
    news.ask("Do get_current_page")

    news.expect_answer("The tool said An error occurred while running the tool")


def test_the_article_list_and_its_action(news: Chat) -> None:
    news.ask(f"Do show_article_list_widget {SHOW_ARTICLES}")
    expect(news.answers.last).to_contain_text("One about music.")
    for text in ("Crosswalk Button Plays Soft Jazz", "by Marlow Keene", "Feb 4, 2025"):
        expect(widget(news)).to_contain_text(text)
    widget(news).get_by_role("button", name="View").click()

    news.expect_answer("Want a quick summary of Crosswalk Button Plays Soft Jazz")
    assert news.calls("open") == [["jazz-crosswalk"]]


def test_a_delegated_agent_is_asked(news: Chat) -> None:
    news.ask('Do delegate_to_puzzle_keeper {"input": "Two truths, please"}')
    assert news.events("error") == []
    news.ask('Do delegate_to_event_finder {"input": "Anything on Friday?"}')

    assert news.events("error") == []
    expect(news.stop_button).to_have_count(0)


def test_the_puzzle_agent_is_chosen_in_the_composer(news: Chat) -> None:
    choose_tool(news, "Coffee break puzzle")
    expect(news.box).to_have_attribute("placeholder", "Give me a puzzle to solve")
    news.ask("Mini crossword")
    news.expect_answer("You said: Mini crossword")

    options = news.requests[-1]["params"]["input"]["inference_options"]
    assert options["tool_choice"] == {"id": "puzzle"}
    expect(news.page.get_by_role("button", name="Stop using Puzzle")).to_be_visible()
    news.ask("Do list_available_event_keywords")
    expect(news.page.get_by_role("alert")).to_be_visible()  # the puzzle keeper has no tools


@pytest.mark.parametrize(
    ("call", "progress", "answer"),
    [
        (
            'search_events_by_date {"date": "2025-02-21"}',
            "Looking up events on 2025-02-21",
            "Winter Night Market",
        ),
        (
            'search_events_by_day_of_week {"day": "Saturday"}',
            "Checking Saturday events",
            "Blue Heron Trail Cleanup",
        ),
        (
            'search_events_by_keyword {"keywords": ["night market"]}',
            "Searching for: night market",
            "Winter Night Market",
        ),
        (
            "list_available_event_keywords",
            "Referencing available event keywords...",
            "letterpress",
        ),
    ],
)
def test_a_tool_of_the_event_finder_tells_its_progress(
    news: Chat, call: str, progress: str, answer: str
) -> None:
    choose_tool(news, "Event finder")
    events = streamed(news, f"Do {call}")

    assert f'"text":"{progress}"' in events
    expect(news.answers.last).to_contain_text(re.compile(f"{answer}|market"))


def test_the_event_list_and_its_action(news: Chat) -> None:
    choose_tool(news, "Event finder")
    news.ask(f"Do show_event_list_widget {SHOW_EVENTS}")
    expect(news.answers.last).to_contain_text("Two for you.")
    for text in ("Friday, Feb 21", "6:00 PM", "Winter Night Market", "Saturday, Feb 22", "9:30 AM"):
        expect(widget(news)).to_contain_text(text)
    expect(widget(news)).not_to_contain_text("inky wonder")
    widget(news).get_by_role("button", name="Show details").first.click()

    expect(widget(news)).to_contain_text("inky wonder")
    news.wait_for_event("response.end", 2)
    reopen(news)
    expect(widget(news)).to_contain_text("inky wonder")


def test_no_events_are_said_to_be_none(news: Chat) -> None:
    choose_tool(news, "Event finder")
    news.ask('Do show_event_list_widget {"events": [], "message": "Nothing at all."}')

    expect(news.answers.filter(has_text="Nothing at all.").first).to_be_visible()


def test_an_article_is_mentioned_previewed_and_opened(news: Chat) -> None:
    news.box.press_sequentially("Do recall @Park Sq")
    menu = news.page.get_by_role("listbox", name="Mention something")
    expect(menu.get_by_role("group", name="Articles").get_by_role("option")).to_have_count(1)
    news.box.press("Enter")
    news.box.press("Enter")
    news.expect_answer("<ARTICLE_REFERENCE>squirrel-croissant-sighting</ARTICLE_REFERENCE>")

    mention = news.questions.last.get_by_role("button", name=re.compile("Park Squirrel"))
    mention.hover()
    preview = news.page.get_by_role("dialog")
    expect(preview).to_contain_text("by Marlow Keene")
    mention.click()
    assert news.calls("open") == [["squirrel-croissant-sighting"]]


def test_an_author_is_mentioned_and_previewed(news: Chat) -> None:
    news.box.press_sequentially("Do recall @Joan")
    expect(news.page.get_by_role("option")).to_have_text(["Joan Li"])
    news.box.press("Enter")
    news.box.press("Enter")
    news.expect_answer("<AUTHOR_REFERENCE>joan-li</AUTHOR_REFERENCE>")

    news.questions.last.get_by_role("button", name="Joan Li").hover()
    expect(news.page.get_by_role("dialog")).to_contain_text("Human-interest writer")


def test_the_thread_is_titled(news: Chat) -> None:
    news.ask("Hello")

    expect(news.page.get_by_role("heading", name="A scripted title")).to_be_visible()


def test_a_message_is_answered_again(news: Chat) -> None:
    news.ask("Do fail")
    news.page.get_by_role("alert").get_by_role("button", name="Try again").click()
    news.wait_for_event("response.end", 2)

    assert news.requests[-1]["type"] == "threads.retry_after_item"


def test_a_list_of_articles_says_what_it_is_when_copied(news: Chat) -> None:
    news.ask(f"Do show_article_list_widget {SHOW_ARTICLES}")
    thread: dict[str, Any] = news.page.evaluate(
        """async (id) => (await chatApi.fetch(chatApi.url, {method: "POST",
            headers: {"Content-Type": "application/json"},
            body: JSON.stringify({type: "threads.get_by_id", params: {thread_id: id}}),
        })).json()""",
        news.thread_id,
    )

    widgets = [item for item in thread["items"]["data"] if item["type"] == "widget"]
    assert [item["copy_text"] for item in widgets] == ["Crosswalk Button Plays Soft Jazz"]
