"""What a scene can be looked at in: its settings, which stand in the address."""

from collections.abc import Mapping
from itertools import starmap
from typing import NamedTuple

from gallery.languages import LANGUAGES


class Choice(NamedTuple):
    """One value of a control."""

    value: str
    label: str


class Control(NamedTuple):
    """A setting of the stage; its first choice is what holds when the address says nothing."""

    name: str
    label: str
    choices: tuple[Choice, ...]

    @property
    def default(self) -> str:
        return self.choices[0].value


def _control(name: str, label: str, **choices: str) -> Control:
    return Control(name, label, tuple(Choice(*choice) for choice in choices.items()))


CONTROLS = (
    _control("scheme", "Theme", light="Light", dark="Dark"),
    _control("size", "Size", wide="Wide", phone="Phone"),
    Control(
        "locale",
        "Language",
        (Choice("en", "English"), *starmap(Choice, LANGUAGES.items())),
    ),
    _control("density", "Density", normal="Normal", compact="Compact", spacious="Spacious"),
    _control("radius", "Radius", pill="Pill", round="Round", soft="Soft", sharp="Sharp"),
    _control(
        "accent", "Accent", none="None", blue="Blue", green="Green", red="Red", violet="Violet"
    ),
)


def chosen(query: Mapping[str, str]) -> dict[str, str]:
    """Every control's value: what the query says where it is one of the choices."""
    settings = {}
    for control in CONTROLS:
        value = query.get(control.name, control.default)
        known = any(value == choice.value for choice in control.choices)
        settings[control.name] = value if known else control.default
    return settings


def differing(settings: Mapping[str, str]) -> dict[str, str]:
    """The settings that are not as they would be anyway: what the address has to say."""
    return {
        control.name: settings[control.name]
        for control in CONTROLS
        if settings[control.name] != control.default
    }
