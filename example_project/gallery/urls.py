"""The gallery's pages."""

from django.urls import path

from gallery import views

app_name = "gallery"
urlpatterns = [
    path("", views.IndexView.as_view(), name="index"),
    path("<slug:slug>/", views.SceneView.as_view(), name="scene"),
    path("<slug:slug>/stage/", views.StageView.as_view(), name="stage"),
    path("<slug:slug>/scene.json", views.scene_data, name="data"),
]
