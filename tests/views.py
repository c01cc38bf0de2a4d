"""Shortcuts that the test project's pages offer to tests, and no real site would."""

from django.contrib.auth import get_user_model, login, logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.csrf import csrf_exempt

from django_chatkit.models import ChatAttachment


def ready(request: HttpRequest) -> HttpResponse:
    """The handshake: the site is up."""
    return HttpResponse("ready", content_type="text/plain")


@csrf_exempt
def log_in(request: HttpRequest) -> HttpResponse:
    """Log in as ``username`` without a password; ``staff`` and ``superuser`` as wished."""
    user, _ = get_user_model().objects.get_or_create(username=request.POST["username"])
    if request.POST.get("superuser"):
        user.is_staff = user.is_superuser = True
        user.save()
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    get_token(request)
    return JsonResponse({"id": user.pk, "username": user.get_username()})


@csrf_exempt
def log_out(request: HttpRequest) -> HttpResponse:
    """Log out, as a site's own view would."""
    logout(request)
    return JsonResponse({})


def attachments(request: HttpRequest) -> HttpResponse:
    """How many files the database knows of."""
    return JsonResponse({"count": ChatAttachment.objects.count()})
