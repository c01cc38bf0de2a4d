"""Every kind of item that an answer may hold, besides widgets."""

from gallery.scenes import acts
from gallery.scenes.frames import (
    annotation,
    answered,
    asked,
)
from gallery.scenes.scene import Group, Json, Scene, function

ALMANAC: Json = {
    "type": "url",
    "title": "Lights of the northern coast, 1863 to today",
    "url": "https://example.com/lights",
    "attribution": "Harbour Press",
    "timestamp": "2025-11-04",
    "description": "Every lighthouse between the two capes with the range, the colour and the rhythm of its light.",
}  # fmt: skip
WEATHER: Json = {
    "type": "url",
    "title": "Fog on the coast",
    "url": "https://weather.example/fog",
    "timestamp": "2026-03-01T06:00:00Z",
}
LOG: Json = {
    "type": "file",
    "title": "Log book of 1871",
    "filename": "log-1871.pdf",
    "group": "Archive",
}
LENS: Json = {
    "type": "entity",
    "id": "lens",
    "title": "The great lens",
    "icon": "cube",
    "label": "The great lens",
    "inline_label": "Lens",
    "interactive": True,
    "group": "Exhibits",
}
IDA: Json = {
    "type": "entity",
    "id": "ida",
    "title": "Ida Strand",
    "icon": "user",
    "group": "Keepers",
}

REACH = (
    "On a clear night it is seen **twenty nautical miles** out. What carries it so far is the "
    "lens: rings of glass that bend nearly all of its light into one flat beam.\n\n"
    "In fog nobody sees it. The keepers wrote so again and again:\n\n"
    "- *“White wall from six to nine”*\n"
    "- *“Could not see the rail”*\n\n"
    "| Lamp | Range |\n|---|---|\n| Oil, 1863 | 14 miles |\n| Electric, 1921 | 20 miles |\n\n"
    "```python\nreach = 2.08 * (height ** 0.5 + eye ** 0.5)\n```\n\n"
    "Ida Strand knows more."
)


def cited(source: Json, after: str) -> Json:
    """A source behind these words of the answer."""
    return annotation(source, REACH.index(after) + len(after))


REACH_SOURCES = (
    cited(ALMANAC, "miles** out."),
    cited(LENS, "flat beam."),
    cited(ALMANAC, "flat beam."),
    cited(WEATHER, "nobody sees it."),
    cited(LOG, "to nine”*"),
    cited(LOG, "the rail”*"),
    cited(WEATHER, "the rail”*"),
    cited(ALMANAC, "14 miles"),
    cited(LOG, "0.5)\n```"),
    cited(IDA, "knows more."),
)
ENTITIES: Json = {
    "entities": {"onClick": function("nothing"), "onRequestPreview": function("previewEntity")}
}
SOURCED = (asked("How far does the light reach?"), answered(REACH, "msg_answer", *REACH_SOURCES))

SOURCES = Group(
    "Sources",
    (
        Scene(slug="sources", title="Markers in the text", options=ENTITIES, items=SOURCED),
        Scene(
            slug="sources-list",
            title="List of sources",
            options=ENTITIES,
            items=SOURCED,
            acts=[
                acts.wait(".ck-md-cite"),
                acts.click(".cited-toggle"),
                acts.wait(".cited-entry", 4),
                acts.scroll(".scroller"),
            ],
        ),
        Scene(
            slug="sources-card",
            title="Card of a source",
            options=ENTITIES,
            items=SOURCED,
            blurred=False,
            acts=[
                acts.scroll(".scroller", 0),
                acts.focus(".ck-md-cite"),
                acts.wait(".entity-card"),
            ],
        ),
        Scene(
            slug="sources-entity",
            title="Card of an entity",
            options=ENTITIES,
            items=SOURCED,
            blurred=False,
            acts=[
                acts.scroll(".scroller", 0),
                acts.focus(".ck-md-cite", 1),
                acts.wait(".entity-card[data-widget]"),
            ],
        ),
        Scene(
            slug="sources-unplaced",
            title="Sources without a place",
            items=[
                asked("Is it foggy?"),
                answered("Since six this morning.", "msg_answer", annotation(WEATHER)),
            ],
        ),
    ),
)
