"""What happens, decided in one place and told to the backends: verbs, no HTTP."""

from .assistants import backend_of, get_assistant, get_assistant_of_workflow
from .mirror import import_history, sync
from .sessions import (
    browser_session_hash,
    cancel_session,
    find_session,
    list_sessions,
    mint_session,
    revoke_browser_session,
)
from .threads import delete_thread, list_site_threads, thread_backend
from .visitors import merge_visitor

__all__ = [
    "backend_of",
    "browser_session_hash",
    "cancel_session",
    "delete_thread",
    "find_session",
    "get_assistant",
    "get_assistant_of_workflow",
    "import_history",
    "list_sessions",
    "list_site_threads",
    "merge_visitor",
    "mint_session",
    "revoke_browser_session",
    "sync",
    "thread_backend",
]
