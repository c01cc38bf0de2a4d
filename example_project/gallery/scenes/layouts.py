"""Roots and layout of widgets."""

from typing import Any

from gallery.scenes.frames import widget
from gallery.scenes.scene import Group, Json, Scene, picture


def text(value: str, **more: Any) -> Json:
    return {"type": "Text", "value": value, **more}


def block(label: str, **more: Any) -> Json:
    """A box that can be seen."""
    return {
        "type": "Box",
        "padding": 2,
        "radius": "md",
        "background": "surface-tertiary",
        "border": 1,
        "align": "center",
        "children": [text(label, size="sm")],
        **more,
    }


def part(kind: str, *children: Json, **more: Any) -> Json:
    return {"type": kind, "children": list(children), **more}


def shown(slug: str, name: str, *roots: Json, note: str = "", **more: Any) -> Scene:
    items = [widget(root, f"wid_{number}") for number, root in enumerate(roots)]
    return Scene(slug=slug, title=name, note=note, items=items, **more)


def card(*children: Json, **more: Any) -> Json:
    return part("Card", *children, **more)


def entry(title: str, caption: str, icon: str) -> Json:
    words = part("Col", text(title, weight="medium"), {"type": "Caption", "value": caption}, gap=0)
    return part(
        "ListViewItem",
        {"type": "Icon", "name": icon, "color": "secondary"},
        words,
        onClickAction={"type": "open"},
    )


CONFIRM: Json = {"label": "Book the tour", "action": {"type": "book"}}
CANCEL: Json = {"label": "Not now", "action": {"type": "leave"}}
ITEMS = [
    entry("Lamp room", "The lens and the lamp", "lightbulb"),
    entry("Watch room", "Log books since 1871", "notebook"),
    entry("Kitchen", "Where the keepers ate", "suitcase"),
    entry("Store", "Oil for a whole winter", "cube"),
]

ROOTS = Group(
    "Widget roots",
    (
        shown(
            "card",
            "Card",
            card(
                {"type": "Title", "value": "Tour of the tower"},
                text("Saturday, 11 o’clock, 201 steps. Bring shoes that do not slip."),
                status={"text": "Opening hours", "icon": "calendar"},
                confirm=CONFIRM,
                cancel=CANCEL,
            ),
        ),
        shown(
            "card-sizes",
            "Card sizes",
            *(card(text(f"size {size}"), size=size) for size in ("sm", "md", "lg", "full")),
        ),
        shown(
            "card-looks",
            "Cards with background, border and padding",
            card(text("Dashed"), border={"size": 2, "color": "strong", "style": "dashed"}),
            card(text("Top and bottom"), border={"y": {"size": 3, "color": "blue-400"}}, background="surface-secondary"),
            card(text("Much room"), padding={"x": 10, "y": 6}, background={"light": "#fdf6e3", "dark": "#2b2a33"}),
            card(text("No border"), border=0, background="linear-gradient(120deg, #dbeafe, #fce7f3)", theme="light"),
        ),
        shown(
            "card-status",
            "Card status",
            card(text("With an icon"), status={"text": "Found in the log book", "icon": "book-open"}),
            card(text("With a favicon"), status={"text": "museum.example", "favicon": picture("mark"), "frame": True}),
            card(text("With a favicon that is gone"), status={"text": "gone.example", "favicon": picture("nothing")}),
            card(text("Collapsed"), status={"text": "3 log books searched", "icon": "search"}, collapsed=True),
            missing=1,
        ),
        shown(
            "list",
            "List",
            part("ListView", *ITEMS, status={"text": "Rooms", "icon": "map-pin"}, limit=3),
        ),
        shown(
            "basic",
            "Basic",
            part(
                "Basic",
                {"type": "Title", "value": "Two rooms", "size": "sm"},
                part("Row", card(text("Lamp room"), size="sm"), card(text("Watch room"), size="sm"), align="stretch"),
                part("ListView", *ITEMS[:2]),
            ),
        ),
        shown(
            "widget-themes",
            "Forced themes",
            *(
                card(
                    {"type": "Title", "value": theme.capitalize()},
                    part("Row", {"type": "Badge", "label": "Open", "color": "success"}, {"type": "Icon", "name": "lightbulb", "color": "warning"}),
                    {"type": "Markdown", "value": "With `code`, a [link](/) and **bold**."},
                    {"type": "Button", "label": "Look", "style": "primary"},
                    theme=theme,
                )
                for theme in ("light", "dark")
            ),
            part("Basic", text("Basic, dark"), theme="dark"),
            height=820,
        ),
    ),
)  # fmt: skip

