"""The gallery's stage in a browser: scenes, played and photographed so that runs can be compared.

Everything that moves by itself stands still: the clock, animations, the caret; the letters are
those of one font, which ``.ci/run`` installs.
"""

import io
import json
from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any, NamedTuple

from PIL import Image, ImageDraw
from playwright.sync_api import Browser, BrowserContext, Page

from gallery.scenes import Scene

FONT = "DejaVu Sans"
NOW = "2026-03-02T10:00:00Z"
"""The moment of the scenes."""
PLAYED = "() => ['ready', 'failed'].includes(document.documentElement.dataset.stage)"
PATIENCE = 20_000
FONT_IS_THERE = """(name) => {
    const pen = document.createElement("canvas").getContext("2d");
    const width = (fonts) => { pen.font = `40px ${fonts}`; return pen.measureText("mimiWWII").width; };
    return width(`"${name}", monospace`) !== width("monospace") ||
        width(`"${name}", serif`) === width(`"${name}", monospace`);
}"""


class View(NamedTuple):
    """What a scene is photographed in."""

    name: str
    width: int
    height: int
    settings: dict[str, str]


WIDE, TALL = (800, 640), (390, 844)
VIEWS = (
    View("light-wide", *WIDE, {"scheme": "light"}),
    View("dark-wide", *WIDE, {"scheme": "dark"}),
    View("light-phone", *TALL, {"scheme": "light"}),
    View("rtl-phone", *TALL, {"scheme": "light", "locale": "ar"}),
)
SETTINGS = {"locale": "en", "density": "normal", "radius": "pill", "accent": "none", "font": FONT}


def quiet_context(browser: Browser, *, scale: float = 1) -> AbstractContextManager[BrowserContext]:
    """A browser profile in which nothing depends on the machine's place or taste."""
    return browser.new_context(
        locale="en-GB",
        timezone_id="UTC",
        color_scheme="light",
        reduced_motion="reduce",
        device_scale_factor=scale,
    )


class Stage:
    """One page, which shows a scene after the other."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        page.clock.set_fixed_time(NOW)
        page.goto(f"{url}/gallery/start/stage/#empty")
        page.wait_for_function("() => document.documentElement.dataset.stage === 'empty'")

    def show(self, scene: Scene, view: View) -> None:
        """Play the scene to its end; a step that fails is an AssertionError that names it."""
        self.page.set_viewport_size({"width": view.width, "height": scene.height or view.height})
        self.page.mouse.move(view.width - 1, 0)
        self.page.evaluate(
            "([slug, settings]) => void stage.show(slug, settings)",
            [scene.slug, SETTINGS | view.settings],
        )
        self.page.wait_for_function(PLAYED, timeout=PATIENCE)
        failure = self.page.locator(".failure")
        if failure.count():
            raise AssertionError(f"{scene.slug}: {failure.inner_text()}")

    def shoot(self) -> Image.Image:
        """What is on the screen now."""
        png = self.page.screenshot(animations="disabled", caret="hide", type="png")
        return Image.open(io.BytesIO(png)).convert("RGB")

    def still(self) -> Image.Image:
        """What is on the screen once it has stopped changing."""
        before = self.shoot()
        for _ in range(20):
            self.page.evaluate(
                "() => new Promise((done) => requestIdleCallback(() => setTimeout(done, 60)))"
            )
            after = self.shoot()
            if after.tobytes() == before.tobytes():
                return after
            before = after
        raise AssertionError("The scene does not come to rest.")

    def sent(self) -> list[tuple[str, Any]]:
        """What the scene's server sent: kind and frame."""
        frames = self.page.evaluate("() => JSON.stringify(stage.server.sent)")
        return [(kind, frame) for kind, frame in json.loads(frames)]


def contact_sheet(shots: Iterable[tuple[str, Image.Image]], columns: int) -> Image.Image:
    """Many pictures on one, to look through."""
    cells = list(shots)
    width = max(image.width for _, image in cells) + 8
    rows = [cells[start : start + columns] for start in range(0, len(cells), columns)]
    heights = [max(image.height for _, image in row) + 20 for row in rows]
    sheet = Image.new("RGB", (width * min(columns, len(cells)), sum(heights)), "#777")
    pen = ImageDraw.Draw(sheet)
    top = 0
    for row, height in zip(rows, heights, strict=True):
        for column, (name, image) in enumerate(row):
            pen.text((column * width + 4, top + 4), name, fill="white")
            sheet.paste(image, (column * width, top + 18))
        top += height
    return sheet
