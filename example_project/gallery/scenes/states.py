"""The states of a conversation and of the element around it."""

from typing import Any

from gallery.scenes import acts
from gallery.scenes.frames import answered, asked, streaming, thread
from gallery.scenes.replies import events, held, lost, refused, silent
from gallery.scenes.scene import Group, Json, Scene, function

PROMPTS: list[Json] = [
    {"label": "When are you open?", "prompt": "When are you open?", "icon": "calendar"},
    {
        "label": "What is there for children?",
        "prompt": "What is there for children?",
        "icon": "star",
    },
    {"label": "How does the lens work?", "prompt": "How does the lens work?", "icon": "lightbulb"},
]
QUESTION = "How far does the light reach?"
ANSWER = (
    "On a clear night it is seen **twenty nautical miles** out.\n\n"
    "The lamp itself is small. What carries it so far is the lens: rings of glass that bend "
    "nearly all of its light into one flat beam."
)
TALK = (asked(QUESTION), answered(ANSWER))

HISTORY = (
    thread("thr_gallery", "The reach of the light", "2026-03-02T09:40:00Z"),
    thread("thr_2", "Opening hours at Easter", "2026-03-02T07:15:00Z"),
    thread("thr_3", "A school class of 24, and whether the tower stairs are safe for them", "2026-03-01T15:00:00Z"),
    thread("thr_4", None, "2026-02-27T11:30:00Z"),
    thread("thr_5", "Who rang the fog bell?", "2026-02-26T18:20:00Z", "locked"),
    thread("thr_6", "Lost umbrella", "2026-02-11T12:00:00Z", "closed"),
    thread("thr_7", "Prints of the sea charts", "2026-01-14T16:45:00Z"),
)  # fmt: skip
LONG_HISTORY = tuple(
    thread(f"thr_long_{number}", f"Conversation {number}", f"2026-02-{28 - number % 27:02d}T12:00:00Z")
    for number in range(1, 41)
)  # fmt: skip


def failing(slug: str, title: str, reply: Json, note: str = "", **more: Any) -> Scene:
    """A first message that something happens to."""
    return Scene(
        slug=f"error-{slug}",
        title=title,
        note=note,
        replies={"threads.create": reply},
        acts=[acts.say(QUESTION), *more.pop("then", ())],
        **more,
    )


STATES = Group(
    "Start and conversation",
    (
        Scene(
            slug="start",
            title="Start screen",
            options={"startScreen": {"greeting": "What would you like to know?", "prompts": PROMPTS}},
        ),
        Scene(slug="start-plain", title="Start screen without options"),
        Scene(
            slug="conversation",
            title="Conversation",
            options={"threadItemActions": {"feedback": True, "retry": True}},
            thread={"title": "The reach of the light"},
            items=[
                *TALK,
                asked("And in fog?", "msg_q2"),
                answered("Then nobody sees it, and the bell has to be heard instead.", "msg_a2"),
            ],
        ),
        Scene(
            slug="loading",
            title="Loading a conversation",
            opens=False,
            replies={"threads.get_by_id": silent()},
            acts=[acts.begin("setThreadId", "thr_gallery")],
        ),
        Scene(
            slug="waiting",
            title="Waiting for the first word",
            replies={"threads.create": held()},
            acts=[acts.say(QUESTION)],
        ),
        Scene(
            slug="streaming",
            title="Streaming",
            note="The answer is on its way; the button stops it.",
            replies={"threads.create": held(streaming(ANSWER))},
            acts=[acts.say(QUESTION)],
        ),
        Scene(
            slug="streaming-no-cancel",
            title="Streaming that cannot be stopped",
            allow_cancel=False,
            replies={"threads.create": held(streaming(ANSWER))},
            acts=[acts.say(QUESTION)],
        ),
        Scene(
            slug="stopped",
            title="Stopped",
            replies={"threads.create": held(streaming(ANSWER))},
            acts=[acts.say(QUESTION), acts.wait(".assistant-message"), acts.click('[data-state="stop"]')],
        ),
        Scene(
            slug="interrupted",
            title="Interrupted",
            note="A thread that is opened again after its answer broke off.",
            items=[asked(QUESTION), answered(ANSWER[:58])],
            turn="interrupted",
        ),
        Scene(
            slug="progress",
            title="Progress",
            note="One line that the next update replaces and the answer removes.",
            replies={
                "threads.create": held(
                    {"type": "progress_update", "text": "Looking in the keepers’ log books", "icon": "search"}
                )
            },
            acts=[acts.say(QUESTION)],
        ),
        Scene(
            slug="notices",
            title="Notices",
            replies={
                "threads.create": events(
                    {"type": "notice", "level": "info", "message": "The tower is **closed** on Mondays."},
                    {"type": "notice", "level": "warning", "title": "Storm warning", "message": "The breakwater may close at noon. [Opening hours](/)"},
                    {"type": "notice", "level": "danger", "title": "No lift", "message": "The lift to the gallery is out of order."},
                )
            },
            acts=[acts.say("Can I come today?")],
        ),
        Scene(
            slug="long-conversation",
            title="Long conversation",
            note="Forty turns, opened at the newest.",
            items=[
                entry
                for number in range(1, 41)
                for entry in (
                    asked(f"Question {number}: what happened on day {number}?", f"msg_q{number}"),
                    answered(f"Day {number}: wind from the west, the lamp lit at dusk, **{number * 3} ships** passed.", f"msg_a{number}"),
                )
            ],
        ),
        Scene(
            slug="locked",
            title="Locked",
            thread={"title": "The reach of the light", "status": {"type": "locked", "reason": "A keeper is reading this. You can write again in a moment."}},
            items=TALK,
        ),
        Scene(slug="locked-plain", title="Locked without a reason", thread={"status": {"type": "locked"}}, items=TALK),
        Scene(
            slug="closed",
            title="Closed",
            thread={"title": "The reach of the light", "status": {"type": "closed", "reason": "This conversation ended on 1 March."}},
            items=TALK,
        ),
        Scene(slug="closed-plain", title="Closed without a reason", thread={"status": {"type": "closed"}}, items=TALK),
        Scene(
            slug="disclaimer",
            title="Disclaimer",
            options={"disclaimer": {"text": "The keeper may be wrong. Read our [privacy notice](/)."}},
            items=TALK,
        ),
        Scene(
            slug="disclaimer-contrast",
            title="Disclaimer in high contrast",
            options={"disclaimer": {"text": "The keeper may be wrong. Read our [privacy notice](/).", "highContrast": True}},
            items=TALK,
        ),
        Scene(
            slug="header",
            title="Header with actions",
            options={
                "header": {
                    "title": {"text": "Ask the keeper"},
                    "leftAction": {"icon": "sidebar-left", "onClick": function("nothing")},
                    "rightAction": {"icon": "close", "onClick": function("nothing")},
                }
            },
            items=TALK,
        ),
        Scene(slug="header-off", title="Without header", options={"header": {"enabled": False}}, items=TALK),
    ),
)  # fmt: skip

