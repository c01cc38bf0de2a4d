"""The site's Content-Security-Policy."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.deprecation import MiddlewareMixin


class ContentSecurityPolicyMiddleware(MiddlewareMixin):
    """Sends ``CONTENT_SECURITY_POLICY`` with every page and every answer of the chat.

    A view may have set a policy of its own.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        policy: dict[str, str] = getattr(settings, "CONTENT_SECURITY_POLICY", {})
        response.headers.setdefault(
            "Content-Security-Policy",
            "; ".join(f"{directive} {sources}" for directive, sources in policy.items()),
        )
        return response
