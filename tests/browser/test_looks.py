"""Size, theme and language."""

from typing import Any

import pytest
from playwright.sync_api import expect

from django_chatkit.locales import LOCALES
from tests.browser.chat import Chat
from tests.browser.plays import say

pytestmark = [pytest.mark.browser, pytest.mark.socket]

STYLE = """(selector) => {
    const style = getComputedStyle(selector ? chat.shadowRoot.querySelector(selector) : chat);
    const { backgroundColor, color, borderRadius, height, fontSize, fontFamily } = style;
    return { backgroundColor, color, borderRadius, height: parseFloat(height), fontSize, fontFamily };
}"""


def style(chat: Chat, selector: str = "") -> dict[str, Any]:
    found: dict[str, Any] = chat.page.evaluate(STYLE, selector)
    return found


def rgb(color: str) -> list[int]:
    return [int(part) for part in color.removeprefix("rgb(").removesuffix(")").split(",")]


@pytest.mark.row("C05")
@pytest.mark.parametrize(
    ("viewport", "place"),
    [((1280, 800), "320x600"), ((1280, 800), ""), ((390, 844), ""), ((844, 390), "")],
)
def test_it_fills_its_place_and_scrolls_inside(
    chat: Chat, viewport: tuple[int, int], place: str
) -> None:
    chat.answers_with("Long", say("\n\n".join(f"Line {n}, {'x' * 200}" for n in range(60))))
    chat.page.set_viewport_size({"width": viewport[0], "height": viewport[1]})
    chat.open(place=place)
    chat.ask("Long")

    sizes = chat.page.evaluate("""() => {
        const { width, height } = chat.getBoundingClientRect();
        const root = document.documentElement;
        const edge = chat.getBoundingClientRect().right;
        const wide = [...chat.shadowRoot.querySelectorAll("article, textarea, button")]
            .filter((node) => node.getBoundingClientRect().right > edge + 1).length;
        return { size: [width, height], wide,
                 outer: [root.scrollWidth > root.clientWidth, root.scrollHeight > root.clientHeight] };
    }""")

    wanted = [float(number) for number in (place.split("x") if place else viewport)]
    assert sizes == {"size": wanted, "wide": 0, "outer": [False, False]}
    expect(chat.box).to_be_in_viewport()


@pytest.mark.row("C05")
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_a_long_quote_and_long_names_stay_inside_the_composer(chat: Chat, locale: str) -> None:
    chat.open(f'{{locale: "{locale}", composer: {{attachments: {{enabled: true}}}}}}', "360x600")

    chat.call("""setComposerValue({
        text: "Draft", reply: "a long quote ".repeat(30),
        files: ["one", "two"].map((name) => new File(["a"], `${name.repeat(40)}.txt`,
                                                     { type: "text/plain" })),
    })""")
    expect(chat.page.locator("openai-chatkit .composer .tile")).to_have_count(2)

    outside = chat.page.evaluate("""() => {
        const composer = chat.shadowRoot.querySelector(".composer");
        const { left, right } = composer.getBoundingClientRect();
        return [...composer.querySelectorAll("button, textarea, .tile, .composer-quote")]
            .filter((node) => {
                const box = node.getBoundingClientRect();
                return box.left < left || box.right > right;
            }).map((node) => node.className);
    }""")
    assert outside == []


@pytest.mark.row("C45")
def test_light_is_the_default_whatever_the_system_prefers(chat: Chat) -> None:
    chat.page.emulate_media(color_scheme="dark")
    chat.open()
    assert min(rgb(style(chat)["backgroundColor"])) > 250

    chat.set_options('{theme: "dark"}')

    assert max(rgb(style(chat)["backgroundColor"])) < 60
    assert min(rgb(style(chat)["color"])) > 200


@pytest.mark.row("C45")
def test_accent_surface_and_type_are_the_pages(chat: Chat) -> None:
    chat.open("""{theme: {
        color: {
            accent: { primary: "#b92f1f", level: 1 },
            surface: { background: "#fdf6e3", foreground: "#eee8d5" },
        },
        typography: { baseSize: 18, fontFamily: "Courier, monospace" },
    }}""")
    chat.box.fill("Ready")

    expect(chat.send_button).to_have_css("background-color", "rgb(185, 47, 31)")
    assert style(chat)["backgroundColor"] == "rgb(253, 246, 227)"
    assert style(chat, "textarea")["fontSize"] == "18px"
    assert style(chat)["fontFamily"].startswith("Courier, monospace")


@pytest.mark.row("C45")
def test_grayscale_tints_everything_grey(chat: Chat) -> None:
    chat.open("{theme: {color: {grayscale: {hue: 30, tint: 9}}}}")
    warm = style(chat, ".composer")["backgroundColor"]

    chat.set_options("{theme: {color: {grayscale: {hue: 240, tint: 9}}}}")

    assert style(chat, ".composer")["backgroundColor"] != warm


