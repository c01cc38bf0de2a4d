"""Shows a workflow of the five kinds of task, each with a status that changes."""

from __future__ import annotations

from chatkit.types import (
    CustomSummary,
    CustomTask,
    FileSource,
    FileTask,
    ImageTask,
    SearchTask,
    Task,
    ThoughtTask,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    URLSource,
    Workflow,
    WorkflowItem,
    WorkflowTaskAdded,
    WorkflowTaskUpdated,
)
from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn


async def run(turn: Turn) -> Events:
    """Start each task, complete it, and sum the workflow up."""
    done: list[Task] = []
    item = WorkflowItem(
        id=turn.item_id("workflow"),
        thread_id=turn.thread.id,
        created_at=turn.now(),
        workflow=Workflow(type="custom", tasks=[], expanded=True),
    )
    yield ThreadItemAddedEvent(item=item)
    for index, task in enumerate(_tasks(turn)):
        started = task.model_copy(update={"status_indicator": "loading"})
        yield turn.update(item, WorkflowTaskAdded(task_index=index, task=started))
        await turn.pause(30)
        completed = task.model_copy(update={"status_indicator": "complete"})
        yield turn.update(item, WorkflowTaskUpdated(task_index=index, task=completed))
        done.append(completed)
    summary = CustomSummary(title=turn.translate(_("Prepared the answer")), icon="check-circle")
    item.workflow = Workflow(type="custom", tasks=done, summary=summary, expanded=False)
    yield ThreadItemDoneEvent(item=item)
    text = _("Five steps, one of each kind. Open the line above to see them again.")
    async for event in turn.say(turn.translate(text)):
        yield event


def _tasks(turn: Turn) -> list[Task]:
    docs = URLSource(
        title="Django documentation",
        url="https://docs.djangoproject.com/",
        attribution="djangoproject.com",
    )
    guide = URLSource(
        title="ChatKit",
        url="https://platform.openai.com/docs/guides/chatkit",
        attribution="openai.com",
    )
    return [
        CustomTask(
            title=turn.translate(_("Understood the request")),
            icon="lightbulb",
            content=turn.translate(_("A custom task has a title, an icon and *Markdown*.")),
        ),
        SearchTask(
            title=turn.translate(_("Searched the web, or rather pretended to")),
            title_query="django chatkit",
            queries=["django chatkit", "chatkit widgets"],
            sources=[docs, guide],
        ),
        ThoughtTask(
            title=turn.translate(_("Thought about it")),
            content=turn.translate(_("The sources agree, as prepared sources do.")),
        ),
        FileTask(
            title=turn.translate(_("Read two files")),
            sources=[
                FileSource(title="settings.py", filename="settings.py"),
                FileSource(title="handbook.pdf", filename="handbook.pdf"),
            ],
        ),
        ImageTask(title=turn.translate(_("Looked at a picture"))),
    ]


SKILL = Skill(
    name="workflow",
    keywords={
        "en": ("workflow", "steps", "tasks"),
        "de": ("Workflow", "Arbeitsablauf", "Ablauf", "Schritte", "Aufgaben"),
        "fr": ("workflow", "étapes", "tâches"),
        "es": ("flujo de trabajo", "workflow", "pasos", "tareas"),
        "ar": ("سير عمل", "سير العمل", "خطوات", "مهام"),
    },
    description=_("a workflow with the five kinds of task"),
    run=run,
)
