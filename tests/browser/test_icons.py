"""Icons by name, wherever a name may stand."""

import json
import re
from pathlib import Path

import pytest
from chatkit.icons import IconName
from playwright.sync_api import Locator, expect

from django_chatkit import element
from tests.browser.chat import Chat
from tests.browser.plays import done, widget, workflow

pytestmark = [pytest.mark.browser, pytest.mark.socket]

ICONS = Path(element.ASSETS_FILE).parent / "icons"
DOT = "M12 9a3 3 0 1 1 0 6a3 3 0 0 1 0-6z"
NAMES: list[str] = list(IconName.__args__[0].__args__)


def lucide(name: str) -> str:
    """The outline of one of Lucide's icons, as it is shipped."""
    for file in sorted(ICONS.glob("lucide-*.js")):
        text = file.read_text()
        outlines: dict[str, str] = json.loads(text[text.index("{") : text.rindex("}") + 1])
        if name in outlines:
            former = outlines[name].startswith("=")
            return lucide(outlines[name][1:]) if former else outlines[name]
    raise KeyError(name)


def outline(place: Locator) -> Locator:
    return place.locator("svg.ck-icon path")


@pytest.mark.row("D04")
def test_the_options_take_icons_of_lucide(chat: Chat) -> None:
    chat.open("""{
        header: { leftAction: { icon: "lucide:anchor", onClick() {} } },
        startScreen: { prompts: [{ label: "Launch", prompt: "Go", icon: "lucide:rocket" }] },
        composer: { tools: [
            { id: "sail", label: "Sail", icon: "lucide:sailboat", pinned: true },
        ] },
    }""")

    for name, icon in (("Anchor", "anchor"), ("Launch", "rocket"), ("Sail", "sailboat")):
        button = chat.page.get_by_role("button", name=name, exact=True)
        expect(outline(button)).to_have_attribute("d", lucide(icon))


@pytest.mark.row("D04")
def test_tasks_and_widgets_take_icons_of_lucide(chat: Chat) -> None:
    task = {"type": "custom", "title": "Weigh anchor", "icon": "lucide:ship-wheel"}
    chat.answers_with(
        "Icons",
        done(workflow(tasks=[task], expanded=True)),
        widget(
            {"type": "Icon", "name": "lucide:lighthouse", "size": "3xl", "color": "success"},
            {"type": "Button", "label": "Dive", "iconStart": "lucide:fish"},
            status={"text": "At sea", "icon": "lucide:waves"},
        ),
    )
    chat.open()
    chat.ask("Icons")

    expect(outline(chat.page.locator(".task-mark"))).to_have_attribute("d", lucide("ship-wheel"))
    shown = chat.page.locator("chatkit-widget")
    expect(outline(shown.locator(".ck-w-status"))).to_have_attribute("d", lucide("waves"))
    expect(outline(shown.get_by_role("button"))).to_have_attribute("d", lucide("fish"))
    icon = shown.locator(".ck-w-card-body > .ck-w-icon")
    expect(outline(icon)).to_have_attribute("d", lucide("lighthouse"))


@pytest.mark.row("D04")
def test_every_name_of_the_sdk_is_drawn(chat: Chat) -> None:
    icons = [{"type": "Icon", "name": name} for name in NAMES]
    chat.answers_with("Icons", widget({"type": "Row", "wrap": "wrap", "children": icons}))
    chat.open()
    chat.ask("Icons")

    drawn = outline(chat.page.locator("chatkit-widget"))
    expect(drawn).to_have_count(len(NAMES))
    paths = drawn.evaluate_all("all => all.map(path => path.getAttribute('d'))")
    outlines = dict(zip(NAMES, paths, strict=True))
    assert len(NAMES) >= 63
    assert [name for name, path in outlines.items() if path == DOT] == ["dot"]


@pytest.mark.row("D04")
@pytest.mark.parametrize("name", ["vendor:acme", "nothing-like-it", "lucide:__proto__", "<b>"])
def test_a_name_nobody_knows_is_a_dot(chat: Chat, name: str) -> None:
    chat.answers_with("Icon", widget({"type": "Icon", "name": name}))
    chat.open()
    chat.ask("Icon")

    expect(outline(chat.page.locator(".ck-w-card-body"))).to_have_attribute("d", DOT)


def test_what_is_shipped_is_only_data() -> None:
    for file in ICONS.glob("lucide-*.js"):
        text = re.sub(r"^/\*.*?\*/\n", "", file.read_text())
        assert re.fullmatch(r"export const paths=\{\n(\"[\w-]+\":\"[\w .,=-]+\",?\n)+\};\n", text)
