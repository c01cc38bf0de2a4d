"""Adapters of sites that differ from the default."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest

from django_chatkit.adapter import ChatKitAdapter
from django_chatkit.server import RequestContext


class StaffOnlyAdapter(ChatKitAdapter):
    """Every assistant is for staff."""

    def may_chat(self, user: AbstractBaseUser | None, assistant: str) -> bool:
        return bool(getattr(user, "is_staff", False))


@dataclass(kw_only=True)
class ShelfContext(RequestContext):
    """Knows what the page's header says."""

    shelf: str = ""


class ShelfAdapter(ChatKitAdapter):
    """Tells agents more than the package knows."""

    def get_request_context(self, request: HttpRequest, context: RequestContext) -> ShelfContext:
        return ShelfContext(**vars(context), shelf=request.headers.get("Shelf", ""))


class ForgetfulAdapter(ChatKitAdapter):
    """Forgets to return the context."""

    def get_request_context(self, request: HttpRequest, context: RequestContext) -> Any:
        return None
