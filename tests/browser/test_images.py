"""Images in a conversation: made by the assistant, or attached by the visitor."""

import base64
import io

import pytest
from PIL import Image
from playwright.sync_api import Locator, Route, expect

from tests.browser.chat import PATIENCE, Chat
from tests.browser.plays import Step, done, say, wait

pytestmark = [pytest.mark.browser, pytest.mark.socket]

SIZELESS = "<svg xmlns='http://www.w3.org/2000/svg'><circle cx='50%' cy='50%' r='40%'/></svg>"


def data_url(width: int, height: int, color: str = "navy") -> str:
    file = io.BytesIO()
    Image.new("RGB", (width, height), color).save(file, "PNG")
    return f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"


def begun() -> Step:
    return {"type": "thread.item.added", "item": {"id": "$image", "type": "generated_image"}}


def partial(url: str, progress: float) -> Step:
    update = {"type": "generated_image.updated", "image": {"id": "img", "url": url}}
    return {
        "type": "thread.item.updated",
        "item_id": "$image",
        "update": {**update, "progress": progress},
    }


def finished(url: str) -> Step:
    return done({"id": "$image", "type": "generated_image", "image": {"id": "img", "url": url}})


def figure(chat: Chat) -> Locator:
    return chat.page.get_by_role("figure")


def box(node: Locator) -> list[float]:
    """Top and height: what a jump would change."""
    found: list[float] = node.evaluate(
        "(node) => { const { top, height } = node.getBoundingClientRect(); return [top, height]; }"
    )
    return found


def shows(chat: Chat, name: str, url: str) -> None:
    """Say something with this image."""
    moment = "2026-01-01T00:00:00Z"
    attachment = {"type": "image", "id": "atc_1", "name": name, "mime_type": "image/png"}
    question = {
        "id": "msg_1",
        "thread_id": "thr_1",
        "created_at": moment,
        "type": "user_message",
        "content": [{"type": "input_text", "text": "Look"}],
        "attachments": [{**attachment, "preview_url": url}],
        "inference_options": {},
    }
    chat.server_sends(
        "threads.create",
        {"type": "thread.created", "thread": {"id": "thr_1", "created_at": moment}},
        {"type": "thread.item.done", "item": question},
    )
    assert chat.call('sendUserMessage({text: "Look"})') is None


@pytest.mark.row("C38")
@pytest.mark.parametrize("size", [(300, 300), (300, 200), (200, 300), (900, 300)])
def test_from_its_place_to_the_whole_image_nothing_jumps(chat: Chat, size: tuple[int, int]) -> None:
    said = f"Draw {size}"
    chat.answers_with(
        said,
        begun(),
        wait(f"begun {size}"),
        partial(data_url(*size, "gray"), 0.4),
        wait(f"partial {size}"),
        finished(data_url(*size)),
        say("There it is."),
    )
    chat.open()
    chat.say(said)
    expect(figure(chat)).to_have_text("Creating image", timeout=PATIENCE)
    expect(chat.page.get_by_role("progressbar")).to_have_count(0)
    place = box(figure(chat))

    chat.open_gate(f"begun {size}")

    image = chat.page.get_by_role("img", name="Generated image")
    expect(image).to_have_js_property("width", size[0])
    expect(chat.page.get_by_role("progressbar")).to_have_attribute("aria-valuenow", "40")
    assert box(figure(chat)) == place
    chat.open_gate(f"partial {size}")
    chat.expect_answer("There it is.")
    expect(chat.page.get_by_role("progressbar")).to_have_count(0)
    expect(image).to_have_js_property("height", size[1])
    assert box(figure(chat))[1] == place[1]


