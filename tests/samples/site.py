"""The site that the samples run on: their servers, and their other endpoints as Django's views."""

import json
import os
from importlib import import_module
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from django_chatkit.adapter import ChatKitAdapter
from django_chatkit.server import RequestContext
from tests.browser.urls import urlpatterns as everything_else
from tests.directed_model import DirectedModel
from tests.samples.moving import CATS, METRO, NEWS, SAMPLES, SUPPORT, Sample

TITLE = "A scripted title"

# One of them makes a client while it is imported; where OpenAI is, says OPENAI_BASE_URL.
os.environ["OPENAI_API_KEY"] = "sk-test"


def _server(sample: Sample) -> Any:
    return import_module(f"{sample.package}.server").create_chatkit_server()


for _sample in SAMPLES:
    for _path in _sample.agents:
        _module, _, _name = _path.rpartition(".")
        _agent = getattr(import_module(f"{_sample.package}.{_module}"), _name)
        _agent.model = DirectedModel(TITLE if _name == "title_agent" else "")

cats, support, metro, news = map(_server, (CATS, SUPPORT, METRO, NEWS))


def get_cats() -> Any:
    return cats


def get_support() -> Any:
    return support


def get_metro() -> Any:
    return metro


def get_news() -> Any:
    return news


class SampleAdapter(ChatKitAdapter):
    """Reads the headers that the samples' endpoints read."""

    def get_request_context(self, request: HttpRequest, context: RequestContext) -> RequestContext:
        given: dict[str, Any] = dict(vars(context))
        if context.assistant == "metro":
            given["map_id"] = request.headers.get("map-id") or "solstice-metro"
            return _own_context(METRO)(**given)
        if context.assistant == "news":
            given["article_id"] = request.headers.get("article-id")
            return _own_context(NEWS)(**given)
        return context


def _own_context(sample: Sample) -> type[RequestContext]:
    own: type[RequestContext] = import_module(f"{sample.package}.request_context").RequestContext
    return own


async def cat(request: HttpRequest, thread_id: str) -> JsonResponse:
    state = await cats.cat_store.load(thread_id)
    return JsonResponse({"cat": state.to_payload(thread_id)})


def customer(request: HttpRequest) -> JsonResponse:
    thread_id = request.GET.get("thread_id") or "demo_default_thread"
    return JsonResponse({"customer": support.agent_state.to_dict(thread_id)})


@csrf_exempt
def metro_map(request: HttpRequest) -> JsonResponse:
    store = metro.metro_map_store
    if request.method == "POST":
        changed = import_module(f"{METRO.package}.data.metro_map_store").MetroMap
        store.set_map(changed.model_validate(json.loads(request.body)["map"]))
    return JsonResponse({"map": store.dump_for_client()})


def tags(request: HttpRequest) -> JsonResponse:
    """Articles and authors to mention, with their previews."""
    previews = import_module(f"{NEWS.package}.widgets.preview_widgets")
    found = []
    for article in news.article_store.list_metadata():
        data = {"article_id": article.id, "url": article.url}
        entity = {"id": article.id, "title": article.title[:30], "group": "Articles", "data": data}
        preview = previews.build_article_preview_widget(article).model_dump()
        found.append({"entity": {**entity, "interactive": True}, "preview": preview})
    for author in news.article_store.list_authors():
        data = {"author": author["name"], "author_id": author["id"], "type": "author"}
        entity = {"id": f"author:{author['id']}", "title": author["name"], "group": "Authors"}
        preview = previews.build_author_preview_widget(
            author_name=author["name"],
            author_slug=author["id"],
            article_count=author["articleCount"],
        ).model_dump()
        found.append({"entity": {**entity, "data": data, "interactive": True}, "preview": preview})
    return JsonResponse({"tags": found})


urlpatterns = [
    path("cats/<thread_id>", cat),
    path("support/customer", customer),
    path("map", metro_map),
    path("articles/tags", tags),
    *everything_else,
]
