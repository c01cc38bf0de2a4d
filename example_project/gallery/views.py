"""The gallery's pages: a scene with its controls, and the stage that it is played on."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.utils.decorators import method_decorator
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.generic import RedirectView, TemplateView

from gallery.controls import CONTROLS, chosen, differing
from gallery.scenes import GROUPS, SCENES, Scene


def _scene(slug: str) -> Scene:
    if slug not in SCENES:
        raise Http404("There is no such scene.")
    return SCENES[slug]


class IndexView(RedirectView):
    """The first scene: every other one is listed beside it."""

    query_string = True

    def get_redirect_url(self, *args: Any, **kwargs: Any) -> str | None:
        self.pattern_name = "gallery:scene"
        return super().get_redirect_url(slug=next(iter(SCENES)))


class SceneView(TemplateView):
    """One scene, the list of all and the controls."""

    template_name = "gallery/scene.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        scene = _scene(kwargs["slug"])
        names = list(SCENES)
        position = names.index(scene.slug)
        here = chosen(self.request.GET)
        return super().get_context_data(
            **kwargs,
            scene=scene,
            groups=GROUPS,
            count=len(names),
            previous=SCENES[names[position - 1]] if position else None,
            next=SCENES[names[position + 1]] if position + 1 < len(names) else None,
            controls=[(control, here[control.name]) for control in CONTROLS],
            size=here["size"],
            query=urlencode(differing(here)),
        )


@method_decorator(xframe_options_sameorigin, name="dispatch")
class StageView(TemplateView):
    """Nothing but the element, which fills the page. The gallery shows it in a frame."""

    template_name = "gallery/stage.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        policy: dict[str, str] = getattr(settings, "CONTENT_SECURITY_POLICY", {})
        policy = policy | {"frame-ancestors": "'self'"}
        response.headers["Content-Security-Policy"] = "; ".join(
            f"{directive} {sources}" for directive, sources in policy.items()
        )
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **kwargs, scene=_scene(kwargs["slug"]), settings=chosen(self.request.GET)
        )


def scene_data(request: HttpRequest, slug: str) -> JsonResponse:
    """What the stage plays."""
    return JsonResponse(_scene(slug).as_json())
