"""The HTML on the page: which elements, in which order, with which scripts, for whom."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.test import override_settings
from django.utils.functional import SimpleLazyObject
from django.utils.translation import override

from django_chatkit.backends import BaseBackend
from django_chatkit.html import chatkit
from tests.pages import config, configs, page_request, user_request

CONFIG = re.compile(r'(type="application/json">).*?(</script>)')


class HostedBackend(BaseBackend):
    """Somebody else answers."""


SEVERAL = {
    "default": {"BACKEND": "django_chatkit.backends.SelfHostedBackend"},
    "support": {"BACKEND": "django_chatkit.backends.SelfHostedBackend"},
    "legacy": {"BACKEND": "tests.test_html.HostedBackend"},
}


def without_config(html: str) -> str:
    return CONFIG.sub(r"\1…\2", html)


def test_an_inline_chat_is_an_element_its_configuration_and_the_loader() -> None:
    assert without_config(chatkit(user_request())) == (
        '<link rel="stylesheet" href="/static/django_chatkit/embed.css">\n'
        '<link rel="modulepreload" href="/static/django_chatkit/chatkit.js">\n'
        '<openai-chatkit id="chatkit-1" class="django-chatkit django-chatkit-inline" lang="en" '
        'dir="ltr" data-chatkit-config="chatkit-1-config">'
        "<noscript>The chat needs JavaScript.</noscript></openai-chatkit>\n"
        '<script id="chatkit-1-config" type="application/json">…</script>\n'
        '<script type="module" src="/static/django_chatkit/embed.js"></script>'
    )


def test_a_whole_page_chat_differs_by_its_class() -> None:
    html = chatkit(user_request(), layout="page")

    assert '<openai-chatkit id="chatkit-1" class="django-chatkit django-chatkit-page"' in html


def test_a_height_is_kept_free_before_any_script_runs() -> None:
    assert (
        '<openai-chatkit id="chatkit-1" class="django-chatkit django-chatkit-inline '
        'django-chatkit-sized" lang="en" dir="ltr" data-chatkit-config="chatkit-1-config">'
        '<svg width="1" height="420px" aria-hidden="true"></svg><noscript>'
    ) in chatkit(user_request(), height=420)


@override_settings(CHATKIT_ELEMENT_SOURCE="cdn")
def test_nothing_is_put_into_openais_element() -> None:
    assert "<svg" not in chatkit(user_request(), height=420)


@override_settings(CHATKIT_ELEMENT_SOURCE="cdn")
def test_the_bundled_element_is_not_fetched_ahead_for_openais() -> None:
    assert "modulepreload" not in chatkit(user_request())


@override_settings(CHATKIT_ASSISTANTS=SEVERAL)
def test_the_element_is_fetched_ahead_once() -> None:
    request = user_request()

    assert (chatkit(request) + chatkit(request, "support")).count("modulepreload") == 1


def test_a_part_of_a_page_may_name_its_element() -> None:
    html = chatkit(user_request(), id="help-chat")

    assert '<openai-chatkit id="help-chat" ' in html
    assert 'data-chatkit-config="help-chat-config"' in html
    assert '<script id="help-chat-config" type="application/json">' in html


@pytest.mark.parametrize("name", ["1st", "a b", 'a"b', "-a"])
def test_an_id_that_is_none_is_an_error(name: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^id="):
        chatkit(user_request(), id=name)


def test_an_undefined_id_is_none() -> None:
    assert 'id="chatkit-1"' in chatkit(user_request(), id="")


def test_a_popup_is_an_empty_place_for_the_launcher() -> None:
    assert without_config(chatkit(user_request(), layout="popup")) == (
        '<link rel="stylesheet" href="/static/django_chatkit/embed.css">\n'
        '<div class="django-chatkit-popup" lang="en" dir="ltr" '
        'data-chatkit-config="chatkit-1-config"></div>\n'
        '<script id="chatkit-1-config" type="application/json">…</script>\n'
        '<script type="module" src="/static/django_chatkit/embed.js"></script>'
    )


@override_settings(CHATKIT_ASSISTANTS=SEVERAL)
def test_several_chats_on_one_page_share_style_sheet_and_loader() -> None:
    request = user_request()

    first, second = chatkit(request), chatkit(request, "support", layout="popup")

    assert without_config(second) == (
        '<div class="django-chatkit-popup" lang="en" dir="ltr" '
        'data-chatkit-config="chatkit-2-config"></div>\n'
        '<script id="chatkit-2-config" type="application/json">…</script>'
    )
    assert [c["assistant"] for c in configs(first + second)] == ["default", "support"]


def test_the_next_page_gets_its_own_loader() -> None:
    assert without_config(chatkit(user_request())) == without_config(chatkit(user_request()))


@override_settings(CHATKIT_ASSISTANTS=SEVERAL, CHATKIT_ELEMENT_SOURCE="auto")
def test_elements_from_two_sources_on_one_page_are_an_error_that_names_the_setting() -> None:
    request = user_request()
    chatkit(request)

    with pytest.raises(ImproperlyConfigured, match="CHATKIT_ELEMENT_SOURCE"):
        chatkit(request, "legacy")


# Content-Security-Policy


def test_a_nonce_stands_on_the_style_sheet_and_on_the_scripts() -> None:
    html = without_config(chatkit(user_request(), nonce='r4nd0m"'))

    assert (
        '<link rel="modulepreload" href="/static/django_chatkit/chatkit.js" '
        'nonce="r4nd0m&quot;">' in html
    )

    assert (
        '<link rel="stylesheet" href="/static/django_chatkit/embed.css" nonce="r4nd0m&quot;">'
        in html
    )
    assert (
        '<script type="module" src="/static/django_chatkit/embed.js" nonce="r4nd0m&quot;"></script>'
        in html
    )


class FalseUntilUsed:
    """Like Django 6.0's nonce: false, and not in the header, until its text is asked for."""

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return "made-when-used"


