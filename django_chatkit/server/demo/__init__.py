"""The built-in demo agent, asked where an assistant names no server of its own."""

from django_chatkit.server.demo.server import DemoServer

__all__ = ["DemoServer"]
