"""Shows a widget: a small poll whose buttons change it, and which stays changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from chatkit.actions import Action
from chatkit.types import (
    ThreadItemAddedEvent,
    ThreadItemDoneEvent,
    WidgetItem,
    WidgetStreamingTextValueDelta,
)
from chatkit.widgets import DynamicWidgetRoot
from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.pieces import pieces
from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn

VOTE: Final = "demo.vote"
"""The action that counts a vote; its payload is ``{"option": "tea"}`` or ``"coffee"``."""

LIKE: Final = "demo.like"
"""The action that counts a like, without a stream; it has no payload."""

_OPTIONS: Final = {"tea": _("Tea"), "coffee": _("Coffee")}
_COUNTERS: Final = frozenset({*(f"votes-{option}" for option in _OPTIONS), "likes"})
"""The ids of the badges that hold the counts."""
_INTRO: Final = _("Every vote is stored: reload the page and it is still counted.")


async def run(turn: Turn) -> Events:
    """Stream the poll's text into its card, then complete the widget."""
    votes = dict.fromkeys(_OPTIONS, 0)
    if turn.preface:
        async for event in turn.say(turn.translate(_("Here is a widget:"))):
            yield event
    item = WidgetItem(
        id=turn.item_id("message"),
        thread_id=turn.thread.id,
        created_at=turn.now(),
        widget=_poll(turn, votes, 0, intro="", streaming=True),
        copy_text=turn.translate(_("Tea or coffee?")),
    )
    yield ThreadItemAddedEvent(item=item)
    intro = pieces(turn.translate(_INTRO))
    for number, piece in enumerate(intro, start=1):
        await turn.pause()
        yield turn.update(
            item,
            WidgetStreamingTextValueDelta(
                component_id="intro", delta=piece, done=number == len(intro)
            ),
        )
    item.widget = _poll(turn, votes, 0)
    yield ThreadItemDoneEvent(item=item)


def apply(turn: Turn, action: Action[str, Any], sender: WidgetItem) -> WidgetItem | None:
    """Return ``sender`` after a click, or ``None`` if the action or the widget is not the poll's.

    The counts come from the stored widget; what the browser sends only names the button.
    """
    counts = _counts(sender)
    if counts is None:
        return None
    votes, likes = counts
    option = action.payload.get("option") if isinstance(action.payload, dict) else None
    if action.type == VOTE and isinstance(option, str) and option in votes:
        votes[option] += 1
    elif action.type == LIKE:
        likes += 1
    else:
        return None
    return sender.model_copy(update={"widget": _poll(turn, votes, likes)})


def _poll(
    turn: Turn, votes: dict[str, int], likes: int, intro: str | None = None, streaming: bool = False
) -> DynamicWidgetRoot:
    heading = {
        "type": "Row",
        "align": "center",
        "children": [
            {"type": "Title", "value": turn.translate(_("Tea or coffee?")), "size": "sm"},
            {"type": "Spacer"},
            {"type": "Badge", "label": turn.translate(_("Poll")), "color": "info"},
        ],
    }
    text = {
        "type": "Text",
        "id": "intro",
        "value": turn.translate(_INTRO) if intro is None else intro,
        "color": "secondary",
        "streaming": streaming,
    }
    options = [_option(turn, option, votes) for option in votes]
    children = [heading, text, {"type": "Divider"}, *options, {"type": "Divider"}]
    return DynamicWidgetRoot.model_validate(
        {"type": "Card", "size": "md", "children": [*children, _footer(turn, likes)]}
    )


def _option(turn: Turn, option: str, votes: dict[str, int]) -> dict[str, Any]:
    leads = votes[option] == max(votes.values()) > 0
    return {
        "type": "Row",
        "key": option,
        "align": "center",
        "gap": 3,
        "children": [
            {"type": "Text", "value": turn.translate(_OPTIONS[option]), "weight": "medium"},
            {
                "type": "Badge",
                "id": f"votes-{option}",
                "label": str(votes[option]),
                "color": "success" if leads else "secondary",
                "pill": True,
            },
            {"type": "Spacer"},
            {
                "type": "Button",
                "label": turn.translate(_("Vote")),
                "style": "secondary",
                "size": "sm",
                "onClickAction": {"type": VOTE, "payload": {"option": option}},
            },
        ],
    }


def _footer(turn: Turn, likes: int) -> dict[str, Any]:
    return {
        "type": "Row",
        "key": "likes",
        "align": "center",
        "gap": 3,
        "children": [
            {"type": "Caption", "value": turn.translate(_("Likes"))},
            {
                "type": "Badge",
                "id": "likes",
                "label": str(likes),
                "color": "discovery",
                "pill": True,
            },
            {"type": "Spacer"},
            {
                "type": "Button",
                "label": turn.translate(_("I like this")),
                "iconStart": "star",
                "style": "secondary",
                "variant": "ghost",
                "size": "sm",
                "onClickAction": {"type": LIKE, "streaming": False},
            },
        ],
    }


def _counts(item: WidgetItem) -> tuple[dict[str, int], int] | None:
    """Return votes and likes as the stored widget shows them, or ``None`` if it is another one."""
    labels = {
        component["id"]: int(component["label"])
        for component in _components(item.widget.model_dump())
        if component.get("id") in _COUNTERS
    }
    if len(labels) < len(_COUNTERS):
        return None
    return {option: labels[f"votes-{option}"] for option in _OPTIONS}, labels["likes"]


def _components(component: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield component
    for child in component.get("children") or ():
        yield from _components(child)


SKILL = Skill(
    name="widget",
    keywords={
        "en": ("widget", "card", "poll", "button"),
        "de": ("Widget", "Karte", "Abstimmung"),
        "fr": ("widget", "carte", "vote"),
        "es": ("widget", "tarjeta", "votación"),
        "ar": ("بطاقة", "ودجت", "تصويت"),
    },
    description=_("a card with buttons that work"),
    run=run,
)
