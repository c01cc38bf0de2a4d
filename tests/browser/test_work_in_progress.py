"""Workflows, tasks, progress, notices and effects."""

from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.chat import PATIENCE, Chat
from tests.browser.plays import done, say, wait, workflow

pytestmark = [pytest.mark.browser, pytest.mark.socket]

SOURCE = {"type": "url", "title": "Almanac", "url": "https://example.com/almanac"}
TASKS = [
    {"type": "custom", "title": "Checked the wick", "content": "It is *long* enough."},
    {"type": "web_search", "title": "Searched", "queries": ["fog tonight"], "sources": [SOURCE]},
    {"type": "thought", "title": "Considered", "content": "Ships come at **nine**."},
    {
        "type": "file",
        "title": "Read the log",
        "sources": [{"type": "file", "filename": "log.pdf", "title": "Log"}],
    },
    {"type": "image", "title": "Drew a map"},
]


@pytest.mark.row("C37")
def test_five_kinds_of_tasks_behind_a_summary(chat: Chat) -> None:
    chat.answers_with(
        "Work", done(workflow(tasks=TASKS, summary={"title": "Prepared the lamp"})), say("Ready.")
    )
    chat.open()
    chat.ask("Work")
    toggle = chat.page.get_by_role("button", name="Prepared the lamp")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    expect(chat.page.get_by_text("Checked the wick")).to_have_count(0)

    toggle.click()

    expect(toggle).to_have_attribute("aria-expanded", "true")
    for title in ("Checked the wick", "Searched", "Considered", "Read the log", "Drew a map"):
        expect(chat.page.get_by_text(title, exact=True)).to_be_visible()
    expect(chat.page.get_by_text("It is long enough.")).to_be_visible()
    expect(chat.page.get_by_text("fog tonight")).to_be_visible()
    expect(chat.page.get_by_text("log.pdf")).to_be_visible()
    expect(chat.page.get_by_role("link", name="Almanac")).to_have_attribute("href", SOURCE["url"])
    expect(chat.page.get_by_text("Ships come at nine.")).to_be_visible()
    toggle.click()
    expect(chat.page.get_by_text("Considered", exact=True)).to_have_count(0)


@pytest.mark.row("C37")
def test_thinking_is_shown_live_and_summed_up(chat: Chat) -> None:
    thought = {"type": "thought", "title": "Weighing", "content": "Fog or no fog"}
    update = {"type": "thread.item.updated", "item_id": "$workflow"}
    chat.answers_with(
        "Think",
        {"type": "thread.item.added", "item": workflow(type="reasoning", expanded=True)},
        {
            **update,
            "update": {
                "type": "workflow.task.added",
                "task_index": 0,
                "task": {**thought, "status_indicator": "loading"},
            },
        },
        wait("thinking"),
        {
            **update,
            "update": {
                "type": "workflow.task.updated",
                "task_index": 0,
                "task": {**thought, "status_indicator": "complete"},
            },
        },
        wait("thought"),
        done(
            workflow(
                type="reasoning",
                tasks=[{**thought, "status_indicator": "complete"}],
                summary={"duration": 7},
            )
        ),
        say("No fog."),
    )
    chat.open()
    chat.say("Think")

    expect(chat.page.get_by_role("button", name="Thinking")).to_be_visible(timeout=PATIENCE)
    expect(chat.page.get_by_text("Fog or no fog")).to_be_visible()
    expect(chat.page.get_by_role("img", name="In progress")).to_be_visible()
    chat.open_gate("thinking")
    expect(chat.page.get_by_role("img", name="Done")).to_be_visible()
    chat.open_gate("thought")
    toggle = chat.page.get_by_role("button", name="Thought for 7 seconds")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    chat.expect_answer("No fog.")


@pytest.mark.row("C37")
def test_a_task_on_its_own(chat: Chat) -> None:
    chat.answers_with("Task", done({"id": "$task", "type": "task", "task": TASKS[0]}))
    chat.open()

    chat.ask("Task")

    expect(chat.page.get_by_text("Checked the wick")).to_be_visible()
    expect(chat.page.get_by_text("It is long enough.")).to_be_visible()


