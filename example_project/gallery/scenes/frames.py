"""Frames of the protocol, as the server sends them."""

from typing import Any

from gallery.scenes.scene import NOW, THREAD_ID, Json

# Items


def item(kind: str, key: str, **content: Any) -> Json:
    """Any item; ``created_at`` may be given."""
    return {"id": key, "thread_id": THREAD_ID, "created_at": NOW, "type": kind, **content}


def asked(text: str, key: str = "msg_question", **more: Any) -> Json:
    """What the visitor said."""
    said = {
        "content": [{"type": "input_text", "text": text}],
        "attachments": [],
        "inference_options": {},
    }
    return item("user_message", key, **(said | more))


def answered(text: str, key: str = "msg_answer", *annotations: Json) -> Json:
    """What the assistant said."""
    return item("assistant_message", key, content=[output(text, *annotations)])


def output(text: str, *annotations: Json) -> Json:
    """A part of an assistant's message."""
    return {"type": "output_text", "text": text, "annotations": list(annotations)}


def widget(root: Json, key: str = "wid_1", **more: Any) -> Json:
    """A widget."""
    return item("widget", key, widget=root, **more)


def workflow(key: str = "wf_1", **content: Any) -> Json:
    """A workflow."""
    return item("workflow", key, workflow={"type": "custom", "tasks": [], **content})


def task(kind: str, **content: Any) -> Json:
    """A task of a workflow."""
    return {"type": kind, **content}


def annotation(source: Json, index: int | None = None) -> Json:
    """A source that the text leans on, at a place in it."""
    return {"type": "annotation", "source": source, **({} if index is None else {"index": index})}


# Events


def added(item: Json) -> Json:
    return {"type": "thread.item.added", "item": item}


def done(item: Json) -> Json:
    return {"type": "thread.item.done", "item": item}


def updated(item_id: str, kind: str, **update: Any) -> Json:
    return {"type": "thread.item.updated", "item_id": item_id, "update": {"type": kind, **update}}


def streaming(text: str, key: str = "msg_answer") -> list[Json]:
    """An answer that is on its way: its last part has not come."""
    part = "assistant_message.content_part"
    middle = len(text) // 2
    return [
        added(item("assistant_message", key, content=[])),
        updated(key, f"{part}.added", content_index=0, content=output("")),
        *(
            updated(key, f"{part}.text_delta", content_index=0, delta=delta)
            for delta in (text[:middle], text[middle:])
        ),
    ]


# Threads


def thread(key: str, title: str | None, created_at: str, status: str = "active") -> Json:
    """A row of the history."""
    return {
        "id": key,
        "created_at": created_at,
        "status": {"type": status},
        "items": {"data": [], "has_more": False},
        **({} if title is None else {"title": title}),
    }
