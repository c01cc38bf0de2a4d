"""The schema by itself: ``path("chatkit/", include("django_chatkit.api.schema.urls"))``.

Before the line that mounts the chat, it is then at ``chatkit/openapi.json``.
"""

from django.http import HttpRequest, JsonResponse
from django.urls import path

app_name = "django_chatkit_schema"

CONTENT_TYPE = "application/vnd.oai.openapi+json"


def openapi(request: HttpRequest) -> JsonResponse:
    """The OpenAPI 3.1 document; it says nothing about anybody."""
    # Imported when asked for: starting Django needs no drf-spectacular.
    from .document import openapi_document  # noqa: PLC0415

    return JsonResponse(openapi_document(), content_type=CONTENT_TYPE)


urlpatterns = [path("openapi.json", openapi, name="openapi")]
