"""Tables."""

from typing import Any

from gallery.scenes.frames import widget
from gallery.scenes.scene import Group, Json, Scene


def cell(*children: str | Json, **more: Any) -> Json:
    """A cell; a string is a Text in it."""
    inside = [
        {"type": "Text", "value": child, "size": "sm"} if isinstance(child, str) else child
        for child in children
    ]
    return {"type": "Table.Cell", "children": inside, **more}


def row(*cells: Json, header: bool = False) -> Json:
    return {"type": "Table.Row", "children": list(cells), **({"header": True} if header else {})}


def shown(slug: str, name: str, *rows: Json, note: str = "", **card: Any) -> Scene:
    """A card with one table."""
    table = {"type": "Table", "children": list(rows)}
    return Scene(
        slug=f"table-{slug}",
        title=name,
        note=note,
        items=[widget({"type": "Card", "size": "lg", "children": [table], **card})],
    )


SHIPS = (
    ("Amalia", "Three-master", "412", "success", "Home"),
    ("Fortuna", "Steam tug", "1,208", "warning", "Late"),
    ("Concordia", "Lifeboat", "36", "danger", "Out"),
)
HEAD = row(
    cell("Ship"), cell("Rig"), cell("Tons", align="end"), cell("State", align="end"), header=True
)


def badge(label: str, color: str) -> Json:
    return {"type": "Badge", "label": label, "color": color}


TABLES = Group(
    "Tables",
    (
        shown(
            "plain",
            "Table",
            HEAD,
            *(
                row(
                    cell({"type": "Text", "value": name, "size": "sm", "weight": "medium"}),
                    cell(rig),
                    cell(tons, align="end"),
                    cell(badge(label, color), align="end"),
                )
                for name, rig, tons, color, label in SHIPS
            ),
        ),
        shown(
            "spans",
            "Spans",
            row(cell("Watch"), cell("Lamp", colSpan=2, align="center"), header=True),
            row(cell(""), cell("Lit"), cell("Out"), header=True),
            row(cell("First", rowSpan=2, vAlign="start"), cell("18:02"), cell("23:59")),
            row(cell("00:00"), cell("04:10")),
            row(cell("Nobody was on watch on Sunday.", colSpan=3, align="center")),
        ),
        shown(
            "wide",
            "Wide table",
            row(
                *(
                    cell(day, colSize="sm", align="end")
                    for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
                ),
                header=True,
            ),
            *(
                row(*(cell(f"{(day * 7 + week * 3) % 12} bft", align="end") for day in range(7)))
                for week in range(4)
            ),
            note="Scrolls sideways by itself, by keys too.",
        ),
        shown(
            "aligned",
            "Alignment and widths",
            row(cell("Start"), cell("Center", align="center"), cell("End", align="end"), header=True),
            row(
                cell("Top", vAlign="start", width=160),
                cell("Middle", align="center", colSize="md"),
                cell("Bottom", align="end", vAlign="end"),
            ),
            row(
                cell("A longer text that takes three lines of its narrow column"),
                cell({"type": "Icon", "name": "star-filled", "color": "orange-400"}, align="center"),
                cell("-12.50", align="end", padding={"y": 6}),
            ),
        ),
        Scene(
            slug="table-themes",
            title="Tables in forced themes",
            items=[
                widget(
                    {
                        "type": "Card",
                        "theme": theme,
                        "children": [{"type": "Table", "children": [HEAD, row(cell("Amalia"), cell("Three-master"), cell("412", align="end"), cell(badge("Home", "success"), align="end"))]}],
                    },
                    f"wid_{theme}",
                )
                for theme in ("light", "dark")
            ],
        ),
    ),
)  # fmt: skip
