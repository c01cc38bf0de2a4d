"""What every REST view shares: identity, errors, lists, and its own DRF settings."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from rest_framework import exceptions as drf
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.parsers import JSONParser
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView

from ...backends import BaseBackend
from ...backends.base import DEFAULT_LIMIT, MAX_LIMIT, Answer, Listing, ListQuery, Order, Owner
from ...conf import DEFAULT_ALIAS, app_settings
from ...exceptions import ChatKitError, InvalidRequest, MethodNotAllowed, NotFound
from ...services import backend_of, get_assistant, thread_backend
from ...types import JSONObject
from ..body import refuse_oversized
from ..errors import REQUEST_ID_HEADER, error_of_django, logger, request_id
from ..identity import Identity, identify_for_rest
from ..throttling import throttle
from .serializers import REPLACEMENT

MIRROR_AGE_HEADER = "X-ChatKit-Mirror-Age"
NUL = "\x00"


class BodyParser(JSONParser):
    """JSON as the standard has it, whatever the site's DRF settings say."""

    strict = True

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        """The document; one that nests beyond reason is no better than a broken one."""
        try:
            return super().parse(stream, media_type, parser_context)
        except RecursionError:
            raise drf.ParseError from None


class RESTView(APIView):
    """A view of the REST API. The site's own DRF settings do not change it."""

    renderer_classes = (JSONRenderer,)
    parser_classes = (BodyParser,)
    authentication_classes = ()
    permission_classes = ()
    throttle_classes = ()
    content_negotiation_class = DefaultContentNegotiation
    versioning_class = None
    metadata_class = None

    throttle_kind = "read"
    """The kind of ``CHATKIT_THROTTLE_RATES`` that a request counts as."""

    who: Identity

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Ask who it is before anything else; bodies above the limit are never read."""
        http_request: HttpRequest = request._request
        refuse_oversized(
            http_request, app_settings.assistant_option(DEFAULT_ALIAS, "MAX_BODY_SIZE")
        )
        self.who = identify_for_rest(http_request)
        super().initial(request, *args, **kwargs)
        throttle(http_request, self.who, self.throttle_kind)
        if any(NUL in value for value in kwargs.values()):
            raise NotFound  # PostgreSQL would not even look

    def perform_authentication(self, request: Request) -> None:
        """Nothing: who asks is known, and DRF would log them out of the request."""

    def handle_exception(self, exc: Exception) -> Response:
        """Any failure in OpenAI's envelope."""
        error = _translate(exc)
        response = Response(error.envelope(), status=error.status, headers=error.headers)
        response.exception = True
        return response

    def finalize_response(
        self, request: Request, response: Any, *args: Any, **kwargs: Any
    ) -> Response:
        """Every answer has its request id and stays out of caches."""
        answer: Response = super().finalize_response(request, response, *args, **kwargs)
        answer.headers[REQUEST_ID_HEADER] = request_id(request._request)
        answer.headers.setdefault("Cache-Control", "no-store")
        return answer

    # Who and what

    @property
    def owner(self) -> Owner:
        """On whose behalf the backend acts."""
        return Owner(self.who.scope, getattr(self.who.user, "pk", None))

    def query(self, name: str) -> str | None:
        """A parameter of the query string, as a database can look for it."""
        value: str | None = self.request.query_params.get(name)
        return None if value is None else value.replace(NUL, REPLACEMENT)

    @property
    def alias(self) -> str | None:
        """The assistant that is named in the query, or in the body, if any is."""
        alias: Any = self.query("assistant")
        if alias is None and isinstance(self.request.data, dict):
            alias = self.request.data.get("assistant")
        if alias is not None and not isinstance(alias, str):
            raise NotFound
        return alias

    def backend(self) -> BaseBackend:
        """The assistant that is meant, for people; for a server key, the one it names."""
        if self.who.is_site:
            return backend_of(self.alias or DEFAULT_ALIAS)
        return get_assistant(self.alias or DEFAULT_ALIAS, self.who.user)

    def backend_of_thread(self, thread_id: str) -> BaseBackend:
        """The assistant of a thread: a server key need not know it."""
        if self.who.is_site and self.alias is None:
            return thread_backend(thread_id)
        return self.backend()

    def data(self, serializer: type[BaseSerializer[Any]]) -> JSONObject:
        """The request's body, checked."""
        checked = serializer(data=self.request.data)
        checked.is_valid(raise_exception=True)
        validated: JSONObject = checked.validated_data
        return validated

    def list_query(self) -> ListQuery:
        """Cursors, limit and order of the query string.

        Raises:
            InvalidRequest: one of them is not possible.
        """
        if self.query("user") is not None and not self.who.is_site:
            raise forbidden_parameter("user")
        return ListQuery(
            after=self.query("after") or None,
            before=self.query("before") or None,
            limit=_limit(self.query("limit")),
            order=_order(self.query("order")),
            session_id=self.query("session_id") or None,
        )


def page(listing: Listing) -> Response:
    """The answer that holds a page."""
    return Response(listing.envelope(), headers=_mirror_age(listing.mirror_age))


def one(answer: Answer) -> Response:
    """The answer that holds one object."""
    return Response(answer.data, headers=_mirror_age(answer.mirror_age))


def _mirror_age(seconds: int | None) -> dict[str, str]:
    return {} if seconds is None else {MIRROR_AGE_HEADER: str(seconds)}


def forbidden_parameter(name: str) -> InvalidRequest:
    """That browsers do not choose this."""
    return InvalidRequest(
        _("'%(name)s' is chosen by the site, not by the browser.") % {"name": name}, param=name
    )


def _limit(value: str | None) -> int:
    if value is None:
        return DEFAULT_LIMIT
    # int() also takes spaces, underscores and the digits of other scripts.
    if not (value.isascii() and value.isdigit()):
        raise InvalidRequest(_("'limit' must be a whole number from 0 to 100."), param="limit")
    digits = value.lstrip("0")
    return (MAX_LIMIT if len(digits) > 3 else min(int(digits or "0"), MAX_LIMIT)) or DEFAULT_LIMIT


def _order(value: str | None) -> Order:
    if value in {None, "desc"}:
        return "desc"
    if value == "asc":
        return "asc"
    raise InvalidRequest(_("'order' must be 'asc' or 'desc'."), param="order")


def _translate(error: Exception) -> ChatKitError:
    if isinstance(error, ChatKitError):
        return error
    if isinstance(error, drf.ValidationError):
        param, message = first_problem(error.detail)
        return InvalidRequest(message, param=param or None)
    if isinstance(error, drf.ParseError):
        return InvalidRequest(_("The body is not valid JSON."), code="invalid_json")
    if isinstance(error, drf.UnsupportedMediaType):
        return InvalidRequest(
            _("Send the body as JSON, with the header 'Content-Type: application/json'."),
            code="unsupported_media_type",
        )
    if isinstance(error, drf.MethodNotAllowed):
        return MethodNotAllowed()
    if isinstance(error, drf.APIException) and error.status_code < 500:
        return InvalidRequest(str(error.detail))
    known = error_of_django(error)
    if known is not None:
        return known
    logger.error("A request failed.", exc_info=error)
    return ChatKitError()


def first_problem(detail: Any, path: str = "") -> tuple[str, str]:
    """The first field that DRF complains of, as a dotted path, and what is wrong with it."""
    if isinstance(detail, dict):
        name, inner = next(iter(detail.items()))
        step = "" if name == "non_field_errors" else str(name)
        return first_problem(inner, ".".join(filter(None, [path, step])))
    if isinstance(detail, list):
        return first_problem(detail[0], path)
    return path, str(detail)
