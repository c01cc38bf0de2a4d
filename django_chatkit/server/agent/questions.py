"""Questions that an agent asks in a form, and the typed answers: a pydantic model is the form.

::

    class Delivery(BaseModel):
        when: Literal["Morning", "Evening"] = Field(title="When shall we come?")
        wrapping: list[Literal["Gift wrap", "Card"]] = Field([], title="Anything else?")
        note: str = Field("", title="What should the driver know?")

- ``Literal`` offers choices, of which one is taken; in a ``list`` several may be.
- ``Annotated[str, Suggestions("Red", "Blue")]`` offers choices beside an answer of one's own.
- Anything else is asked for as text, and has to be what the field says (``int``, ``date`` …).
- ``title`` is the question, ``description`` what stands below a question for text. A field with a
  default may be skipped; where another is, the whole form counts as skipped.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from agents import RunContextWrapper
from chatkit.agents import AgentContext
from chatkit.types import (
    StructuredInput,
    StructuredInputFreeform,
    StructuredInputItem,
    StructuredInputMultipleChoice,
    StructuredInputMultipleChoiceOption,
    ThreadItemDoneEvent,
)
from django.utils import timezone
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..context import RequestContext

Form = TypeVar("Form", bound=BaseModel)

ASKED = "The visitor is being asked. Their answers come with the next message."
"""What a tool says that asked; the agent should stop there."""


@dataclass(frozen=True)
class Suggestions:
    """In the annotation of a text: what may be chosen in the place of one's own words."""

    values: tuple[str, ...]

    def __init__(self, *values: str) -> None:
        object.__setattr__(self, "values", values)


async def ask(
    wrapper: "RunContextWrapper[AgentContext[RequestContext]]", form: type[BaseModel]
) -> str:
    """Ask the visitor the questions of a form, from a tool at which the agent stops.

    Parameters:
        wrapper: Of the tool.
        form: The questions; :func:`~django_chatkit.server.answers` names who gets the answers.

    Returns:
        What the tool returns.
    """
    context = wrapper.context
    item = StructuredInputItem(
        id=context.generate_id("message"),
        thread_id=context.thread.id,
        created_at=timezone.now(),
        inputs=questions(form),
    )
    await context.stream(ThreadItemDoneEvent(item=item))
    return ASKED


def questions(form: type[BaseModel]) -> list[StructuredInput]:
    """The questions of a form, their ids being its name and the fields'."""
    return [
        _question(f"{form.__name__}.{name}", name, field)
        for name, field in form.model_fields.items()
    ]


def form_of(inputs: "list[Mapping[str, Any]]") -> str:
    """The name of the form that questions are of; empty if they are of none."""
    return str(inputs[0].get("id", "")).partition(".")[0] if inputs else ""


def read_answers(form: type[Form], answers: Mapping[str, "list[str] | None"]) -> Form | None:
    """What a visitor said, typed.

    Parameters:
        form: What was asked.
        answers: The values by the question's id, ``None`` for one that was skipped.

    Returns:
        ``None`` if a question was skipped that has to be answered.

    Raises:
        pydantic.ValidationError: an answer is not what the field says.
    """
    given: dict[str, Any] = {}
    for name, field in form.model_fields.items():
        values = answers.get(f"{form.__name__}.{name}")
        if values:
            given[name] = values if _takes_several(field) else values[0]
        elif field.is_required():
            return None
    return form.model_validate(given)


def _question(input_id: str, name: str, field: FieldInfo) -> StructuredInput:
    asked = field.title or name.replace("_", " ").capitalize()
    choices = _choices(field)
    if choices:
        return StructuredInputMultipleChoice(
            id=input_id,
            question=asked,
            options=[StructuredInputMultipleChoiceOption(value=choice) for choice in choices],
            multiple=_takes_several(field),
        )
    return StructuredInputFreeform(id=input_id, question=asked, description=field.description)


def _takes_several(field: FieldInfo) -> bool:
    return get_origin(field.annotation) is list


def _choices(field: FieldInfo) -> tuple[str, ...]:
    kind: Any = field.annotation
    extras: tuple[Any, ...] = tuple(field.metadata)
    if get_origin(kind) is list:
        [kind] = get_args(kind)
        if get_origin(kind) is Annotated:
            kind, *inner = get_args(kind)
            extras = (*extras, *inner)
    for extra in extras:
        if isinstance(extra, Suggestions):
            return extra.values
    return tuple(map(str, get_args(kind))) if get_origin(kind) is Literal else ()
