"""The scripted answer behind this app."""

from django_chatkit.server import ChatKitServer

from .script import ScriptedAnswer


class ScriptedServer(ScriptedAnswer, ChatKitServer):
    """The scripted answer on ``DjangoStore``."""
