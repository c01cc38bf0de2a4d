"""The gallery's Django application."""

from django.apps import AppConfig


class GalleryConfig(AppConfig):
    """Pages without a table, a log-in or a server behind their chats; on in a demo only."""

    name = "gallery"
    verbose_name = "Gallery"