@pytest.mark.row("C37")
def test_the_server_opens_and_closes_until_the_visitor_does(chat: Chat) -> None:
    task = {"type": "custom", "title": "Filled the lamp", "status_indicator": "complete"}
    update = {"type": "thread.item.updated", "item_id": "$workflow"}
    chat.answers_with(
        "Work",
        {"type": "thread.item.added", "item": workflow(tasks=[task], expanded=True)},
        wait("visitor"),
        {
            **update,
            "update": {
                "type": "workflow.task.added",
                "task_index": 1,
                "task": {"type": "custom", "title": "Trimmed the wick"},
            },
        },
        wait("more-work"),
        done(workflow(tasks=[task], summary={"title": "Lit the lamp"}, expanded=True)),
        say("Lit."),
    )
    chat.open()
    chat.say("Work")
    toggle = chat.page.locator("button.workflow-toggle")
    expect(toggle).to_have_attribute("aria-expanded", "true", timeout=PATIENCE)

    toggle.focus()
    toggle.press("Enter")

    expect(toggle).to_have_attribute("aria-expanded", "false")
    chat.open_gate("visitor")
    expect(toggle).to_have_text("Trimmed the wick")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    chat.open_gate("more-work")
    chat.expect_answer("Lit.")
    expect(toggle).to_have_text("Lit the lamp")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    toggle.press("Space")
    panel = toggle.get_attribute("aria-controls")
    expect(chat.page.locator(f"#{panel}")).to_contain_text("Filled the lamp")


@pytest.mark.row("C37")
@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_what_is_under_way_shimmers_unless_motion_is_unwelcome(
    chat: Chat, motion: Literal["no-preference", "reduce"]
) -> None:
    chat.page.emulate_media(reduced_motion=motion)
    running = {"type": "thought", "content": "West", "status_indicator": "loading"}
    chat.answers_with(
        f"Think {motion}",
        {"type": "thread.item.added", "item": workflow(type="reasoning", tasks=[running])},
        wait(f"still {motion}"),
        done(workflow(type="reasoning", tasks=[running], summary={"duration": 90})),
    )
    chat.open()
    chat.say(f"Think {motion}")

    title = chat.page.locator(".workflow-title")
    expect(title).to_have_text("Thinking", timeout=PATIENCE)
    endless = "(node) => getComputedStyle(node).animationIterationCount === 'infinite'"
    assert title.evaluate(endless) is (motion == "no-preference")
    chat.open_gate(f"still {motion}")
    expect(title).to_have_text("Thought for 90 seconds")
    assert title.evaluate(endless) is False


@pytest.mark.row("C37")
def test_a_long_title_is_cut_when_closed_and_whole_when_open(chat: Chat) -> None:
    title = "Compared thirty years of visibility with the log books " * 3
    tasks = [{"type": "custom", "title": f"Page {number}"} for number in range(1, 51)]
    chat.answers_with("Work", done(workflow(tasks=tasks, summary={"title": title})))
    chat.open(place="360x600")
    chat.ask("Work")
    toggle = chat.page.locator("button.workflow-toggle")
    one_line = toggle.evaluate("(node) => node.clientHeight")
    assert one_line < 50

    toggle.click()

    assert toggle.evaluate("(node) => node.clientHeight") > 2 * one_line
    expect(chat.page.locator(".workflow-tasks > li")).to_have_count(50)
    assert toggle.evaluate("(node) => node.closest('.scroller').scrollWidth <= 360")


@pytest.mark.row("C37")
def test_a_workflow_without_tasks_has_nothing_to_open(chat: Chat) -> None:
    chat.answers_with("Work", done(workflow(summary={"title": "Nothing to do"})))
    chat.open()

    chat.ask("Work")

    expect(chat.page.get_by_text("Nothing to do")).to_be_visible()
    expect(chat.page.get_by_role("button", name="Nothing to do")).to_have_count(0)


