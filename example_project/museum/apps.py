"""The museum's Django application."""

from django.apps import AppConfig


class MuseumConfig(AppConfig):
    """A small museum: a few pages, no tables of its own."""

    name = "museum"
    verbose_name = "Skerry Light Museum"
