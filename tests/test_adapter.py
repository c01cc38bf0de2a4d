"""The adapter: scopes, and who may chat."""

import re

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.backends.cache import SessionStore
from django.http import HttpRequest
from django.test import override_settings

from django_chatkit.adapter import VISITOR_KEY, ChatKitAdapter, get_adapter
from tests.adapters import StaffOnlyAdapter
from tests.pages import page_request

adapter = ChatKitAdapter()


def test_a_users_scope_is_made_of_the_primary_key() -> None:
    assert adapter.get_user_scope(User(pk=7, username="alice")) == "user-7"


@override_settings(CHATKIT_SCOPE_PREFIX="shop-")
def test_the_sites_prefix_begins_every_scope() -> None:
    assert adapter.get_user_scope(User(pk=7)) == "shop-user-7"
    assert adapter.visitor_scope("0" * 32) == "shop-anon-" + "0" * 32


def test_visitors_have_no_scope_where_they_may_not_chat() -> None:
    request = page_request()

    assert adapter.get_visitor_scope(request, create=True) is None
    assert VISITOR_KEY not in request.session


@override_settings(CHATKIT_ALLOW_ANONYMOUS=True)
def test_a_visitors_scope_is_random_and_stays_for_the_session() -> None:
    one, another = page_request(), page_request()

    scope = adapter.get_visitor_scope(one, create=True)

    assert re.fullmatch(r"anon-[0-9a-f]{32}", scope or "")
    assert adapter.get_visitor_scope(one, create=True) == scope
    assert adapter.get_visitor_scope(one, create=False) == scope
    assert adapter.get_visitor_scope(another, create=True) != scope


@override_settings(CHATKIT_ALLOW_ANONYMOUS=True)
def test_looking_for_a_visitors_scope_leaves_the_session_alone() -> None:
    request = page_request()
    request.session = SessionStore()

    assert adapter.get_visitor_scope(request, create=False) is None
    assert not request.session.modified


@override_settings(CHATKIT_ALLOW_ANONYMOUS=True)
def test_without_sessions_there_are_no_visitors() -> None:
    assert adapter.get_visitor_scope(HttpRequest(), create=True) is None


@pytest.mark.parametrize("allowed", [True, False])
def test_visitors_may_chat_where_the_setting_says_so(allowed: bool) -> None:
    with override_settings(CHATKIT_ALLOW_ANONYMOUS=allowed):
        assert adapter.may_chat(None, "default") is allowed
        assert adapter.may_chat(User(pk=7), "default") is True


@override_settings(CHATKIT_ADAPTER="tests.adapters.StaffOnlyAdapter")
def test_a_site_may_have_an_adapter_of_its_own() -> None:
    assert isinstance(get_adapter(), StaffOnlyAdapter)
    assert get_adapter().may_chat(User(pk=7), "default") is False
