"""The pages that ask before something happens at OpenAI, and that say what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.admin import ModelAdmin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from .outcomes import Line, counted


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One answer of several, and what it leads to."""

    value: str
    label: str
    effect: str
    checked: bool = False
    disabled: bool = False


@dataclass(frozen=True, kw_only=True)
class Question:
    """What a page asks.

    Parameters:
        heading: The page's title.
        verb: The button's word.
        effects: What will happen, a paragraph each.
        url: Where the answer goes.
        back: Where somebody goes who would rather not.
        choices: Answers to choose from, sent as ``where``; none is yes or no.
        legend: What the choices are about.
        dangerous: Whether it cannot be undone.
        counts: How much of what it is about, by name.
    """

    heading: str
    verb: str
    effects: Sequence[str]
    url: str
    back: str
    choices: Sequence[Choice] = ()
    legend: str = ""
    dangerous: bool = False
    counts: Sequence[tuple[str, str]] = ()


def ask(
    request: HttpRequest,
    model_admin: "ModelAdmin[Any]",
    question: Question,
    rows: Sequence[tuple[Any, Any]],
) -> HttpResponse:
    """The page that asks.

    Parameters:
        rows: Primary key and title of each row it is about.
    """
    return _page(
        request,
        model_admin,
        "confirmation",
        {
            "title": question.heading,
            "question": question,
            "rows": rows,
            "action_checkbox_name": ACTION_CHECKBOX_NAME,
        },
    )


def tell(
    request: HttpRequest,
    model_admin: "ModelAdmin[Any]",
    heading: str,
    lines: list[Line],
    back: str,
) -> HttpResponse:
    """The page that says what came of it, row by row; those that need something first."""
    order = {"negative": 0, "locked": 1, "active": 2}
    return _page(
        request,
        model_admin,
        "outcomes",
        {
            "title": heading,
            "lines": sorted(lines, key=lambda line: order[line.told.tone]),
            "counted": counted(lines),
            "back": back,
        },
    )


def chosen_keys(request: HttpRequest, limit: int) -> list[int]:
    """The primary keys that a page's form names, at most ``limit``."""
    words = request.POST.getlist(ACTION_CHECKBOX_NAME)[:limit]
    return [int(word) for word in words if word.isdecimal() and len(word) < 19]


def _page(
    request: HttpRequest, model_admin: "ModelAdmin[Any]", template: str, context: dict[str, Any]
) -> HttpResponse:
    request.current_app = model_admin.admin_site.name
    return TemplateResponse(
        request,
        f"admin/django_chatkit/{template}.html",
        {
            **model_admin.admin_site.each_context(request),
            "opts": model_admin.opts,
            "media": model_admin.media,
            **context,
        },
    )
