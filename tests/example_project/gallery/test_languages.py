"""The element in each of its languages, on a phone: nothing is cut off."""

import pytest

from gallery.languages import LANGUAGES
from gallery.scenes import SCENES
from tests.example_project.gallery.stage import Stage, View

pytestmark = [pytest.mark.browser, pytest.mark.socket, pytest.mark.row("C46")]

SHOWN = ("start-plain", "locked-plain", "error-429", "history-delete", "history-failed")

CUT = """() => {
    // Words outside of the window or of what clips them.
    const cut = [];
    const look = (root) => {
        for (const element of root.querySelectorAll("*")) {
            if (element.shadowRoot) look(element.shadowRoot);
            const style = getComputedStyle(element);
            if (style.position === "absolute" && element.clientWidth <= 1) continue;
            const words = [...element.childNodes].some(
                (node) => node.nodeType === Node.TEXT_NODE && node.data.trim(),
            );
            const box = element.getBoundingClientRect();
            // Long titles end in an ellipsis, and tell the rest in a tooltip.
            if (!words || box.width <= 1 || style.textOverflow === "ellipsis") continue;
            const range = document.createRange();
            range.selectNodeContents(element);
            for (const line of range.getClientRects()) {
                const wide = line.left < -0.5 || line.right > innerWidth + 0.5;
                const clipped = style.overflowX !== "visible" &&
                    (line.left < box.left - 0.5 || line.right > box.right + 0.5);
                if (wide || clipped) { cut.push(element.textContent.trim()); break; }
            }
        }
        for (const field of root.querySelectorAll("textarea")) {
            const { placeholder, value } = field;
            field.value = placeholder;
            if (field.scrollWidth > field.clientWidth) cut.push(placeholder);
            field.value = value;
        }
    };
    look(document);
    return cut;
}"""


@pytest.mark.parametrize("locale", LANGUAGES)
def test_nothing_is_cut_off_on_a_phone(stage: Stage, locale: str) -> None:
    view = View(locale, 360, 740, {"scheme": "light", "locale": locale})

    for slug in SHOWN:
        stage.show(SCENES[slug], view)
        cut = stage.page.evaluate(CUT)

        assert (slug, cut) == (slug, [])
