"""The element in Chromium, beside deep-chat on the same page with the same messages.

Two things are done with both: a long answer arrives at a hundred parts a second, and a thread of
2,000 messages is opened and scrolled. Rounds are interleaved.
"""

import gzip
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, sync_playwright

from .frames import CATEGORIES, Frames, read
from .processes import ROOT, serving
from .report import Target, heading, median, ratio, table

OURS, FOLLOWING, DEEP_CHAT, PARTIAL = (
    "ours",
    "ours, autoScroll",
    "deep-chat",
    "deep-chat, partialRender",
)
PAGES = {
    OURS: ("ours", ""),
    FOLLOWING: ("ours", "follow"),
    DEEP_CHAT: ("deep-chat", ""),
    PARTIAL: ("deep-chat", "partial"),
}
"""Script and variant of each. deep-chat always follows the end of an answer."""

THROTTLING = 4
FRAME_MS = 16
"""The most that 95 of 100 frames may take of the main thread while an answer arrives."""
LONG_TASK_MS = 50
USABLE_MS = 3000
SHIFT = 0.01
FIRST_LOAD = 60_000
"""Bytes after gzip before the first message can be sent."""

PAIRS = 50
"""Questions and answers that the thread has before the measured one."""
LONG_PAIRS = 1000

WHEEL_PX = 800
WHEEL_TURNS = 5000


@dataclass(frozen=True)
class Scrolled:
    """A long thread, opened and scrolled to its beginning.

    Parameters:
        usable_ms: From the navigation to the thread's end on the screen.
        frames: While it was scrolled up, page by page.
        shift: Cumulative layout shift of all that.
    """

    usable_ms: float
    frames: Frames
    shift: float


def run(*, quick: bool) -> list[Target]:
    """Measure, print, and return what is held to a target."""
    print(f"  load of this machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    rounds, parts = (1, 600) if quick else (3, 2000)
    with (
        serving("benchmarks.applications.chat_pages:application", {}) as server,
        sync_playwright() as playwright,
    ):
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHATKIT_TEST_CHROMIUM") or shutil.which("chromium"),
            # deep-chat asks another host for a font.
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        )
        site = f"http://127.0.0.1:{server.port}/chat"
        streamed: dict[str, list[tuple[Frames, float]]] = {name: [] for name in PAGES}
        scrolled: dict[str, list[Scrolled]] = {OURS: [], DEEP_CHAT: []}
        for _round in range(rounds):
            for name, results in streamed.items():
                results.append(_stream(chromium, _address(site, name, PAIRS, parts), parts))
            for name, visits in scrolled.items():
                visits.append(_scroll(chromium, _address(site, name, LONG_PAIRS, 1)))
        chromium.close()
    return [*_first_load(), *_report_streams(streamed, parts), *_report_scrolling(scrolled)]


def _address(site: str, name: str, pairs: int, parts: int) -> str:
    script, variant = PAGES[name]
    return f"{site}/{script}?pairs={pairs}&parts={parts}&variant={variant}"


@contextmanager
def _visit(chromium: Browser, address: str) -> Iterator[Page]:
    """A page of its own profile, its thread open."""
    with chromium.new_context(viewport={"width": 1000, "height": 800}) as context:
        page = context.new_page()
        page.goto(address)
        page.wait_for_function("() => window.benchmark")
        page.wait_for_function("() => benchmark.openedAt")
        # What comes late, such as icons, has come.
        page.wait_for_timeout(500)
        yield page


@contextmanager
def _traced(page: Page) -> Iterator[list[Frames]]:
    """Traces the block; the list has the frames afterwards."""
    browser = page.context.browser
    assert browser is not None
    browser.start_tracing(page=page, categories=CATEGORIES)
    found: list[Frames] = []
    page.evaluate("benchmark.begin()")
    yield found
    page.evaluate("benchmark.end()")
    found.append(read(browser.stop_tracing()))


def _stream(chromium: Browser, address: str, parts: int) -> tuple[Frames, float]:
    """The frames while an answer arrives on a slow machine, and the layout shift."""
    with _visit(chromium, address) as page:
        throttle = page.context.new_cdp_session(page)
        before = page.evaluate("benchmark.shift()")
        throttle.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLING})
        with _traced(page) as found:
            page.evaluate("benchmark.ask('Why?')")
        throttle.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        if page.evaluate("benchmark.shown().length") < parts:
            raise RuntimeError(f"{address} did not show the answer.")
        return found[0], page.evaluate("benchmark.shift()") - before


