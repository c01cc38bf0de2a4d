"""Every scene looks as it did: light, dark, on a phone, and there from right to left.

When a change is meant to be seen, ``make pictures`` stores how everything looks now; look at what
git says has changed. Otherwise the pictures in ``build/pictures`` show what is different.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter

from gallery.scenes import SCENES, Scene
from tests.example_project.gallery import pictures
from tests.example_project.gallery.stage import VIEWS, Stage
from tests.servers import ROOT, Site

pytestmark = [pytest.mark.browser, pytest.mark.socket]

ALTERED = """(css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const { shadowRoot } = stage.chat;
    shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""


@pytest.fixture(scope="module")
def stage(museum: Site) -> Iterator[Stage]:
    """A page that shows one scene after the other, with the same letters on every machine."""
    with pictures.opened_stage(museum) as stage:
        yield stage


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_it_looks_as_it_did(stage: Stage, scene: Scene) -> None:
    found = pictures.differences(pictures.draw(stage, scene, still=False), scene)
    if not found:
        return

    # Perhaps an icon was late.
    drawn = pictures.draw(stage, scene, still=True)
    if pictures.accepted():
        pictures.store(drawn, scene)
        return
    found = pictures.differences(drawn, scene)
    written = "\n".join(
        str(path.relative_to(ROOT)) for path in pictures.show(found, scene) if found
    )

    assert not found, (
        f"“{scene.title}” looks different. Look at\n{written}\n"
        f"If it is meant to look like this: make pictures ARGS='-k {scene.slug}'"
    )


def test_every_picture_is_of_a_scene() -> None:
    stored = {path.stem: path for path in pictures.STORED.glob("*.webp")}
    if pictures.accepted():
        for slug in stored.keys() - SCENES.keys():
            stored.pop(slug).unlink()

    assert stored.keys() - SCENES.keys() == set()


@pytest.mark.parametrize(
    ("css", "slug"),
    [
        pytest.param(".composer { border-color: transparent }", "conversation", id="a line"),
        pytest.param(".user-message * { color: #a30 }", "conversation", id="a colour"),
        pytest.param(".icon-button { translate: 3px }", "header", id="a place"),
        pytest.param(".user-message * { border-radius: 4px }", "conversation", id="a corner"),
        pytest.param(".prompt svg { visibility: hidden }", "start", id="an icon"),
    ],
)
def test_what_is_altered_is_found_and_shown(
    stage: Stage, tmp_path: Path, css: str, slug: str
) -> None:
    scene, view = SCENES[slug], VIEWS[0]
    stage.show(scene, view)
    before = {entry.name: Image.new("RGB", pictures.size(scene, entry)) for entry in VIEWS}
    pictures.store(before | {view.name: stage.still()}, scene, tmp_path)

    stage.page.evaluate(ALTERED, css)
    found = pictures.differences(before | {view.name: stage.still()}, scene, tmp_path)

    assert [difference.view for difference in found] == [view.name]
    assert [path.name for path in pictures.show(found, scene, tmp_path / "build")] == [
        f"{slug}.{view.name}.{kind}.png" for kind in ("actual", "expected", "difference")
    ]


def test_letters_may_be_drawn_softer_but_not_elsewhere(tmp_path: Path) -> None:
    scene = SCENES["start"]
    blank = {view.name: Image.new("RGB", pictures.size(scene, view), "white") for view in VIEWS}

    def written(left: int, softness: float) -> Image.Image:
        picture = blank[VIEWS[0].name].copy()
        ImageDraw.Draw(picture).text((left, 40), "The light is lit at dusk.", "black", font_size=20)
        return picture.filter(ImageFilter.GaussianBlur(softness))

    pictures.store(blank | {VIEWS[0].name: written(40, 0.5)}, scene, tmp_path)

    softer = pictures.differences(blank | {VIEWS[0].name: written(40, 0.8)}, scene, tmp_path)
    further = pictures.differences(blank | {VIEWS[0].name: written(43, 0.5)}, scene, tmp_path)

    assert (softer, [difference.view for difference in further]) == ([], [VIEWS[0].name])


def test_a_scene_without_pictures_is_different(tmp_path: Path) -> None:
    scene = SCENES["start"]
    blank = {view.name: Image.new("RGB", pictures.size(scene, view)) for view in VIEWS}

    found = pictures.differences(blank, scene, tmp_path)

    assert [path.name for path in pictures.show(found, scene, tmp_path)] == [
        f"start.{view.name}.actual.png" for view in VIEWS
    ]
