"""The pictures of the documentation show the element as it looks now; ``make pictures`` renews them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from gallery.scenes import SCENES
from tests.example_project.gallery import pictures
from tests.example_project.gallery.stage import Stage, View
from tests.servers import ROOT, Site

pytestmark = [pytest.mark.browser, pytest.mark.socket]

FOLDER = ROOT / "docs" / "images"
SHARP = 2
"""Device pixels for each pixel, as on most screens."""


class Shot(NamedTuple):
    """A scene that the documentation shows."""

    scene: str
    width: int = 720
    height: int = 480
    scheme: str = "light"
    locale: str = "en"

    @property
    def view(self) -> View:
        return View("docs", self.width, self.height, {"scheme": self.scheme, "locale": self.locale})


SHOTS = {
    "start": Shot("start"),
    "start-dark": Shot("start", scheme="dark"),
    "streaming": Shot("streaming"),
    "sources": Shot("sources-list", height=640),
    "workflow": Shot("workflow-live", height=620),
    "questions": Shot("questions-all", height=660),
    "composer": Shot("draft-recovered", height=400),
    "mentions": Shot("mentions"),
    "commands": Shot("commands", height=560),
    "history": Shot("history"),
    "image": Shot("image-partial", height=560),
    "error": Shot("error-offline", height=400),
    "card": Shot("card", height=400),
    "form": Shot("widget-fields", height=760),
    "chart": Shot("chart-stacked", height=560),
    "phone": Shot("conversation", 390, 700),
    "phone-dark": Shot("workflow-open", 390, 700, scheme="dark"),
    "phone-rtl": Shot("questions-multiple", 390, 700, locale="ar"),
}


@pytest.fixture(scope="module")
def stage(museum: Site) -> Iterator[Stage]:
    """A page on a sharp screen."""
    with pictures.opened_stage(museum, scale=SHARP) as stage:
        yield stage


@pytest.mark.parametrize("name", SHOTS)
def test_the_documentation_shows_how_it_looks(stage: Stage, name: str) -> None:
    shot = SHOTS[name]
    path = FOLDER / f"element-{name}.webp"
    stage.show(SCENES[shot.scene], shot.view)
    stage.page.set_viewport_size({"width": shot.width, "height": shot.height})
    actual = stage.still()
    stored = Image.open(path).convert("RGB") if path.exists() else None

    same = stored is not None and pictures.same(actual, stored, SHARP * pictures.SCALE)
    if pictures.accepted() and not same:
        actual.save(path, "WEBP", quality=80, method=6)
        return

    assert same, f"{path.name} is not what the element looks like now: make pictures"


def test_every_picture_of_the_element_is_made_here() -> None:
    made = {f"element-{name}.webp" for name in SHOTS}

    assert {path.name for path in Path(FOLDER).glob("element-*")} == made
