"""The guide's page, and the visitor's say in what is known about them."""

from typing import Any

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views import View
from django.views.generic import TemplateView

from guide.facts import facts_of


class GuideView(TemplateView):
    """The chat with the guide beside the notebook: what the visitor told."""

    template_name = "guide/guide.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        facts = facts_of(user) if user.is_authenticated else ()
        return super().get_context_data(**kwargs, facts=facts)


class ForgetView(LoginRequiredMixin, View):
    """Deletes a fact of the visitor's own; those of others do not exist."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, fact_id: int) -> HttpResponse:
        """Delete it, and show the page again to a browser that does not run scripts."""
        assert request.user.is_authenticated  # noqa: S101 - LoginRequiredMixin saw to it
        get_object_or_404(facts_of(request.user), pk=fact_id).delete()
        if request.headers.get("Accept") == "application/json":
            return HttpResponse(status=204)
        return HttpResponseRedirect(reverse("guide:page"))
