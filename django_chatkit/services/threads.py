"""Threads across assistants, which only the whole site's keys see."""

from ..backends import BaseBackend
from ..backends.base import Listing, ListQuery, Owner
from ..backends.keyset import keyset_page
from ..backends.shapes import thread_shape
from ..exceptions import NotFound
from ..models import ChatThread
from ..signals import thread_deleted
from ..types import JSONObject
from .assistants import backend_of


def thread_backend(thread_id: str) -> BaseBackend:
    """The backend of whatever thread has that id, for server keys.

    Raises:
        NotFound: none has it.
    """
    alias = ChatThread.objects.filter(id=thread_id).values_list("assistant", flat=True).first()
    if alias is None:
        raise NotFound
    return backend_of(alias)


def list_site_threads(scope: str | None, query: ListQuery) -> Listing:
    """A page of the threads of all assistants, of one scope if it is given."""
    threads = ChatThread.objects.filter(vanished_at=None).select_related("session")
    if scope is not None:
        threads = threads.filter(scope=scope)
    if query.session_id is not None:
        threads = threads.filter(session__id=query.session_id)
    rows, has_more = keyset_page(threads, query)
    return Listing(
        [thread_shape(row, None if row.session is None else row.session.id) for row in rows],
        has_more,
    )


def delete_thread(backend: BaseBackend, owner: Owner, thread_id: str) -> JSONObject:
    """Delete one of the owner's threads and tell the site."""
    deleted = backend.delete_thread(owner, thread_id)
    thread_deleted.send_robust(
        ChatThread, thread_id=thread_id, scope=owner.scope, assistant=backend.alias
    )
    return deleted