LAYOUT = Group(
    "Layout of widgets",
    (
        shown(
            "layout-justify",
            "Justify",
            card(
                *(
                    part("Row", *(block(letter) for letter in "ABC"), justify=justify)
                    for justify in ("start", "center", "end", "between", "around", "evenly", "stretch")
                ),
                size="lg",
            ),
        ),
        shown(
            "layout-align",
            "Align",
            card(
                part(
                    "Row",
                    *(
                        part(
                            "Row",
                            block("a", padding=1),
                            {"type": "Title", "value": "A", "size": "2xl"},
                            align=align,
                            height=72,
                            padding=1,
                            border={"size": 1, "style": "dashed"},
                        )
                        for align in ("start", "center", "end", "baseline", "stretch")
                    ),
                    wrap="wrap",
                ),
                size="lg",
            ),
        ),
        shown(
            "layout-flex",
            "Flex and wrap",
            card(
                part("Row", block("flex 1", flex=1), block("flex 2", flex=2), block("auto")),
                part("Row", block("start"), {"type": "Spacer"}, block("end")),
                part("Row", *(block(f"Room {number}") for number in range(1, 13)), wrap="wrap", gap=1),
                size="lg",
            ),
        ),
        shown(
            "layout-spacing",
            "Padding, margin and borders",
            card(
                part(
                    "Row",
                    block("4", padding=4),
                    block("x 6", padding={"x": 6}),
                    block("top 5", padding={"top": 5}),
                    block("margin", margin={"left": 4}),
                    wrap="wrap",
                ),
                part(
                    "Row",
                    block("dotted", border={"size": 2, "style": "dotted", "color": "red-500"}),
                    block("left", border={"left": {"size": 4, "color": "blue-500"}}, radius="none"),
                    block("y", border={"y": 2}, radius="none"),
                    block("double", border={"size": 4, "style": "double", "color": "green-600"}),
                    wrap="wrap",
                ),
                size="lg",
            ),
        ),
        shown(
            "layout-radius",
            "Radius",
            card(
                part(
                    "Row",
                    *(
                        block(radius, size=64, justify="center", radius=radius, padding=0)
                        for radius in ("none", "2xs", "xs", "sm", "md", "lg", "xl", "2xl", "3xl", "4xl", "full", "100%")
                    ),
                    wrap="wrap",
                ),
                size="lg",
            ),
        ),
        shown(
            "layout-sizes",
            "Sizes and aspect ratio",
            card(
                part(
                    "Row",
                    block("size 72", size=72, justify="center"),
                    block("16 / 9", height=72, aspectRatio="16 / 9", justify="center"),
                    block("square", height=72, aspectRatio=1, justify="center"),
                    wrap="wrap",
                ),
                block("maxWidth 50%", maxWidth="50%"),
                block("minHeight 60", minHeight=60, justify="center"),
                size="lg",
            ),
        ),
        shown(
            "layout-divider",
            "Dividers",
            card(
                text("Plain"),
                {"type": "Divider"},
                text("Flush"),
                {"type": "Divider", "flush": True, "color": "strong"},
                text("Thick, with room around"),
                {"type": "Divider", "size": 4, "spacing": 3, "color": "blue-300"},
                part("Row", text("In"), {"type": "Divider"}, text("a"), {"type": "Divider", "size": 3, "color": "orange-400", "spacing": 2}, text("row")),
                {"type": "Image", "src": picture("day"), "alt": "The lighthouse by day", "flush": True, "height": 120},
                part("Box", text("In a box"), {"type": "Divider", "flush": True}, text("with edges"), background="surface-secondary", padding=3, radius="md"),
            ),
            height=760,
        ),
        shown(
            "layout-backgrounds",
            "Backgrounds",
            card(
                part(
                    "Row",
                    *(
                        block(name, background=name)
                        for name in ("surface", "surface-secondary", "surface-tertiary", "surface-elevated", "surface-elevated-secondary")
                    ),
                    wrap="wrap",
                ),
                part(
                    "Row",
                    *(
                        part("Box", size=36, radius="sm", background=f"{hue}-{step}")
                        for hue in ("red", "orange", "yellow", "green", "teal", "blue", "purple", "pink", "gray")
                        for step in (100, 300, 500, 700, 900)
                    ),
                    wrap="wrap",
                    gap=1,
                ),
                block("One colour for each theme", background={"light": "#fef3c7", "dark": "#422006"}),
                size="lg",
            ),
        ),
    ),
)  # fmt: skip
