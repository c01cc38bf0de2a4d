"""The site's Content-Security-Policy."""

from django.http import HttpRequest, HttpResponseBase
from django.utils.deprecation import MiddlewareMixin

POLICY = (
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "object-src 'none'"
)
"""Nothing from elsewhere and nothing inline. Django 6.0 can send it by itself (SECURE_CSP)."""


class ContentSecurityPolicyMiddleware(MiddlewareMixin):
    """Sends :data:`POLICY` with every page, the admin's and the chat's answers included."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        response.headers["Content-Security-Policy"] = POLICY
        return response
