"""Conversations that OpenAI holds: how old the copy is, in the list and on the page."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format
from pytest_django import DjangoAssertNumQueries, Settings

from django_chatkit import services
from django_chatkit.models import ChatThread
from django_chatkit.testing import FakeOpenAI
from tests.admin.conversations import XSS, exchange, item, make_thread
from tests.admin.hosted import (
    LIST,
    SELF_HOSTED,
    mirrored,
    plain,
    url,
)


@pytest.fixture
def states(hosted_assistant: str, fake_openai: FakeOpenAI) -> dict[str, ChatThread]:
    """One thread in each state."""
    long_ago = timezone.now() - timedelta(days=3)
    return {
        "in_step": mirrored(fake_openai, "Hello", title="Fresh"),
        "behind": mirrored(fake_openai, "Hello", title="Old", synced_at=long_ago),
        "vanished": mirrored(fake_openai, "Hello", title="Gone", vanished_at=long_ago),
        "never": mirrored(fake_openai, title="Unread", synced_at=None),
    }


def test_a_thread_that_was_only_listed_was_never_synced(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    listed = mirrored(fake_openai, title="Seen in a list")

    page = plain(lead.get(url("change", listed)).content.decode())

    assert lead.get(LIST, {"mirror": "never"}).context["cl"].result_list == [listed]
    assert lead.get(LIST, {"mirror": "in_step"}).context["cl"].result_list == []
    assert "Never synced OpenAI holds the conversation; nothing of it was read yet." in page
    assert "Last synced" not in page


def test_the_list_shows_how_each_copy_stands_and_since_when(
    lead: Client, states: dict[str, ChatThread]
) -> None:
    make_thread(9, title="Own")

    page = lead.get(LIST).content.decode()

    cells = re.findall(r'<td class="field-mirror">(.*?)</td>', page)
    long_ago = date_format(timezone.now() - timedelta(days=3), "SHORT_DATE_FORMAT")
    titles = re.findall(r"<bdi>(\w+)</bdi></a>", page)
    shown = {title: plain(cell) for title, cell in zip(titles, cells, strict=True)}
    assert {title: words.partition(f" {long_ago}")[0] for title, words in shown.items()} == {
        "Fresh": "In step just now",
        "Old": "May be behind",
        "Gone": "Gone at OpenAI",
        "Unread": "Never synced",
        "Own": "",
    }
    assert shown["Old"] != "May be behind"
    assert page.count('<svg class="chatkit-cloud"') == 4


@pytest.mark.parametrize("state", ["in_step", "behind", "vanished", "never"])
def test_the_list_is_filtered_by_state(
    lead: Client, states: dict[str, ChatThread], state: str
) -> None:
    make_thread(9)

    assert lead.get(LIST, {"mirror": state}).context["cl"].result_list == [states[state]]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("in_step", "In step The copy was compared with OpenAI within the last day."),
        ("behind", "May be behind Nobody has asked OpenAI for more than a day"),
        ("vanished", "Gone at OpenAI OpenAI has it no more. The copy is kept for you"),
        ("never", "Never synced OpenAI holds the conversation; nothing of it was read yet."),
    ],
)
def test_the_page_of_a_conversation_says_how_its_copy_stands(
    lead: Client, states: dict[str, ChatThread], state: str, words: str
) -> None:
    page = lead.get(url("change", states[state])).content.decode()

    assert words in plain(page)


def test_a_mirrored_conversation_reads_like_any_other(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    thread = mirrored(fake_openai, "Where is my **parcel**?", "On its **way**.")
    fake_openai.add_user_message(thread.id, "Look", attachments=[])
    file = {"id": "cfile_1", "type": "file", "name": "a.pdf", "mime_type": "application/pdf"}
    sent = fake_openai.add_user_message(thread.id, "Here", attachments=[file])
    item(thread, 5, "chatkit.user_message", sent).save()
    item(thread, 6, "chatkit.widget", {"widget": '{"type": "Card"}'}).save()
    item(thread, 7, "chatkit.invented_later", {"x": XSS}).save()
    item(thread, 8, "chatkit.task", {"nothing": "documented"}).save()

    response = lead.get(url("change", thread))

    entries = response.context["conversation"].entries
    assert [(entry.side, entry.type) for entry in entries] == [
        ("visitor", "user_message"),
        ("assistant", "assistant_message"),
        ("visitor", "user_message"),
        ("machine", "widget"),
        ("machine", "chatkit.invented_later"),
        ("machine", "chatkit.task"),
    ]
    page = response.content.decode()
    assert "On its <strong>way</strong>." in page
    assert "a.pdf application/pdf · held by OpenAI" in plain(page)
    assert "<script>alert" not in page
    assert response.context["facts"]["messages"] == "3"


def test_a_mirrored_conversation_is_counted_and_called_like_any_other(
    lead: Client, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    mirrored(fake_openai, "Where is my parcel?", "On its way.")

    page = lead.get(LIST).content.decode()

    assert '<bdi class="chatkit-opening">Where is my parcel?</bdi>' in page
    assert '2<span class="chatkit-unit"> messages</span>' in page


def test_an_imported_conversation_says_where_it_came_from(
    lead: Client, settings: Settings, hosted_assistant: str, fake_openai: FakeOpenAI
) -> None:
    settings.CHATKIT_ASSISTANTS = {
        "legacy": settings.CHATKIT_ASSISTANTS["default"],
        "default": SELF_HOSTED,
    }
    thread = mirrored(fake_openai, "Hello", assistant="legacy")
    make_thread(2, payload={"note": "never was at OpenAI"})
    services.import_history("legacy", "default")

    listed = lead.get(LIST).content.decode()
    page = plain(lead.get(url("change", thread)).content.decode())

    assert re.search(r"Came from OpenAI, assistant legacy Imported: \w+\.? \d+, \d{4}", page)
    assert "Sync now" not in page
    assert listed.count('<span class="chatkit-mirror-word">Imported</span>') == 1


@pytest.mark.database
@pytest.mark.parametrize("count", [1, 60])
def test_the_list_costs_the_same_queries_however_many_copies(
    lead: Client,
    hosted_assistant: str,
    fake_openai: FakeOpenAI,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
) -> None:
    for number in range(count):
        mirrored(fake_openai, "Hello", "Hi")
        make_thread(number)

    # Session, staff user; page of threads, message counts, first words, which were imported.
    with django_assert_num_queries(6) as queries:
        lead.get(LIST)
    assert fake_openai.requests == []
    assert not [each for each in queries.captured_queries if "COUNT(*)" in each["sql"]]


def test_a_site_of_its_own_shows_no_sign_of_openai(lead: Client) -> None:
    thread = make_thread(1)
    exchange(thread, 2)

    listed = lead.get(LIST).content.decode()
    page = lead.get(url("change", thread)).content.decode()

    for html in (listed, page):
        assert "OpenAI" not in html
        assert "Sync" not in html
    assert "?mirror=" not in listed


def test_own_conversations_beside_hosted_ones_are_as_ever(
    lead: Client, settings: Settings, hosted_assistant: str
) -> None:
    settings.CHATKIT_ASSISTANTS = {**settings.CHATKIT_ASSISTANTS, "own": SELF_HOSTED}
    thread = make_thread(1, assistant="own")

    page = lead.get(url("change", thread)).content.decode()
    asked = lead.get(url("delete", thread)).content.decode()

    assert "OpenAI" not in page
    assert "Delete where?" not in asked
    assert lead.post(url("sync", thread), {"confirmed": "yes"}).status_code == 404
