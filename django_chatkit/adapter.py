"""The one class a site overrides: who chats, as whom, and with which assistant."""

import secrets
from typing import IO, TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.module_loading import import_string

from .conf import app_settings

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

    from .server.context import RequestContext

VISITOR_KEY = "_django_chatkit_visitor"
"""Where Django's session keeps a visitor's random part of the scope."""


class ChatKitAdapter:
    """Policy, named by ``CHATKIT_ADAPTER``. Override what differs for your site."""

    def get_user_scope(self, user: "AbstractBaseUser") -> str:
        """The scope that owns a user's threads; stable, unique, without personal data."""
        return f"{app_settings.SCOPE_PREFIX}user-{user.pk}"

    def get_visitor_scope(self, request: HttpRequest, *, create: bool) -> str | None:
        """The scope of somebody who is not logged in, kept in Django's session.

        Parameters:
            request: Whose session is asked.
            create: Whether to begin one; without, a visitor who never wrote has none.

        Returns:
            ``None`` if visitors may not chat or have no scope yet.
        """
        session: Any = getattr(request, "session", None)
        if session is None or not app_settings.ALLOW_ANONYMOUS:
            return None
        secret = session.get(VISITOR_KEY)
        if secret is None:
            if not create:
                return None
            secret = session[VISITOR_KEY] = secrets.token_hex(16)
        return self.visitor_scope(secret)

    def visitor_scope(self, secret: str) -> str:
        """The scope of a visitor whose session holds ``secret``, 32 hex digits."""
        return f"{app_settings.SCOPE_PREFIX}anon-{secret}"

    def may_chat(self, user: "AbstractBaseUser | None", assistant: str) -> bool:
        """Whether this user, or a visitor if ``None``, may chat with an assistant.

        An assistant that somebody may not use does not exist for them.
        """
        return user is not None or app_settings.ALLOW_ANONYMOUS

    def check_file(
        self, content: IO[bytes], name: str, mime_type: str, user: "AbstractBaseUser | None"
    ) -> None:
        """Look at a file before it is stored, with a virus scanner for instance.

        Parameters:
            content: The whole file, open at its beginning.
            name: As its sender calls it; never a path.
            mime_type: Its type, which its first bytes agree with.
            user: Who sends it; ``None`` is a visitor.

        Raises:
            InvalidRequest: with what to tell the sender. The file is then kept nowhere.
        """

    def user_of_scope(self, scope: str) -> "AbstractBaseUser | None":
        """The user that a scope belongs to, for server keys; ``None`` if it is nobody's.

        Override it together with :meth:`get_user_scope`.
        """
        prefix = f"{app_settings.SCOPE_PREFIX}user-"
        if not scope.startswith(prefix):
            return None
        model = get_user_model()
        try:
            return model._default_manager.get(pk=scope.removeprefix(prefix))
        except (model.DoesNotExist, ValueError, ValidationError):
            return None

    def get_state_variables(
        self, request: HttpRequest, user: "AbstractBaseUser | None", assistant: str
    ) -> dict[str, Any]:
        """What a session's workflow is told: keys to strings, numbers or booleans."""
        return {}

    def get_request_context(
        self, request: HttpRequest, context: "RequestContext"
    ) -> "RequestContext":
        """What a self-hosted assistant's server, agent and tools are given as their context.

        Return an instance of a subclass to tell them more, such as a header that the page sends::

            @dataclass(kw_only=True)
            class ShopContext(RequestContext):
                shelf: str = ""

            class ShopAdapter(ChatKitAdapter):
                def get_request_context(self, request, context):
                    return ShopContext(**vars(context), shelf=request.headers.get("Shelf", ""))

        Parameters:
            request: One request of the conversation endpoint. Headers are the browser's to
                choose: check what they ask for.
            context: Who asks, and what; checked already.
        """
        return context

    def merge_visitor(
        self, request: HttpRequest, user: "AbstractBaseUser", visitor_scope: str
    ) -> bool:
        """Whether what a visitor wrote becomes the user's who logs in in that browser session."""
        return True


def get_adapter() -> ChatKitAdapter:
    """The site's adapter, made anew: it holds no state."""
    adapter: ChatKitAdapter = import_string(app_settings.ADAPTER)()
    return adapter
