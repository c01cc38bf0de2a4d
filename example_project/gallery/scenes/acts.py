"""What a scene's visitor does."""

from typing import Any

from gallery.scenes.scene import Json


def come_back() -> Json:
    """Leave the page and open it again."""
    return {"do": "comeBack"}


def say(text: str, **more: Any) -> Json:
    """Send a message."""
    return {"do": "say", "text": text, **more}


def call(method: str, *args: Any) -> Json:
    """Call a method of the element, as the page would."""
    return {"do": "call", "method": method, "args": list(args)}


def begin(method: str, *args: Any) -> Json:
    """Call a method that will not come to its end in this scene."""
    return {**call(method, *args), "do": "begin"}


def draft(*files: Json, **value: Any) -> Json:
    """Fill the composer: ``setComposerValue``, with files that are made up on the spot."""
    return {"do": "draft", "value": value, **({"files": list(files)} if files else {})}


def file(name: str, kind: str, size: int = 2048) -> Json:
    """A file to attach."""
    return {"name": name, "type": kind, "size": size}


def write(text: str, **on: Any) -> Json:
    """Write, letter by letter, into the composer or into the field that ``on`` finds."""
    return {"do": "write", "text": text, **on}


def click(on: str, at: int = 0) -> Json:
    return {"do": "click", "on": on, "at": at}


def hover(on: str, at: int = 0) -> Json:
    return {"do": "hover", "on": on, "at": at}


def focus(on: str, at: int = 0) -> Json:
    return {"do": "focus", "on": on, "at": at}


def press(key: str) -> Json:
    return {"do": "press", "key": key}


def select(words: str, on: str) -> Json:
    """Select words of a message."""
    return {"do": "select", "words": words, "on": on}


def wait(on: str, at: int = 0) -> Json:
    """Wait until the element shows this."""
    return {"do": "wait", "on": on, "at": at}


def scroll(on: str, to: int | str = "end") -> Json:
    return {"do": "scroll", "on": on, "to": to}


def drag(over: str) -> Json:
    """Hold a file over a place without letting go."""
    return {"do": "drag", "over": over}