@pytest.mark.row("C38")
def test_an_image_is_there_after_a_reload_in_a_place_of_the_same_size(
    chat: Chat, complaints: list[str]
) -> None:
    chat.answers_with("Draw", finished("/static/browser/lamp.svg"), say("There it is."))
    chat.page.route(
        "**/browser/lamp.svg",
        lambda route: route.fulfill(
            content_type="image/svg+xml",
            body=SIZELESS.replace("<svg", "<svg width='600' height='200'"),
        ),
    )
    chat.open()
    chat.ask("Draw")
    image = chat.page.get_by_role("img", name="Generated image")
    expect(image).to_have_js_property("naturalWidth", 600)
    height = box(image)[1]
    thread_id = chat.thread_id
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    chat.page.unroute("**/browser/lamp.svg")
    chat.page.route("**/browser/lamp.svg", hold)

    chat.open(f'{{initialThread: "{thread_id}"}}')

    expect(image).to_be_visible()
    assert box(image)[1] == height
    held[0].abort()
    expect(chat.page.get_by_role("link", name="Generated image")).to_be_visible()
    complaints.clear()  # the browser logs the image that never came


@pytest.mark.row("C38")
def test_an_image_that_never_came_is_told(chat: Chat) -> None:
    chat.answers_with("Draw", begun(), {"raise": "out of paint"})
    chat.open()

    chat.ask("Draw")

    expect(chat.page.get_by_text("This content cannot be shown here.")).to_be_visible()
    expect(chat.page.get_by_text("Creating image")).to_have_count(0)


@pytest.mark.row("C38")
def test_an_image_opens_in_full_and_escape_closes_it(chat: Chat) -> None:
    chat.answers_with("Draw", finished(data_url(300, 200)))
    chat.open()
    chat.ask("Draw")
    image = chat.page.get_by_role("button", name="Generated image")

    image.press("Enter")

    dialog = chat.page.get_by_role("dialog", name="Generated image")
    expect(dialog.get_by_role("img", name="Generated image")).to_be_visible()
    expect(dialog.get_by_role("button", name="Close")).to_be_focused()
    chat.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(image).to_be_focused()
    image.click()
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)


@pytest.mark.row("C38")
def test_only_from_hosts_that_the_thread_allows(chat: Chat) -> None:
    thread = {
        "id": "thr_1",
        "created_at": "2026-01-01T00:00:00Z",
        "allowed_image_domains": ["images.example.com"],
    }
    item = {"thread_id": "thr_1", "created_at": thread["created_at"], "type": "generated_image"}
    urls = ["https://images.example.com/a.png", "https://elsewhere.example/b.png"]
    images = [
        {**item, "id": f"img_{n}", "image": {"id": f"{n}", "url": url}}
        for n, url in enumerate(urls)
    ]
    chat.open()
    chat.page.evaluate("""() => {
        window.asked = new Set();
        const { setAttribute } = HTMLImageElement.prototype;
        HTMLImageElement.prototype.setAttribute = function (name, value) {
            if (name === "src") asked.add(value);
            else setAttribute.call(this, name, value);
        };
    }""")
    chat.server_sends(
        "threads.create",
        {"type": "thread.created", "thread": thread},
        *[{"type": "thread.item.done", "item": image} for image in images],
    )

    chat.call('sendUserMessage({text: "Draw"})')

    link = chat.page.get_by_role("link", name="Generated image")
    expect(link).to_have_count(2)
    assert chat.page.evaluate("[...asked]") == [urls[0]]
    expect(link.last).to_have_attribute("href", urls[1])
    expect(link.last.get_by_role("img")).to_have_count(0)


@pytest.mark.row("C23")
def test_an_attached_image_without_a_size_of_its_own_is_shown(chat: Chat) -> None:
    chat.page.route(
        "**/browser/sizeless.svg",
        lambda route: route.fulfill(content_type="image/svg+xml", body=SIZELESS),
    )
    chat.open()
    shows(chat, "lamp.svg", "/static/browser/sizeless.svg")

    image = chat.questions.get_by_role("img", name="Attachment: lamp.svg")
    expect(image).to_be_visible()
    size = image.evaluate("(image) => [image.clientWidth, image.clientHeight]")
    assert min(size) > 100


@pytest.mark.row("C23")
def test_an_attached_image_opens_in_full(chat: Chat) -> None:
    chat.open()
    shows(chat, "lamp.png", data_url(80, 60))

    chat.questions.get_by_role("button", name="Attachment: lamp.png").click()

    dialog = chat.page.get_by_role("dialog", name="Attachment: lamp.png")
    expect(dialog.get_by_role("img")).to_be_visible()
    chat.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
