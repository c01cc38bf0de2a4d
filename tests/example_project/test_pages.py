"""The museum's pages, from the running demo."""

import re

import pytest

from tests.servers import Site, Visitor

pytestmark = pytest.mark.socket


def log_in(site: Site, username: str, password: str) -> Visitor:
    """Fill in the log-in form."""
    visitor = site.visitor()
    page = visitor.get("/account/login/").text
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token is not None
    visitor.post(
        "/account/login/",
        data={"username": username, "password": password, "csrfmiddlewaretoken": token[1]},
    )
    return visitor


@pytest.mark.parametrize("path", ["/", "/assistant/", "/account/login/", "/admin/login/"])
def test_every_page_forbids_what_is_inline_or_from_elsewhere(museum: Site, path: str) -> None:
    answer = museum.visitor().get(path)

    assert (answer.status_code, answer.headers["Content-Security-Policy"]) == (
        200,
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "object-src 'none'",
    )


@pytest.mark.parametrize(
    ("language", "direction", "title"),
    [
        ("en", "ltr", "Skerry Light Museum"),
        ("de", "ltr", "Museum Skerry-Leuchtturm"),
        ("es", "ltr", "Museo del Faro de Skerry"),
        ("fr", "ltr", "Musée du phare de Skerry"),
        ("ar", "rtl", "متحف منارة سكيري"),
    ],
)
def test_the_site_speaks_the_visitors_language(
    museum: Site, language: str, direction: str, title: str
) -> None:
    page = museum.visitor().get("/", headers={"Accept-Language": language}).text

    assert f'<html lang="{language}" dir="{direction}">' in page
    assert f"<title>{title}</title>" in page


def test_languages_are_called_what_their_speakers_call_them(museum: Site) -> None:
    page = museum.visitor().get("/", headers={"Accept-Language": "fr"}).text

    names = re.findall(r'<button name="language"[^>]*>(.+?)</button>', page)
    assert names == ["English", "Deutsch", "Español", "Français", "العربيّة"]


def test_the_language_can_be_chosen(museum: Site) -> None:
    visitor = museum.visitor()
    visitor.get("/")

    visitor.post("/i18n/setlang/", data={"language": "fr", "next": "/"})

    assert '<html lang="fr" dir="ltr">' in visitor.get("/").text


@pytest.mark.parametrize("username", ["alice", "bob", "admin"])
def test_everyone_shown_on_the_log_in_page_can_log_in(museum: Site, username: str) -> None:
    assert f"<code>{username}-demo</code>" in museum.visitor().get("/account/login/").text

    visitor = log_in(museum, username, f"{username}-demo")

    assert f"Hello, {username}" in visitor.get("/account/").text


def test_a_wrong_password_logs_nobody_in(museum: Site) -> None:
    visitor = log_in(museum, "alice", "wrong")

    assert "sessionid" not in visitor.cookies


def test_only_staff_see_the_way_to_the_admin(museum: Site) -> None:
    links = {
        name: '<a class="wide-only" href="/admin/">'
        in log_in(museum, name, f"{name}-demo").get("/").text
        for name in ("alice", "admin")
    }

    assert links == {"alice": False, "admin": True}