ERRORS = Group(
    "Errors",
    (
        failing("offline", "No network", lost(), note="The message is back in the composer."),
        failing("401", "Logged out (401)", refused(401, "Log in to chat.")),
        failing(
            "log-in",
            "Logged out, and the page knows where to log in",
            refused(401, "Log in to chat."),
            signs_in=True,
        ),
        failing("403", "Not allowed (403)", refused(403, "You may not use this assistant.")),
        failing(
            "429",
            "Too many messages (429)",
            refused(429, "Too many requests.", "rate_limit_exceeded", **{"Retry-After": "30"}),
        ),
        failing("500", "Server error (500)", refused(500, "Something went wrong.")),
        failing(
            "stream",
            "Error in the answer",
            events(streaming(ANSWER[:58]), {"type": "error", "code": "stream.error", "allow_retry": True}),
            note="The server’s own event, with a way to try again.",
        ),
        failing(
            "custom",
            "Error with a text of its own",
            events({"type": "error", "code": "custom", "message": "The keeper is asleep between two and four.", "allow_retry": False}),
        ),
        failing("truncated", "Answer that breaks off", events(streaming(ANSWER[:58]))),
        Scene(
            slug="error-thread",
            title="Conversation that is gone (404)",
            opens=True,
            replies={"threads.get_by_id": refused(404, "There is no such thread.")},
        ),
        Scene(
            slug="error-options",
            title="Wrong options",
            note="For the page’s developer: what is wrong and what was meant.",
            options={"startScrean": {}, "theme": {"radius": "rond"}},
            refused=True,
        ),
    ),
)  # fmt: skip

HISTORY_SCENES = Group(
    "History",
    (
        Scene(slug="history", title="History", items=TALK, threads=HISTORY, acts=[acts.call("showHistory")]),
        Scene(slug="history-empty", title="Empty history", acts=[acts.call("showHistory")]),
        Scene(slug="history-long", title="Long history", threads=LONG_HISTORY, acts=[acts.call("showHistory")]),
        Scene(
            slug="history-loading",
            title="Loading the history",
            replies={"threads.list": silent()},
            acts=[acts.call("showHistory")],
        ),
        Scene(
            slug="history-failed",
            title="History that cannot be read",
            replies={"threads.list": refused(500, "Something went wrong.")},
            acts=[acts.call("showHistory")],
        ),
        Scene(
            slug="history-rename",
            title="Renaming",
            threads=HISTORY,
            blurred=False,
            acts=[acts.call("showHistory"), acts.click(".history-actions button", 2), acts.wait(".history-editor input")],
        ),
        Scene(
            slug="history-delete",
            title="Deleting",
            threads=HISTORY,
            acts=[acts.call("showHistory"), acts.click(".history-actions button", 3), acts.wait("dialog[open]")],
        ),
        Scene(
            slug="history-plain",
            title="History without rename and delete",
            options={"history": {"showRename": False, "showDelete": False}},
            threads=HISTORY,
            acts=[acts.call("showHistory")],
        ),
    ),
)  # fmt: skip
