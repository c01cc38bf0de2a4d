"""The museum's pages."""

from typing import Any

from django.conf import settings
from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.auth.views import LoginView
from django.views.generic import TemplateView

from museum.collection import EXHIBITIONS, OPENING_HOURS, TICKETS
from museum.demo import DEMO_USERS


class HomeView(TemplateView):
    """The home page, with the chat as a popup."""

    template_name = "museum/home.html"
    extra_context = {
        "exhibitions": EXHIBITIONS,
        "opening_hours": OPENING_HOURS,
        "tickets": TICKETS,
    }


class AssistantView(TemplateView):
    """The chat as a page of its own."""

    template_name = "museum/assistant.html"


class AccountView(LoginRequiredMixin, TemplateView):
    """Who is logged in, and the way out."""

    template_name = "museum/account.html"


class LogInView(LoginView):
    """The log-in form; a demo shows whom one may log in as."""

    template_name = "museum/login.html"
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **kwargs, demo_users=DEMO_USERS if getattr(settings, "DEMO", False) else ()
        )
