"""Mirroring all that OpenAI holds of one assistant: the function behind ``chatkit_sync``."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from ..conf import app_settings
from ..models import ChatSync, ChatThread, ChatThreadItem
from .client import ChatKitClient
from .errors import HostedError, NotFoundError, RateLimitError
from .mirror import PAGE, Changes, FindUser, items_steps, mirror_threads, write_new
from .pages import Page, PageData
from .results import Thread, ThreadItem

logger = logging.getLogger("django_chatkit.hosted")

PATIENCE = 10
"""How often in a row a request is repeated for rate limits before its thread has failed."""

POLITE_SECONDS = 5.0
"""How long nothing is asked after a rate limit that names no time."""

LISTED_FAILURES = 100

BATCH = 8
"""So many new threads are written together."""

AHEAD = 4
"""Threads under way for each request: enough to go on while a page is written, few in memory."""


@dataclass
class SyncReport:
    """What a run found and did.

    Parameters:
        assistant: The alias.
        resumed: Whether it went on where an interrupted run had stopped.
        threads: Threads looked at.
        new_threads: Those the mirror did not know.
        changed_threads: Those whose title or status had changed.
        new_items: Items the mirror did not know.
        changed_items: Those that had changed.
        removed_items: Those that OpenAI has no more.
        vanished: Threads that OpenAI has no more; the mirror keeps them, marked.
        cancellations: Unfinished cancellations of sessions that OpenAI confirmed in this run.
        foreign: Threads of other sites, other assistants, or imported ones, left alone.
        failures: At most a hundred ``(thread id, why)`` that could not be read.
        failed: How many could not be read.
        error: Why the run ended before its end; ``None`` if it did not.
    """

    assistant: str
    resumed: bool = False
    threads: int = 0
    new_threads: int = 0
    changed_threads: int = 0
    new_items: int = 0
    changed_items: int = 0
    removed_items: int = 0
    vanished: int = 0
    cancellations: int = 0
    foreign: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)
    failed: int = 0
    error: str | None = None

    @property
    def is_complete(self) -> bool:
        """Whether the mirror is now as OpenAI has it."""
        return self.error is None and not self.failed

    def drift(self) -> dict[str, int]:
        """How far the mirror was from what OpenAI has, by kind of difference."""
        names = (
            "new_threads",
            "changed_threads",
            "vanished",
            "new_items",
            "changed_items",
            "removed_items",
        )
        return {name: getattr(self, name) for name in names}

    def count_items(self, changes: Changes) -> None:
        """Add what became of a thread's items."""
        self.new_items += changes.added
        self.changed_items += changes.changed
        self.removed_items += changes.removed

    def count_failure(self, thread_id: str, error: Exception) -> None:
        """Add a thread that could not be read."""
        self.failed += 1
        if len(self.failures) < LISTED_FAILURES:
            self.failures.append((thread_id, str(error)))


Progress = Callable[[SyncReport], None]


class Stopped(HostedError):
    """The run was interrupted; nothing is asked any more."""


