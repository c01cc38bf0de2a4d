"""Text, colour and content of widgets."""

from gallery.scenes.frames import widget
from gallery.scenes.layouts import part, shown, text
from gallery.scenes.scene import Group, Scene, picture

LONG = (
    "The lens was made in Paris in 1864 and came by ship, in forty crates of straw. "
    "It took two men eleven weeks to put it together, and it has not been taken apart since."
)
ARABIC = "كان الضوء يُرى من مسافة عشرين ميلًا"

TEXTS = Group(
    "Text of widgets",
    (
        shown(
            "text-titles",
            "Titles and captions",
            part(
                "Card",
                *(
                    {"type": "Title", "value": f"Title {size}", "size": size}
                    for size in ("sm", "md", "lg", "xl", "2xl", "3xl", "4xl", "5xl")
                ),
                *(
                    {"type": "Caption", "value": f"Caption {size}", "size": size}
                    for size in ("sm", "md", "lg")
                ),
            ),
        ),
        shown(
            "text-forms",
            "Sizes, weights and forms",
            part(
                "Card",
                *(text(f"Text {size}", size=size) for size in ("xs", "sm", "md", "lg", "xl")),
                *(text(weight, weight=weight) for weight in ("normal", "medium", "semibold", "bold")),
                text("Italic", italic=True),
                text("Struck out", lineThrough=True),
                text("In the middle", textAlign="center"),
                text("At the end", textAlign="end"),
            ),
        ),
        shown(
            "text-colours",
            "Colours of text",
            part(
                "Card",
                *(
                    text(color, color=color)
                    for color in (
                        "prose", "primary", "emphasis", "secondary", "tertiary", "success", "warning", "danger",
                        "alpha-70",
                    )
                ),
                *(
                    text(f"{light} or {dark}", color={"light": light, "dark": dark})
                    for light, dark in (("blue-600", "blue-300"), ("red-700", "red-200"), ("rebeccapurple", "#c4b5fd"))
                ),
            ),
        ),
        shown(
            "text-cut",
            "Long text",
            part(
                "Card",
                {"type": "Caption", "value": "truncate"},
                text(LONG, truncate=True),
                {"type": "Caption", "value": "maxLines 2"},
                text(LONG, maxLines=2),
                {"type": "Caption", "value": "minLines 3"},
                text("Short", minLines=3),
                {"type": "Caption", "value": "width 120"},
                text("Narrow text in a column of its own", width=120),
                part("Row", {"type": "Icon", "name": "document"}, text(LONG, truncate=True), {"type": "Badge", "label": "New", "color": "info"}),
            ),
        ),
        shown(
            "text-directions",
            "Directions",
            part(
                "Card",
                {"type": "Title", "value": ARABIC},
                text("The light was seen from twenty miles"),
                text(ARABIC),
                text("1864"),
                {"type": "Markdown", "value": f"{ARABIC}\n\nand back again"},
                part("Row", {"type": "Badge", "label": "منارة"}, {"type": "Spacer"}, text("64,2 m")),
            ),
        ),
        shown(
            "text-markdown",
            "Markdown",
            part(
                "Card",
                {
                    "type": "Markdown",
                    "value": "### The lamp\n\nIt burns **colza oil**, see the [log book](/) and `lamp.light()`.\n\n"
                    "- trim the wick\n- clean the glass\n  1. inside\n  2. outside\n\n"
                    "> Never leave it alone.\n\n```python\nlamp.light(at=dusk)\n```\n\n"
                    "| watch | oil |\n| --- | ---: |\n| first | 4.2 l |\n| second | 3.9 l |\n",
                },
            ),
        ),
    ),
)  # fmt: skip

TONES = ("secondary", "success", "danger", "warning", "info", "discovery")
COLORS = ("primary", "secondary", "info", "discovery", "success", "caution", "warning", "danger")

