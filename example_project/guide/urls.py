"""The guide's page."""

from django.urls import path

from guide import views

app_name = "guide"

urlpatterns = [
    path("", views.GuideView.as_view(), name="page"),
    path("facts/<int:fact_id>/forget/", views.ForgetView.as_view(), name="forget"),
]
