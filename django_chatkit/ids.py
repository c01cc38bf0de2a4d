"""Identifiers and secrets that nobody can guess and that do not collide."""

import hashlib
import secrets

PREFIXES = {
    "thread": "thr",
    "message": "msg",
    "tool_call": "tc",
    "task": "tsk",
    "workflow": "wf",
    "attachment": "atc",
    "sdk_hidden_context": "shcx",
    "session": "cksess",
}
"""The SDK's prefix for each kind of thing, and OpenAI's for sessions."""

FAKE_ID = "__fake_id__"
"""What the Agents SDK calls every message of a Chat Completions model."""


def new_id(kind: str) -> str:
    """A new id of a kind of :data:`PREFIXES`: its prefix and 128 random bits in hex."""
    return f"{PREFIXES.get(kind, kind)}_{secrets.token_hex(16)}"


def new_client_secret() -> str:
    """A new client secret: OpenAI's prefix and 256 random bits."""
    return f"ek_{secrets.token_urlsafe(32)}"


def hash_secret(secret: str) -> str:
    """What is stored of a secret."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()