CONTENT = Group(
    "Content of widgets",
    (
        shown(
            "content-badges",
            "Badges",
            part(
                "Card",
                *(
                    part(
                        "Row",
                        *({"type": "Badge", "label": tone, "color": tone, "variant": variant} for tone in TONES),
                        wrap="wrap",
                    )
                    for variant in ("solid", "soft", "outline")
                ),
                part(
                    "Row",
                    *({"type": "Badge", "label": size, "size": size} for size in ("sm", "md", "lg")),
                    {"type": "Badge", "label": "not a pill", "pill": False},
                ),
            ),
        ),
        shown(
            "content-icons",
            "Icons",
            part(
                "Card",
                part(
                    "Row",
                    *({"type": "Icon", "name": "star", "size": size} for size in ("xs", "sm", "md", "lg", "xl", "2xl", "3xl")),
                    align="end",
                ),
                part(
                    "Row",
                    *(
                        {"type": "Icon", "name": name, "color": color, "size": "xl"}
                        for name, color in (
                            ("lightbulb", "warning"), ("compass", "success"), ("bolt", "danger"),
                            ("lucide:anchor", "blue-500"), ("lucide:ship", {"light": "#7c3aed", "dark": "#c4b5fd"}),
                        )
                    ),
                ),
            ),
        ),
        shown(
            "content-buttons",
            "Buttons",
            part(
                "Card",
                *(
                    part(
                        "Row",
                        *({"type": "Button", "label": color, "color": color, "variant": variant, "size": "sm"} for color in COLORS),
                        wrap="wrap",
                    )
                    for variant in ("solid", "soft", "outline", "ghost")
                ),
                part(
                    "Row",
                    *({"type": "Button", "label": size, "size": size} for size in ("3xs", "2xs", "xs", "sm", "md", "lg", "xl", "2xl", "3xl")),
                    wrap="wrap",
                    align="end",
                ),
                part(
                    "Row",
                    {"type": "Button", "label": "Primary", "style": "primary", "iconStart": "bolt"},
                    {"type": "Button", "label": "Next", "iconEnd": "chevron-right", "pill": False},
                    {"type": "Button", "iconStart": "plus", "uniform": True},
                    {"type": "Button", "label": "Off", "disabled": True},
                    wrap="wrap",
                ),
                {"type": "Button", "label": "As wide as the card", "block": True, "style": "primary"},
                size="lg",
            ),
            height=760,
        ),
        shown(
            "content-images",
            "Images",
            part(
                "Card",
                {"type": "Image", "src": picture("day"), "alt": "The lighthouse by day", "aspectRatio": "16 / 9", "flush": True},
                part(
                    "Row",
                    *(
                        {"type": "Image", "src": picture("lens"), "alt": f"The lens, {fit}", "fit": fit, "size": 72, "frame": True, "radius": "md"}
                        for fit in ("cover", "contain", "fill", "none")
                    ),
                ),
                part(
                    "Row",
                    *(
                        {"type": "Image", "src": picture("night"), "alt": f"By night, {place}", "position": place, "width": 72, "height": 40}
                        for place in ("left", "center", "right")
                    ),
                    {"type": "Image", "src": picture("bell"), "alt": "The bell", "size": 48, "radius": "full", "background": "yellow-200"},
                ),
                {"type": "Image", "src": picture("gone"), "alt": "A picture that is gone", "height": 90, "radius": "lg"},
                {"type": "Image", "src": "https://elsewhere.example/ship.png", "alt": "A picture of another site"},
            ),
            height=760,
            missing=1,
        ),
        Scene(
            slug="content-streaming",
            title="A widget that is on its way",
            items=[
                widget(
                    part(
                        "Card",
                        {"type": "Title", "value": "From the log book"},
                        {"type": "Markdown", "id": "log", "value": "On the **4th of May** the lamp was", "streaming": True},
                    )
                )
            ],
        ),
    ),
)  # fmt: skip
