"""What assistants write, as a page shows it."""

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.plays import say, stream, wait, widget

pytestmark = [pytest.mark.browser, pytest.mark.socket]

DOCUMENT = """# Heading

A **bold** word, an *italic* one, ~~none~~ and `code`. [A link](https://example.com/a)

- one
  - nested
- two

1. first
2. second

- [x] done

> Quoted

| Lamp | Range |
| :--- | ----: |
| Old | 9 km |
"""


@pytest.mark.row("C32")
def test_github_flavoured_markdown(chat: Chat) -> None:
    chat.answers_with("Format", say(DOCUMENT))
    chat.open()
    chat.ask("Format")
    answer = chat.answers

    expect(answer.get_by_role("heading", name="Heading")).to_be_visible()
    expect(answer.locator("strong")).to_have_text("bold")
    expect(answer.locator("em")).to_have_text("italic")
    expect(answer.locator("del")).to_have_text("none")
    expect(answer.locator("code")).to_have_text("code")
    expect(answer.locator("li li")).to_have_text("nested")
    expect(answer.locator("ol > li")).to_have_text(["first", "second"])
    expect(answer.get_by_role("checkbox")).to_be_checked()
    expect(answer.locator("blockquote")).to_have_text("Quoted")
    expect(answer.get_by_role("columnheader")).to_have_text(["Lamp", "Range"])
    expect(answer.get_by_role("cell")).to_have_text(["Old", "9 km"])
    link = answer.get_by_role("link", name="A link")
    expect(link).to_have_attribute("href", "https://example.com/a")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener noreferrer")


@pytest.mark.row("C32")
def test_a_wide_table_scrolls_by_itself(chat: Chat) -> None:
    row = "|" + "|".join(f"a rather long cell {n}" for n in range(12)) + "|"
    chat.answers_with("Wide", say(f"{row}\n|{'---|' * 12}\n{row}"))
    chat.open(place="360x600")
    chat.ask("Wide")
    expect(chat.answers.get_by_role("table")).to_be_visible()

    sizes = chat.page.evaluate("""() => {
        const table = chat.shadowRoot.querySelector("table");
        let scroller = table;
        while (scroller.scrollWidth <= scroller.clientWidth) scroller = scroller.parentElement;
        return { scrolls: getComputedStyle(scroller).overflowX, isMessage:
            scroller.matches(".scroller, .thread, article"), width: scroller.clientWidth };
    }""")

    assert sizes["scrolls"] in {"auto", "scroll"}
    assert not sizes["isMessage"]
    assert sizes["width"] <= 360


@pytest.mark.row("C32")
def test_what_visitors_write_is_never_markdown(chat: Chat) -> None:
    chat.open()
    chat.ask("**not bold** <b>nor this</b>")

    expect(chat.questions).to_have_text("You said: **not bold** <b>nor this</b>")
    expect(chat.questions.locator("strong, b")).to_have_count(0)


@pytest.mark.row("C33")
def test_code_is_coloured_and_copied_as_it_is(chat: Chat) -> None:
    code = 'def greet(name: str) -> str:\n    return f"<b>{name}</b>"'
    chat.answers_with("Code", say(f"```python\n{code}\n```"))
    chat.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    chat.open()
    chat.ask("Code")

    expect(chat.answers.locator("pre code")).to_have_text(code)
    expect(chat.answers.locator("pre code span").first).to_have_text("def")
    chat.answers.get_by_role("button", name="Copy code").click()
    expect(chat.answers.get_by_role("button", name="Copied")).to_be_visible()
    assert chat.page.evaluate("navigator.clipboard.readText()").strip() == code


@pytest.mark.row("C33")
def test_unfinished_code_looks_like_code_already(chat: Chat) -> None:
    chat.answers_with(
        "Fence", stream("Look:\n\n```python\nprint(", wait("fence"), "1)\n```\n\nThat is all.")
    )
    chat.open()
    chat.say("Fence")

    expect(chat.answers.locator("pre code")).to_have_text("print(", timeout=15_000)
    expect(chat.answers).not_to_contain_text("```")
    chat.open_gate("fence")
    expect(chat.answers.locator("pre code")).to_have_text("print(1)")
    expect(chat.answers.get_by_role("paragraph").last).to_have_text("That is all.")


