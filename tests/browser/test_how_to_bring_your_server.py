"""The guide for existing ChatKit servers: one is moved as it is written, and used by visitors."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.brought import desk
from tests.brought.moving import apply_diff, copy_package
from tests.browser.chat import Chat
from tests.browser.conftest import STATIC
from tests.guides import Guide
from tests.servers import Site, live_site

pytestmark = [pytest.mark.browser, pytest.mark.socket, pytest.mark.row("A14")]

GUIDE = Guide("bring-your-chatkit-server")
LEFT_OUT = frozenset({"context.py", "stores.py"})

URLS = """
from django.urls import path

from desk.server import desk_agent
from desk.views import bookings
from tests.browser.urls import urlpatterns as everything_else
from tests.directed_model import DirectedModel

desk_agent.model = DirectedModel()
urlpatterns = [path("desk/bookings/<thread_id>", bookings), *everything_else]
"""

PICTURE = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    b"\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the desk as it is after the guide, and a site's URLs with it."""
    folder = tmp_path_factory.mktemp("moved")
    copy_package(Path(desk.__path__[0]), folder, "desk", LEFT_OUT)
    for diff in GUIDE.of("diff"):
        apply_diff(diff, folder)
    for code in GUIDE.of("python"):
        name = code.partition("\n")[0].removeprefix("# ")
        if name != "settings.py":
            (folder / name).write_text(code)
    (folder / "desk_urls.py").write_text(URLS)
    return folder


@pytest.fixture(scope="module")
def desk_site(moved: Path) -> Iterator[Site]:
    with live_site(
        "asgi",
        environment={"PYTHONPATH": str(moved), "OPENAI_AGENTS_DISABLE_TRACING": "1"},
        ROOT_URLCONF="desk_urls",
        STATICFILES_DIRS=[str(STATIC)],
        **GUIDE.settings(),
    ) as site:
        yield site


@pytest.fixture
def desk_chat(
    page: Page, desk_site: Site, request: pytest.FixtureRequest, complaints: list[str]
) -> Chat:
    """A visitor of this test alone in front of the desk's page."""
    username = re.sub(r"\W", "-", request.node.name)
    page.context.request.post(f"{desk_site.url}/test/log-in", form={"username": username})
    chat = Chat(page, desk_site)
    chat.open(
        """{
            api: {...chatApi, uploadStrategy: {type: "two_phase"}, fetch: (url, init) =>
                chatApi.fetch(url, {...init, headers: {...init.headers, Harbour: "South"}})},
            composer: {attachments: {enabled: true}, dictation: {enabled: true}},
        }"""
    )
    return chat


def crossing(chat: Chat, text: str) -> Locator:
    return chat.page.locator("chatkit-widget").get_by_role("button", name=text)


def bookings(chat: Chat) -> Any:
    address = f"{chat.site.url}/desk/bookings/{chat.thread_id}"
    return chat.page.context.request.get(address).json()["bookings"]


def test_nothing_of_the_old_framework_is_left(moved: Path) -> None:
    code = "\n".join(path.read_text() for path in (moved / "desk").glob("*.py"))

    assert "fastapi" not in code
    assert ".stores" not in code


def test_a_widget_is_used_and_stays_used(desk_chat: Chat) -> None:
    desk_chat.ask("Do show_crossings")
    crossing(desk_chat, "08:15").click()
    desk_chat.expect_answer("Booked for 08:15.")

    desk_chat.page.reload()
    desk_chat.page.wait_for_function("() => window.pageIsReady")
    [*_, request] = desk_chat.requests
    thread_id = request["params"]["thread_id"]
    desk_chat.page.evaluate(f"() => {{ addChat({{initialThread: '{thread_id}'}}); }}")

    expect(desk_chat.page.get_by_text("08:15 booked")).to_be_visible()
    expect(crossing(desk_chat, "12:40")).to_have_count(0)


def test_its_own_endpoint_is_for_the_owner_of_the_thread(desk_chat: Chat) -> None:
    desk_chat.ask("Do show_crossings")
    crossing(desk_chat, "12:40").click()
    desk_chat.expect_answer("Booked for 12:40.")

    assert bookings(desk_chat) == ["12:40"]
    stranger = desk_chat.site.log_in("stranger")
    assert stranger.get(f"/desk/bookings/{desk_chat.thread_id}").status_code == 404


def test_a_tool_changes_thread_page_and_memory(desk_chat: Chat) -> None:
    desk_chat.ask('Do ring_bell {"times": 3}')

    desk_chat.expect_answer("The tool said rung")
    assert desk_chat.events("effect") == [["effect", {"name": "bell", "data": {"times": 3}}]]
    expect(desk_chat.page.get_by_text("At the bell")).to_be_visible()
    expect(desk_chat.page.get_by_text("<BELL>")).to_have_count(0)

    desk_chat.ask("Do recall")
    desk_chat.expect_answer("<BELL>3</BELL>")


def test_its_tools_know_what_the_page_said(desk_chat: Chat) -> None:
    texts = []
    desk_chat.page.on(
        "response",
        lambda response: texts.append(response) if "/conversation" in response.url else None,
    )
    desk_chat.ask("Do show_crossings")

    assert '"text":"Asking South harbour…"' in texts[-1].text()


def test_its_model_sees_the_file(desk_chat: Chat) -> None:
    with desk_chat.page.expect_file_chooser() as chooser:
        desk_chat.page.get_by_role("button", name="Attach files").click()
    chooser.value.set_files({"name": "pier.png", "mimeType": "image/png", "buffer": PICTURE})
    expect(desk_chat.page.get_by_role("progressbar")).to_have_count(0)
    desk_chat.ask("Do recall")

    desk_chat.expect_answer("data:image/png;base64,iVBORw0KGgo")


def test_it_listens(desk_chat: Chat) -> None:
    desk_chat.page.get_by_role("button", name="Dictate").click()
    desk_chat.page.get_by_role("button", name="Stop dictating").click()

    expect(desk_chat.box).to_have_value("from South harbour, please")


def test_what_it_refuses_is_a_refusal(desk_chat: Chat) -> None:
    visitor = desk_chat.site.log_in("listener")
    asked = {
        "type": "input.transcribe",
        "params": {"audio_base64": "AAAA", "mime_type": "audio/ogg"},
    }
    answer = visitor.post("/chatkit/conversation", json=asked)

    assert answer.status_code == 400
    assert json.loads(answer.text)["error"]["message"] == "Unexpected audio format"
