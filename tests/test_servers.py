"""The running sites that other tests stand on."""

import pytest

from tests.servers import Server, Site, live_site

pytestmark = pytest.mark.socket


def test_someone_logged_in_stays_logged_in(site: Site) -> None:
    visitor = site.visitor().log_in("alice")
    session = visitor.cookies["sessionid"]

    visitor.get("/test/ready")

    assert visitor.cookies["sessionid"] == session
    assert visitor.session_headers()["X-CSRFToken"] == visitor.csrf_token != ""


def test_two_sites_can_share_one_database(server: Server) -> None:
    with (
        live_site(server) as first,
        live_site(server, database=first.database) as second,
    ):
        alice = first.visitor().post("/test/log-in", data={"username": "alice"}).json()
        again = second.visitor().post("/test/log-in", data={"username": "alice"}).json()

    assert again == alice


def test_a_site_takes_settings_of_its_own() -> None:
    with live_site("asgi", SESSION_COOKIE_NAME="elsewhere") as site:
        assert "elsewhere" in site.log_in("alice").cookies


def test_a_stopped_site_has_ended(server: Server) -> None:
    with live_site(server) as site:
        site.stop()

        assert site.process.poll() is not None


def test_a_site_that_cannot_start_shows_what_it_printed() -> None:
    with (
        pytest.raises(RuntimeError, match="No module named 'nowhere'"),
        live_site("asgi", INSTALLED_APPS=["nowhere"], database="sqlite:///nowhere.sqlite3"),
    ):
        pass
