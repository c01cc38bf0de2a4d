"""Shows reasoning: a workflow whose thoughts stream in, folded up once the answer starts."""

from __future__ import annotations

import time

from chatkit.types import (
    DurationSummary,
    ThoughtTask,
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    Workflow,
    WorkflowItem,
    WorkflowTaskAdded,
    WorkflowTaskUpdated,
)
from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.pieces import pieces
from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn

_THOUGHTS = (
    (
        _("Reading the question"),
        _("Someone wants to see me think. There is no model here, so the thoughts are prepared."),
    ),
    (
        _("Weighing the options"),
        _("I could pretend to be clever. It is **more useful** to show how thoughts arrive."),
    ),
    (
        _("Deciding"),
        _("Three thoughts are enough; the summary will say how long they took."),
    ),
)


async def run(turn: Turn) -> Events:
    """Stream three thoughts, then an answer."""
    started = time.monotonic()
    tasks = []
    item = WorkflowItem(
        id=turn.item_id("workflow"),
        thread_id=turn.thread.id,
        created_at=turn.now(),
        workflow=Workflow(type="reasoning", tasks=[], expanded=True),
    )
    yield ThreadItemAddedEvent(item=item)
    for index, (title, thought) in enumerate(_THOUGHTS):
        task = ThoughtTask(title=turn.translate(title), content="", status_indicator="loading")
        tasks.append(task)
        yield turn.update(item, WorkflowTaskAdded(task_index=index, task=task.model_copy()))
        for piece in pieces(turn.translate(thought)):
            await turn.pause(2)
            task.content += piece
            yield turn.update(item, WorkflowTaskUpdated(task_index=index, task=task.model_copy()))
        task.status_indicator = "complete"
        yield turn.update(item, WorkflowTaskUpdated(task_index=index, task=task.model_copy()))
    seconds = max(1, round(time.monotonic() - started))
    item.workflow = Workflow(
        type="reasoning", tasks=[*tasks], summary=DurationSummary(duration=seconds), expanded=False
    )
    yield ThreadItemDoneEvent(item=item)
    text = _("I have thought about it: **42**, as so often. My thoughts stay above, folded up.")
    async for event in turn.say(turn.translate(text)):
        yield event


SKILL = Skill(
    name="think",
    keywords={
        "en": ("think hard", "think about", "thinking", "reasoning", "chain of thought"),
        "de": ("denk nach", "nachdenken", "Gedanken", "Denkvorgang"),
        "fr": ("réfléchis", "réflexion", "raisonnement"),
        "es": ("piensa", "razonamiento", "pensar"),
        "ar": ("فكر", "تفكير"),
    },
    requests={
        "en": ("think",),
        "de": ("denk nach", "denk", "denke"),
        "fr": ("réfléchis", "pense"),
        "es": ("piensa", "pensamiento"),
        "ar": ("فكر",),
    },
    description=_("reasoning whose thoughts stream in"),
    run=run,
)
