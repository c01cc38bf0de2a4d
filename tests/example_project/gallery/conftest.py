"""The gallery of the running demo."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.conftest import missing
from tests.example_project.gallery.stage import FONT, FONT_IS_THERE, Stage, quiet_context
from tests.servers import Site


@pytest.fixture(scope="module")
def complaints() -> list[str]:
    """What the browser says is wrong with the stage, and who else than the site was asked."""
    return []


@pytest.fixture(scope="module")
def stage(chromium: Browser, museum: Site, complaints: list[str]) -> Iterator[Stage]:
    """A page that shows one scene after the other."""
    with quiet_context(chromium) as context:
        page = context.new_page()
        page.on(
            "console",
            lambda message: complaints.append(message.text) if message.type == "error" else None,
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((museum.url, "blob:"))
                else complaints.append(request.url)
            ),
        )
        stage = Stage(page, museum.url)
        if not page.evaluate(FONT_IS_THERE, FONT):
            missing(f"The font {FONT} (Debian: fonts-dejavu-core)")
        yield stage
