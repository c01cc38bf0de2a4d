"""Every kind of item that an answer may hold, besides widgets."""

from typing import Any

from gallery.scenes import acts
from gallery.scenes.frames import added, annotation, answered, asked, item, task, updated, workflow
from gallery.scenes.replies import held, silent
from gallery.scenes.scene import Group, Json, Scene, function, picture

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


def thought(content: str, **more: Any) -> Json:
    return task("thought", content=content, **more)


STEPS: tuple[Json, ...] = (
    task("custom", title="Read the question", icon="circle-question", content="It is about **fog**.", status_indicator="complete"),
    task(
        "web_search",
        title_query="fog on the northern coast",
        queries=["fog northern coast march", "visibility breakwater"],
        sources=[ALMANAC, WEATHER],
        status_indicator="complete",
    ),
    thought("Sea fog comes when warm air lies over cold water, so a west wind in March is a bad sign.", title="Weighed the wind", status_indicator="complete"),
    task("file", title="Read the log book", sources=[LOG], status_indicator="loading"),
    task("image", title="Draw a chart of the coast"),
)  # fmt: skip
BARE_STEPS: tuple[Json, ...] = (
    task("custom"),
    task("web_search", status_indicator="loading"),
    thought("One word only."),
    task("file", sources=[LOG]),
    task("image"),
)
LONG_TITLE = (
    "Compared the visibility of the last thirty years with the log books of all keepers since "
    "1863, month by month, and with what the fishermen of three villages remember"
)
ASKED = asked("Will there be fog tonight?")
DONE = answered("Fog until nine, then a clear night.")
OPEN_FIRST = [acts.click(".workflow-toggle"), acts.wait(".task")]


def worked(slug: str, title: str, *acts_: Json, note: str = "", **content: Any) -> Scene:
    """A workflow between a question and its answer."""
    items = [ASKED, workflow("wf_1", **content), DONE]
    return Scene(slug=slug, title=title, note=note, items=items, acts=acts_)


WORKFLOWS = Group(
    "Workflows and tasks",
    (
        worked("workflow-closed", "Closed", tasks=STEPS, summary={"title": "Looked at the weather", "icon": "globe"}),
        worked("workflow-open", "Open", tasks=STEPS, expanded=True, summary={"title": "Looked at the weather"}, note="All five kinds of task, and their three states."),
        worked("workflow-bare", "Tasks without titles", tasks=BARE_STEPS, expanded=True),
        worked(
            "workflow-reasoning",
            "Reasoning",
            *OPEN_FIRST,
            type="reasoning",
            tasks=[thought("West wind, four degrees.", title="Looked at the wind"), thought("Fog is likely before nine.")],
            summary={"duration": 7},
        ),
        worked("workflow-long", "Long titles", *OPEN_FIRST, tasks=[task("custom", title=LONG_TITLE, icon="maps")], summary={"title": LONG_TITLE}),
        worked(
            "workflow-many",
            "Fifty tasks",
            *OPEN_FIRST,
            tasks=[task("custom", title=f"Read page {number}", status_indicator="complete") for number in range(1, 51)],
            summary={"title": "Read the log book of 1871"},
        ),
        worked("workflow-empty", "Without tasks", summary={"title": "Nothing had to be done"}),
        Scene(
            slug="workflow-live",
            title="Under way",
            replies={"threads.create": held(added(workflow("wf_1", tasks=STEPS, expanded=True)))},
            acts=[acts.say("Will there be fog tonight?"), acts.wait(".task", 4)],
        ),
        Scene(
            slug="workflow-thinking",
            title="Thinking",
            replies={"threads.create": held(added(workflow("wf_1", type="reasoning", tasks=[thought("West wind", status_indicator="loading")])))},
            acts=[acts.say("Will there be fog tonight?"), acts.wait(".workflow")],
        ),
        Scene(
            slug="tasks",
            title="Tasks on their own",
            items=[ASKED, *(item("task", f"tsk_{number}", task=step) for number, step in enumerate(STEPS)), DONE],
        ),
    ),
)  # fmt: skip


def image(url: str | None = None, key: str = "img_1") -> Json:
    """An image that the assistant makes."""
    return item("generated_image", key, **({"image": {"id": "img", "url": url}} if url else {}))


DRAW = asked("Draw the tower at night.")


def drawing(slug: str, title: str, *events: Json, **more: Any) -> Scene:
    """An image under way."""
    return Scene(
        slug=slug,
        title=title,
        replies={"threads.create": held(added(image()), *events)},
        acts=[acts.say("Draw the tower at night."), acts.wait(".generated-image")],
        **more,
    )


