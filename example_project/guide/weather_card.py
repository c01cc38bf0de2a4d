"""The weather as a widget."""

from typing import Any, NamedTuple

from chatkit.widgets import DynamicWidgetRoot
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guide.weather import Day, Weather

Node = dict[str, Any]

PALE = "#e3eef8"
"""Readable on each of the skies below."""


class Sky(NamedTuple):
    """How a kind of weather looks."""

    name: str | Promise
    icon: str
    colour: str
    sky: str


CLEAR = "linear-gradient(160deg, #17528f, #2b76b4)"
CLOUDY = "linear-gradient(160deg, #3a4f63, #54708a)"
WET = "linear-gradient(160deg, #24384d, #3c5d7c)"
NIGHT = "linear-gradient(160deg, #0e1a33, #26406b)"
SUN, CLOUD, RAIN, SNOW = "#ffd166", "#dce7f2", "#9fd3ff", "#ffffff"

SKIES = {
    0: Sky(gettext_lazy("Clear sky"), "lucide:sun", SUN, CLEAR),
    1: Sky(gettext_lazy("Mostly clear"), "lucide:cloud-sun", SUN, CLEAR),
    2: Sky(gettext_lazy("Partly cloudy"), "lucide:cloud-sun", SUN, CLEAR),
    3: Sky(gettext_lazy("Overcast"), "lucide:cloud", CLOUD, CLOUDY),
    45: Sky(gettext_lazy("Fog"), "lucide:cloud-fog", CLOUD, CLOUDY),
    51: Sky(gettext_lazy("Drizzle"), "lucide:cloud-drizzle", RAIN, WET),
    61: Sky(gettext_lazy("Rain"), "lucide:cloud-rain", RAIN, WET),
    71: Sky(gettext_lazy("Snow"), "lucide:cloud-snow", SNOW, CLOUDY),
    80: Sky(gettext_lazy("Showers"), "lucide:cloud-rain-wind", RAIN, WET),
    85: Sky(gettext_lazy("Snow showers"), "lucide:cloud-snow", SNOW, CLOUDY),
    95: Sky(gettext_lazy("Thunderstorm"), "lucide:cloud-lightning", SUN, WET),
}
"""By the first of WMO's codes that it stands for; what lies between belongs to the one before."""

LIGHT_CODES = {0, 1}
"""Whose sky is dark blue at night."""


def sky_of(code: int) -> Sky:
    """How the weather of a WMO code looks."""
    return SKIES[max(known for known in SKIES if known <= max(code, 0))]


def summary(weather: Weather) -> str:
    """The weather in a sentence, in Django's active language."""
    return _("%(place)s: %(sky)s, %(degrees)s °C, wind %(wind)s km/h.") % {
        "place": weather.place,
        "sky": sky_of(weather.code).name,
        "degrees": round(weather.temperature),
        "wind": round(weather.wind),
    }


def _degrees(celsius: float) -> str:
    """A temperature whose minus stays before it among Arabic words, too."""
    return f"\N{LEFT-TO-RIGHT MARK}{round(celsius)}°".replace("-", "\N{MINUS SIGN}")


def weather_card(weather: Weather) -> DynamicWidgetRoot:
    """The card, in Django's active language."""
    sky = sky_of(weather.code)
    icon, colour, background = sky.icon, sky.colour, sky.sky
    if not weather.is_day and weather.code in LIGHT_CODES:
        icon, colour, background = "lucide:moon-star", CLOUD, NIGHT
    details = _("Feels like %(degrees)s · Wind %(wind)s km/h") % {
        "degrees": _degrees(weather.feels_like),
        "wind": round(weather.wind),
    }
    return DynamicWidgetRoot.model_validate(
        {
            "type": "Card",
            "size": "sm",
            "theme": "dark",
            "background": background,
            "padding": 5,
            "children": [
                {
                    "type": "Row",
                    "align": "center",
                    "justify": "between",
                    "children": [
                        {
                            "type": "Col",
                            "gap": 0,
                            "children": [
                                {
                                    "type": "Title",
                                    "value": weather.place,
                                    "size": "md",
                                    "color": "#ffffff",
                                },
                                {"type": "Caption", "value": weather.country, "color": PALE},
                            ],
                        },
                        {"type": "Icon", "name": icon, "size": "3xl", "color": colour},
                    ],
                },
                {
                    "type": "Row",
                    "align": "end",
                    "gap": 3,
                    "margin": {"y": 2},
                    "children": [
                        {
                            "type": "Title",
                            "value": _degrees(weather.temperature),
                            "size": "5xl",
                            "weight": "normal",
                            "color": "#ffffff",
                        },
                        {
                            "type": "Col",
                            "gap": 0,
                            "children": [
                                {
                                    "type": "Text",
                                    "value": str(sky.name),
                                    "weight": "semibold",
                                    "color": "#ffffff",
                                },
                                {"type": "Caption", "value": details, "color": PALE},
                            ],
                        },
                    ],
                },
                {"type": "Divider", "color": "rgba(255, 255, 255, 0.25)"},
                {
                    "type": "Row",
                    "justify": "between",
                    "children": [_day(day) for day in weather.days],
                },
            ],
        }
    )


def _day(day: Day) -> Node:
    sky = sky_of(day.code)
    return {
        "type": "Col",
        "key": day.day.isoformat(),
        "align": "center",
        "gap": 1,
        "children": [
            {"type": "Caption", "value": date_format(day.day, "D"), "color": PALE},
            {"type": "Icon", "name": sky.icon, "size": "lg", "color": sky.colour},
            {
                "type": "Text",
                "value": _degrees(day.highest),
                "size": "sm",
                "weight": "semibold",
                "color": "#ffffff",
            },
            {"type": "Caption", "value": _degrees(day.lowest), "color": PALE},
        ],
    }
