"""The schema reaches a site that makes its own with drf-spectacular, and one that does not."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, override_settings
from django.urls import clear_script_prefix, clear_url_caches, include, path, set_script_prefix
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.settings import patched_settings
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator
from rest_framework import serializers
from rest_framework.generics import RetrieveAPIView

from django_chatkit.api.schema.document import openapi_document

ROOT = Path(__file__).resolve().parents[3]
HOOK = "django_chatkit.api.schema.hooks.add_endpoints"


class Order(serializers.Serializer[Any]):
    status = serializers.ChoiceField(choices=["open", "sent"])


class OrderView(RetrieveAPIView[Any]):
    """What a site has besides a chat."""

    schema = AutoSchema()
    serializer_class = Order


urlpatterns = [
    path("orders/<int:pk>", OrderView.as_view()),
    path("support/", include("django_chatkit.api.schema.urls")),
    path("support/", include("django_chatkit.urls")),
]

SITE = override_settings(ROOT_URLCONF=__name__)


@pytest.fixture
def site() -> Iterator[None]:
    with SITE:
        clear_url_caches()
        yield
    clear_url_caches()


def sites_schema(**settings: Any) -> dict[str, Any]:
    with patched_settings({"PREPROCESSING_HOOKS": [HOOK], "VERSION": "1", **settings}):
        generated: dict[str, Any] = SchemaGenerator().get_schema(public=True)
    return generated


@pytest.mark.parametrize(
    ("version", "validator"),
    [("3.0.3", OpenAPIV30SpecValidator), ("3.1.0", OpenAPIV31SpecValidator)],
)
@pytest.mark.usefixtures("site")
def test_one_line_adds_it_to_the_sites_own(version: str, validator: Any) -> None:
    document = sites_schema(OAS_VERSION=version)

    assert list(validator(document).iter_errors()) == []
    assert {"/orders/{id}", "/support/conversation", "/support/threads/{thread_id}"} <= set(
        document["paths"]
    )
    assert not GENERATOR_STATS


@pytest.mark.usefixtures("site")
def test_the_sites_own_names_stay() -> None:
    schemas = sites_schema()["components"]["schemas"]

    assert sorted(name for name in schemas if not name.startswith("ChatKit")) == [
        "Order",
        "StatusEnum",
    ]
    assert schemas["StatusEnum"]["enum"] == ["open", "sent"]


@override_settings(ROOT_URLCONF="tests.browser.urls")
def test_a_site_without_the_chat_gets_nothing() -> None:
    with override_settings(ROOT_URLCONF="django.contrib.auth.urls"):
        clear_url_caches()
        assert sites_schema()["paths"] == {}


@pytest.mark.usefixtures("site")
def test_it_is_served_by_itself(client: Client) -> None:
    answer = client.get("/support/openapi.json")

    assert answer.headers["Content-Type"] == "application/vnd.oai.openapi+json"
    assert answer.json()["openapi"] == "3.1.0"
    assert "/support/conversation" in answer.json()["paths"]
    assert "/orders/{id}" not in answer.json()["paths"]


def test_a_site_below_a_prefix_says_so() -> None:
    set_script_prefix("/shop/")
    try:
        document = openapi_document()
    finally:
        clear_script_prefix()

    assert document["servers"] == [{"url": "/shop"}]
    assert "/chatkit/threads" in document["paths"]


def run(code: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"DJANGO_SETTINGS_MODULE": "tests.settings", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_site_starts_without_drf_spectacular() -> None:
    done = run(
        "import sys, django\n"
        "sys.modules['drf_spectacular'] = None\n"
        "django.setup()\n"
        "import django_chatkit.urls, django_chatkit.api.schema.urls, django_chatkit.api.rest.threads\n"
        "from django.core import checks\n"
        "assert not checks.run_checks()\n"
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_it_is_made_without_the_sdk_too() -> None:
    done = run(
        "import sys, importlib.util, django\n"
        "django.setup()\n"
        "find = importlib.util.find_spec\n"
        "importlib.util.find_spec = lambda name, *a: None if name == 'chatkit' else find(name, *a)\n"
        "from django_chatkit.api.schema.document import openapi_document\n"
        "from openapi_spec_validator import OpenAPIV31SpecValidator\n"
        "print(*OpenAPIV31SpecValidator(openapi_document()).iter_errors())\n"
        "print('chatkit' in sys.modules)\n"
    )

    assert done.stdout.split() == ["False"], done.stderr
