"""What a scene's server answers."""

from typing import Any

from gallery.scenes.scene import Json


def events(*sent: Json | list[Json], end: str = "done") -> Json:
    """An event stream; lists among the events are spread."""
    flat = [event for entry in sent for event in (entry if isinstance(entry, list) else [entry])]
    return {"events": flat, "end": end}


def held(*sent: Json | list[Json]) -> Json:
    """An event stream that stays open: the answer is on its way."""
    return events(*sent, end="held")


def refused(status: int, message: str, code: str | None = None, **headers: str) -> Json:
    """An error, in OpenAI's envelope."""
    kind = "server_error" if status >= 500 else "invalid_request_error"
    error: dict[str, Any] = {"message": message, "type": kind, "param": None, "code": code}
    return {"status": status, "body": {"error": error}, "headers": headers}


def lost() -> Json:
    """No answer at all: the network is gone."""
    return {"network": "lost"}


def silent() -> Json:
    """An answer that is still being waited for."""
    return {"network": "silent"}


def json(body: Json) -> Json:
    """A JSON answer other than the usual one."""
    return {"json": body}
