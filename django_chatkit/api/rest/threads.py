"""``threads``: listed, created, shown, changed, deleted, and their items."""

from django.urls import reverse
from rest_framework.request import Request
from rest_framework.response import Response

from ...adapter import get_adapter
from ...backends.base import Owner
from ...models import ChatThread
from ...services import delete_thread, list_site_threads
from ...signals import thread_created
from .base import RESTView, forbidden_parameter, one, page
from .serializers import OwnThread, SiteThread, ThreadChanges


class Threads(RESTView):
    """``GET threads``, ``POST threads``"""

    def get(self, request: Request) -> Response:
        """The caller's threads with an assistant; a server key's, the whole site's."""
        query = self.list_query()
        if not self.who.is_site:
            return page(self.backend().list_threads(self.owner, query))
        scope = self.query("user")
        if self.alias is None:
            return page(list_site_threads(scope, query))
        return page(self.backend().list_threads(Owner(scope), query))

    def post(self, request: Request) -> Response:
        """Create an empty thread."""
        owner = self.owner
        if self.who.is_site:
            data = self.data(SiteThread)
            user = get_adapter().user_of_scope(data["user"])
            owner = Owner(data["user"], getattr(user, "pk", None))
        else:
            if isinstance(request.data, dict) and "user" in request.data:
                raise forbidden_parameter("user")
            data = self.data(OwnThread)
        backend = self.backend()
        answer = backend.create_thread(
            owner,
            title=data.get("title"),
            metadata=data.get("metadata", {}),
            session_id=data.get("session_id"),
        )
        thread_created.send_robust(
            ChatThread, thread_id=answer.data["id"], scope=owner.scope, assistant=backend.alias
        )
        return one(answer)


class ThreadDetail(RESTView):
    """``GET``, ``POST``, ``PATCH``, ``DELETE threads/{id}``"""

    def get(self, request: Request, thread_id: str) -> Response:
        """One thread."""
        return one(self.backend_of_thread(thread_id).get_thread(self.owner, thread_id))

    def post(self, request: Request, thread_id: str) -> Response:
        """Change the title, or the metadata as a whole."""
        data = self.data(ThreadChanges)
        data.pop("assistant", None)
        backend = self.backend_of_thread(thread_id)
        return one(backend.update_thread(self.owner, thread_id, data))

    patch = post

    def delete(self, request: Request, thread_id: str) -> Response:
        """Delete a thread with its items and files."""
        backend = self.backend_of_thread(thread_id)
        return Response(delete_thread(backend, self.owner, thread_id))


class ThreadItems(RESTView):
    """``GET threads/{id}/items``"""

    def get(self, request: Request, thread_id: str) -> Response:
        """A page of a thread's items."""
        query = self.list_query()
        files_url = request._request.build_absolute_uri(reverse("django_chatkit:files"))
        backend = self.backend_of_thread(thread_id)
        return page(backend.list_items(self.owner, thread_id, query, files_url=files_url))


class ThreadSync(RESTView):
    """``POST threads/{id}/sync``"""

    def post(self, request: Request, thread_id: str) -> Response:
        """Bring the mirror of a hosted thread up to date."""
        return one(self.backend_of_thread(thread_id).sync_thread(self.owner, thread_id))
