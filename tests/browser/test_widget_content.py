"""Badge, Icon, Image and the looks of Button."""

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat
from tests.browser.widgets import box, painted, show, styles

pytestmark = [pytest.mark.browser, pytest.mark.socket, pytest.mark.row("D04")]

PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="teal"/></svg>"""
CLEAR = "rgba(0, 0, 0, 0)"


def luminance(colour: list[int]) -> float:
    """As WCAG defines it."""
    linear = [c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_badges_are_filled_soft_or_outlined_and_readable(chat: Chat, scheme: str) -> None:
    root = show(chat, "content", options=f"{{theme: '{scheme}'}}")
    surface = painted(root, styles(root.locator(".ck-w-card"), "background-color")[0])

    for tone in ("secondary", "success", "danger", "warning", "info", "discovery"):
        for variant in ("solid", "soft", "outline"):
            badge = root.get_by_text(f"{tone} {variant}", exact=True)
            ink, fill, line = styles(badge, "color", "background-color", "border-top-color")
            assert (fill == CLEAR) == (variant == "outline")
            assert (line == CLEAR) == (variant != "outline")
            below = surface if fill == CLEAR else painted(badge, fill)
            light, dark = sorted((luminance(below), luminance(painted(badge, ink))), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, f"{tone} {variant}"
    sizes = [box(root.get_by_text(size, exact=True))[3] for size in ("sm", "md", "lg")]
    assert sizes == sorted(set(sizes))
    assert styles(root.get_by_text("lg", exact=True), "border-radius") == ["6px"]
    assert box(root.get_by_text("lg", exact=True))[2] < 60


def test_icons_have_seven_sizes_and_any_name_of_lucide(chat: Chat) -> None:
    root = show(chat, "content")
    icons = root.locator(".ck-w-icon svg")

    expect(icons).to_have_count(8)
    expect(icons.last.locator("path")).not_to_have_count(0)
    assert [box(icon)[2:] for icon in icons.all()] == [
        (size, size) for size in (12, 14, 18, 20, 24, 30, 38, 24)
    ]
    red = painted(root, styles(icons.last, "color")[0])
    assert red[0] > 200 > 120 > red[1]


def test_buttons_have_eight_colours_four_looks_and_nine_sizes(chat: Chat) -> None:
    root = show(chat, "buttons", width=1400)

    def looks(variant: str) -> set[tuple[str, ...]]:
        names = (
            "primary",
            "secondary",
            "info",
            "discovery",
            "success",
            "caution",
            "warning",
            "danger",
        )
        buttons = [root.get_by_role("button", name=f"{name} {variant}") for name in names]
        return {
            tuple(styles(button, "background-color", "color", "border-top-color"))
            for button in buttons
        }

    assert [len(looks(variant)) for variant in ("solid", "soft", "outline")] == [8, 8, 8]
    assert {look[0] for look in looks("outline") | looks("ghost")} == {CLEAR}
    heights = [
        box(root.get_by_role("button", name=size, exact=True))[3]
        for size in ("3xs", "2xs", "xs", "sm", "md", "lg", "xl", "2xl", "3xl")
    ]
    assert heights == [22, 24, 26, 28, 34, 36, 40, 44, 48]
    block = root.get_by_role("button", name="Block")
    assert box(block)[2] == box(block.locator(".."))[2] - 32
    expect(block.locator("svg")).to_have_count(2)
    uniform = root.get_by_role("button", name="plus")
    assert box(uniform)[2:] == (36, 36)
    assert styles(uniform, "border-radius") == ["10px"]
    expect(root.get_by_role("button", name="Off")).to_be_disabled()
    # A button that is no block is as wide as its words.
    assert box(root.get_by_role("button", name="Off"))[2] < 80


def test_an_image_fits_its_place(chat: Chat) -> None:
    chat.page.route(
        "**/ship.svg", lambda route: route.fulfill(body=PICTURE, content_type="image/svg+xml")
    )
    src = f"{chat.site.url}/ship.svg"
    root = show(
        chat,
        {
            "type": "Card",
            "children": [
                {"type": "Image", "src": src, "alt": "A ship", "flush": True, "height": 60},
                {
                    "type": "Image",
                    "src": src,
                    "alt": "Two",
                    "fit": "contain",
                    "position": "bottom right",
                    "size": 80,
                    "radius": "xl",
                    "frame": True,
                    "background": "red-500",
                },
                {
                    "type": "Image",
                    "src": src,
                    "alt": "Three",
                    "aspectRatio": "4 / 1",
                    "width": "50%",
                },
            ],
        },
    )
    card = root.locator(".ck-w-card")
    one, two, three = (root.get_by_role("img", name=name) for name in ("A ship", "Two", "Three"))

    assert box(one) == (box(card)[0] + 1, box(card)[1] + 1, box(card)[2] - 2, 60)
    assert box(two)[2:] == (80, 80)
    assert styles(two, "object-fit", "object-position", "border-radius") == [
        "contain",
        "100% 100%",
        "12px",
    ]
    assert styles(two, "box-shadow") != ["none"]
    assert painted(two, styles(two, "background-color")[0])[0] > 200
    inside = box(card)[2] - 2 - 32
    assert box(three)[2:] == (inside / 2, inside / 8)


def test_an_image_that_is_gone_leaves_its_place_and_its_words(
    chat: Chat, complaints: list[str]
) -> None:
    chat.page.route("**/gone.png", lambda route: route.fulfill(status=404))
    src = f"{chat.site.url}/gone.png"
    root = show(
        chat,
        {
            "type": "Card",
            "children": [
                {
                    "type": "Image",
                    "src": src,
                    "alt": "A ship at sea",
                    "height": 90,
                    "width": 200,
                    "radius": "lg",
                }
            ],
        },
    )
    words = root.get_by_text("A ship at sea").locator("..")

    expect(words).to_be_visible()
    assert box(words)[2:] == (200, 90)
    assert styles(words, "border-radius") == ["10px"]
    expect(root.get_by_role("img", name="A ship at sea")).to_have_count(0)
    complaints.clear()


def test_an_image_of_another_host_is_a_link_until_the_thread_allows_it(chat: Chat) -> None:
    src = "https://pictures.example/ship.png"
    root = show(
        chat, {"type": "Card", "children": [{"type": "Image", "src": src, "alt": "A ship"}]}
    )

    expect(root.locator("img")).to_have_count(0)
    expect(root.get_by_role("link", name="A ship")).to_have_attribute("href", src)


def test_a_link_for_an_image_is_as_large_as_the_image_would_be(chat: Chat) -> None:
    src = "https://pictures.example/ship.png"
    alt = "A ship of the line under full sail in a heavy sea off the northern cape"
    image = {"type": "Image", "src": src, "alt": alt, "width": 72, "height": 60}
    root = show(chat, {"type": "Card", "children": [image]})

    link = root.get_by_role("link", name=alt)
    assert box(link)[2:] == (72, 60)
    assert link.evaluate("(link) => link.scrollHeight") == 60
