"""Assistants in the admin: paused, and how much they used."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from django_chatkit.models import ChatAssistant, ChatUsage

LIST = reverse("admin:django_chatkit_chatassistant_changelist")
SELF_HOSTED = "django_chatkit.backends.SelfHostedBackend"


@pytest.fixture(autouse=True)
def _two_assistants(settings: Settings) -> None:
    limits = {"ASSISTANT": {"TOKENS_PER_DAY": 1000}, "SCOPE": {"COST_PER_DAY": "0.20"}}
    settings.CHATKIT_ASSISTANTS = {
        "default": {
            "BACKEND": SELF_HOSTED,
            "OPTIONS": {"LIMITS": limits, "PRICES": {"m": {"INPUT": 1, "OUTPUT": 1}}},
        },
        "sales": {"BACKEND": SELF_HOSTED},
    }


def change_page(alias: str) -> str:
    key = ChatAssistant.objects.get(alias=alias).pk
    return reverse("admin:django_chatkit_chatassistant_change", args=[key])


def used(tokens: int, cost: str | None = None) -> None:
    ChatUsage.objects.create(
        assistant="default",
        scope="user-1",
        thread_sequence=1,
        model="m",
        requests=1,
        input_tokens=tokens,
        cost=None if cost is None else Decimal(cost),
    )


def test_every_assistant_of_the_settings_is_listed(lead: Client) -> None:
    page = lead.get(LIST).content.decode()

    assert ChatAssistant.objects.count() == 2
    assert page.count("Answering") == 2
    assert "sales" in page


def test_an_assistant_that_the_settings_name_no_more_is_not_listed(lead: Client) -> None:
    ChatAssistant.objects.create(alias="gone")

    assert "gone" not in lead.get(LIST).content.decode()


def test_the_list_says_what_was_used_and_which_limit_is_near(lead: Client) -> None:
    used(850, "1.25")

    page = lead.get(LIST).content.decode()

    assert '<td class="field-tokens">850</td>' in page
    assert '<td class="field-cost">1.25</td>' in page
    assert '>85 %</small> <small class="chatkit-quiet">· tokens a day, everybody</small>' in page


def test_who_paused_an_assistant_is_kept_and_logged(lead: Client, admin_user: User) -> None:
    lead.get(LIST)

    lead.post(change_page("sales"), {"is_paused": "on", "notice": "Closed for stocktaking."})

    paused = ChatAssistant.objects.get(alias="sales")
    assert (paused.is_paused, paused.notice) == (True, "Closed for stocktaking.")
    assert paused.changed_by == admin_user
    assert LogEntry.objects.get().object_repr == "sales"
    assert "Paused" in lead.get(LIST).content.decode()


def test_the_page_shows_the_limits_and_thirty_days(lead: Client) -> None:
    lead.get(LIST)
    used(400)

    page = lead.get(change_page("default")).content.decode()

    assert "tokens a day, everybody" in page
    assert "cost a day, each person" in page
    assert page.count("<rect ") == 30
    assert ": 400</title>" in page


def test_an_assistant_without_a_model_has_nothing_to_show(lead: Client) -> None:
    lead.get(LIST)

    assert "No model was used in the last thirty days." in (
        lead.get(change_page("sales")).content.decode()
    )


def test_staff_who_may_look_may_not_pause(staff: Callable[..., Client]) -> None:
    ChatAssistant.objects.create(alias="sales")
    looking = staff("view_chatassistant")

    assert looking.get(change_page("sales")).status_code == 200
    assert looking.post(change_page("sales"), {"is_paused": "on"}).status_code == 403
    assert not ChatAssistant.objects.get(alias="sales").is_paused


def test_assistants_are_neither_added_nor_deleted(lead: Client) -> None:
    lead.get(LIST)

    assert lead.get(LIST + "add/").status_code == 403
    assert lead.get(change_page("sales").replace("change/", "delete/")).status_code == 403
