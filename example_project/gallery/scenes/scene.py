"""What a scene is: a thread, what its server answers and what its visitor does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

NOW = "2026-03-02T10:00:00Z"
"""The moment at which every scene plays."""
THREAD_ID = "thr_gallery"


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One state of the element and the way to it."""

    slug: str
    title: str
    note: str = ""
    """What to look at, for whom the title does not say it."""
    options: Json = field(default_factory=dict)
    """Of ``setOptions``; ``{"$function": name}`` stands for a function of ``functions.js``."""
    items: Sequence[Json] = ()
    """What the thread holds that is opened first; without any, the scene begins a new one."""
    opens: bool | None = None
    """Whether a thread is opened at all; by default, if there are items."""
    thread: Json = field(default_factory=dict)
    """What the thread has besides its id: ``title``, ``status``, ``allowed_image_domains``."""
    threads: Sequence[Json] = ()
    """The history."""
    replies: Mapping[str, Json] = field(default_factory=dict)
    """What the server answers, by operation: see :mod:`gallery.scenes.replies`."""
    uploads: Mapping[str, str] = field(default_factory=dict)
    """What becomes of a file, by name: ``done`` (the default), ``silent`` or ``failed``."""
    turn: str | None = None
    """How a Django site says that the thread's last turn stands: ``interrupted``."""
    signs_in: bool = False
    """Whether the page knows where to log in."""
    allow_cancel: bool = True
    acts: Sequence[Json] = ()
    """What the visitor does: see :mod:`gallery.scenes.acts`."""
    blurred: bool = True
    """Whether the focus leaves the element in the end, so that no ring shows."""
    refused: bool = False
    """Whether the element refuses the options."""
    missing: int = 0
    """How many pictures it names that are not there, to show what stands in their place."""
    height: int | None = None
    """The stage's height when it is photographed wide; by default, the usual one."""

    def as_json(self) -> Json:
        """What the stage plays."""
        return {
            "options": self.options,
            "items": list(self.items),
            "opens": bool(self.items) if self.opens is None else self.opens,
            "thread": {
                "id": THREAD_ID,
                "created_at": "2026-03-02T09:40:00Z",
                "status": {"type": "active"},
                **self.thread,
            },
            "threads": list(self.threads),
            "replies": dict(self.replies),
            "uploads": dict(self.uploads),
            "turn": self.turn,
            "sign_in": {"url": "/accounts/login/", "label": "Log in"} if self.signs_in else None,
            "allow_cancel": self.allow_cancel,
            "acts": list(self.acts),
            "blurred": self.blurred,
            "refused": self.refused,
            "preview": picture("day"),
            "now": NOW,
        }


@dataclass(frozen=True)
class Group:
    """Scenes of one kind."""

    title: str
    scenes: tuple[Scene, ...]


def picture(name: str) -> str:
    """The address of one of the museum's drawings; the stage puts its own origin in."""
    return f"https://gallery.test/static/museum/{name}.svg"


def function(name: str) -> Json:
    """Stands for a function of ``functions.js``."""
    return {"$function": name}
