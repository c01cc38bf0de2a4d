"""The same site with the least that a turn is in the place of the app's view."""

from .settings import *  # noqa: F403 - settings are built on settings

ROOT_URLCONF = "benchmarks.bare_turn"
