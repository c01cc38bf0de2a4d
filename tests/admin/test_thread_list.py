"""The list of conversations."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries

from django_chatkit.models import ChatFeedback, ChatThread
from tests.admin.conversations import XSS, exchange, item, make_thread, said

URL = reverse("admin:django_chatkit_chatthread_changelist")


def shown(client: Client, **query: str) -> list[ChatThread]:
    """The threads on a page of the list."""
    response = client.get(URL, query)
    assert response.status_code == 200
    return list(response.context["cl"].result_list)


def many(count: int, user: User | None = None) -> list[ChatThread]:
    """Threads 1 to ``count``, the first one active last; pairs share a moment."""
    now = timezone.now()
    threads = ChatThread.objects.bulk_create(
        ChatThread(
            id=f"thr_{number:032x}",
            scope="user-1",
            user=user,
            assistant="default",
            last_activity_at=now - timedelta(minutes=number // 2),
        )
        for number in range(1, count + 1)
    )
    for thread in threads:
        item(thread, 1, "user_message", said(f"Question {thread.pk}")).save()
    return threads


def test_a_row_says_whose_it_is_with_whom_and_how_much_was_written(
    lead: Client, alice: User
) -> None:
    thread = make_thread(1, alice, title="Lost parcel", assistant="support")
    exchange(thread, 3)
    item(thread, 9, "end_of_turn", {}).save()

    page = lead.get(URL).content.decode()

    assert f'<a href="/admin/django_chatkit/chatthread/{thread.pk}/change/">' in page
    assert "<bdi>Lost parcel</bdi>" in page
    assert '<bdi title="alice@example.com">alice</bdi>' in page
    assert '<td class="field-assistant">support</td>' in page
    assert '<span class="chatkit-badge chatkit-badge-active">Active</span>' in page
    assert '3<span class="chatkit-unit"> messages</span>' in page


def test_an_untitled_conversation_is_called_by_its_first_words(lead: Client) -> None:
    thread = make_thread()
    item(thread, 1, "hidden_context_item", {"content": "secret"}).save()
    item(thread, 2, "user_message", said("  My chair\n arrived broken ")).save()
    item(thread, 3, "user_message", said("Hello?")).save()

    page = lead.get(URL).content.decode()

    assert '<bdi class="chatkit-opening">My chair arrived broken</bdi>' in page


def test_a_long_title_is_cut_in_the_list_and_whole_on_its_page(lead: Client) -> None:
    title = "word " * 50 + "end"
    thread = make_thread(1, title=title)

    page = lead.get(reverse("admin:django_chatkit_chatthread_change", args=[thread.pk]))

    assert f"<bdi>{title[:99].rstrip()}…</bdi>" in lead.get(URL).content.decode()
    assert f"<h1><bdi>{title}</bdi></h1>" in page.content.decode()


def test_a_conversation_without_words_says_so(lead: Client) -> None:
    make_thread()

    assert "Nothing written yet" in lead.get(URL).content.decode()


def test_a_visitor_is_told_apart_by_the_end_of_the_scope(lead: Client) -> None:
    make_thread(0xABC123)

    page = lead.get(URL).content.decode()

    assert "Visitor" in page
    assert "…abc123" in page


def test_an_answer_under_way_is_marked_until_its_lease_ends(lead: Client) -> None:
    soon = timezone.now() + timedelta(minutes=1)
    running = make_thread(1, title="Running", turn_token="t", turn_expires_at=soon)
    past = timezone.now() - timedelta(minutes=1)
    make_thread(2, title="Died", turn_token="t", turn_expires_at=past)

    assert lead.get(URL).content.decode().count("Answering") == 1
    assert shown(lead, running="yes") == [running]


def test_hostile_titles_are_text(lead: Client) -> None:
    make_thread(1, title=XSS)
    item(make_thread(2), 1, "user_message", said(XSS)).save()

    page = lead.get(URL).content.decode()

    assert "<script>alert" not in page
    assert "<img src=https://evil" not in page
    assert f"<bdi>{escape(XSS)}</bdi>" in page
    assert f'<bdi class="chatkit-opening">{escape(XSS[:40])}' in page


@pytest.mark.database
@pytest.mark.parametrize("count", [1, 100])
def test_the_list_costs_the_same_queries_however_many_rows(
    lead: Client, alice: User, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    many(count, alice)
    lead.get(URL)

    # Session, staff user; page of threads with users, message counts, first words.
    with django_assert_num_queries(5) as queries:
        assert len(shown(lead)) == count
    assert not [each for each in queries.captured_queries if "COUNT(*)" in each["sql"]]


def test_the_count_stops_where_counting_would_take_long(
    lead: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django_chatkit.admin.conversation.COUNT_LIMIT", 5)
    exchange(make_thread(1), 5)
    exchange(make_thread(2), 6)

    page = lead.get(URL).content.decode()

    assert page.count('>5<span class="chatkit-unit"> messages</span>') == 1
    assert page.count('>5+<span class="chatkit-unit"> messages</span>') == 1


@pytest.mark.database
def test_pages_follow_one_another_without_loss_or_repetition(lead: Client) -> None:
    threads = many(250)
    # Two threads share each moment; the younger row comes first.
    expected = sorted(threads, key=lambda each: (each.last_activity_at, each.pk), reverse=True)

    first = lead.get(URL).context["cl"]
    second = lead.get(URL + first.older_link).context["cl"]
    third = lead.get(URL + second.older_link).context["cl"]

    assert [*first.result_list, *second.result_list, *third.result_list] == expected
    assert third.older_link is None
    assert first.newer_link is None
    back = lead.get(URL + third.newer_link).context["cl"]
    assert back.result_list == second.result_list
    assert lead.get(URL + back.newer_link).context["cl"].result_list == first.result_list


def test_no_page_is_reached_by_skipping_rows(
    lead: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    many(101)
    older = lead.get(URL).context["cl"].older_link

    with django_assert_num_queries(5) as queries:
        lead.get(URL + older)

    page = [each["sql"] for each in queries.captured_queries if " LIMIT 101" in each["sql"]]
    assert len(page) == 1
    assert "OFFSET" not in page[0]


@pytest.mark.parametrize(
    "cursor", ["x", "1", "t1", "t1_x", "t1_2_3", f"t{10**30}_1", f"t1_{2**70}"]
)
def test_a_cursor_that_is_none_leads_to_the_newest_page(lead: Client, cursor: str) -> None:
    response = lead.get(URL, {"older": cursor})

    assert response.status_code == 302
    assert response["Location"] == f"{URL}?e=1"


def test_a_filter_starts_at_its_own_newest_page(lead: Client) -> None:
    many(101)
    older = lead.get(URL).context["cl"].older_link

    page = lead.get(URL + older)

    links = [
        each["query_string"]
        for each in page.context["cl"].filter_specs[0].choices(page.context["cl"])
    ]
    assert links[1] == "?status__exact=active"
    assert b'name="older"' not in page.content


@pytest.mark.database
@pytest.mark.parametrize(
    "term", ["ali", "ALICE@example", "lost PARCEL", "parcel alice", "thread id", "scope"]
)
def test_search_finds_by_user_title_exact_id_and_exact_scope(
    lead: Client, alice: User, term: str
) -> None:
    wanted = make_thread(1, alice, title="The lost parcel")
    make_thread(2, title="Something else")
    term = {"thread id": wanted.id, "scope": wanted.scope}.get(term, term)

    assert shown(lead, q=term) == [wanted]


def test_search_does_not_find_by_part_of_an_id(lead: Client) -> None:
    make_thread(1)

    assert shown(lead, q="thr_0000") == []


def test_a_search_without_result_offers_the_way_back(lead: Client) -> None:
    make_thread(1)

    page = lead.get(URL, {"q": "nowhere"}).content.decode()

    assert "Nothing matches" in page
    assert f'<a href="{URL}">Show everything</a>' in page


def test_a_site_without_conversations_says_where_they_come_from(lead: Client) -> None:
    page = lead.get(URL).content.decode()

    assert "No conversations yet" in page
    assert "as soon as somebody writes to an assistant" in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"status__exact": "locked"}, {2}),
        ({"assistant": "support"}, {3}),
        ({"person": "user"}, {1}),
        ({"person": "visitor"}, {2, 3}),
        ({"feedback": "negative"}, {1}),
        ({"feedback": "positive"}, {3}),
        ({"feedback": "negative", "person": "visitor"}, set()),
    ],
)
def test_filters_narrow_the_list(
    lead: Client, alice: User, query: dict[str, str], expected: set[int]
) -> None:
    threads = {
        1: make_thread(1, alice),
        2: make_thread(2, status="locked"),
        3: make_thread(3, assistant="support"),
    }
    for number, kind in ((1, "negative"), (3, "positive")):
        for judged in exchange(threads[number], 2):
            ChatFeedback.objects.create(
                thread=threads[number], item=judged, scope=judged.scope, kind=kind
            )

    assert {thread.pk for thread in shown(lead, **query)} == {
        threads[number].pk for number in expected
    }


def test_the_date_filter_narrows_to_recent_activity(lead: Client) -> None:
    today = make_thread(1)
    make_thread(2, last_activity_at=timezone.now() - timedelta(days=40))
    page = lead.get(URL).context["cl"]

    (dates,) = [each for each in page.filter_specs if each.title == "last activity"]
    week = next(each for each in dates.choices(page) if str(each["display"]) == "Past 7 days")

    assert lead.get(URL + week["query_string"]).context["cl"].result_list == [today]


def test_who_may_not_view_threads_sees_none(staff: Callable[..., Client]) -> None:
    client = staff("view_chatsession")

    assert client.get(URL).status_code == 403
