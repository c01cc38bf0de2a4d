"""Charts: kinds, colours, curves, and data that is not as it should be."""

from typing import Any

from gallery.scenes import acts
from gallery.scenes.frames import widget
from gallery.scenes.scene import Group, Json, Scene

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
VISITORS: list[Json] = [
    {"month": month, "grown-up": grown_up, "child": child, "group": group}
    for month, grown_up, child, group in zip(
        MONTHS,
        (210, 260, 420, 640, 890, 1130, 1480, 1620, 980, 610, 300, 240),
        (60, 90, 180, 240, 360, 480, 890, 960, 310, 280, 110, 130),
        (0, 40, 120, 220, 310, 260, 40, 20, 180, 150, 60, 0),
        strict=True,
    )
]


def title(text: str, caption: str) -> Json:
    """What a chart is about."""
    return {
        "type": "Col",
        "gap": 0,
        "children": [
            {"type": "Title", "value": text, "size": "sm"},
            {"type": "Caption", "value": caption},
        ],
    }


def chart(*series: Json, data: list[Json] | None = None, **more: Any) -> Json:
    """A chart of the visitors, or of other data."""
    rows = VISITORS if data is None else data
    return {"type": "Chart", "data": rows, "series": list(series), "xAxis": "month", **more}


def bar(key: str, **more: Any) -> Json:
    return {"type": "bar", "dataKey": key, "label": key.capitalize(), **more}


def line(key: str, **more: Any) -> Json:
    return {"type": "line", "dataKey": key, "label": key.capitalize(), **more}


def area(key: str, **more: Any) -> Json:
    return {"type": "area", "dataKey": key, "label": key.capitalize(), **more}


def shown(slug: str, name: str, *children: Json, note: str = "", **more: Any) -> Scene:
    """A card with charts in it."""
    card = {"size": "lg", **more.pop("card", {})}
    return Scene(
        slug=f"chart-{slug}",
        title=name,
        note=note,
        items=[widget({"type": "Card", "children": list(children), **card})],
        **more,
    )


BALANCE: list[Json] = [
    {"month": month, "balance": balance}
    for month, balance in zip(MONTHS, (-320, -180, 40, 260, 410, 620, 980, 1040, 380, 90, -210, -290), strict=True)
]  # fmt: skip
TWO = (bar("grown-up"), bar("child"))

CHARTS = Group(
    "Charts",
    (
        shown("bars", "Bars", title("Visitors", "2025"), chart(*TWO, showYAxis=True)),
        shown(
            "stacked",
            "Stacked bars",
            title("Visitors", "2025"),
            chart(*(bar(key, stack="all") for key in ("grown-up", "child", "group")), showYAxis=True),
        ),
        shown(
            "lines",
            "Lines",
            title("Visitors", "2025"),
            chart(line("grown-up"), line("child"), line("group"), showYAxis=True),
        ),
        shown("area", "Area", title("Visitors", "2025"), chart(area("grown-up"), showYAxis=True, showLegend=False)),
        shown(
            "stacked-areas",
            "Stacked areas",
            chart(*(area(key, stack="all") for key in ("grown-up", "child", "group")), showYAxis=True),
        ),
        shown("mixed", "Bars and a line", chart(bar("child"), line("grown-up", color="orange"), showYAxis=True)),
        shown(
            "tooltip",
            "The numbers of one month",
            title("Visitors", "2025"),
            chart(*TWO, line("group"), showYAxis=True),
            note="By mouse, by touch, and by arrow keys.",
            acts=[acts.wait(".ck-w-plot svg"), acts.focus(".ck-w-plot"), acts.press("ArrowRight"), acts.press("ArrowRight")],
            blurred=False,
        ),
        shown(
            "colours",
            "Colours",
            chart(
                *(
                    bar(key, color=color)
                    for key, color in zip(
                        ("grown-up", "child", "group"),
                        ("pink", "teal-400", {"light": "#1e3a8a", "dark": "#bfdbfe"}),
                        strict=True,
                    )
                ),
                data=VISITORS[4:9],
            ),
            note="A token, a primitive, and one for each theme.",
        ),
        shown(
            "palette",
            "The seven colours",
            chart(
                *(bar(f"s{number}", label=f"Series {number}") for number in range(1, 8)),
                data=[{"month": "Now", **{f"s{number}": 40 + number * 7 for number in range(1, 8)}}],
            ),
        ),
        shown(
            "curves",
            "Curves",
            *(
                {
                    "type": "Row",
                    "wrap": "wrap",
                    "children": [
                        chart(line("grown-up", label=curve, curveType=curve), data=VISITORS[:7], height=120, showTooltip=False)
                        for curve in pair
                    ],
                }
                for pair in (("linear", "monotone", "natural"), ("basis", "bump", "bumpY"), ("step", "stepBefore", "stepAfter"))
            ),
            height=720,
        ),
        shown("negative", "Below zero", chart(bar("balance", color="green"), data=BALANCE, showYAxis=True, showLegend=False)),
        shown("one-point", "One point", chart(line("child"), area("grown-up"), data=VISITORS[:1], showYAxis=True)),
        shown(
            "gaps",
            "Gaps",
            chart(
                line("child"),
                area("group"),
                data=[row if index % 4 else {"month": row["month"], "group": 90} for index, row in enumerate(VISITORS)],
                showYAxis=True,
            ),
            note="Where a number is missing, a line has a gap.",
        ),
        shown("empty", "No data", chart(bar("child"), data=[], height=160)),
        shown(
            "huge",
            "Huge numbers",
            chart(
                bar("rays", label="Rays of light"),
                data=[{"month": month, "rays": 7.4e11 * (index + 1) ** 2} for index, month in enumerate(MONTHS)],
                showYAxis=True,
            ),
        ),
        shown(
            "many",
            "Many bars",
            chart(
                bar("height"),
                data=[{"month": f"{day // 31 + 1}/{day % 31 + 1}", "height": 3 + (day * 37 % 23) / 10} for day in range(90)],
                showYAxis=True,
                showLegend=False,
            ),
        ),
        shown(
            "axis",
            "Labels of the axis",
            chart(
                bar("people"),
                data=[{"day": day, "people": people} for day, people in (("mo", 0), ("tu", 41), ("we", 52), ("th", 38), ("fr", 64))],
                xAxis={"dataKey": "day", "labels": {"mo": "Monday, when we are closed", "tu": "Tuesday", "we": "Wednesday", "th": "Thursday", "fr": "Friday"}},
            ),
            chart(line("grown-up"), xAxis={"dataKey": "month", "hide": True}, height=80, showLegend=False),
            note="Long labels are cut; the chart below hides its axis.",
        ),
        shown(
            "sizes",
            "Sizes",
            {
                "type": "Row",
                "align": "stretch",
                "children": [
                    chart(area("grown-up"), size=140, showLegend=False, xAxis={"dataKey": "month", "hide": True}),
                    chart(bar("child"), flex=1, height=140, showLegend=False, barGap=0, barCategoryGap=2),
                ],
            },
            chart(area("child"), aspectRatio="3 / 1", showLegend=False),
        ),
        Scene(
            slug="chart-themes",
            title="Forced themes",
            items=[
                widget(
                    {
                        "type": "Basic",
                        "direction": "row",
                        "children": [
                            {"type": "Card", "size": "sm", "theme": theme, "children": [title(theme.capitalize(), "In either theme"), chart(*TWO, data=VISITORS[:6])]}
                            for theme in ("light", "dark")
                        ],
                    }
                )
            ],
        ),
    ),
)  # fmt: skip