@pytest.mark.row("C41")
def test_progress_is_one_line_that_goes_away(chat: Chat) -> None:
    chat.answers_with(
        "Climb",
        {"type": "progress_update", "text": "First floor", "icon": "search"},
        wait("floor-1"),
        {"type": "progress_update", "text": "Second floor"},
        wait("floor-2"),
        say("On top."),
    )
    chat.open()
    chat.say("Climb")

    expect(chat.page.get_by_text("First floor")).to_be_visible(timeout=PATIENCE)
    chat.open_gate("floor-1")
    expect(chat.page.get_by_text("Second floor")).to_be_visible()
    expect(chat.page.get_by_text("First floor")).to_have_count(0)
    chat.open_gate("floor-2")
    chat.expect_answer("On top.")
    expect(chat.page.get_by_text("Second floor")).to_have_count(0)


@pytest.mark.row("C41")
def test_notices_have_levels_titles_and_markdown(chat: Chat) -> None:
    chat.answers_with(
        "Notices",
        {"type": "notice", "level": "info", "message": "The *lamp* is on."},
        {"type": "notice", "level": "warning", "title": "Oil", "message": "Half is left."},
        {"type": "notice", "level": "danger", "message": "Storm!"},
        say("That is all."),
    )
    chat.open()
    chat.ask("Notices")

    bars = chat.page.locator("[data-level]")
    expect(bars).to_have_text(["The lamp is on.", "Oil Half is left.", "Storm!"])
    expect(bars.locator("em")).to_have_text("lamp")
    expect(chat.page.get_by_role("alert")).to_have_text(["Storm!"])
    bars.nth(1).get_by_role("button", name="Dismiss").click()
    expect(bars).to_have_text(["The lamp is on.", "Storm!"])


@pytest.mark.row("C41")
def test_an_effect_is_an_event_and_nothing_to_see(chat: Chat) -> None:
    effect = {"type": "client_effect", "name": "confetti", "data": {"colours": ["red"]}}
    chat.answers_with("Party", effect, say("Hooray."))
    chat.open()

    chat.ask("Party")

    assert chat.events("effect") == [["effect", {"name": "confetti", "data": {"colours": ["red"]}}]]
    expect(chat.page.get_by_text("confetti")).to_have_count(0)


@pytest.mark.row("C43")
def test_a_locked_conversation_says_why_and_takes_nothing(chat: Chat) -> None:
    lock = {"thread": {"status": {"type": "locked", "reason": "Under review"}}}
    chat.answers_with("Lock", say("Locked."), lock)
    chat.open("{threadItemActions: {feedback: true, retry: true}}")

    chat.ask("Lock")

    box = chat.page.get_by_placeholder("Under review")
    expect(box).to_be_disabled()
    expect(chat.send_button).to_be_disabled()
    expect(chat.page.get_by_role("button", name="Good response")).to_have_count(0)
    expect(chat.page.get_by_role("button", name="Try again")).to_have_count(0)
    assert chat.call('sendUserMessage({text: "x"})') == "IntegrationError: This thread is locked."


@pytest.mark.row("C43")
@pytest.mark.parametrize(
    ("status", "banner"),
    [
        ({"type": "closed", "reason": "Solved"}, "Solved"),
        ({"type": "closed"}, "This conversation is closed."),
    ],
)
def test_a_closed_conversation_has_a_banner_for_a_composer(
    chat: Chat, status: dict[str, str], banner: str
) -> None:
    chat.answers_with(banner, say("Closing."), {"thread": {"status": status}})
    chat.open()

    chat.ask(banner)

    expect(chat.page.get_by_role("status").get_by_text(banner)).to_be_visible()
    expect(chat.box).to_have_count(0)
    chat.page.get_by_role("button", name="New chat").click()
    expect(chat.box).to_be_enabled()


@pytest.mark.row("C43")
def test_a_disclaimer_below_the_composer(chat: Chat) -> None:
    chat.open('{disclaimer: {text: "It *may* err. [Terms](https://example.com/terms)"}}')
    disclaimer = chat.page.get_by_text("It may err.")
    expect(disclaimer).to_be_visible()
    expect(chat.page.get_by_role("link", name="Terms")).to_have_attribute(
        "href", "https://example.com/terms"
    )
    colour = "(text) => getComputedStyle(text).color"
    quiet = disclaimer.evaluate(colour)

    chat.set_options('{disclaimer: {text: "It *may* err.", highContrast: true}}')

    expect(chat.page.get_by_role("link", name="Terms")).to_have_count(0)
    assert disclaimer.evaluate(colour) != quiet
