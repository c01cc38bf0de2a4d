"""Pages of a list; iterating one goes on to the next until the list ends."""

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from .errors import APIResponseError

T = TypeVar("T")


@dataclass(frozen=True)
class PageData(Generic[T]):
    """What one page holds.

    Parameters:
        data: Its entries.
        first_id: The first entry's id.
        last_id: The last entry's id, which the next page comes after.
        has_more: Whether there is a next page.
    """

    data: list[T]
    first_id: str | None
    last_id: str | None
    has_more: bool

    @classmethod
    def read(cls, document: Any, entry: Callable[[Any], T]) -> "PageData[T]":
        """The page of the API's JSON.

        Raises:
            APIResponseError: it is none.
        """
        data = document.get("data") if isinstance(document, dict) else None
        if not isinstance(data, list):
            raise APIResponseError("OpenAI's answer is not a list.")
        return cls(
            [entry(item) for item in data],
            document.get("first_id"),
            document.get("last_id"),
            bool(document.get("has_more")),
        )

    @property
    def next_cursor(self) -> str | None:
        """What to ask for next; ``None`` at the end."""
        return self.last_id if self.has_more and self.last_id else None


class Page(Generic[T]):
    """One page; iterate it for the entries of all pages from here on."""

    def __init__(self, page: PageData[T], fetch: Callable[[str], PageData[T]]) -> None:
        self.data = page.data
        self.first_id = page.first_id
        self.last_id = page.last_id
        self.has_more = page.has_more
        self._page = page
        self._fetch = fetch

    def next_page(self) -> "Page[T] | None":
        """The page after this one, or ``None`` at the end."""
        cursor = self._page.next_cursor
        return None if cursor is None else Page(self._fetch(cursor), self._fetch)

    def pages(self) -> "Iterator[Page[T]]":
        """This page and those after it."""
        page: Page[T] | None = self
        while page is not None:
            yield page
            page = page.next_page()

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.data


class AsyncPage(Generic[T]):
    """One page; iterate it with ``async for`` for the entries of all pages from here on."""

    def __init__(self, page: PageData[T], fetch: Callable[[str], Awaitable[PageData[T]]]) -> None:
        self.data = page.data
        self.first_id = page.first_id
        self.last_id = page.last_id
        self.has_more = page.has_more
        self._page = page
        self._fetch = fetch

    async def next_page(self) -> "AsyncPage[T] | None":
        """The page after this one, or ``None`` at the end."""
        cursor = self._page.next_cursor
        return None if cursor is None else AsyncPage(await self._fetch(cursor), self._fetch)

    async def pages(self) -> "AsyncIterator[AsyncPage[T]]":
        """This page and those after it."""
        page: AsyncPage[T] | None = self
        while page is not None:
            yield page
            page = await page.next_page()

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for entry in page.data:
                yield entry


class PageRequest(Generic[T]):
    """A list not yet asked for: await it for its first page, or iterate it at once."""

    def __init__(self, fetch: Callable[[str | None], Awaitable[PageData[T]]]) -> None:
        self._fetch = fetch

    async def _first(self) -> AsyncPage[T]:
        return AsyncPage(await self._fetch(None), self._fetch)

    def __await__(self) -> Generator[Any, None, AsyncPage[T]]:
        return self._first().__await__()

    async def __aiter__(self) -> AsyncIterator[T]:
        async for entry in await self._first():
            yield entry
