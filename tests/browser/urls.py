"""Pages for browser tests: bare elements under the strictest policy, and the agent's cues."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import engines
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from django_chatkit.models import ChatThread, ChatThreadItem
from tests.browser.agent import gates, plays, text
from tests.urls import urlpatterns as everything_else

POLICY = "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"

HEAD = """{% load static chatkit %}<!doctype html><html lang="en"><head><title>Chat</title>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="{% static 'browser/page.css' %}">"""

ELEMENT_PAGE = """<script type="module" src="{% static 'browser/page.js' %}"></script></head>
<body><main></main></body></html>"""

REACT_PAGE = """<script type="module" src="{% static 'browser/page.js' %}"></script>
<script type="module" src="{% static 'browser/react.js' %}"></script></head>
<body><main></main></body></html>"""

TAG_PAGES = {
    "inline": "<h1>Help</h1>{% chatkit %}",
    "page": '{% chatkit layout="page" %}',
    "popup": '<h1>Shop</h1>{% chatkit layout="popup" %}',
    "several": '{% chatkit %}{% chatkit "support" %}',
}


def page(request: HttpRequest, template: str) -> HttpResponse:
    html = engines["django"].from_string(template).render({}, request)
    return HttpResponse(html, headers={"Content-Security-Policy": POLICY})


def element_page(request: HttpRequest) -> HttpResponse:
    """A page that puts elements where its test wants them."""
    return page(request, HEAD + ELEMENT_PAGE)


def react_page(request: HttpRequest) -> HttpResponse:
    """A page of a React application."""
    return page(request, HEAD + REACT_PAGE)


def tag_page(request: HttpRequest, name: str) -> HttpResponse:
    """A page with the template tag, as a site has it."""
    body = f"</head><body><main>{TAG_PAGES[name]}</main></body></html>"
    return page(request, HEAD + body)


@csrf_exempt
def play(request: HttpRequest) -> HttpResponse:
    """Learn what to answer: ``{"said": ..., "steps": [...]}``."""
    cue = json.loads(request.body)
    plays[cue["said"]] = cue["steps"]
    return JsonResponse({})


@csrf_exempt
def open_gate(request: HttpRequest, name: str) -> HttpResponse:
    """Let an answer that waits at this gate go on."""
    gates.open(name)
    return JsonResponse({})


@csrf_exempt
def lengthen(request: HttpRequest, thread_id: str, pairs: int) -> JsonResponse:
    """Make a thread long: hidden items, then questions and answers, then hidden items again."""
    thread = ChatThread.objects.get(id=thread_id)
    hidden = ("hidden_context_item", {"content": "unseen"})
    items: list[tuple[str, Any]] = [hidden] * 60
    for number in range(1, pairs + 1):
        question = {"type": "input_text", "text": f"Question {number}"}
        items.append(
            ("user_message", {"content": [question], "attachments": [], "inference_options": {}})
        )
        items.append(("assistant_message", {"content": [text(f"**Answer** {number}")]}))
    items += [hidden] * 60
    ChatThreadItem.objects.filter(thread=thread).delete()
    ChatThreadItem.objects.bulk_create(
        ChatThreadItem(
            thread=thread,
            id=f"itm_{position:032x}",
            scope=thread.scope,
            position=position,
            type=kind,
            payload={
                "id": f"itm_{position:032x}",
                "type": kind,
                "thread_id": thread.id,
                "created_at": "2026-01-01T00:00:00Z",
                **payload,
            },
        )
        for position, (kind, payload) in enumerate(items, start=1)
    )
    return JsonResponse({})


urlpatterns = [
    path("test/element", element_page),
    path("test/react", react_page),
    path("test/tag/<name>", tag_page),
    path("test/play", play),
    path("test/lengthen/<thread_id>/<int:pairs>", lengthen),
    path("test/gate/<name>", open_gate),
    *everything_else,
]