@pytest.mark.row("C33")
def test_formulas_are_set_once_they_are_complete(chat: Chat) -> None:
    chat.answers_with(
        "Formula",
        stream("It is \\(a^2", wait("formula"), " + b^2\\) and\n\n$$\n\\frac{1}{2}\n$$\n\nDone."),
    )
    chat.open()
    chat.say("Formula")
    chat.expect_answer("It is")
    expect(chat.answers.locator("math")).to_have_count(0)

    chat.open_gate("formula")

    expect(chat.answers.locator("math")).to_have_count(2)
    expect(chat.answers.locator("math mfrac")).to_have_count(1)
    expect(chat.answers.get_by_role("paragraph").last).to_have_text("Done.")


@pytest.mark.row("C36")
def test_a_deep_link_is_the_pages_own_business(chat: Chat) -> None:
    chat.answers_with("Links", say("See [the lamp](chatkit-link://lamp?room=top&floor=9)."))
    chat.open()
    chat.ask("Links")
    before = chat.page.url

    chat.answers.get_by_text("the lamp").click()

    chat.wait_for_event("deeplink")
    assert chat.events("deeplink") == [
        ["deeplink", {"name": "lamp", "data": {"room": "top", "floor": "9"}}]
    ]
    assert chat.page.url == before
    assert len(chat.page.context.pages) == 1


@pytest.mark.row("C31")
def test_copying_is_offered_and_nothing_else_by_default(chat: Chat) -> None:
    chat.answers_with("Both", say("Some **bold** text"), widget(copy_text="Two teas"))
    chat.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    chat.open()
    chat.ask("Both")
    actions = chat.page.get_by_role("group", name="Message actions")
    expect(actions.get_by_role("button")).to_have_count(1)

    actions.get_by_role("button", name="Copy").click()

    expect(actions.get_by_role("button", name="Copied")).to_be_visible()
    assert chat.page.evaluate("navigator.clipboard.readText()") == "Some **bold** text\n\nTwo teas"


@pytest.mark.row("C31")
def test_feedback_names_every_item_of_the_answer(chat: Chat) -> None:
    chat.answers_with("Both", say("One", item="$one"), say("Two", item="$two"))
    chat.open("{threadItemActions: {feedback: true}}")
    chat.ask("Both")
    items = chat.visitor()("threads.get_by_id", {"thread_id": chat.thread_id})["items"]["data"]

    chat.page.get_by_role("button", name="Good response").click()

    expect(chat.page.get_by_role("button", name="Good response")).to_have_attribute(
        "aria-pressed", "true"
    )
    assert chat.requests[-1] == {
        "type": "items.feedback",
        "params": {
            "thread_id": chat.thread_id,
            "item_ids": [item["id"] for item in items if item["type"] == "assistant_message"],
            "kind": "positive",
        },
    }


@pytest.mark.row("C31")
def test_another_answer_replaces_the_one_before(chat: Chat) -> None:
    chat.answers_with("Dice", say("You threw a 1."))
    chat.open("{threadItemActions: {retry: true}}")
    chat.ask("Dice")
    chat.answers_with("Dice", say("You threw a 6."))

    chat.page.get_by_role("button", name="Try again").click()

    chat.expect_answer("You threw a 6.")
    expect(chat.answers).to_have_count(1)
    expect(chat.questions).to_have_count(1)
    question = chat.visitor()("threads.get_by_id", {"thread_id": chat.thread_id})["items"]["data"][
        0
    ]
    assert chat.requests[-1] == {
        "type": "threads.retry_after_item",
        "params": {"thread_id": chat.thread_id, "item_id": question["id"]},
    }
