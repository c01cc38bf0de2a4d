"""An answer that broke off says so, quietly, and can be asked for again."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.chat import PATIENCE, Chat
from tests.browser.plays import say, stream, wait

pytestmark = [pytest.mark.browser, pytest.mark.socket]


def mark(chat: Chat) -> Locator:
    return chat.page.locator(".broken-off")


@pytest.mark.row("C10")
def test_a_stopped_answer_is_marked_and_announced(chat: Chat) -> None:
    chat.answers_with("Long", stream("Half of", wait("never-marked"), " it"))
    chat.open()
    chat.say("Long")
    chat.expect_answer("Half of")

    chat.stop_button.click()

    expect(mark(chat)).to_contain_text("Response stopped")
    expect(chat.page.locator("openai-chatkit .root > [aria-live=polite]")).to_have_text(
        "Assistant said: Half of Response stopped"
    )
    expect(chat.page.get_by_role("alert")).to_have_count(0)
    chat.ask("Hello")
    expect(mark(chat)).to_have_count(0)


@pytest.mark.row("C42")
def test_the_mark_outlives_a_reload_and_offers_another_try(chat: Chat) -> None:
    chat.answers_with("Long", stream("Half of", wait("never-reloaded-2"), " it"))
    chat.page.goto(f"{chat.site.url}/test/tag/inline")
    chat.say("Long")
    chat.expect_answer("Half of")

    chat.page.reload()

    expect(mark(chat)).to_contain_text("Response stopped", timeout=PATIENCE)
    chat.expect_answer("Half of")
    chat.answers_with("Long", say("All of it."))
    mark(chat).get_by_role("button", name="Try again").click()
    chat.expect_answer("All of it.")
    expect(chat.answers).to_have_count(1)
    expect(chat.questions).to_have_count(1)
    expect(mark(chat)).to_have_count(0)
    chat.page.reload()
    chat.expect_answer("All of it.")
    expect(mark(chat)).to_have_count(0)


@pytest.mark.row("C42")
def test_a_message_without_any_answer_is_marked_after_a_reload(chat: Chat) -> None:
    chat.answers_with("Break", {"raise": "no"})
    chat.page.goto(f"{chat.site.url}/test/tag/inline")
    chat.say("Break")
    expect(chat.page.get_by_role("alert")).to_contain_text("The response ended with an error.")

    chat.page.reload()

    expect(chat.questions).to_have_text(["You said: Break"])
    expect(mark(chat)).to_contain_text("Response stopped")
    chat.answers_with("Break", say("Mended."))
    mark(chat).get_by_role("button", name="Try again").click()
    chat.expect_answer("Mended.")


@pytest.mark.row("C42")
def test_somebody_whose_session_is_over_logs_in_and_goes_on(
    chat: Chat, complaints: list[str], request: pytest.FixtureRequest
) -> None:
    chat.page.goto(f"{chat.site.url}/test/tag/inline")
    chat.say("Hello")
    chat.expect_answer("Echo: Hello")
    chat.page.context.request.post(f"{chat.site.url}/test/log-out")

    chat.say("Do not lose me")

    alert = chat.page.get_by_role("alert")
    expect(alert).to_have_count(1)
    expect(alert).to_contain_text("Your session has ended. Log in and try again.")
    expect(chat.box).to_have_value("Do not lose me")
    expect(alert.get_by_role("button", name="Try again")).to_have_count(0)
    with chat.page.context.expect_page() as opened:
        alert.get_by_role("link", name="Log in").click()
    assert opened.value.url.endswith("/admin/login/?next=%2Ftest%2Ftag%2Finline")
    chat.page.context.request.post(
        f"{chat.site.url}/test/log-in", form={"username": request.node.name}
    )
    opened.value.close()
    alert.get_by_role("button", name="Try again").click()
    chat.expect_answer("Echo: Do not lose me")
    expect(chat.box).to_have_value("")
    complaints.clear()  # the browser logs the 401


@pytest.mark.row("C42")
def test_what_is_forbidden_is_said_in_the_sites_own_words(
    chat: Chat, complaints: list[str]
) -> None:
    chat.open()
    envelope = '{"error": {"message": "Ask Ada for access.", "code": "permission_denied"}}'
    chat.server_answers("threads.create", status=403, body=envelope)

    chat.say("Hello")

    expect(chat.page.get_by_role("alert")).to_contain_text("Ask Ada for access.")
    expect(chat.box).to_have_value("Hello")
    complaints.clear()  # the browser logs the 403
