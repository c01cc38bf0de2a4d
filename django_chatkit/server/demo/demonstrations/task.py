"""Shows a single task outside of a workflow."""

from __future__ import annotations

from chatkit.types import CustomTask, TaskItem, ThreadItemDoneEvent
from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn


async def run(turn: Turn) -> Events:
    """Emit one finished task, then a sentence about it."""
    task = CustomTask(
        title=turn.translate(_("Checked the calendar")),
        icon="calendar",
        content=turn.translate(_("Nothing stands in the way.")),
        status_indicator="complete",
    )
    yield ThreadItemDoneEvent(
        item=TaskItem(
            id=turn.item_id("task"),
            thread_id=turn.thread.id,
            created_at=turn.now(),
            task=task,
        )
    )
    text = _("That was a task on its own: something the assistant did between two messages.")
    async for event in turn.say(turn.translate(text)):
        yield event


SKILL = Skill(
    name="task",
    keywords={"en": ("single task",), "de": ("einzelne aufgabe",)},
    requests={
        "en": ("task",),
        "de": ("Aufgabe",),
        "fr": ("tâche",),
        "es": ("tarea",),
        "ar": ("مهمة",),
    },
    description=_("a single task"),
    run=run,
)
