"""What the composer suggests while one writes, and tags in its text."""

from typing import Any

from gallery.scenes import acts
from gallery.scenes.frames import answered, asked
from gallery.scenes.scene import Group, Json, Scene, function

ENTITIES: Json = {
    "entities": {
        "onTagSearch": function("searchEntities"),
        "onRequestPreview": function("previewEntity"),
        "showComposerMenu": True,
    }
}
COMMANDS: Json = {
    "commands": {
        "enabled": True,
        "onSearch": function("searchCommands"),
        "onSelect": function("selectCommand"),
    }
}


def tag(key: str, title: str, **more: Any) -> Json:
    """A tag of a message."""
    return {"type": "input_tag", "id": key, "text": title, "data": {}, **more}


def text(words: str) -> Json:
    """Words of a message."""
    return {"type": "input_text", "text": words}


def writing(slug: str, title: str, options: Json, *steps: Json, **more: Any) -> Scene:
    """Someone is at the composer: the focus stays, and the menu with it."""
    return Scene(slug=slug, title=title, options=options, acts=steps, blurred=False, **more)


SUGGESTIONS = Group(
    "Mentions and commands",
    (
        writing(
            "mentions",
            "Mentions",
            ENTITIES,
            acts.write("Who made @"),
            acts.wait(".suggestion", 5),
            acts.press("ArrowDown"),
        ),
        writing(
            "mentions-found",
            "Mentions that fit",
            ENTITIES,
            acts.write("Tell me about @i"),
            acts.wait(".suggestion", 1),
        ),
        writing(
            "mentions-waiting",
            "Mentions on their way",
            {"entities": {"onTagSearch": function("searchForEver")}},
            acts.write("Tell me about @"),
            acts.wait(".suggestions-note"),
        ),
        writing(
            "mentions-none",
            "No mention fits",
            {"entities": {"onTagSearch": function("searchNothing")}},
            acts.write("Tell me about @foghorn"),
            acts.wait(".suggestions-note:not(.late)"),
        ),
        writing(
            "mentions-failed",
            "The search fails",
            {"entities": {"onTagSearch": function("searchFails")}},
            acts.write("Tell me about @lens"),
            acts.wait(".suggestions-note .button"),
        ),
        writing(
            "chips",
            "Tags in the text",
            ENTITIES,
            acts.draft(
                content=[
                    text("How did "),
                    tag("ida", "Ida Strand", interactive=True),
                    text(" get "),
                    tag("lens", "The great lens", interactive=True),
                    text(" up to the lantern room, and did "),
                    tag("olav", "Olav Berg"),
                    text(" help?"),
                ]
            ),
            acts.wait("chatkit-tags mark", 2),
            acts.focus("textarea"),
        ),
        Scene(
            slug="draft-recovered",
            title="A draft after a reload",
            note="Text, tag, quote, tool and model are those that were there before.",
            items=(
                asked("Who made the lens?"),
                answered("Henry-Lepaute of Paris, in 1863. It came here by ship in forty crates."),
            ),
            options={
                "composer": {
                    "tools": [{"id": "search", "label": "Search the archive", "icon": "search"}],
                    "models": [
                        {"id": "small", "label": "Quick", "default": True},
                        {"id": "large", "label": "Thorough"},
                    ],
                }
            },
            acts=[
                acts.draft(
                    content=[text("Was "), tag("ida", "Ida Strand"), text(" there when it")],
                    reply="It came here by ship in forty crates.",
                    selectedToolId="search",
                    selectedModelId="large",
                ),
                acts.come_back(),
                acts.wait("chatkit-tags mark"),
            ],
        ),
        writing(
            "commands",
            "Commands",
            COMMANDS
            | {
                "composer": {
                    "attachments": {"enabled": True},
                    "tools": [{"id": "search", "label": "Search the archive", "icon": "search"}],
                }
            },
            acts.write("/"),
            acts.wait(".suggestion", 5),
        ),
        writing(
            "commands-submenu",
            "A command that leads to a menu",
            COMMANDS,
            acts.write("/exhibit"),
            acts.wait(".suggestion[aria-selected=true]"),
            acts.press("Enter"),
            acts.wait(".suggestions-back"),
        ),
    ),
)