def _scroll(chromium: Browser, address: str) -> Scrolled:
    """A long thread opened, and scrolled up by the wheel until there is nothing more."""
    with _visit(chromium, address) as page:
        usable_ms = page.evaluate("benchmark.openedAt")
        page.mouse.move(500, 400)
        with _traced(page) as found:
            for _turn in range(WHEEL_TURNS):
                page.mouse.wheel(0, -WHEEL_PX)
                page.evaluate("benchmark.frame()")
                if page.evaluate("benchmark.atTop", 2 * LONG_PAIRS):
                    break
            else:
                raise RuntimeError(f"{address} did not come to its beginning.")
        return Scrolled(usable_ms, found[0], page.evaluate("benchmark.shift()"))


def _first_load() -> list[Target]:
    ours = ROOT / "django_chatkit/static/django_chatkit"
    files = {
        "ours": [ours / "embed.js", ours / "chatkit.js"],
        "deep-chat": [ROOT / "frontend/node_modules/deep-chat/dist/deepChat.bundle.js"],
    }
    sizes = {
        name: sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)
        for name, paths in files.items()
    }
    heading("First load, bytes after gzip")
    table(["", "bytes"], [[name, f"{size:,}"] for name, size in sizes.items()])
    targets = [
        Target("first load", sizes["ours"], "at most", FIRST_LOAD, "bytes"),
        Target("first load, ours/deep-chat", sizes["ours"] / sizes["deep-chat"], "at most", 1),
    ]
    return _printed(targets)


def _report_streams(streamed: dict[str, list[tuple[Frames, float]]], parts: int) -> list[Target]:
    heading(f"An answer of {parts} parts, 100 a second, CPU throttled {THROTTLING}×")
    table(
        ["main thread per frame, ms", "frames", "median", "95 %", "99 %", "longest", "s in all"],
        [
            [
                name,
                f"{median([len(frames.work) for frames, _ in rounds]):.0f}",
                *[
                    f"{median([frames.percentile(part) for frames, _ in rounds]):.1f}"
                    for part in (0.5, 0.95, 0.99, 1)
                ],
                f"{median([sum(frames.tasks) / 1000 for frames, _ in rounds]):.1f}",
            ]
            for name, rounds in streamed.items()
        ],
    )
    late = {
        name: [frames.percentile(0.95) for frames, _ in rounds] for name, rounds in streamed.items()
    }
    return _printed(
        [
            target
            for name in (OURS, FOLLOWING)
            for target in (
                Target(f"95 % of frames, {name}", median(late[name]), "at most", FRAME_MS, "ms"),
                *[
                    Target(
                        f"95 % of frames, {name} / {other}",
                        ratio(late[name], late[other]),
                        "at most",
                        1,
                    )
                    for other in (DEEP_CHAT, PARTIAL)
                ],
                Target(
                    f"layout shift of an answer, {name}",
                    max(shift for _, shift in streamed[name]),
                    "at most",
                    SHIFT,
                    "",
                ),
            )
        ]
    )


def _report_scrolling(scrolled: dict[str, list[Scrolled]]) -> list[Target]:
    heading(f"A thread of {2 * LONG_PAIRS:,} messages, opened and scrolled to its beginning")
    table(
        ["", "usable after, ms", "longest task, ms", "frame 95 %, ms", "layout shift"],
        [
            [
                name,
                f"{median([visit.usable_ms for visit in visits]):.0f}",
                f"{median([max(visit.frames.tasks) for visit in visits]):.0f}",
                f"{median([visit.frames.percentile(0.95) for visit in visits]):.1f}",
                f"{max(visit.shift for visit in visits):.4f}",
            ]
            for name, visits in scrolled.items()
        ],
    )
    ours = scrolled[OURS]
    usable = {name: [visit.usable_ms for visit in visits] for name, visits in scrolled.items()}
    longest = median([max(visit.frames.tasks) for visit in ours])
    return _printed(
        [
            Target("usable after", median(usable[OURS]), "at most", USABLE_MS, "ms"),
            Target(
                "usable after, ours/deep-chat", ratio(usable[OURS], usable[DEEP_CHAT]), "at most", 1
            ),
            Target("longest task of scrolling", longest, "at most", LONG_TASK_MS, "ms"),
            Target(
                "layout shift of scrolling",
                max(visit.shift for visit in ours),
                "at most",
                SHIFT,
                "",
            ),
        ]
    )


def _printed(targets: list[Target]) -> list[Target]:
    for target in targets:
        print(target.line())
    return targets
