"""Shows structured input: questions with one, several or free answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chatkit.types import (
    StructuredInput,
    StructuredInputFreeform,
    StructuredInputItem,
    StructuredInputMultipleChoice,
    StructuredInputMultipleChoiceOption,
    ThreadItemDoneEvent,
)
from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_SEASONS = (_("Spring"), _("Summer"), _("Autumn"), _("Winter"))
_TOPICS = (_("Food"), _("Music"), _("Mountains"), _("The sea"))


async def run(turn: Turn) -> Events:
    """Ask three questions; the turn goes on when they are answered or skipped."""
    text = _("Let us plan a trip. Three questions, each of another kind:")
    async for event in turn.say(turn.translate(text)):
        yield event
    inputs: list[StructuredInput] = [
        StructuredInputMultipleChoice(
            id="season",
            question=turn.translate(_("When would you like to travel?")),
            options=_options(turn, _SEASONS),
        ),
        StructuredInputMultipleChoice(
            id="interests",
            question=turn.translate(_("What do you enjoy?")),
            options=_options(turn, _TOPICS),
            multiple=True,
        ),
        StructuredInputFreeform(
            id="wish",
            question=turn.translate(_("Is there anything else?")),
            description=turn.translate(_("In your own words.")),
        ),
    ]
    yield ThreadItemDoneEvent(
        item=StructuredInputItem(
            id=turn.item_id("message"),
            thread_id=turn.thread.id,
            created_at=turn.now(),
            inputs=inputs,
        )
    )


async def after_answers(turn: Turn, item: StructuredInputItem) -> Events:
    """Sum up what was answered."""
    if item.status == "skipped":
        text = turn.translate(_("No answers, no plan: I respect that."))
    else:
        lines = [turn.translate(_("Thank you. This is what I understood:")), ""]
        lines += [_line(turn, question) for question in item.inputs]
        text = "\n".join(lines)
    async for event in turn.say(text):
        yield event


def _line(turn: Turn, question: StructuredInput) -> str:
    answer = question.answer
    if answer is None or answer.skipped or not answer.values:
        return turn.markdown(_("- %(question)s *skipped*"), question=question.question)
    return turn.markdown(
        _("- %(question)s **%(answer)s**"),
        question=question.question,
        answer=turn.translate(_(", ")).join(answer.values),
    )


def _options(
    turn: Turn, values: tuple[StrOrPromise, ...]
) -> list[StructuredInputMultipleChoiceOption]:
    return [StructuredInputMultipleChoiceOption(value=turn.translate(value)) for value in values]


SKILL = Skill(
    name="form",
    keywords={
        "en": ("form", "questions", "questionnaire", "structured input", "survey"),
        "de": ("Fragen", "Formular", "Fragebogen", "Umfrage"),
        "fr": ("questions", "formulaire", "questionnaire", "sondage"),
        "es": ("preguntas", "formulario", "cuestionario", "encuesta"),
        "ar": ("استبيان", "أسئلة", "نموذج"),
    },
    description=_("questions to answer or to skip"),
    run=run,
)
