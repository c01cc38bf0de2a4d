"""The network fails, the server restarts, the laptop sleeps: nothing that was said is lost."""

import re
import signal
import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.chat import PATIENCE, Chat, FarChat
from tests.browser.conftest import PLAYING
from tests.browser.plays import say, stream, wait
from tests.browser.proxy import Network, network
from tests.servers import Site, live_site

pytestmark = [pytest.mark.browser, pytest.mark.socket]

LOST = "The connection was lost before the response was complete."


@pytest.fixture
def wire(chat_site: Site) -> Iterator[Network]:
    with network(chat_site.port) as wire:
        yield wire


@pytest.fixture
def far(page: Page, chat_site: Site, wire: Network, request: pytest.FixtureRequest) -> Chat:
    """A visitor who reaches the site through a network that can fail."""
    username = re.sub(r"\W", "-", request.node.name)[:100]
    page.context.request.post(f"{chat_site.url}/test/log-in", form={"username": username})
    return FarChat(page, chat_site, wire)


def alert(chat: Chat) -> Locator:
    return chat.page.get_by_role("alert")


def mark(chat: Chat) -> Locator:
    """The quiet line under an answer that broke off."""
    return chat.page.locator(".broken-off")


def come_online(chat: Chat) -> None:
    """The browser notices the network."""
    chat.page.evaluate("window.dispatchEvent(new Event('online'))")


@pytest.mark.row("C42")
def test_a_connection_lost_in_the_middle_keeps_what_came_and_offers_one_way_on(
    far: Chat, wire: Network
) -> None:
    far.answers_with("Long", stream("Half of", wait("never-cut"), " it"))
    far.open()
    far.say("Long")
    far.expect_answer("Half of")

    wire.cut()

    expect(alert(far)).to_contain_text(LOST)
    far.expect_answer("Half of")
    expect(alert(far).get_by_role("button", name="Try again")).to_have_count(1)
    expect(mark(far)).to_have_count(0)
    far.answers_with("Long", say("All of it."))
    alert(far).get_by_role("button", name="Try again").click()
    far.expect_answer("All of it.")
    expect(alert(far)).to_have_count(0)
    expect(far.answers).to_have_count(1)
    expect(far.questions).to_have_count(1)


@pytest.mark.row("C42")
def test_when_the_network_returns_the_thread_is_brought_up_to_date(
    far: Chat, wire: Network
) -> None:
    far.answers_with("Long", stream("Half of", wait("never-back"), " it"))
    far.open()
    far.say("Long")
    far.expect_answer("Half of")
    wire.go_down()
    expect(alert(far)).to_contain_text(LOST)
    wire.come_back()

    come_online(far)

    expect(alert(far)).to_have_count(0, timeout=PATIENCE)
    expect(mark(far)).to_contain_text("Response stopped")
    assert far.requests[-1]["type"] == "threads.get_by_id"
    far.answers_with("Long", say("All of it."))
    mark(far).get_by_role("button", name="Try again").click()
    far.expect_answer("All of it.")
    expect(mark(far)).to_have_count(0)
    assert far.requests[-1]["type"] == "threads.retry_after_item"


@pytest.mark.row("C42")
def test_a_message_written_while_the_server_is_away_is_sent_once(far: Chat, wire: Network) -> None:
    far.open()
    far.ask("The first")
    wire.go_down()
    far.say("Do not lose me")
    expect(alert(far)).to_contain_text("The server could not be reached. Please try again.")
    expect(far.box).to_have_value("Do not lose me")
    wire.come_back()

    alert(far).get_by_role("button", name="Try again").click()

    far.expect_answer("Echo: Do not lose me")
    expect(far.box).to_have_value("")
    expect(far.questions).to_have_count(2)


def until_stored(chat: Chat, count: int) -> None:
    """Wait until the site holds one thread with so many items, whatever the page knows of it."""
    ask = chat.visitor()
    end = time.monotonic() + PATIENCE / 1000
    while True:
        threads = ask("threads.list", {})["data"]
        stored = [len(ask("items.list", {"thread_id": t["id"]})["data"]) for t in threads]
        if stored == [count]:
            return
        assert time.monotonic() < end, stored
        time.sleep(0.05)


@pytest.mark.row("C42")
def test_a_message_that_arrived_unheard_is_not_sent_twice(far: Chat, wire: Network) -> None:
    far.open()
    wire.stall()
    far.say("Begin once")
    until_stored(far, 2)
    wire.go_down()
    expect(alert(far)).to_contain_text("The server could not be reached. Please try again.")
    wire.flow()
    wire.come_back()

    alert(far).get_by_role("button", name="Try again").click()

    far.expect_answer("Echo: Begin once")
    expect(far.questions).to_have_count(1)
    expect(far.answers).to_have_count(1)
    expect(far.box).to_have_value("")

    wire.stall()
    far.say("Go on once")
    until_stored(far, 4)
    wire.go_down()
    expect(alert(far)).to_contain_text("The server could not be reached. Please try again.")
    wire.flow()
    wire.come_back()
    # The composer has it again, and its own button sends the same message.
    expect(far.box).to_have_value("Go on once")

    far.send_button.click()

    far.expect_answer("Echo: Go on once")
    expect(far.questions).to_have_count(2)
    expect(far.answers).to_have_count(2)
    until_stored(far, 4)


