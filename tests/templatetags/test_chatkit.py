"""``{% chatkit %}`` in Django's templates."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.template import Engine
from django.test import override_settings

from tests.pages import LOAD, config, page_request, render, user_request

TWO = {
    "default": {"BACKEND": "django_chatkit.backends.SelfHostedBackend"},
    "support": {"BACKEND": "django_chatkit.backends.SelfHostedBackend"},
}


def test_without_arguments_it_shows_the_default_assistant() -> None:
    found = config(render("{% chatkit %}", user_request()))

    assert (found["assistant"], found["layout"]) == ("default", "inline")


@override_settings(CHATKIT_ASSISTANTS=TWO)
def test_arguments_may_be_literals_and_variables() -> None:
    found = config(
        render(
            '{% chatkit name layout="popup" theme="dark" height="640px" thread=thread_id '
            "context=page %}",
            user_request(),
            name="support",
            thread_id="thr_1",
            page={"product": 3},
        )
    )

    assert found["assistant"] == "support"
    assert found["layout"] == "popup"
    assert found["options"]["theme"] == {"colorScheme": "dark"}
    assert found["height"] == "640px"
    assert found["thread"]["id"] == "thr_1"
    assert isinstance(found["context"], str)


def test_undefined_variables_say_nothing() -> None:
    found = config(
        render("{% chatkit height=no thread=no context=no greeting=no theme=no %}", user_request())
    )

    assert found["height"] is None
    assert found["thread"]["id"] is None
    assert found["context"] is None
    assert found["options"] == {"locale": "en"}


def test_tags_in_included_templates_belong_to_the_same_page() -> None:
    popup = Engine.get_default().from_string(LOAD + '{% chatkit layout="popup" %}')

    html = render("{% chatkit %}{% include popup %}", user_request(), popup=popup)

    assert 'id="chatkit-1"' in html
    assert 'data-chatkit-config="chatkit-2-config"' in html
    assert html.count('embed.js"></script>') == 1


def test_the_nonce_of_the_context_is_used() -> None:
    html = render("{% chatkit %}", user_request(), csp_nonce="from-context")

    assert html.count('nonce="from-context"') == 3


def test_the_result_may_be_kept_in_a_variable() -> None:
    html = render("{% chatkit as chat %}[{{ chat }}]", page_request())

    assert html.startswith("[<link ")


def test_without_a_request_in_the_context_the_error_says_how_to_give_one() -> None:
    with pytest.raises(
        ImproperlyConfigured, match=r"django\.template\.context_processors\.request"
    ):
        render("{% chatkit %}", None)


def test_an_unknown_option_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(ImproperlyConfigured, match="Did you mean 'layout'"):
        render('{% chatkit layuot="popup" %}', user_request())
