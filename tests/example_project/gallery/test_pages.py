"""The gallery's pages: for developers, under the site's own policy, and the same for everybody."""

import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from django_chatkit import element
from gallery.scenes import SCENES
from tests.example_project.conftest import Manage
from tests.example_project.test_settings import PRODUCTION
from tests.servers import Site

pytestmark = pytest.mark.socket


def test_there_is_no_gallery_in_production(manage: Manage) -> None:
    code = "from django.urls import resolve; resolve('/gallery/')"

    run = manage("shell", "-c", code, **PRODUCTION)

    assert "Resolver404" in run.stderr


def test_nobody_needs_to_log_in(museum: Site) -> None:
    page = museum.visitor().get("/gallery/", follow_redirects=True)

    assert page.status_code == 200
    assert "sessionid" not in page.cookies
    assert all(f'/gallery/{slug}/"' in page.text for slug in SCENES)


def test_a_scene_that_is_not_there_is_404(museum: Site) -> None:
    visitor = museum.visitor()

    assert [
        visitor.get(f"/gallery/nothing/{part}").status_code for part in ("", "stage/", "scene.json")
    ] == [404, 404, 404]


def test_only_the_gallery_may_frame_the_stage(museum: Site) -> None:
    visitor = museum.visitor()
    policies = {
        path: re.search(
            r"frame-ancestors ([^;]+)", visitor.get(path).headers["Content-Security-Policy"]
        )
        for path in ("/gallery/start/", "/gallery/start/stage/")
    }

    assert [found and found[1] for found in policies.values()] == ["'none'", "'self'"]
    assert visitor.get("/gallery/start/stage/").headers["x-frame-options"] == "SAMEORIGIN"


def test_every_language_of_the_element_can_be_chosen(museum: Site) -> None:
    page = museum.visitor().get("/gallery/start/").text
    choices = re.search(r'<select name="locale">(.+?)</select>', page, re.DOTALL)
    catalogues = (Path(element.ASSETS_FILE).parent / "locales").glob("*.js")

    assert choices is not None
    assert re.findall(r'value="([\w-]+)"', choices[1]) == [
        "en",
        *sorted(path.stem for path in catalogues),
    ]


def test_the_address_says_how_a_scene_is_shown(museum: Site) -> None:
    page = museum.visitor().get("/gallery/start/stage/?scheme=dark&locale=ar&radius=oval").text

    said = re.search(r'<script id="settings" type="application/json">(.+?)</script>', page)
    assert said is not None
    assert json.loads(said[1]) == {
        "scheme": "dark",
        "size": "wide",
        "locale": "ar",
        "density": "normal",
        "radius": "pill",
        "accent": "none",
    }


@pytest.mark.browser
def test_a_control_acts_at_once_and_stays_from_scene_to_scene(page: Page, museum: Site) -> None:
    page.goto(f"{museum.url}/gallery/start/")
    stage = page.frame_locator("iframe")
    root = stage.locator("openai-chatkit .root")
    expect(root).to_have_attribute("dir", "ltr")

    page.get_by_label("Language").select_option("ar")
    expect(root).to_have_attribute("dir", "rtl")
    page.get_by_label("Size").select_option("phone")
    page.get_by_role("link", name="Next").click()

    expect(page).to_have_url(f"{museum.url}/gallery/{list(SCENES)[1]}/?size=phone&locale=ar")
    expect(root).to_have_attribute("dir", "rtl")
    assert page.locator("iframe").evaluate("frame => [frame.clientWidth, frame.clientHeight]") == [
        390,
        844,
    ]


@pytest.mark.browser
def test_a_scene_can_be_found_by_its_name(page: Page, museum: Site) -> None:
    page.goto(f"{museum.url}/gallery/")

    page.get_by_placeholder("Find a scene").fill("no such scene")
    expect(page.get_by_role("link", name="Start screen", exact=True)).to_be_hidden()
    expect(page.get_by_text("No scene is called that.")).to_be_visible()
    page.get_by_placeholder("Find a scene").fill("no network")
    expect(page.get_by_role("link", name="Start screen", exact=True)).to_be_hidden()
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{museum.url}/gallery/error-offline/")


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_gallery_is_for_everyone(page: Page, museum: Site, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{museum.url}/gallery/conversation/?scheme={scheme}")
    expect(page.frame_locator("iframe").locator(".assistant-message").first).to_be_visible()

    found = Axe().run(page, options={"iframes": False})

    assert [violation["id"] for violation in found.response["violations"]] == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_the_footer_of_the_demo_leads_there(museum: Site) -> None:
    assert '<a href="/gallery/">Gallery</a>' in museum.visitor().get("/").text
