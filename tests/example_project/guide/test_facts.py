"""Facts are kept for the visitor who told them."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.test import Client
from django.urls import path

from guide.facts import LONGEST, MOST, NotKept, facts_of, keep
from guide.models import Fact
from guide.views import ForgetView

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.urls(__name__)]

urlpatterns = [path("forget/<int:fact_id>/", ForgetView.as_view())]


def person(username: str) -> User:
    return get_user_model().objects.create_user(username)


def test_a_fact_is_kept_in_one_line_for_one_visitor() -> None:
    alice, bob = person("alice"), person("bob")

    keep(alice, "  Likes\n tea\x00 ")

    assert [fact.text for fact in facts_of(alice)] == ["Likes tea"]
    assert not facts_of(bob).exists()


def test_what_is_known_is_kept_once() -> None:
    alice, bob = person("alice"), person("bob")

    assert keep(alice, "Likes tea") == keep(alice, "Likes tea")
    keep(bob, "Likes tea")

    assert Fact.objects.count() == 2


def test_the_newest_fact_comes_first() -> None:
    alice = person("alice")

    keep(alice, "Likes tea")
    keep(alice, "Has a boat")

    assert [fact.text for fact in facts_of(alice)] == ["Has a boat", "Likes tea"]


@pytest.mark.parametrize("text", ["", " \n", "x" * (LONGEST + 1)])
def test_an_empty_or_a_long_fact_is_not_kept(text: str) -> None:
    alice = person("alice")

    with pytest.raises(NotKept):
        keep(alice, text)

    assert not facts_of(alice).exists()


def test_there_is_an_end_to_what_is_kept() -> None:
    alice = person("alice")
    Fact.objects.bulk_create(Fact(user=alice, text=f"Fact {number}") for number in range(MOST))

    with pytest.raises(NotKept, match="The visitor may delete some"):
        keep(alice, "One more")
    assert keep(alice, "Fact 7").text == "Fact 7"


def test_facts_go_with_their_visitor() -> None:
    alice = person("alice")
    keep(alice, "Likes tea")

    alice.delete()

    assert not Fact.objects.exists()


def test_a_visitor_crosses_out_only_what_is_their_own(client: Client) -> None:
    alice, bob = person("alice"), person("bob")
    fact = keep(alice, "Likes tea")
    headers = {"Accept": "application/json"}

    client.force_login(bob)
    assert client.post(f"/forget/{fact.pk}/", headers=headers).status_code == 404
    assert facts_of(alice).exists()

    client.force_login(alice)
    assert client.get(f"/forget/{fact.pk}/").status_code == 405
    assert client.post(f"/forget/{fact.pk}/", headers=headers).status_code == 204
    assert not facts_of(alice).exists()


def test_a_stranger_crosses_out_nothing(client: Client) -> None:
    fact = keep(person("alice"), "Likes tea")

    assert client.post(f"/forget/{fact.pk}/").status_code == 302
    assert Fact.objects.exists()
