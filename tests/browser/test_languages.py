"""The element in other languages, and texts of other directions in it."""

import pytest
from playwright.sync_api import expect

from tests.browser.chat import PATIENCE, Chat
from tests.browser.plays import say
from tests.browser.test_accessibility import EVERYTHING, OPTIONS

pytestmark = [pytest.mark.browser, pytest.mark.socket, pytest.mark.row("C46")]

# Everything that the element itself says, for eyes and for screen readers.
WORDS = """() => [...chat.shadowRoot.querySelectorAll("*")].flatMap((node) => [
    node.getAttribute("aria-label"), node.title, node.placeholder,
    node.matches("button, h2, h3, .sr-only:not([aria-live])") ? node.textContent : null,
]).map((words) => words?.trim()).filter(Boolean)"""

# Where the letters of an element begin and end, in its own direction.
LETTERS = """(selector) => {
    const range = document.createRange();
    range.selectNodeContents(chat.shadowRoot.querySelector(selector));
    const frame = chat.getBoundingClientRect();
    const { left, right } = range.getBoundingClientRect();
    return [Math.round(left - frame.left), Math.round(frame.right - right)];
}"""

RIGHT_TO_LEFT = {
    "ar": "أين يقع المنارة؟",
    "he": "איפה המגדלור?",
    "fa": "فانوس دریایی کجاست؟",
    "ur": "لائٹ ہاؤس کہاں ہے؟",
}


def words(chat: Chat, locale: str, name: str) -> set[str]:
    """Every word of the element in its states; ``name`` is what it calls itself."""
    found: set[str] = set()
    chat.set_options(f'{{...{OPTIONS.format(theme="light")}, locale: "{locale}"}}')
    expect(chat.page.get_by_role("region", name=name, exact=True)).to_be_visible()
    for step in ("showHistory()", "hideHistory()"):
        found |= set(chat.page.evaluate(WORDS))
        assert chat.call(step) is None
    return found | set(chat.page.evaluate(WORDS))


def test_nothing_is_left_in_english(chat: Chat) -> None:
    chat.answers_with("Everything", *EVERYTHING, {"thread": {"title": "Everything"}})
    chat.open(OPTIONS.format(theme="light"))
    chat.ask("Everything")
    expect(chat.page.get_by_role("button", name="Press")).to_be_visible(timeout=PATIENCE)

    english = words(chat, "en", "Chat")
    japanese = words(chat, "ja", "チャット")

    # What the page and the agent say is theirs; so are the names of programming languages.
    given = {"Press", "Name", "A card", "Everything", "Title", "Small", "print(1)"}
    assert english & japanese <= given
    assert len(english) > 20


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_messages_run_in_the_direction_of_their_own_letters(chat: Chat, language: str) -> None:
    text = RIGHT_TO_LEFT[language]
    chat.answers_with(text, *say(f"{text}\n\n- {text}\n\nIn English."))
    chat.open(place="600x600")

    chat.ask(text)

    directions: list[str] = chat.page.evaluate("""() =>
        [".bubble", ".assistant-message p", ".assistant-message li"].map((selector) =>
            getComputedStyle(chat.shadowRoot.querySelector(selector)).direction)""")
    assert directions == ["rtl", "rtl", "rtl"]


def test_an_english_greeting_keeps_its_question_mark_at_its_end(chat: Chat) -> None:
    chat.open(
        """{locale: "ar", startScreen: { greeting: "Open today?",
            prompts: [{ label: "Why not?", prompt: "Why not?" }] }}""",
        "360x600",
    )

    ends = chat.page.evaluate("""() => [".greeting", ".prompt"].map((selector) => {
        const walker = document.createTreeWalker(chat.shadowRoot.querySelector(selector), 4);
        const range = document.createRange();
        const boxes = {};
        while (walker.nextNode()) {
            const { data } = walker.currentNode;
            for (const letter of ["O", "W", "?"]) {
                const at = data.indexOf(letter);
                if (at < 0) continue;
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + 1);
                boxes[letter] = range.getBoundingClientRect().left;
            }
        }
        return boxes["?"] > (boxes.O ?? boxes.W);
    })""")
    left, right = chat.page.evaluate(LETTERS, ".greeting")

    assert ends == [True, True]
    assert right < left  # it stands on the right all the same