IMAGES = Group(
    "Images",
    (
        drawing("image-pending", "Begun"),
        drawing(
            "image-partial",
            "Half done",
            updated("img_1", "generated_image.updated", image={"id": "img", "url": picture("night")}, progress=0.6),
        ),
        Scene(slug="image", title="Done", items=[DRAW, image(picture("night")), answered("The tower at new moon.")]),
        Scene(slug="image-failed", title="Never made", items=[DRAW, image(), answered("The paint ran out.")]),
        Scene(slug="image-foreign", title="From a host that is not allowed", items=[DRAW, image("https://elsewhere.example/a.png")]),
        Scene(
            slug="image-large",
            title="In full",
            items=[DRAW, image(picture("night"))],
            acts=[acts.click(".generated-image .picture"), acts.wait("dialog[open]")],
        ),
        Scene(
            slug="image-attached",
            title="Attached",
            items=[
                asked(
                    "Which of these is older?",
                    attachments=[
                        {"type": "image", "id": f"atc_{name}", "name": f"{name}.svg", "mime_type": "image/svg+xml", "preview_url": picture(name)}
                        for name in ("day", "night")
                    ],
                ),
                answered("The one by day."),
                asked(
                    "And this?",
                    "msg_q2",
                    attachments=[
                        {"type": "image", "id": "atc_3", "name": "fog.svg", "mime_type": "image/svg+xml", "preview_url": picture("day")},
                        {"type": "file", "id": "atc_4", "name": "log-1871.pdf", "mime_type": "application/pdf"},
                    ],
                ),
            ],
        ),
    ),
)  # fmt: skip


def choice(key: str, question: str, *options: str, **more: Any) -> Json:
    """A question with suggestions."""
    values = [{"value": option} for option in options]
    return {"type": "multiple_choice", "id": key, "question": question, "options": values, **more}


def freeform(key: str, question: str, **more: Any) -> Json:
    """A question for words of one's own."""
    return {"type": "freeform", "id": key, "question": question, **more}


ROOM = choice(
    "room",
    "Which room would you like to see first?",
    "The lantern",
    "The watch room",
    "The keeper’s kitchen, where the stove is lit from October to April",
)
DAYS = choice(
    "days", "On which days could you come?", "Saturday", "Sunday", "A weekday", multiple=True
)
WISHES = freeform("wishes", "What should the keeper know?", description="Children, wheelchairs, a fear of heights: whatever helps.")  # fmt: skip
PLAN = asked("Plan a visit for us.")


def form(*inputs: Json, status: str = "pending") -> Json:
    return item("structured_input", "inp_1", inputs=list(inputs), status=status)


def with_answer(question: Json, *values: str) -> Json:
    return {**question, "answer": {"values": list(values), "skipped": not values}}


QUESTIONS = Group(
    "Questions",
    (
        Scene(slug="questions-single", title="One answer", items=[PLAN, answered("Gladly."), form(ROOM)], acts=[acts.wait(".choice"), acts.click(".choice input", 1)]),
        Scene(slug="questions-multiple", title="Several answers", items=[PLAN, form(DAYS)], acts=[acts.wait(".choice"), acts.click(".choice input"), acts.click(".choice input", 1)]),
        Scene(slug="questions-freeform", title="Words of one’s own", items=[PLAN, form(WISHES)], acts=[acts.wait(".question-field")]),
        Scene(slug="questions-all", title="Several questions", items=[PLAN, answered("Gladly."), form(ROOM, DAYS, WISHES)], acts=[acts.wait(".choice")]),
        Scene(slug="questions-refused", title="Nothing answered", items=[PLAN, form(WISHES)], acts=[acts.wait(".question-field"), acts.click(".question-form [type=submit]"), acts.wait(".question-problem")]),
        Scene(
            slug="questions-sending",
            title="Answers on their way",
            items=[PLAN, form(ROOM)],
            replies={"threads.add_structured_input": silent()},
            acts=[acts.wait(".choice"), acts.click(".choice input"), acts.click(".question-form [type=submit]")],
        ),
        Scene(
            slug="questions-answered",
            title="Answered",
            items=[
                PLAN,
                form(with_answer(ROOM, "The lantern"), with_answer(DAYS, "Saturday", "Sunday"), with_answer(WISHES), status="answered"),
                answered("Then come on Saturday at ten; the lantern is warm by then."),
            ],
        ),
        Scene(slug="questions-left", title="Left open", items=[PLAN, form(ROOM, WISHES), asked("Never mind.", "msg_q2"), answered("As you like.")]),
    ),
)  # fmt: skip
