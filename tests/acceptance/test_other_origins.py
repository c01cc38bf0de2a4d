"""Requests that pages of other origins send, as they are on the wire. Row B03."""

from collections.abc import Iterator

import httpx
import pytest

from tests.acceptance.conftest import Chatter, Gates, play_site
from tests.servers import Site, Visitor

pytestmark = [pytest.mark.socket, pytest.mark.row("B03")]

SHOP = "https://shop.example"
LIST = {"type": "threads.list", "params": {}}
ELEMENT_HEADERS = "authorization, chatkit-frame-instance-id, chatkit-session-id, content-type"

PATHS = ["conversation", "sessions", "threads", "files", "client-events"]


@pytest.fixture(scope="module", params=["asgi", "wsgi"])
def shared_site(request: pytest.FixtureRequest, gates: Gates) -> Iterator[Site]:
    """A site that lets the shop's pages chat, under each kind of server in turn."""
    with play_site(request.param, gates, CHATKIT_CORS_ORIGINS=[SHOP]) as running:
        yield running


@pytest.fixture
def alice(shared_site: Site) -> Visitor:
    return shared_site.log_in("alice")


def allowed(answer: httpx.Response) -> dict[str, str]:
    """What the answer lets pages of other origins do."""
    return {name: value for name, value in answer.headers.items() if "access-control" in name}


def preflight(site: Site, origin: str, path: str = "conversation") -> httpx.Response:
    return httpx.options(
        f"{site.url}/chatkit/{path}",
        headers={
            "Origin": origin,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": ELEMENT_HEADERS,
        },
    )


@pytest.mark.parametrize("origin", ["https://evil.example", SHOP, "null"])
@pytest.mark.parametrize("path", PATHS)
def test_a_visitors_cookies_do_nothing_from_elsewhere(
    shared_site: Site, alice: Visitor, path: str, origin: str
) -> None:
    """A form of another page comes with the cookies and without the token."""
    cookies = alice.session_headers()["Cookie"]
    refused = httpx.post(
        f"{shared_site.url}/chatkit/{path}",
        headers={"Cookie": cookies, "Origin": origin, "Content-Type": "text/plain"},
        content=b'{"type": "threads.list", "params": {}}',
    )

    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "csrf_failed")
    assert "access-control-allow-credentials" not in refused.headers


def test_the_sites_own_page_is_answered(shared_site: Site, alice: Visitor) -> None:
    answer = alice.post("/chatkit/conversation", json=LIST, headers={"Origin": shared_site.url})

    assert (answer.status_code, answer.json()["data"]) == (200, [])


def test_an_allowed_origin_may_send_what_the_element_sends(shared_site: Site) -> None:
    answer = preflight(shared_site, SHOP)

    assert answer.status_code == 204
    assert allowed(answer)["access-control-allow-origin"] == SHOP
    named = allowed(answer)["access-control-allow-headers"].split(", ")
    assert set(ELEMENT_HEADERS.split(", ")) <= set(named)
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize("origin", ["https://evil.example", "http://shop.example", "null"])
def test_another_origin_may_send_nothing(shared_site: Site, origin: str) -> None:
    assert allowed(preflight(shared_site, origin)) == {}


@pytest.mark.parametrize("path", ["sessions", "threads", "config", "client-events"])
def test_what_is_for_own_pages_is_for_no_other(shared_site: Site, path: str) -> None:
    assert allowed(preflight(shared_site, SHOP, path)) == {}


def test_without_the_setting_nobody_elsewhere_may_send_anything(stage: Site) -> None:
    assert allowed(preflight(stage, SHOP)) == {}


def test_a_page_elsewhere_chats_with_a_secret_and_no_cookie(
    shared_site: Site, alice: Visitor
) -> None:
    secret = alice.post("/chatkit/sessions", json={}).json()["client_secret"]
    elsewhere = Visitor(shared_site.url)
    elsewhere.headers.update({"Authorization": f"Bearer {secret}", "Origin": SHOP})
    with elsewhere:
        _, events = Chatter(elsewhere).begin("Hello")
        listed = Chatter(elsewhere).ask("threads.list")

    assert events[-1]["type"] == "thread.item.done"
    assert allowed(listed)["access-control-allow-origin"] == SHOP
    assert "set-cookie" not in listed.headers
