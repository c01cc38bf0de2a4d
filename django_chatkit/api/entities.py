"""What people may mention: searched while they type, and shown on hovering."""

from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils.translation import get_language

from ..conf import DEFAULT_ALIAS
from ..entities import EntityContext, find_entity, search_entities, shown
from ..exceptions import NotFound
from ..locales import chatkit_locale
from ..services import get_assistant
from .errors import api_view
from .identity import identify_person
from .throttling import throttle

MAX_QUERY = 200


@api_view("GET")
async def entities(request: HttpRequest) -> HttpResponseBase:
    """Rows that match ``q``, of those that the person may see."""
    return await sync_to_async(_search)(request)


@api_view("GET")
async def entity(request: HttpRequest, entity_id: str) -> HttpResponseBase:
    """The preview of one."""
    return await sync_to_async(_preview)(request, entity_id)


def _context(request: HttpRequest) -> EntityContext:
    who = identify_person(request)
    throttle(request, who, "read")
    alias = request.GET.get("assistant") or DEFAULT_ALIAS
    get_assistant(alias, who.user)
    return EntityContext(
        scope=str(who.scope),
        user=who.user,
        assistant=alias,
        locale=chatkit_locale(get_language()),
    )


def _search(request: HttpRequest) -> JsonResponse:
    context = _context(request)
    query = request.GET.get("q", "").replace("\x00", "")[:MAX_QUERY]
    return JsonResponse({"data": search_entities(context, query)})


def _preview(request: HttpRequest, entity_id: str) -> JsonResponse:
    context = _context(request)
    found = None if "\x00" in entity_id else find_entity(context, entity_id)
    if found is None:
        raise NotFound
    return JsonResponse({"preview": shown(*found)})
