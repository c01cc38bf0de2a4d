"""The samples' back ends, each copied into a package, with the lines changed that have to be.

What is replaced is what names their stores (``memory_store``, ``attachment_store``), and what
names FastAPI (``main``, ``HTTPException``, the request's context). Everything else runs as it is.
"""

import difflib
from dataclasses import dataclass, field
from pathlib import Path

from tests.brought.moving import copy_package

Changes = dict[str, list[tuple[str, str]]]

STORE = "from django_chatkit.server import DjangoStore as MemoryStore"
FILES = "from django_chatkit.server import DjangoAttachmentStore as LocalAttachmentStore"

CONTEXT = '''"""Theirs is a pydantic model with FastAPI's request; this has the same field."""

from dataclasses import dataclass

from django_chatkit.server import RequestContext as DjangoContext


@dataclass(kw_only=True)
class RequestContext(DjangoContext):
    {field}
'''


@dataclass(frozen=True)
class Sample:
    """One sample: where it is, and what is changed."""

    folder: str
    package: str
    changes: Changes
    left_out: frozenset[str] = frozenset({"main.py", "memory_store.py"})
    context: str = ""
    """The field of its own that its request's context has."""
    agents: list[str] = field(default_factory=list)
    """Where its agents are, whose models are put in the place of OpenAI's."""

    def move(self, samples: Path, folder: Path) -> list[str]:
        """Copy it into ``folder`` and change it.

        Returns:
            The lines that were added and removed, as in a diff.

        Raises:
            ValueError: a line that is to be changed is not there, or more than once.
        """
        source = samples / "examples" / self.folder / "backend/app"
        target = copy_package(source, folder, self.package, self.left_out)
        if self.context:
            (target / "request_context.py").write_text(CONTEXT.format(field=self.context))
        changed: list[str] = []
        for name, pairs in self.changes.items():
            path = target / name
            before = text = path.read_text()
            for old, new in pairs:
                if text.count(old) != 1:
                    raise ValueError(f"{path} has {text.count(old)} times: {old}")
                text = text.replace(old, new)
            path.write_text(text)
            lines = difflib.unified_diff(before.splitlines(), text.splitlines(), n=0, lineterm="")
            changed += [
                line for line in lines if line[:3] not in {"---", "+++"} and line[0] in "+-"
            ]
        return changed


CATS = Sample(
    "cat-lounge",
    "sample_cats",
    {"server.py": [("from .memory_store import MemoryStore", STORE)]},
    agents=["cat_agent.cat_agent"],
)

SUPPORT = Sample(
    "customer-support",
    "sample_support",
    {
        "server.py": [
            (
                "from fastapi import HTTPException",
                "from django_chatkit.exceptions import InvalidRequest",
            ),
            ("from .attachment_store import LocalAttachmentStore", FILES),
            ("from .memory_store import MemoryStore", STORE),
            ("LocalAttachmentStore(store)", "LocalAttachmentStore()"),
            (
                'HTTPException(status_code=400, detail="Unexpected audio format")',
                'InvalidRequest("Unexpected audio format")',
            ),
            # Whose file it is depends on who asks: the converter is told.
            (
                "self._maybe_update_thread_title(thread, user_message))",
                "self._maybe_update_thread_title(thread, user_message, context))",
            ),
            (
                "await self.thread_item_converter.to_agent_input(items))",
                "await self.thread_item_converter.asked(context).to_agent_input(items))",
            ),
            (
                "self, thread: ThreadMetadata, user_message: UserMessageItem | None\n",
                "self, thread: ThreadMetadata, user_message: UserMessageItem | None, context: Any\n",
            ),
            (
                "await self.thread_item_converter.to_agent_input(user_message),",
                "await self.thread_item_converter.asked(context).to_agent_input(user_message),",
            ),
        ],
        "thread_item_converter.py": [
            ("from .attachment_store import LocalAttachmentStore", FILES),
            (
                "    async def attachment_to_message_content(",
                "    def asked(self, context):\n"
                "        asked = type(self)(self._attachment_store)\n"
                "        asked.context = context\n"
                "        return asked\n\n"
                "    async def attachment_to_message_content(",
            ),
            (
                "stored, data = await self._attachment_store.read_file(attachment.id, context={})",
                "stored = attachment\n"
                "            data = await self._attachment_store.read(attachment.id, self.context)",
            ),
        ],
    },
    left_out=frozenset({"main.py", "memory_store.py", "attachment_store.py"}),
    agents=["support_agent.support_agent", "title_agent.title_agent"],
)

METRO = Sample(
    "metro-map",
    "sample_metro",
    {
        "server.py": [("from .memory_store import MemoryStore", STORE)],
        "agents/metro_map_agent.py": [("from ..memory_store import MemoryStore", STORE)],
    },
    context='map_id: str = "solstice-metro"',
    agents=["agents.metro_map_agent.metro_map_agent", "agents.title_agent.title_agent"],
)

NEWS = Sample(
    "news-guide",
    "sample_news",
    {
        "server.py": [("from .memory_store import MemoryStore", STORE)],
        "agents/event_finder_agent.py": [("from ..memory_store import MemoryStore", STORE)],
    },
    context="article_id: str | None = None",
    agents=[
        "agents.news_agent.news_agent",
        "agents.event_finder_agent.event_finder_agent",
        "agents.puzzle_agent.puzzle_agent",
        "agents.title_agent.title_agent",
    ],
)

SAMPLES = [CATS, SUPPORT, METRO, NEWS]
