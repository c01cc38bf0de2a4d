"""What the page's loader is told: ``element_config``."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.backends.cache import SessionStore
from django.core.exceptions import ImproperlyConfigured
from django.middleware.csrf import _does_token_match  # type: ignore[attr-defined]
from django.test import override_settings
from django.urls import set_script_prefix
from django.utils.translation import gettext_lazy, override

from django_chatkit.adapter import VISITOR_KEY
from django_chatkit.element import assets, element_config
from django_chatkit.exceptions import AuthenticationRequired, NotFound
from django_chatkit.page_context import METADATA_KEY, read_page_context
from tests.pages import page_request, user_request

SELF_HOSTED = "django_chatkit.backends.SelfHostedBackend"


def one_assistant(**element: Any) -> dict[str, Any]:
    return {"default": {"BACKEND": SELF_HOSTED, "ELEMENT": element}}


def test_with_nothing_configured() -> None:
    request = user_request()
    config = element_config(request)
    token = config["csrf"].pop("token")

    assert _does_token_match(token, request.META["CSRF_COOKIE"])
    assert config == {
        "assistant": "default",
        "backend": "self-hosted",
        "source": "bundled",
        "layout": "inline",
        "height": None,
        "options": {"locale": "en"},
        "api": {"url": "/chatkit/conversation", "domainKey": "bundled"},
        "csrf": {"header": "X-Csrftoken", "cookie": "csrftoken"},
        "loginUrl": "/admin/login/",
        "thread": {
            "id": None,
            "storageKey": "django-chatkit:default:9c38d42fc3dab94f0b541ce88c18f309",
        },
        "draftKey": config["draftKey"],
        "eventsUrl": "/chatkit/client-events",
        "context": None,
        "imageDomains": [],
        "assets": {name: f"/static/django_chatkit/{path}" for name, path in assets().items()},
        "script": {"url": None},
        "messages": {
            "open": "Open chat",
            "close": "Close chat",
            "loadFailed": "The chat could not be loaded. Check your connection and try again.",
            "sessionExpired": "Your session has ended. Reload the page to go on.",
            "signIn": "Log in",
            "reload": "Reload",
            "scriptFailed": (
                "The chat's script could not be loaded from {host}. Check your connection, or "
                "allow it in your content blocker."
            ),
            "scriptBlocked": (
                "This site's Content-Security-Policy blocks the chat's script. If the site is "
                "yours, allow {host} in it."
            ),
            "notReady": (
                "The chat does not start. If this site is yours, add {domain} to the domain "
                "allow-list in OpenAI's settings."
            ),
            "sessionRefused": "This chat is not open to you.",
            "sessionUnavailable": (
                "The assistant cannot be reached right now. Try again in a moment."
            ),
            "waiting": "The assistant is busy. Trying again in {seconds} s.",
            "offline": "This site cannot be reached. Check your connection and try again.",
        },
    }


# Where it talks to


@override_settings(CHATKIT_ASSISTANTS={"help & more": {"BACKEND": SELF_HOSTED}})
def test_another_assistant_is_named_in_the_address() -> None:
    config = element_config(user_request(), "help & more")

    assert config["api"]["url"] == "/chatkit/conversation?assistant=help+%26+more"


def test_the_address_has_the_prefix_that_the_site_is_mounted_under() -> None:
    set_script_prefix("/intranet/")
    try:
        assert element_config(user_request())["api"]["url"] == "/intranet/chatkit/conversation"
    finally:
        set_script_prefix("/")


@override_settings(ROOT_URLCONF="tests.test_element")
def test_where_the_urls_are_not_mounted_the_error_says_what_to_add() -> None:
    with pytest.raises(ImproperlyConfigured, match=r'Add path\("chatkit/", include\('):
        element_config(user_request())


urlpatterns: list[Any] = []


# The element's source


@override_settings(CHATKIT_DOMAIN_KEY="domain_pk_1")
def test_with_a_domain_key_openais_script_is_used() -> None:
    config = element_config(user_request())

    assert config["source"] == "cdn"
    assert config["api"]["domainKey"] == "domain_pk_1"
    assert config["script"] == {
        "url": "https://cdn.platform.openai.com/deployments/chatkit/chatkit.js"
    }


@override_settings(CHATKIT_ELEMENT_SOURCE="cdn", CHATKIT_SCRIPT_URL="https://mirror.example/c.js")
def test_openais_script_may_come_from_elsewhere_and_needs_no_key_on_localhost() -> None:
    config = element_config(user_request())

    assert config["api"]["domainKey"] == "local-dev"
    assert config["script"] == {"url": "https://mirror.example/c.js"}


@override_settings(CHATKIT_DOMAIN_KEY="domain_pk_1", CHATKIT_ELEMENT_SOURCE="bundled")
def test_bundled_means_bundled_whatever_the_key() -> None:
    config = element_config(user_request())

    assert (config["source"], config["api"]["domainKey"]) == ("bundled", "bundled")
    assert config["script"] == {"url": None}


@override_settings(CHATKIT_ELEMENT_SOURCE="bundeled")
def test_a_misspelled_source_is_an_error_that_names_the_setting() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"CHATKIT_ELEMENT_SOURCE.*mean 'bundled'"):
        element_config(user_request())


# Assistants that OpenAI hosts

HOSTED = {
    "BACKEND": "django_chatkit.backends.HostedBackend",
    "OPTIONS": {"API_KEY": "sk-not-a-key", "WORKFLOW_ID": "wf_1"},
}


@override_settings(CHATKIT_ASSISTANTS={"default": {"BACKEND": SELF_HOSTED}, "legacy": HOSTED})
def test_a_hosted_assistant_gets_openais_script_and_where_to_mint_and_sync() -> None:
    config = element_config(user_request(), "legacy", greeting="Ask")

    assert "api" not in config
    assert {
        name: config[name] for name in ("backend", "source", "script", "hosted", "eventsUrl")
    } == {
        "backend": "hosted",
        "source": "cdn",
        "script": {"url": "https://cdn.platform.openai.com/deployments/chatkit/chatkit.js"},
        "hosted": {
            "sessionsUrl": "/chatkit/sessions?assistant=legacy",
            "syncUrl": "/chatkit/threads/{id}/sync?assistant=legacy",
            "storageKey": config["thread"]["storageKey"],
        },
        "eventsUrl": "/chatkit/client-events?assistant=legacy",
    }
    assert config["thread"]["storageKey"].startswith("django-chatkit:legacy:")
    assert config["options"] == {"locale": "en", "startScreen": {"greeting": "Ask"}}


@override_settings(CHATKIT_ASSISTANTS={"default": HOSTED})
def test_a_page_is_told_nothing_of_the_key_and_the_workflow() -> None:
    text = json.dumps(element_config(user_request()))

    assert "sk-not-a-key" not in text
    assert "wf_1" not in text


@override_settings(CHATKIT_ASSISTANTS={"default": HOSTED})
def test_a_hosted_assistant_takes_no_context_and_the_error_says_what_instead() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"get_state_variables\(\)"):
        element_config(user_request(), context={"product": 3})


@override_settings(CHATKIT_ASSISTANTS={"default": HOSTED}, CHATKIT_ELEMENT_SOURCE="bundled")
def test_a_hosted_assistant_cannot_be_shown_by_the_bundled_element() -> None:
    with pytest.raises(ImproperlyConfigured, match="only OpenAI's element can talk to"):
        element_config(user_request())


# What is documented

REFERENCE = Path(__file__).parent.parent / "docs" / "reference" / "javascript.md"


@override_settings(CHATKIT_ASSISTANTS={"default": {"BACKEND": SELF_HOSTED}, "legacy": HOSTED})
def test_every_part_of_the_configuration_is_documented_and_no_other() -> None:
    section = REFERENCE.read_text().partition("## The configuration")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`.+?`) \|", section, re.MULTILINE)
    documented = {name for row in rows for name in re.findall(r"`(\w+)`", row)}

    assert documented == {
        *element_config(user_request()),
        *element_config(user_request(), "legacy"),
    }


# Options


@override_settings(
    CHATKIT_ASSISTANTS=one_assistant(
        theme={"colorScheme": "light", "radius": "soft"},
        startScreen={"greeting": "From settings", "prompts": [{"label": "A", "prompt": "B"}]},
    )
)
def test_keywords_win_over_settings_and_leave_the_rest_alone() -> None:
    options = element_config(user_request(), theme="dark", greeting="From the tag")["options"]

    assert options == {
        "locale": "en",
        "theme": {"colorScheme": "dark", "radius": "soft"},
        "startScreen": {"greeting": "From the tag", "prompts": [{"label": "A", "prompt": "B"}]},
    }


@override_settings(CHATKIT_ASSISTANTS=one_assistant(disclaimer={"text": gettext_lazy("Log in")}))
def test_lazy_translations_in_settings_are_in_the_pages_language() -> None:
    with override("de"):
        options = element_config(user_request())["options"]

    assert options == {"locale": "de", "disclaimer": {"text": "Anmelden"}}


@override_settings(CHATKIT_ASSISTANTS=one_assistant(locale="fr"))
def test_the_settings_may_fix_the_language() -> None:
    config = element_config(user_request())

    assert config["options"] == {"locale": "fr"}
    assert config["messages"]["reload"] == "Recharger"


def test_the_context_of_one_person_is_not_in_the_settings_of_another() -> None:
    with override_settings(CHATKIT_ASSISTANTS=one_assistant(composer={"placeholder": "Ask"})):
        element_config(user_request(), attachments=True)
        options = element_config(user_request())["options"]

    assert options == {"locale": "en", "composer": {"placeholder": "Ask"}}


@override_settings(CHATKIT_MAX_UPLOAD_SIZE=5, CHATKIT_ALLOWED_UPLOAD_TYPES=["image/png", "x/y"])
def test_with_attachments_the_element_knows_where_to_and_within_which_limits() -> None:
    config = element_config(user_request(), attachments=True)

    assert config["api"]["uploadStrategy"] == {"type": "direct", "uploadUrl": "/chatkit/files"}
    assert config["options"]["composer"]["attachments"] == {
        "enabled": True,
        "maxSize": 5,
        "accept": {"image/png": [".png"], "x/y": []},
    }


@override_settings(
    CHATKIT_ASSISTANTS=one_assistant(composer={"attachments": {"enabled": True, "maxSize": 9}})
)
def test_a_sites_own_attachment_limits_stay() -> None:
    attachments = element_config(user_request())["options"]["composer"]["attachments"]

    assert attachments["maxSize"] == 9


@override_settings(CHATKIT_IMAGE_DOMAINS=["images.example.com"])
def test_hosts_of_images_are_passed_on() -> None:
    assert element_config(user_request())["imageDomains"] == ["images.example.com"]


@pytest.mark.parametrize(
    ("height", "length"),
    [("640px", "640px"), (640, "640px"), ("640", "640px"), ("80dvh", "80dvh"), ("100%", "100%")],
)
def test_heights_are_css_lengths(height: str | int, length: str) -> None:
    assert element_config(user_request(), height=height)["height"] == length


@pytest.mark.parametrize("height", ["tall", "1px;color:red", "-1px", "calc(1px + 2px)"])
def test_a_height_that_is_none_is_an_error(height: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="height="):
        element_config(user_request(), height=height)


def test_an_unknown_layout_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"layout='pop-up'\. Did you mean 'popup'\?"):
        element_config(user_request(), layout="pop-up")


def test_a_thread_is_named_by_its_id() -> None:
    assert element_config(user_request(), thread="thr_1")["thread"]["id"] == "thr_1"
    with pytest.raises(ImproperlyConfigured, match="not a thread's id"):
        element_config(user_request(), thread=object())  # type: ignore[arg-type]


# CSRF


def test_the_csrf_cookie_is_set_with_the_page() -> None:
    request = user_request()

    element_config(request)

    assert request.META["CSRF_COOKIE_NEEDS_UPDATE"]


@override_settings(CSRF_COOKIE_NAME="__Host-csrf", CSRF_HEADER_NAME="HTTP_X_XSRF_TOKEN")
def test_the_sites_own_names_for_csrf_are_used() -> None:
    csrf = element_config(user_request())["csrf"]

    assert (csrf["cookie"], csrf["header"]) == ("__Host-csrf", "X-Xsrf-Token")


@pytest.mark.parametrize("setting", ["CSRF_COOKIE_HTTPONLY", "CSRF_USE_SESSIONS"])
def test_a_cookie_that_scripts_cannot_read_is_not_named(setting: str) -> None:
    with override_settings(**{setting: True}):
        csrf = element_config(user_request())["csrf"]

    assert csrf["cookie"] is None
    assert len(csrf["token"]) == 64


# The last thread of a browser session


def storage_key(session_key: str, alias: str = "default") -> str:
    key: str = element_config(user_request(session_key=session_key), alias)["thread"]["storageKey"]
    return key


def test_a_person_has_the_same_drafts_after_a_new_log_in_and_nobody_else_has_them() -> None:
    def draft_key(person: User, session_key: str) -> str:
        request = page_request(person)
        request.session = SessionStore(session_key)
        key: str = element_config(request)["draftKey"]
        return key

    alice, bob = User(pk=1, username="alice"), User(pk=2, username="bob")

    assert draft_key(alice, "today") == draft_key(alice, "tomorrow")
    assert draft_key(alice, "today") != draft_key(bob, "today")


def test_each_browser_session_remembers_its_own_thread() -> None:
    assert storage_key("alices-browser") == storage_key("alices-browser")
    assert storage_key("alices-browser") != storage_key("alices-phone")


@override_settings(
    CHATKIT_ASSISTANTS={"default": {"BACKEND": SELF_HOSTED}, "support": {"BACKEND": SELF_HOSTED}}
)
def test_each_assistant_remembers_its_own_thread() -> None:
    assert storage_key("alices-browser", "support").startswith("django-chatkit:support:")


def test_the_key_tells_nothing_of_the_session_without_the_sites_secret() -> None:
    with override_settings(SECRET_KEY="another"):
        other = storage_key("alices-browser")

    assert "alices-browser" not in other
    assert other != storage_key("alices-browser")


@override_settings(SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies")
def test_a_session_kept_in_a_cookie_changes_and_its_person_does_not() -> None:
    assert storage_key("signed content") == storage_key("other signed content")


@override_settings(CHATKIT_ALLOW_ANONYMOUS=True)
def test_a_visitor_without_a_session_gets_none_and_remembers_nothing() -> None:
    request = page_request()

    config = element_config(request)

    assert config["thread"]["storageKey"] is None
    assert not request.session.modified
    assert request.session.session_key is None


@override_settings(CHATKIT_ALLOW_ANONYMOUS=True)
def test_a_visitor_with_a_session_remembers_their_thread() -> None:
    request = page_request()
    request.session = SessionStore()
    request.session.create()

    assert element_config(request)["thread"]["storageKey"].startswith("django-chatkit:default:")


# The page's context


def signed_for(config: dict[str, Any], *, assistant: str = "default", scope: str) -> Any:
    metadata = {METADATA_KEY: {"page_context": config["context"]}}
    return read_page_context(metadata, assistant=assistant, scope=scope)


def test_a_context_is_signed_for_its_person_and_assistant() -> None:
    config = element_config(user_request(), context={"product": 3})

    assert signed_for(config, scope="user-7") == {"product": 3}
    assert signed_for(config, scope="user-8") is None
    assert signed_for(config, scope="user-7", assistant="support") is None


@override_settings(CHATKIT_ALLOW_ANONYMOUS=True)
def test_a_context_for_a_visitor_begins_their_scope() -> None:
    request = page_request()

    config = element_config(request, context={"product": 3})

    scope = f"anon-{request.session[VISITOR_KEY]}"
    assert signed_for(config, scope=scope) == {"product": 3}


# Who may chat


def test_nobody_is_asked_to_log_in() -> None:
    with pytest.raises(AuthenticationRequired):
        element_config(page_request())


def test_an_unknown_assistant_is_not_found() -> None:
    with pytest.raises(NotFound):
        element_config(user_request(), "nowhere")


@override_settings(CHATKIT_ADAPTER="tests.adapters.StaffOnlyAdapter")
def test_an_assistant_for_others_is_not_found() -> None:
    with pytest.raises(NotFound):
        element_config(user_request())