@pytest.mark.parametrize("attribute", ["csp_nonce", "_csp_nonce"], ids=["django-csp", "Django 6.0"])
@pytest.mark.parametrize("nonce", [SimpleLazyObject(lambda: "made-when-used"), FalseUntilUsed()])
def test_a_middlewares_nonce_is_found_on_the_request(attribute: str, nonce: object) -> None:
    request = user_request()
    setattr(request, attribute, nonce)

    assert chatkit(request).count('nonce="made-when-used"') == 3


class InlineCode(HTMLParser):
    """Collects what a policy without ``unsafe-inline`` refuses."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        runs = tag == "script" and given.get("type") != "application/json"
        if tag == "style" or (runs and "src" not in given):
            self.found.append(tag)
        self.found += [name for name in given if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("layout", ["inline", "popup", "page"])
def test_nothing_is_inline_that_a_strict_policy_refuses(layout: str) -> None:
    parser = InlineCode()
    parser.feed(chatkit(user_request(), layout=layout, height="300px", nonce="n"))

    assert parser.found == []


# What people write is data


def test_markup_in_titles_and_context_stays_text() -> None:
    hostile = '</script><script>alert("1")</script><!--'

    html = chatkit(user_request(), greeting=hostile, title=hostile, thread=hostile)

    assert html.count("</script>") == 2
    assert "<!--" not in html
    found = config(html)
    assert found["options"]["startScreen"]["greeting"] == hostile
    assert found["options"]["header"]["title"]["text"] == hostile
    assert found["thread"]["id"] == hostile


# Static files


@override_settings(STATIC_URL="https://static.example.com/assets/")
def test_static_files_may_be_on_another_host() -> None:
    html = chatkit(user_request())

    assert 'href="https://static.example.com/assets/django_chatkit/embed.css"' in html
    assert 'src="https://static.example.com/assets/django_chatkit/embed.js"' in html
    folder = "https://static.example.com/assets/django_chatkit"
    assert {url.rpartition("/")[0] for url in config(html)["assets"].values()} == {
        folder,
        f"{folder}/icons",
        f"{folder}/locales",
    }


@pytest.mark.parametrize(
    "storage",
    [
        "django.contrib.staticfiles.storage.ManifestStaticFilesStorage",
        "whitenoise.storage.CompressedManifestStaticFilesStorage",
    ],
)
def test_hashed_names_are_those_of_the_files_collected(tmp_path: Path, storage: str) -> None:
    from django.core.management import call_command

    with override_settings(
        STATIC_ROOT=str(tmp_path),
        STATIC_URL="https://cdn.example.com/",
        STORAGES={"staticfiles": {"BACKEND": storage}},
        WHITENOISE_KEEP_ONLY_HASHED_FILES=True,
        INSTALLED_APPS=["django.contrib.staticfiles", "django_chatkit"],
    ):
        call_command("collectstatic", verbosity=0, interactive=False)
        html = chatkit(user_request())

    urls = [
        *re.findall(r'(?:href|src)="(https://[^"]+)"', html),
        *config(html)["assets"].values(),
    ]
    assert len(urls) > 3
    for url in urls:
        assert re.search(r"\.[0-9a-f]{12}\.(js|css)$", url), url
        assert (tmp_path / url.removeprefix("https://cdn.example.com/")).is_file()


# Who may not chat


def test_who_may_not_chat_gets_a_log_in_link_that_leads_back() -> None:
    html = chatkit(page_request(path="/help/?topic=a&page=2"))

    assert html == (
        '<link rel="stylesheet" href="/static/django_chatkit/embed.css">\n'
        '<p class="django-chatkit-login">'
        '<a href="/admin/login/?next=/help/%3Ftopic%3Da%26page%3D2">Log in to use the chat.</a></p>'
    )


@override_settings(LOGIN_URL="admin:login")
def test_the_log_in_page_may_be_named() -> None:
    assert '<a href="/admin/login/?next=/help/">' in chatkit(page_request())


def test_a_popup_for_who_may_not_chat_is_nothing() -> None:
    assert chatkit(page_request(), layout="popup") == ""


def test_an_account_that_was_switched_off_is_nobody() -> None:
    request = user_request()
    request.user.is_active = False

    assert "Log in to use the chat." in chatkit(request)


@override_settings(CHATKIT_ADAPTER="tests.adapters.StaffOnlyAdapter")
def test_a_user_for_whom_the_assistant_is_not_is_told_so() -> None:
    html = chatkit(user_request())

    assert "This chat is not open to you. Log in as somebody else to use it." in html
    assert "<openai-chatkit" not in html


def test_a_request_without_sessions_is_nobodys() -> None:
    assert "Log in to use the chat." in chatkit(HttpRequest())


@override_settings(CHATKIT_ALLOW_ANONYMOUS=True)
def test_visitors_may_chat_where_a_setting_says_so() -> None:
    assert "<openai-chatkit" in chatkit(page_request())


# Language


@pytest.mark.parametrize(
    ("language", "attributes"),
    [
        ("fr", 'lang="fr" dir="ltr"'),
        ("ar", 'lang="ar" dir="rtl"'),
        ("zh-hans", 'lang="zh-CN" dir="ltr"'),
    ],
)
def test_the_chat_speaks_the_pages_language(language: str, attributes: str) -> None:
    with override(language):
        assert attributes in chatkit(user_request())


def test_without_javascript_the_page_says_so_in_the_chats_language() -> None:
    html = chatkit(user_request(), locale="fr")

    assert "<noscript>Le chat a besoin de JavaScript.</noscript>" in html


# Mistakes


def test_an_unknown_assistant_is_an_error_that_names_the_nearest() -> None:
    with (
        override_settings(CHATKIT_ASSISTANTS=SEVERAL),
        pytest.raises(
            ImproperlyConfigured,
            match=r"^CHATKIT_ASSISTANTS has no assistant 'suport'\. Did you mean 'support'\?$",
        ),
    ):
        chatkit(user_request(), "suport")


def test_an_unknown_option_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(
        ImproperlyConfigured,
        match=r"^\{% chatkit %\} has no option 'heigth'\. Did you mean 'height'\?$",
    ):
        chatkit(user_request(), heigth="300px")


def test_without_a_request_the_error_says_how_to_give_one() -> None:
    with pytest.raises(ImproperlyConfigured, match="needs the request"):
        chatkit(None)
