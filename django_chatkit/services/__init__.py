"""What happens, decided in one place and told to the backends: verbs, no HTTP."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .assistants import (
        PATIENCE_SECONDS,
        backend_of,
        get_assistant,
        get_assistant_of_workflow,
        has_hosted_assistants,
        hosted_backend,
    )
    from .background import enqueue_sync, has_queue
    from .feedback import feedback_lines
    from .files import prune_files
    from .hosted_threads import (
        Deletion,
        delete_held_threads,
        delete_here,
        in_mirror_state,
        mirror_state,
        sync_held_threads,
    )
    from .mirror import import_history, sync
    from .sessions import (
        browser_session_hash,
        cancel_session,
        find_session,
        list_sessions,
        mint_session,
        revoke_browser_session,
        revoke_for_staff,
        tell_minted,
    )
    from .threads import delete_thread, list_site_threads, thread_backend
    from .visitors import merge_visitor

__all__ = [
    "PATIENCE_SECONDS",
    "Deletion",
    "backend_of",
    "browser_session_hash",
    "cancel_session",
    "delete_held_threads",
    "delete_here",
    "delete_thread",
    "enqueue_sync",
    "feedback_lines",
    "find_session",
    "get_assistant",
    "get_assistant_of_workflow",
    "has_hosted_assistants",
    "has_queue",
    "hosted_backend",
    "import_history",
    "in_mirror_state",
    "list_sessions",
    "list_site_threads",
    "merge_visitor",
    "mint_session",
    "mirror_state",
    "prune_files",
    "revoke_browser_session",
    "revoke_for_staff",
    "sync",
    "sync_held_threads",
    "tell_minted",
    "thread_backend",
]

# Loaded when first asked for: starting Django, with the admin, needs no HTTP client.
_NAMES = {
    "assistants": (
        "PATIENCE_SECONDS",
        "backend_of",
        "get_assistant",
        "get_assistant_of_workflow",
        "has_hosted_assistants",
        "hosted_backend",
    ),
    "feedback": ("feedback_lines",),
    "files": ("prune_files",),
    "hosted_threads": (
        "Deletion",
        "delete_held_threads",
        "delete_here",
        "in_mirror_state",
        "mirror_state",
        "sync_held_threads",
    ),
    "sessions": (
        "browser_session_hash",
        "cancel_session",
        "find_session",
        "list_sessions",
        "mint_session",
        "revoke_browser_session",
        "revoke_for_staff",
        "tell_minted",
    ),
    "background": (
        "enqueue_sync",
        "has_queue",
    ),
    "mirror": (
        "import_history",
        "sync",
    ),
    "threads": (
        "delete_thread",
        "list_site_threads",
        "thread_backend",
    ),
    "visitors": ("merge_visitor",),
}
_HOMES = {name: home for home, names in _NAMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