@pytest.mark.row("C45")
def test_four_radii_and_three_densities(chat: Chat) -> None:
    chat.open("{history: {enabled: true}}")
    looks: dict[str, Any] = {}
    for radius in ("pill", "round", "soft", "sharp"):
        chat.set_options(f'{{theme: {{radius: "{radius}"}}}}')
        looks[radius] = style(chat, ".composer")["borderRadius"]
    for density in ("compact", "normal", "spacious"):
        chat.set_options(f'{{theme: {{density: "{density}"}}}}')
        looks[density] = style(chat, ".header .icon-button")["height"]

    assert [looks[radius] for radius in ("pill", "round", "soft", "sharp")] == [
        "28px",
        "18px",
        "12px",
        "0px",
    ]
    assert looks["compact"] < looks["normal"] < looks["spacious"]


@pytest.mark.row("C45")
def test_fonts_of_the_page_are_loaded_from_where_it_says(chat: Chat, complaints: list[str]) -> None:
    chat.visit()
    with chat.page.expect_request(f"{chat.site.url}/static/browser/harbour.woff2"):
        chat.page.evaluate("""() => { addChat({ theme: { typography: {
            fontFamily: "Harbour, serif",
            fontSources: [{ family: "Harbour", src: "/static/browser/harbour.woff2", weight: 500 }],
        } } }); }""")

    chat.wait_for_event("error")  # there is no such file
    assert chat.page.evaluate("[...document.fonts].map((face) => [face.family, face.weight])") == [
        ["Harbour", "500"]
    ]
    assert style(chat)["fontFamily"].startswith("Harbour, serif")
    expect(chat.greeting).to_be_visible()
    complaints.clear()  # the browser logs the 404


@pytest.mark.row("C45")
def test_a_new_theme_leaves_the_conversation_and_the_draft_alone(chat: Chat) -> None:
    chat.open()
    chat.ask("Hello")
    chat.box.fill("Draft")

    chat.set_options('{theme: {colorScheme: "dark", radius: "sharp", density: "compact"}}')

    chat.expect_answer("Echo: Hello")
    expect(chat.box).to_have_value("Draft")


@pytest.mark.row("C46")
@pytest.mark.parametrize(
    ("locale", "placeholder", "direction", "tag"),
    [
        ("fr", "Écrire à l’IA", "ltr", "fr"),
        ("ar", "اكتب رسالة إلى الذكاء الاصطناعي", "rtl", "ar"),
        ("ur", "مصنوعی ذہانت کو پیغام لکھیں", "rtl", "ur"),
        ("zh-TW", "傳訊息給 AI", "ltr", "zh-TW"),
        ("pt-PT", "Escreva à IA", "ltr", "pt-PT"),
        ("fr-CA", "Écrire à l’IA", "ltr", "fr-CA"),
        ("am", "ለAI መልዕክት ይጻፉ", "ltr", "am"),
        ("my-MM", "AI ထံ မက်ဆေ့ဂျ်ရေးပါ", "ltr", "my-MM"),
        ("tl", "Magmensahe sa AI", "ltr", "fil"),
        ("tlh", "Message the AI", "ltr", "en"),
    ],
)
def test_the_language(chat: Chat, locale: str, placeholder: str, direction: str, tag: str) -> None:
    chat.open(f'{{locale: "{locale}"}}')

    box = chat.page.get_by_placeholder(placeholder)
    expect(box).to_be_visible()
    root = chat.page.locator("openai-chatkit .root")
    expect(root).to_have_attribute("dir", direction)
    expect(root).to_have_attribute("lang", tag)
    with chat.page.expect_request("**/chatkit/conversation") as sent:
        box.fill("Hi")
        box.press("Enter")
    assert sent.value.headers["accept-language"] == tag


@pytest.mark.row("C46")
def test_every_locale_of_chatkit_speaks_its_own_language(chat: Chat) -> None:
    chat.open('{locale: "en"}')
    box = chat.page.locator("openai-chatkit textarea")
    expect(box).to_have_attribute("placeholder", "Message the AI")
    root = chat.page.locator("openai-chatkit .root")

    for locale in sorted(LOCALES - {"en"}):
        chat.set_options(f'{{locale: "{locale}"}}')

        expect(root).to_have_attribute("lang", "fil" if locale == "tl" else locale)
        expect(root).to_have_attribute("dir", "rtl" if locale in {"ar", "ur"} else "ltr")
        expect(box).not_to_have_attribute("placeholder", "Message the AI")


@pytest.mark.row("C46")
def test_from_right_to_left_things_stand_on_the_other_side(chat: Chat) -> None:
    chat.open('{locale: "ar", history: {enabled: true}}')
    box = chat.page.locator("openai-chatkit textarea")
    box.fill("Hello")
    box.press("Enter")
    chat.wait_for_event("response.end")

    left = chat.questions.locator(".bubble").bounding_box()
    assert left is not None
    assert left["x"] < 640
    send = chat.page.locator(".send-button").bounding_box()
    assert send is not None
    assert send["x"] < 640


@pytest.mark.row("C46")
def test_the_frame_has_a_name(chat: Chat) -> None:
    chat.open()
    expect(chat.page.get_by_role("region", name="Chat", exact=True)).to_be_visible()

    chat.set_options('{frameTitle: "Ask the keeper"}')

    expect(chat.page.get_by_role("region", name="Ask the keeper")).to_be_visible()
