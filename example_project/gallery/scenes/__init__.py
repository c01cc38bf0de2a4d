"""The scenes of the gallery, by group. They are data: a new one needs a new entry, no code."""

from gallery.scenes.charts import CHARTS
from gallery.scenes.items import IMAGES, QUESTIONS, SOURCES, WORKFLOWS
from gallery.scenes.layouts import LAYOUT, ROOTS
from gallery.scenes.scene import Group, Scene
from gallery.scenes.states import ERRORS, HISTORY_SCENES, STATES
from gallery.scenes.suggestions import SUGGESTIONS
from gallery.scenes.tables import TABLES
from gallery.scenes.texts import CONTENT, TEXTS
from gallery.scenes.widget_use import WIDGET_USE

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
    ROOTS,
    LAYOUT,
    TEXTS,
    CONTENT,
    TABLES,
    CHARTS,
    WIDGET_USE,
)

SCENES: dict[str, Scene] = {scene.slug: scene for group in GROUPS for scene in group.scenes}
