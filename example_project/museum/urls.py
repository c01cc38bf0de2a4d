"""The museum's pages."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from museum import views

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
    path("assistant/", views.AssistantView.as_view(), name="assistant"),
    path("account/", views.AccountView.as_view(), name="account"),
    path("account/login/", views.LogInView.as_view(), name="login"),
    path("account/logout/", LogoutView.as_view(), name="logout"),
]
