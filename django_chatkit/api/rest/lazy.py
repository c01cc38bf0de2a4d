"""REST views by name, imported by their first request."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.utils.module_loading import import_string
from django.views.decorators.csrf import csrf_exempt

from ..transactions import outside_transactions

View = Callable[..., HttpResponseBase]


@cache
def _view(path: str) -> View:
    view_class: Any = import_string(f"django_chatkit.api.rest.{path}")
    view: View = view_class.as_view()
    return view


def rest(path: str) -> View:
    """The view of a class of this package, such as ``"threads.Threads"``."""

    # The views check the log-in and CSRF themselves, where the answer can be an envelope.
    @csrf_exempt
    @login_not_required
    @outside_transactions
    def view(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        return _view(path)(request, **kwargs)

    return view
