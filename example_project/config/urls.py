"""The example site's URLs: the museum, its guide, the chat, and the admin."""

from django.apps import apps
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("museum.urls")),
    path("guide/", include("guide.urls")),
    path("chatkit/", include("django_chatkit.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
]

if apps.is_installed("gallery"):
    urlpatterns.append(path("gallery/", include("gallery.urls")))
