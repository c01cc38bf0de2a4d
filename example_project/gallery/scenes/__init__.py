"""The scenes of the gallery, by group. They are data: a new one needs a new entry, no code."""

from gallery.scenes.items import IMAGES, QUESTIONS, SOURCES, WORKFLOWS
from gallery.scenes.scene import Group, Scene
from gallery.scenes.states import ERRORS, HISTORY_SCENES, STATES
from gallery.scenes.suggestions import SUGGESTIONS

__all__ = ["GROUPS", "SCENES", "Group", "Scene"]

GROUPS: tuple[Group, ...] = (
    STATES,
    SUGGESTIONS,
    ERRORS,
    HISTORY_SCENES,
    SOURCES,
    WORKFLOWS,
    IMAGES,
    QUESTIONS,
)

SCENES: dict[str, Scene] = {scene.slug: scene for group in GROUPS for scene in group.scenes}
