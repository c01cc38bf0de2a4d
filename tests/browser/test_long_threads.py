"""Conversations of thousands of messages, and where they are scrolled to."""

import pytest
from playwright.sync_api import expect

from tests.browser.chat import PATIENCE, Chat
from tests.browser.plays import say, stream, wait

pytestmark = [pytest.mark.browser, pytest.mark.socket]

SCROLLER = "chat.shadowRoot.querySelector('.scroller')"
FROM_END = f"{SCROLLER}.scrollHeight - {SCROLLER}.scrollTop - {SCROLLER}.clientHeight"
USABLE_IN = 3000
"""Milliseconds until a thread of 2,000 messages may be read and written to."""


def long_thread(chat: Chat, pairs: int) -> str:
    chat.open()
    chat.ask("Begin")
    thread_id = chat.thread_id
    response = chat.page.context.request.post(f"{chat.site.url}/test/lengthen/{thread_id}/{pairs}")
    assert response.ok
    return thread_id


@pytest.mark.row("C48")
def test_two_thousand_messages_are_usable_at_once(chat: Chat) -> None:
    thread_id = long_thread(chat, 1000)
    chat.visit()
    chat.requests.clear()

    took = chat.page.evaluate(
        """(threadId) => new Promise((resolve) => {
            const start = performance.now();
            document.addEventListener("chatkit.thread.load.end", () =>
                requestAnimationFrame(() => resolve(performance.now() - start)));
            addChat({ initialThread: threadId });
        })""",
        thread_id,
    )

    expect(chat.answers.last).to_contain_text("Answer 1000")
    expect(chat.answers.last).to_be_in_viewport()
    chat.ask("Still there?")
    chat.expect_answer("Echo: Still there?")
    assert took < USABLE_IN
    reads = [request for request in chat.requests if request["type"] == "items.list"]
    assert len(reads) <= 4


@pytest.mark.row("C48")
def test_older_messages_come_when_they_are_scrolled_to(chat: Chat) -> None:
    thread_id = long_thread(chat, 100)
    chat.open(f'{{initialThread: "{thread_id}"}}')
    expect(chat.answers.last).to_contain_text("Answer 100")
    shown = chat.questions.count()
    assert shown < 100
    first = chat.questions.first
    oldest = first.inner_text()
    chat.page.locator(".scroller").hover()

    chat.page.mouse.wheel(0, -100_000)

    expect(chat.questions.nth(shown)).to_be_attached(timeout=PATIENCE)
    expect(first).not_to_have_text(oldest)
    while chat.questions.count() < 100:
        count = chat.questions.count()
        chat.page.mouse.wheel(0, -100_000)
        expect(chat.questions.nth(count)).to_be_attached(timeout=PATIENCE)
    expect(chat.questions.first).to_contain_text("Question 1")
    assert [
        f"Question {n}" in (chat.questions.nth(n - 1).text_content() or "") for n in (1, 50, 100)
    ] == [
        True,
        True,
        True,
    ]


@pytest.mark.row("C48")
def test_nothing_moves_when_older_messages_come(chat: Chat) -> None:
    thread_id = long_thread(chat, 150)
    chat.open(f'{{initialThread: "{thread_id}"}}')
    expect(chat.answers.last).to_contain_text("Answer 150")
    chat.page.evaluate("""() => {
        window.shifts = [];
        new PerformanceObserver((list) =>
            shifts.push(...list.getEntries().map(({ value }) => value))
        ).observe({ type: "layout-shift" });
    }""")
    chat.page.locator(".scroller").hover()
    shown = chat.questions.count()

    chat.page.mouse.wheel(0, -100_000)

    # A pointer that moves makes Chromium look where things are, at any moment.
    while chat.questions.count() == shown:
        chat.page.mouse.move(600, 300)
        chat.page.mouse.move(610, 310)
    assert chat.page.evaluate("shifts") == []


@pytest.mark.row("C48")
def test_a_message_that_is_read_stays_while_older_ones_come(chat: Chat) -> None:
    thread_id = long_thread(chat, 60)
    chat.open(f'{{initialThread: "{thread_id}"}}')
    expect(chat.answers.last).to_contain_text("Answer 60")
    first = chat.questions.first
    oldest = first.inner_text()
    read = chat.questions.filter(has_text=oldest.rpartition(" ")[2])
    chat.page.locator(".scroller").hover()

    chat.page.mouse.wheel(0, -100_000)
    expect(first).not_to_have_text(oldest, timeout=PATIENCE)

    expect(read.first).to_be_in_viewport()


