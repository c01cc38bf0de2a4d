"""The measured site with answers that outlive their connections."""

from .settings import *  # noqa: F403

CHATKIT_ON_DISCONNECT = "continue"