@pytest.mark.row("C42")
def test_a_message_that_arrived_unheard_and_was_given_up_is_answered_after_all(
    far: Chat, wire: Network
) -> None:
    far.answers_with("Long", wait("never-heard"))
    far.open()
    wire.stall()
    far.say("Long")
    until_stored(far, 1)
    wire.go_down()
    expect(alert(far)).to_contain_text("The server could not be reached. Please try again.")
    far.answers_with("Long", say("All of it."))
    wire.flow()
    wire.come_back()

    alert(far).get_by_role("button", name="Try again").click()

    far.expect_answer("All of it.")
    expect(far.questions).to_have_count(1)
    expect(mark(far)).to_have_count(0)
    until_stored(far, 2)


@pytest.mark.row("C42")
def test_a_message_that_the_browser_itself_sends_again_is_stored_once(
    far: Chat, wire: Network
) -> None:
    far.open()
    far.ask("The first")
    wire.stall()
    far.say("Once")
    until_stored(far, 4)

    # A browser takes a kept connection that breaks before the answer for one that was too old.
    wire.cut()
    wire.flow()

    far.expect_answer("Echo: Once")
    expect(far.questions).to_have_count(2)
    until_stored(far, 4)


@pytest.mark.row("C42")
def test_a_conversation_that_could_not_be_read_is_read_when_the_network_returns(
    far: Chat, wire: Network
) -> None:
    far.open()
    far.ask("The first")
    thread_id = far.thread_id
    far.call("setThreadId(null)")
    wire.go_down()
    far.call(f'setThreadId("{thread_id}")')
    expect(alert(far)).to_contain_text("The server could not be reached.")
    wire.come_back()

    come_online(far)

    far.expect_answer("Echo: The first")


@pytest.mark.row("C42")
def test_a_connection_that_falls_silent_counts_as_lost(far: Chat, wire: Network) -> None:
    far.page.clock.install()
    far.answers_with("Long", stream("Half of", wait("never-silent"), " it"))
    far.open()
    far.say("Long")
    far.expect_answer("Half of")
    wire.stall()

    for _ in range(25):
        far.page.clock.run_for(2000)

    expect(alert(far)).to_contain_text(LOST)
    far.expect_answer("Half of")
    wire.flow()


@pytest.mark.row("C42")
def test_a_laptop_that_slept_finds_its_connection_dead_soon(far: Chat, wire: Network) -> None:
    far.page.clock.install()
    far.answers_with("Long", stream("Half of", wait("never-woken"), " it"))
    far.open()
    far.say("Long")
    far.expect_answer("Half of")
    wire.stall()

    far.page.clock.fast_forward("08:00:00")
    for _ in range(5):
        far.page.clock.run_for(1000)

    expect(alert(far)).to_contain_text(LOST)
    wire.flow()


@pytest.mark.row("C42")
def test_a_laptop_that_slept_keeps_a_connection_that_did_not(far: Chat) -> None:
    far.page.clock.install()
    far.answers_with("Long", stream("Half of", wait("after-sleep"), " it"))
    far.open()
    far.say("Long")
    far.expect_answer("Half of")

    far.page.clock.fast_forward("08:00:00")
    far.open_gate("after-sleep")

    far.expect_answer("Half of it")
    far.wait_for_event("response.end")
    expect(alert(far)).to_have_count(0)


@pytest.mark.row("C42")
def test_a_server_that_restarts_in_the_middle_of_an_answer(page: Page) -> None:
    options: dict[str, Any] = {
        "ROOT_URLCONF": "tests.browser.urls",
        "STATICFILES_DIRS": ["tests/browser/static"],
        "CHATKIT_ASSISTANTS": {"default": PLAYING},
    }
    with live_site("asgi", **options) as first, network(first.port) as wire:
        page.context.request.post(f"{first.url}/test/log-in", form={"username": "restart"})
        far = FarChat(page, first, wire)
        far.answers_with("Long", stream("Half of", wait("never-restarted"), " it"))
        far.open()
        far.say("Long")
        far.expect_answer("Half of")

        first.process.send_signal(signal.SIGKILL)
        expect(alert(far)).to_contain_text(LOST)
        with live_site("asgi", database=first.database, **options) as second:
            wire.target = second.port
            far.site = second
            far.answers_with("Long", say("All of it."))
            alert(far).get_by_role("button", name="Try again").click()

            # The dead process's lease has to run out first.
            expect(far.answers.last).to_contain_text("All of it.", timeout=45_000)
            expect(far.answers).to_have_count(1)
            expect(far.questions).to_have_count(1)