@pytest.mark.row("C44")
def test_an_answer_leaves_the_reader_where_they_are(chat: Chat) -> None:
    lines = [f"Line {n}.\n\n" for n in range(80)]
    chat.answers_with("Long", stream("Start.\n\n", wait("no-follow"), *lines))
    chat.open(place="500x600")
    chat.say("Long")
    chat.expect_answer("Start.")
    before = chat.page.evaluate(f"{SCROLLER}.scrollTop")

    chat.open_gate("no-follow")
    chat.wait_for_event("response.end")

    expect(chat.answers.get_by_text("Line 79.")).to_be_attached()
    expect(chat.questions).to_be_in_viewport()
    assert chat.page.evaluate(f"{SCROLLER}.scrollTop") == before
    chat.page.get_by_role("button", name="Jump to latest message").click()
    expect(chat.answers.get_by_text("Line 79.")).to_be_in_viewport()


@pytest.mark.row("C44")
def test_auto_scroll_follows_who_is_at_the_end(chat: Chat) -> None:
    lines = [f"Line {n}.\n\n" for n in range(80)]
    chat.answers_with("Long", stream("Start.\n\n", wait("follow"), *lines), say("Over."))
    chat.open("{thread: {autoScroll: true}}", place="500x600")
    chat.say("Long")
    chat.expect_answer("Start.")

    chat.open_gate("follow")
    chat.wait_for_event("response.end")

    expect(chat.answers.get_by_text("Over.")).to_be_in_viewport()
    assert chat.page.evaluate(FROM_END) < 100


@pytest.mark.row("C44")
def test_auto_scroll_leaves_alone_who_scrolled_up(chat: Chat) -> None:
    lines = [f"Line {n}.\n\n" for n in range(40)]
    chat.answers_with("Long", stream(*lines, wait("left"), *lines))
    chat.open("{thread: {autoScroll: true}}", place="500x600")
    chat.say("Long")
    expect(chat.answers.get_by_text("Line 39.")).to_be_in_viewport(timeout=PATIENCE)
    chat.page.locator(".scroller").hover()
    chat.page.mouse.wheel(0, -100_000)
    expect(chat.answers.get_by_text("Line 0.").first).to_be_in_viewport()

    chat.open_gate("left")
    chat.wait_for_event("response.end")

    expect(chat.answers.get_by_text("Line 0.").first).to_be_in_viewport()


def all_of_it(chat: Chat) -> None:
    """Open a thread of a hundred turns and read it from its end to its beginning."""
    thread_id = long_thread(chat, 100)
    chat.open(f'{{initialThread: "{thread_id}"}}')
    expect(chat.answers.last).to_contain_text("Answer 100")
    chat.page.locator(".scroller").hover()
    while chat.questions.count() < 100:
        count = chat.questions.count()
        chat.page.mouse.wheel(0, -100_000)
        expect(chat.questions.nth(count)).to_be_attached(timeout=PATIENCE)
    # The newest turns rest: they are far away now.
    far = chat.page.locator(".turn[data-far]")
    expect(far.filter(has_text="Answer 97")).to_have_css("content-visibility", "auto")


@pytest.mark.row("C48")
def test_the_browsers_search_finds_what_is_far_away(chat: Chat) -> None:
    all_of_it(chat)
    answer = chat.answers.filter(has_text="Answer 97")
    is_drawn = "(answer) => answer.checkVisibility({ contentVisibilityAuto: true })"
    assert not answer.evaluate(is_drawn)

    assert chat.page.evaluate("window.find('Answer 97')")

    assert chat.page.evaluate("getSelection().toString()") == "Answer 97"
    chat.page.evaluate("() => new Promise(requestAnimationFrame)")
    assert answer.evaluate(is_drawn)


@pytest.mark.row("C48")
def test_what_is_selected_over_many_turns_is_copied_whole(chat: Chat) -> None:
    all_of_it(chat)
    chat.page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    chat.page.evaluate("""() => {
        const turns = [...chat.shadowRoot.querySelectorAll(".turn")];
        getSelection().setBaseAndExtent(turns[0], 0, turns.at(-1), turns.at(-1).childNodes.length);
    }""")
    chat.page.keyboard.press("Control+C")

    copied = chat.page.evaluate("navigator.clipboard.readText()").splitlines()
    said = [line for line in copied if line.startswith(("Question", "Answer"))]
    assert said == [f"{kind} {n}" for n in range(1, 101) for kind in ("Question", "Answer")]


@pytest.mark.row("C48")
def test_scripts_read_the_text_of_far_turns_too(chat: Chat) -> None:
    all_of_it(chat)

    text = chat.page.evaluate("chat.shadowRoot.querySelector('.thread').textContent")

    assert all(f"Question {n}" in text and f"Answer {n}" in text for n in range(1, 101))
