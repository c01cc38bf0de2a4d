"""The Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChatKitConfig(AppConfig):
    """Registers models, system checks and signal receivers."""

    name = "django_chatkit"
    verbose_name = _("ChatKit")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.utils.module_loading import autodiscover_modules  # noqa: PLC0415 - as Django's

        from . import checks, receivers  # noqa: F401, PLC0415 - they register themselves
        from .entities import MODULE  # noqa: PLC0415 - needs the models

        autodiscover_modules(MODULE)
