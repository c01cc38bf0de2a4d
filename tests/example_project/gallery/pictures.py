"""How every scene is meant to look: small pictures, and what counts as different from them.

A scene has one file in ``pictures/``: all its views side by side at half their size. A picture is
different where a spot of it has a colour that the other one has nowhere near: an edge may be drawn
a little softer or a pixel further on, as it is by another version of Chromium, but a line, a
colour, a word or a place may not change.
"""

import io
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

from gallery.scenes import Scene
from tests.conftest import missing, running_chromium
from tests.example_project.gallery.stage import (
    FONT,
    FONT_IS_THERE,
    VIEWS,
    Stage,
    View,
    quiet_context,
)
from tests.servers import ROOT, Site

FONTS = Path(__file__).parent / "fonts.conf"
STORED = Path(__file__).parent / "pictures"
DIFFERENT = ROOT / "build" / "pictures"
"""Where what is different is shown."""
SCALE = 2
NEAR = 1
"""How many pixels of the small picture something may have moved."""
FAINT = 10
"""How far a channel may be off, of 255: the compression of the stored pictures, softer edges."""
SPOTS = 8
"""How many pixels of the small picture must be off."""

Pictures = dict[str, Image.Image]


class Difference(NamedTuple):
    """A view of a scene that does not look as it did."""

    view: str
    actual: Image.Image
    expected: Image.Image | None
    off: Image.Image | None
    """Where it is different: white on black."""


def accepted() -> bool:
    """Whether what is seen now is how it is meant to be (``make pictures``)."""
    return os.environ.get("CHATKIT_TEST_PICTURES") == "accept"


@contextmanager
def opened_stage(museum: Site, *, scale: float = 1) -> Iterator[Stage]:
    """A page that shows one scene after the other, with the same letters on every machine."""
    with (
        running_chromium(FONTCONFIG_FILE=str(FONTS)) as browser,
        quiet_context(browser, scale=scale) as context,
    ):
        page = context.new_page()
        if not page.evaluate(FONT_IS_THERE, FONT):
            missing(f"The font {FONT} (Debian: fonts-dejavu-core)")
        yield Stage(page, museum.url)


def draw(stage: Stage, scene: Scene, *, still: bool) -> Pictures:
    """The scene in every view; ``still`` waits until nothing changes any more."""
    pictures = {}
    for view in VIEWS:
        stage.show(scene, view)
        pictures[view.name] = stage.still() if still else stage.shoot()
    return pictures


def differences(pictures: Pictures, scene: Scene, folder: Path = STORED) -> list[Difference]:
    """The views that do not look as they are stored; all of them if nothing is stored."""
    path = folder / f"{scene.slug}.webp"
    stored = _views(Image.open(path), scene) if path.exists() else {}
    # Through the same compression, so that equal pictures are equal.
    now = _views(Image.open(io.BytesIO(_file(pictures))), scene)
    found = []
    for name, actual in now.items():
        expected = stored.get(name)
        off = _off(actual, expected) if expected and expected.size == actual.size else None
        if off is None or sum(off.histogram()[1:]) >= SPOTS:
            found.append(Difference(name, pictures[name], expected, off))
    return found


def same(actual: Image.Image, expected: Image.Image, scale: int) -> bool:
    """Whether a picture at ``scale`` times the compared size looks like another."""
    if actual.size != expected.size:
        return False
    off = _off(actual.reduce(scale), expected.reduce(scale))
    return sum(off.histogram()[1:]) < SPOTS


def store(pictures: Pictures, scene: Scene, folder: Path = STORED) -> None:
    """Take the pictures for how the scene is meant to look."""
    folder.mkdir(exist_ok=True)
    (folder / f"{scene.slug}.webp").write_bytes(_file(pictures))


def show(found: Sequence[Difference], scene: Scene, folder: Path = DIFFERENT) -> list[Path]:
    """Write what is different as three pictures of one size, to look at one after the other."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for difference in found:
        shown = {"actual": difference.actual}
        if difference.expected:
            shown["expected"] = difference.expected.resize(difference.actual.size)
        if difference.off:
            pale = Image.blend(
                difference.actual, Image.new("RGB", difference.actual.size, "white"), 0.7
            )
            mask = difference.off.filter(ImageFilter.MaxFilter(3)).resize(difference.actual.size)
            pale.paste(Image.new("RGB", difference.actual.size, "#d00"), mask=mask)
            shown["difference"] = pale
        for kind, picture in shown.items():
            path = folder / f"{scene.slug}.{difference.view}.{kind}.png"
            picture.save(path)
            written.append(path)
    return written


def _off(actual: Image.Image, expected: Image.Image) -> Image.Image:
    """White where one picture has a colour that the other has nowhere near, else black."""
    outside = ImageChops.lighter(_outside(actual, expected), _outside(expected, actual))
    red, green, blue = outside.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point([255 if value >= FAINT else 0 for value in range(256)])


def _outside(picture: Image.Image, other: Image.Image) -> Image.Image:
    """How far each colour is from those around the same place of the other.

    Among letters, where these are far apart themselves, more is let through.
    """
    size = 2 * NEAR + 1
    darkest = other.filter(ImageFilter.MinFilter(size))
    lightest = other.filter(ImageFilter.MaxFilter(size))
    off = ImageChops.lighter(
        ImageChops.subtract(picture, lightest), ImageChops.subtract(darkest, picture)
    )
    slack = ImageChops.subtract(lightest, darkest).point([v // 3 for v in range(256)] * 3)
    return ImageChops.subtract(off, slack)


def _file(pictures: Pictures) -> bytes:
    """The views side by side, small."""
    small = [picture.reduce(SCALE) for picture in pictures.values()]
    size = (sum(picture.width for picture in small), max(picture.height for picture in small))
    strip = Image.new("RGB", size, "white")
    left = 0
    for picture in small:
        strip.paste(picture, (left, 0))
        left += picture.width
    file = io.BytesIO()
    strip.save(file, "WEBP", quality=90, method=6)
    return file.getvalue()


def _views(strip: Image.Image, scene: Scene) -> Pictures:
    """The views of a file."""
    views, left = {}, 0
    for view in VIEWS:
        width, height = (length // SCALE for length in size(scene, view))
        views[view.name] = strip.convert("RGB").crop((left, 0, left + width, height))
        left += width
    return views


def size(scene: Scene, view: View) -> tuple[int, int]:
    """How large a scene is in a view."""
    return view.width, scene.height or view.height
