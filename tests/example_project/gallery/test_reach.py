"""Every scene for everyone: screen readers, large text, small windows, no motion, forced colours."""

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from gallery.scenes import SCENES, Scene
from tests.example_project.gallery.stage import Stage, View

pytestmark = [pytest.mark.browser, pytest.mark.socket, pytest.mark.row("C47")]

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

BROKEN_RULES = """async (tags) => {
    const { violations } = await axe.run(document, {
        runOnly: tags,
        resultTypes: ["violations"],
        // The stage is a page without a heading; targets of 24 px are not checked by default.
        rules: { "target-size": { enabled: true }, "page-has-heading-one": { enabled: false } },
    });
    return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`));
}"""

# What scrolls sideways by itself, such as code, may be wider; what is around it may not.
TOO_WIDE = """() => {
    const { shadowRoot } = stage.chat;
    const frames = [document.documentElement,
                    ...shadowRoot.querySelectorAll(".root, .scroller, .start, .history-list")];
    const outside = [...shadowRoot.querySelectorAll("*")].filter((node) => {
        const { left, right, width, height } = node.getBoundingClientRect();
        if (width === 0 || height === 0 || (left >= -1 && right <= innerWidth + 1)) return false;
        for (let box = node.parentElement; box; box = box.parentElement) {
            if (frames.includes(box)) return true;
            if (getComputedStyle(box).overflowX !== "visible") return false;
        }
        return true;
    });
    const scrolling = frames.filter((frame) => frame.scrollWidth > frame.clientWidth + 1);
    return [...outside, ...scrolling].map((node) => `${node.localName}.${node.className}`);
}"""

# What can be clicked but, wherever one scrolls, lies under something else or outside the window.
OUT_OF_REACH = """() => {
    const { shadowRoot } = stage.chat;
    const dialog = shadowRoot.querySelector("dialog[open]");
    const controls = (dialog ?? shadowRoot).querySelectorAll("button, a[href], input, textarea");
    return [...controls].filter((node) => {
        if (node.disabled || node.closest("[inert]") || !node.getClientRects().length) return false;
        node.scrollIntoView({ block: "center", inline: "nearest" });
        const { left, top, width, height } = node.getBoundingClientRect();
        const seen = shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
        // A menu that is open covers what it covers; Escape closes it.
        if (seen?.closest(".suggestions")) return false;
        return !seen || !(node.contains(seen) || seen.contains(node));
    }).map((node) => `${node.className}: ${node.getAttribute("aria-label") ?? node.textContent}`);
}"""

# https://www.w3.org/TR/WCAG22/#text-spacing
SPACED_OUT = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
    stage.chat.shadowRoot.adoptedStyleSheets.push(sheet);
}"""

# What measures itself, as charts do, follows in the next frame.
DRAWN_AGAIN = """() => new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"""

CUT_OFF = """() => {
    const meant = ".sr-only, .truncate, chatkit-tags, textarea, svg, math, [inert]";
    return [...stage.chat.shadowRoot.querySelectorAll("*")].filter((node) => {
        if (!node.textContent.trim() || !node.getClientRects().length || node.closest(meant)) return false;
        const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(node);
        const hides = (overflow) => overflow === "hidden" || overflow === "clip";
        const tall = node.scrollHeight > node.clientHeight + 2;
        const wide = node.scrollWidth > node.clientWidth + 2;
        if (node.matches("button") && overflowX === "visible") return tall || wide;
        return (hides(overflowY) && tall && webkitLineClamp === "none") ||
            (hides(overflowX) && wide && textOverflow !== "ellipsis");
    }).map((node) => `${node.localName}.${node.className}`);
}"""

MOVING = """() => [document, stage.chat.shadowRoot].flatMap((root) => root.getAnimations())
    .filter(({ effect }) => effect.getComputedTiming().iterations === Infinity
        || effect.getComputedTiming().duration > 10)
    .map(({ effect, animationName, transitionProperty }) =>
        `${effect.target.className}: ${animationName ?? transitionProperty}`)"""

every_scene = pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)


def broken_rules(page: Page) -> list[str]:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(BROKEN_RULES, RULES)
    return found


@every_scene
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(stage: Stage, scheme: str, scene: Scene) -> None:
    stage.show(scene, View("", 800, 640, {"scheme": scheme}))

    assert broken_rules(stage.page) == []


@every_scene
def test_axe_finds_nothing_in_the_colours_that_the_system_forces(
    stage: Stage, scene: Scene
) -> None:
    stage.page.emulate_media(forced_colors="active")
    stage.show(scene, View("", 800, 640, {}))

    found = broken_rules(stage.page)

    stage.page.emulate_media(forced_colors="none")
    assert found == []


@every_scene
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_at_four_times_the_size_nothing_is_lost(stage: Stage, locale: str, scene: Scene) -> None:
    stage.show(scene, View("", 320, 256, {"locale": locale}))

    assert stage.page.evaluate(TOO_WIDE) == []
    assert stage.page.evaluate(OUT_OF_REACH) == []


@every_scene
def test_wider_spaced_text_is_not_cut_off(stage: Stage, scene: Scene) -> None:
    stage.show(scene, View("", 390, 844, {}))

    stage.page.evaluate(SPACED_OUT)
    stage.page.evaluate(DRAWN_AGAIN)

    assert stage.page.evaluate(TOO_WIDE) + stage.page.evaluate(CUT_OFF) == []


@every_scene
def test_nothing_moves_for_whom_motion_is_too_much(stage: Stage, scene: Scene) -> None:
    stage.show(scene, View("", 800, 640, {}))

    assert stage.page.evaluate(MOVING) == []
