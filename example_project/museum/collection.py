"""What the museum shows, when it is open and what it costs."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Exhibition(NamedTuple):
    """One room of the museum."""

    title: str | Promise
    text: str | Promise
    picture: str
    """Its drawing, a static file."""


class Row(NamedTuple):
    """A line of the visitors' tables."""

    label: str | Promise
    value: str | Promise


EXHIBITIONS = (
    Exhibition(
        _("The great lens"),
        _("Two tonnes of cut glass that threw the light of one lamp twenty miles out to sea."),
        "museum/lens.svg",
    ),
    Exhibition(
        _("The fog bell"),
        _("When the lamp could not be seen it had to be heard: every thirty seconds, all night."),
        "museum/bell.svg",
    ),
    Exhibition(
        _("The keeper’s kitchen"),
        _("Six weeks of flour, tea and oil, and a stove that was never allowed to go out."),
        "museum/kitchen.svg",
    ),
    Exhibition(
        _("Charts of the skerries"),
        _("How the rocks were sounded, drawn and named, one lead line at a time."),
        "museum/chart.svg",
    ),
)

OPENING_HOURS = (
    Row(_("April to September"), _("daily, 10:00 – 18:00")),
    Row(_("October to March"), _("Thursday to Sunday, 11:00 – 16:00")),
    Row(_("Night climb"), _("last Friday of the month, 21:00")),
)

TICKETS = (
    Row(_("Adults"), "€9"),
    Row(_("Students and seniors"), "€6"),
    Row(_("Under 16"), _("free")),
)
