"""Every scene plays to its end, and its server sends what the real one would."""

import pytest

from gallery.scenes import GROUPS, SCENES, Scene
from tests.example_project.gallery import wire
from tests.example_project.gallery.stage import VIEWS, Stage

pytestmark = [pytest.mark.browser, pytest.mark.socket]

MISSING = "Failed to load resource: the server responded with a status of 404 (Not Found)"

every_scene = pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)


def test_no_two_scenes_have_the_same_address() -> None:
    slugs = [scene.slug for group in GROUPS for scene in group.scenes]

    assert [slug for slug in set(slugs) if slugs.count(slug) > 1] == []


@every_scene
def test_the_real_server_would_send_this(stage: Stage, complaints: list[str], scene: Scene) -> None:
    complaints.clear()

    stage.show(scene, VIEWS[0])

    wrong = [found for kind, frame in stage.sent() for found in wire.complaints(kind, frame)]
    assert (wrong, complaints) == ([], [MISSING] * scene.missing)