class Pause:
    """One rate limit is everybody's: nobody asks before it is over."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] | None = None,
    ) -> None:
        self._clock = clock
        self._stopped = threading.Event()
        self._sleep = sleep or self._stopped.wait
        self._until = 0.0
        self._lock = threading.Lock()

    def stop(self) -> None:
        """Wake who waits; from now on nobody asks."""
        self._stopped.set()

    def extend(self, seconds: float | None) -> None:
        """Let nobody ask for so long."""
        asked = POLITE_SECONDS if seconds is None or seconds <= 0 else seconds
        with self._lock:
            self._until = max(self._until, self._clock() + asked)

    def ask(self, request: Callable[[], Any]) -> Any:
        """Make a request when that is allowed, and again when it was limited.

        Raises:
            HostedError: it failed, was limited too often, or the run was interrupted.
        """
        for _attempt in range(PATIENCE):
            while (left := self._until - self._clock()) > 0 and not self._stopped.is_set():
                self._sleep(left)
            if self._stopped.is_set():
                raise Stopped
            try:
                return request()
            except RateLimitError as error:
                self.extend(error.retry_after)
                limited = error
        raise limited


def sync_threads(
    client: ChatKitClient,
    assistant: str,
    *,
    users: Iterable[str] | None = None,
    concurrency: int = 8,
    find_user: FindUser = lambda scope: None,
    progress: Progress | None = None,
    pause: Pause | None = None,
) -> SyncReport:
    """Mirror the threads and items of one assistant, reading what is new.

    Threads are read from the oldest; an interrupted run over all users is taken up after
    the last thread that was done. Only the calling thread uses the database; ``concurrency``
    others ask OpenAI. A few pages at a time are in memory, however much there is.

    Parameters:
        client: Asks OpenAI.
        assistant: The alias whose mirror it is.
        users: Whose, as OpenAI knows them; all of the site's if ``None``.
        concurrency: Requests at a time.
        find_user: From a scope to the primary key of its Django user.
        progress: Called with the report after every thread.
        pause: Between rate limits and what follows them.
    """
    run = _Run(client, assistant, concurrency, find_user, progress, pause or Pause())
    if users is None:
        run.all_users()
    else:
        run.some_users(list(users))
    return run.report


@dataclass
class _Place:
    """A page of the list of threads, and how many of its threads are still to be read."""

    cursor: str | None
    left: int


@dataclass
class _Reading:
    """A thread whose items are being read."""

    row: ChatThread
    steps: Generator[dict[str, Any], PageData[ThreadItem], Changes]
    place: _Place
    is_new: bool
    pages: int = 0


@dataclass
class _Run:
    client: ChatKitClient
    assistant: str
    concurrency: int
    find_user: FindUser
    progress: Progress | None
    pause: Pause

    def __post_init__(self) -> None:
        self.report = SyncReport(self.assistant)
        self._places: deque[_Place] = deque()
        self._new: list[tuple[_Reading, list[ThreadItem]]] = []

    def all_users(self) -> None:
        """Everybody's threads, from where the last run stopped."""
        state, _created = ChatSync.objects.get_or_create(assistant=self.assistant)
        if state.finished_at is not None or not state.cursor:
            state.cursor, state.started_at, state.finished_at = "", timezone.now(), None
            state.save()
        self.report.resumed = bool(state.cursor)
        try:
            try:
                self._read(None, state)
            except NotFoundError:
                if not state.cursor:
                    raise
                state.cursor = ""  # deleted meanwhile: begin again
                self._read(None, state)
        except HostedError as error:
            self.report.error = str(error)
            return
        self._bury(self._mirrored(), state.started_at)
        state.cursor, state.finished_at = "", timezone.now()
        state.save(update_fields=["cursor", "finished_at"])

    def some_users(self, users: list[str]) -> None:
        """The threads of some users, from the beginning."""
        for user in users:
            started = timezone.now()
            try:
                self._read(user, None)
            except HostedError as error:
                self.report.error = str(error)
                return
            own = self._mirrored()
            self._bury(own.filter(remote_user=user), started)
            self._bury(own.filter(remote_user="", scope=user), started)

    def _mirrored(self) -> QuerySet[ChatThread]:
        return ChatThread.objects.filter(assistant=self.assistant, is_mirror=True, vanished_at=None)

    def _bury(self, threads: QuerySet[ChatThread], before: datetime) -> None:
        """Mark the threads that were not seen: they are gone at OpenAI, and kept here."""
        self.report.vanished += threads.filter(synced_at__lt=before).update(
            vanished_at=timezone.now()
        )

    def _read(self, user: str | None, state: ChatSync | None) -> None:
        executor = ThreadPoolExecutor(self.concurrency, thread_name_prefix="chatkit-sync")
        try:
            self._read_items(executor, self._readings(executor, user, state), state)
        except HostedError:
            raise
        except BaseException:
            # Ctrl-C must not wait for a rate limit to end.
            self.pause.stop()
            raise
        finally:
            executor.shutdown(cancel_futures=True)

    def _readings(
        self, executor: ThreadPoolExecutor, user: str | None, state: ChatSync | None
    ) -> "Iterator[_Reading]":
        """Every thread whose items are to be read, mirrored itself."""
        for page in self._pages(executor, user, state.cursor if state else ""):
            rows = self._mirror(page.data)
            started = _started(rows)
            self._places.append(place := _Place(page.last_id, len(rows)))
            for row in rows:
                is_new = row.pk not in started
                yield _Reading(row, items_steps(row, is_new=is_new), place, is_new)

    def _pages(
        self, executor: ThreadPoolExecutor, user: str | None, cursor: str
    ) -> Iterator[Page[Thread]]:
        """The pages of the list, each asked for while the one before is worked on."""

        def ask(after: str | None) -> Page[Thread]:
            page: Page[Thread] = self.pause.ask(
                lambda: self.client.threads.list(user=user, after=after, limit=PAGE, order="asc")
            )
            return page

        upcoming: Future[Page[Thread]] | None = executor.submit(ask, cursor or None)
        while upcoming is not None:
            page = upcoming.result()
            upcoming = None
            if page.has_more and page.last_id:
                upcoming = executor.submit(ask, page.last_id)
            yield page

    def _mirror(self, threads: list[Thread]) -> list[ChatThread]:
        prefix = app_settings.SCOPE_PREFIX
        own = [thread for thread in threads if thread.user.startswith(prefix)]
        rows, changes = mirror_threads(own, assistant=self.assistant, find_user=self.find_user)
        self.report.foreign += len(threads) - len(rows)
        self.report.new_threads += changes.added
        self.report.changed_threads += changes.changed
        return rows

    def _read_items(
        self,
        executor: ThreadPoolExecutor,
        readings: "Iterator[_Reading]",
        state: ChatSync | None,
    ) -> None:
        """Read the items of all threads, several threads at a time, across pages."""
        running: dict[Future[PageData[ThreadItem]], _Reading] = {}
        failure: HostedError | None = None
        while True:
            while failure is None and len(running) < AHEAD * self.concurrency:
                try:
                    reading = next(readings, None)
                except HostedError as error:
                    failure = error  # what is under way is finished first
                    break
                if reading is None:
                    break
                running[self._ask(executor, reading.row, next(reading.steps))] = reading
            if not running:
                break
            done, _pending = wait(running, return_when=FIRST_COMPLETED)
            # The oldest, and then the next request goes out: workers do not wait for what is written.
            future = next(future for future in running if future in done)
            reading = running.pop(future)
            query = self._take(reading, future)
            if query is not None:
                running[self._ask(executor, reading.row, query)] = reading
            if len(self._new) == BATCH or not running:
                self._write_new()
            self._keep_place(state)
        self._keep_place(state)
        if failure is not None:
            raise failure

    def _keep_place(self, state: ChatSync | None) -> None:
        """Note the last page of which, as of all before it, every thread is done."""
        cursor = None
        while self._places and self._places[0].left == 0:
            cursor = self._places.popleft().cursor or cursor
        if state is not None and cursor is not None:
            state.cursor = cursor
            state.save(update_fields=["cursor"])

    def _ask(
        self, executor: ThreadPoolExecutor, row: ChatThread, query: dict[str, Any]
    ) -> Future[PageData[ThreadItem]]:
        def ask() -> PageData[ThreadItem]:
            page: Page[ThreadItem] = self.pause.ask(
                lambda: self.client.threads.list_items(row.id, **query)
            )
            return PageData(page.data, page.first_id, page.last_id, page.has_more)

        return executor.submit(ask)

    def _take(
        self, reading: _Reading, future: "Future[PageData[ThreadItem]]"
    ) -> dict[str, Any] | None:
        """Write a page that has come; return the query of the next, ``None`` at the end."""
        try:
            page = future.result()
            if reading.is_new and page.next_cursor is None and not reading.pages:
                self._new.append((reading, page.data))
                return None
            reading.pages += 1
            return reading.steps.send(page)
        except StopIteration as end:
            self.report.count_items(end.value)
        except NotFoundError:
            # Deleted between the list and now.
            ChatThread.objects.filter(pk=reading.row.pk).update(vanished_at=timezone.now())
            self.report.vanished += 1
        except HostedError as error:
            logger.warning("Thread %s could not be read: %s", reading.row.id, error)
            self.report.count_failure(reading.row.id, error)
        self._done(reading)
        return None

    def _write_new(self) -> None:
        """Write the short threads that the mirror had no items of, together."""
        new, self._new = self._new, []
        if new:
            self.report.new_items += write_new([(reading.row, items) for reading, items in new])
        for reading, _items in new:
            self._done(reading)

    def _done(self, reading: _Reading) -> None:
        reading.place.left -= 1
        self.report.threads += 1
        if self.progress is not None:
            self.progress(self.report)


def _started(rows: list[ChatThread]) -> set[int]:
    """Which threads the mirror has items of, in one query."""
    has_items = Exists(ChatThreadItem.objects.filter(thread=OuterRef("pk")))
    known = ChatThread.objects.filter(has_items, pk__in=[row.pk for row in rows])
    return set(known.values_list("pk", flat=True))
