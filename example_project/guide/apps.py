"""The guide's Django application."""

from django.apps import AppConfig


class GuideConfig(AppConfig):
    """An assistant with tools: it remembers, changes the page, asks a service and reads files."""

    name = "guide"
    verbose_name = "Museum guide"
