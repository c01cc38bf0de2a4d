"""The hosted backend: OpenAI runs the workflow, the site mints, mirrors and lists."""

from collections.abc import Iterable
from typing import ClassVar

from django.core.checks import CheckMessage, Error
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ..enums import RemoteOutcome
from ..exceptions import InvalidRequest, NotFound
from ..hosted import APIStatusError, HostedError, NotFoundError, Thread
from ..hosted.mirror import OutOfTime, mirror_items, mirror_threads
from ..hosted.time_limit import TimeLimit
from ..models import ChatThread, delete_threads
from ..types import JSONObject
from .base import Answer, Listing, ListQuery, Owner
from .hosted_sessions import HostedSessions
from .keyset import keyset_page
from .shapes import item_shape, thread_shape


class HostedBackend(HostedSessions):
    """An Agent Builder workflow, run by OpenAI until it shuts Agent Builder down.

    Every answer is mirrored on its way through; when OpenAI does not answer, reads
    come from the mirror. Whose a thread is, the mirror or OpenAI's ``thread.user``
    says, never the id alone.
    """

    is_hosted: ClassVar[bool] = True
    option_names: ClassVar[frozenset[str]] = frozenset(
        {
            "API_KEY",
            "WORKFLOW_ID",
            "BASE_URL",
            "TIMEOUT",
            "MAX_RETRIES",
            "SESSION",
            "ORGANIZATION",
            "PROJECT",
        }
    )

    def check(self) -> Iterable[CheckMessage]:
        for name in ("API_KEY", "WORKFLOW_ID"):
            if not self.options.get(name):
                yield Error(
                    f"The hosted assistant {self.alias!r} has no {name} in its OPTIONS.",
                    hint="OpenAI's dashboard shows both, for the project of the workflow.",
                    id="django_chatkit.E009",
                )

    def _mirrored(self, owner: Owner) -> QuerySet[ChatThread]:
        threads = ChatThread.objects.filter(
            assistant=self.alias, is_mirror=True, vanished_at=None
        ).select_related("session")
        return threads if owner.scope is None else threads.filter(scope=owner.scope)

    def list_threads(self, owner: Owner, query: ListQuery) -> Listing:
        stale = False
        # Without a user, OpenAI would list everybody's: the site's own list is the mirror.
        if owner.scope is not None and query.session_id is None:
            stale = not self._refresh_list(owner, owner.scope, query)
        threads = self._mirrored(owner)
        if query.session_id is not None:
            threads = threads.filter(session__id=query.session_id)
        rows, has_more = keyset_page(threads, query)
        age = max(map(_age, rows), default=0) if stale else None
        return Listing([_shape(row) for row in rows], has_more, mirror_age=age)

    def _refresh_list(self, owner: Owner, scope: str, query: ListQuery) -> bool:
        """Mirror the page of OpenAI's list that is asked for; ``False`` if it did not answer."""
        try:
            page = self._ask(
                lambda: self.client.threads.list(
                    user=scope,
                    after=query.after,
                    before=query.before,
                    limit=query.limit,
                    order=query.order,
                )
            )
        except NotFoundError:
            return True  # a cursor that only the mirror knows
        except HostedError as error:
            self._log("list threads", error)
            return False
        seen = self._mirror(owner, [thread for thread in page.data if thread.user == scope])
        if seen:
            times = [row.created_at for row in seen]
            self._mirrored(owner).filter(
                remote_user="", created_at__gt=min(times), created_at__lt=max(times)
            ).exclude(id__in=[row.id for row in seen]).update(vanished_at=timezone.now())
        return True

    def _mirror(self, owner: Owner, threads: list[Thread]) -> list[ChatThread]:
        rows, _changes = mirror_threads(
            threads,
            assistant=self.alias,
            find_user=lambda scope: owner.user_id if scope == owner.scope else None,
        )
        return rows

    def _find(self, owner: Owner, thread_id: str) -> tuple[ChatThread, bool]:
        """A thread of the owner's, fresh from OpenAI if it answers, and whether it did."""
        row = self._mirrored(owner).filter(id=thread_id).first()
        try:
            thread = self._ask(lambda: self.client.threads.retrieve(thread_id))
        except NotFoundError:
            self._mirrored(owner).filter(id=thread_id).update(vanished_at=timezone.now())
            raise NotFound from None
        except HostedError as error:
            self._log("read a thread", error)
            if row is None:
                raise NotFound from None
            return row, False
        if row is None and thread.user != owner.scope:
            raise NotFound
        if row is not None and thread.user not in {row.scope, row.remote_user}:
            raise NotFound
        mirrored = self._mirror(owner, [thread])
        if not mirrored or owner.scope not in {None, mirrored[0].scope}:
            # Another assistant's, imported, or merged into another scope: OpenAI's word is old.
            raise NotFound
        return mirrored[0], True

    def get_thread(self, owner: Owner, thread_id: str) -> Answer:
        row, fresh = self._find(owner, thread_id)
        return Answer(_shape(row), None if fresh else _age(row))

    def create_thread(
        self, owner: Owner, *, title: str | None, metadata: JSONObject, session_id: str | None
    ) -> Answer:
        raise InvalidRequest(
            _("A hosted assistant's threads begin in its chat."),
            param="assistant",
            code="hosted_assistant",
        )

    def update_thread(self, owner: Owner, thread_id: str, changes: JSONObject) -> Answer:
        if "title" in changes:
            raise InvalidRequest(
                _("A hosted assistant's threads are renamed in its chat."),
                param="title",
                code="hosted_assistant",
            )
        row, fresh = self._find(owner, thread_id)
        if changes:
            ChatThread.objects.filter(sequence=row.sequence).update(**changes)
            for name, value in changes.items():
                setattr(row, name, value)
        return Answer(_shape(row), None if fresh else _age(row))

    def delete_thread(self, owner: Owner, thread_id: str) -> JSONObject:
        row, _fresh = self._find(owner, thread_id)
        try:
            self._ask(lambda: self.client.threads.delete(thread_id))
        except NotFoundError:
            pass  # gone there already
        except HostedError as error:
            raise self._unavailable("delete a thread", error) from None
        delete_threads(ChatThread.objects.filter(sequence=row.sequence))
        return {"id": thread_id, "object": "chatkit.thread.deleted", "deleted": True}

    def list_items(
        self, owner: Owner, thread_id: str, query: ListQuery, *, files_url: str
    ) -> Listing:
        row, fresh = self._find(owner, thread_id)
        fresh = fresh and self._refresh_items(row)
        page, has_more = keyset_page(row.items.all(), query, key="position", tie="position")
        return Listing(
            [item_shape(item, row.id, files_url) for item in page],
            has_more,
            mirror_age=None if fresh else _age(row),
        )

    def _refresh_items(self, row: ChatThread) -> bool:
        try:
            self._ask(lambda: mirror_items(self.client, row))
        except HostedError as error:
            self._log("read a thread's items", error)
            return False
        return True

    def sync_thread(self, owner: Owner, thread_id: str) -> Answer:
        row, fresh = self._find(owner, thread_id)
        fresh = fresh and self._refresh_items(row)
        return Answer(_shape(row), None if fresh else _age(row))

    # What staff do with threads, whoever's they are

    def sync_row(self, row: ChatThread, time: TimeLimit) -> RemoteOutcome:
        """Bring the mirror of a thread up to date, also of one that had vanished."""
        if time.is_up:
            return RemoteOutcome.OUT_OF_TIME
        asked = time.of_call(self.client.timeout)
        try:
            thread = self._ask(lambda: self.client.threads.retrieve(row.id, timeout=asked))
            mirrored = []
            if thread.user in {row.scope, row.remote_user}:
                mirrored = self._mirror(Owner(None), [thread])
            if not mirrored:
                return RemoteOutcome.NOT_FOUND  # somebody else's there, or imported here since
            self._ask(lambda: mirror_items(self.client, mirrored[0], time=time))
        except HostedError as error:
            # Its items were not read to the end: the copy is as old as it was.
            held = ChatThread.objects.filter(sequence=row.sequence, is_mirror=True)
            held.update(synced_at=row.synced_at)
            return self._outcome("sync a thread", error, row)
        return RemoteOutcome.DONE

    def delete_there(self, row: ChatThread, time: TimeLimit) -> RemoteOutcome:
        """Delete a thread at OpenAI; the copy here is kept, and marked as vanished."""
        if time.is_up:
            return RemoteOutcome.OUT_OF_TIME
        asked = time.of_call(self.client.timeout)
        try:
            self._ask(lambda: self.client.threads.delete(row.id, timeout=asked))
        except HostedError as error:
            return self._outcome("delete a thread", error, row)
        _bury(row)
        return RemoteOutcome.DONE

    def _outcome(self, what: str, error: HostedError, row: ChatThread) -> RemoteOutcome:
        if isinstance(error, NotFoundError):
            _bury(row)
            return RemoteOutcome.NOT_FOUND
        if isinstance(error, OutOfTime):
            return RemoteOutcome.OUT_OF_TIME
        self._log(what, error)
        refused = isinstance(error, APIStatusError) and error.status_code in {400, 401, 403, 422}
        return RemoteOutcome.REFUSED if refused else RemoteOutcome.UNREACHABLE


def _bury(row: ChatThread) -> None:
    """Mark a thread that OpenAI has no more."""
    there = ChatThread.objects.filter(sequence=row.sequence, is_mirror=True, vanished_at=None)
    there.update(vanished_at=timezone.now())


def _shape(row: ChatThread) -> JSONObject:
    return thread_shape(row, None if row.session is None else row.session.id)


def _age(row: ChatThread) -> int:
    if row.synced_at is None:
        return 0
    return max(0, int((timezone.now() - row.synced_at).total_seconds()))
