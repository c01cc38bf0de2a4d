"""The test project's URLs: the chat where the documentation mounts it, and the admin."""

from django.contrib import admin
from django.urls import include, path

from tests import views

urlpatterns = [
    path("chatkit/", include("django_chatkit.urls")),
    path("admin/", admin.site.urls),
    path("test/ready", views.ready),
    path("test/log-in", views.log_in),
    path("test/log-out", views.log_out),
    path("test/attachments", views.attachments),
]
