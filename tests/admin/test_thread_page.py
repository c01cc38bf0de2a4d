"""The page on which staff read a conversation."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from django_chatkit.admin.entries import Entry
from django_chatkit.enums import ItemType
from django_chatkit.models import ChatFeedback, ChatSession, ChatThread, ChatThreadItem
from tests.admin.conversations import (
    ARABIC,
    MORNING,
    XSS,
    answered,
    every_kind,
    exchange,
    item,
    make_attachment,
    make_thread,
    said,
)


def url(thread: ChatThread) -> str:
    return reverse("admin:django_chatkit_chatthread_change", args=[thread.pk])


def read(client: Client, thread: ChatThread, **query: Any) -> str:
    """The page's HTML."""
    response = client.get(url(thread), query)
    assert response.status_code == 200
    return response.content.decode()


def entries(client: Client, thread: ChatThread, **query: Any) -> list[Entry]:
    """The entries on the page."""
    shown: list[Entry] = client.get(url(thread), query).context["conversation"].entries
    return shown


def words(html: str) -> str:
    """What the conversation's part of the page says, without its mark-up."""
    section = html.partition('class="chatkit-conversation"')[2].partition("</section>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", section)).split())


def test_visitor_and_assistant_speak_on_their_sides_in_order(lead: Client, alice: User) -> None:
    thread = make_thread(1, alice, title="Lost parcel")
    exchange(thread, 3)

    page = read(lead, thread)

    assert words(page).endswith(
        "March 14, 2026 alice 9:31 a.m. Question 1 default 9:32 a.m. Answer 2 "
        "alice 9:33 a.m. Question 3 End of the conversation"
    )
    assert [entry.side for entry in entries(lead, thread)] == ["visitor", "assistant", "visitor"]


def test_times_are_in_the_zone_of_the_staff(lead: Client, settings: Settings) -> None:
    settings.TIME_ZONE = "Asia/Tokyo"
    thread = make_thread()
    late = datetime(2026, 3, 14, 23, 0, tzinfo=UTC)
    item(thread, 1, "user_message", said("Good night"), created_at=late).save()

    page = read(lead, thread)

    assert "March 15, 2026 Visitor 8 a.m. Good night" in words(page)
    assert "Times are in the zone Asia/Tokyo." in page


def test_each_day_has_its_separator(lead: Client) -> None:
    thread = make_thread()
    for position, days in enumerate((0, 0, 1)):
        when = MORNING + timedelta(days=days)
        item(thread, position, "user_message", said("Hello"), created_at=when).save()

    assert [entry.begins_day for entry in entries(lead, thread)] == [True, False, True]
    assert read(lead, thread).count('<li class="chatkit-day">') == 2


def test_every_kind_of_item_is_shown_and_nothing_in_it_becomes_markup(lead: Client) -> None:
    thread = make_thread(1, title=XSS, status_reason=XSS, metadata={XSS: XSS})
    kinds = every_kind(XSS)
    for position, (kind, payload) in enumerate(kinds):
        item(thread, position, kind, payload).save()

    page = read(lead, thread)

    assert {entry.type for entry in entries(lead, thread)} == set(ItemType.values)
    assert "<script>alert" not in page
    assert not re.search(r"<(?:img|iframe|video|audio|object|embed|link)[^>]*evil\.example", page)
    assert not re.search(r"<[a-z]+[^>]*\sonerror", page)
    assert words(page).count("<script>alert('x')</script>") > 30


def test_no_script_or_style_is_inline(lead: Client) -> None:
    thread = make_thread()
    exchange(thread, 2)

    page = read(lead, thread)

    assert not re.search(r"<script(?![^>]*\ssrc=)", page)
    assert "<style" not in page
    assert not re.search(r"\s(?:style|on[a-z]+)=", page)


def test_text_from_right_to_left_finds_its_own_direction(lead: Client) -> None:
    thread = make_thread()
    item(thread, 1, "user_message", said(ARABIC)).save()

    assert f'<div class="chatkit-plain" dir="auto">{ARABIC}</div>' in read(lead, thread)


def test_an_answer_is_read_as_markdown(lead: Client) -> None:
    thread = make_thread()
    item(thread, 1, "assistant_message", answered("It is **on its way**.")).save()

    assert "It is <strong>on its way</strong>." in read(lead, thread)


def test_machinery_is_folded_and_tells_what_it_is(lead: Client) -> None:
    thread = make_thread()
    for position, (kind, payload) in enumerate(every_kind("Fast")):
        item(thread, position, kind, payload).save()

    page = read(lead, thread)

    folded = re.findall(
        r'<details class="chatkit-card">\s*<summary>(.*?)</summary>', page, re.DOTALL
    )
    assert [" ".join(re.sub(r"<[^>]+>", " ", each).split()) for each in folded] == [
        "Workflow Fast 4 steps",
        "Tool call Fast Completed",
        "Widget Fast Card",
        "Generated image Fast",
        "Questions Fast Answered",
        "Web search Fast",
    ]
    assert "<details open" not in page
    assert '"to": "Fast"' in unescape(page)


@pytest.mark.parametrize(
    "payload",
    [
        [],
        "text",
        7,
        {},
        {"content": None},
        {"content": [None, 3, {"text": {"deep": []}, "annotations": [{"source": None}]}]},
        {"widget": [[[]]], "workflow": {"tasks": [None]}, "task": 3, "inputs": {"a": 1}},
        {"workflow": {"summary": {"duration": "long"}}, "image": {"url": 3}, "arguments": None},
    ],
)
def test_a_payload_of_any_shape_is_shown(lead: Client, payload: Any) -> None:
    thread = make_thread()
    for position, kind in enumerate([*ItemType.values, "invented_later"]):
        item(thread, position, kind, payload).save()

    page = read(lead, thread)

    assert page.count("<article") == len(ItemType.values)
    assert "invented_later" in page


def test_a_payload_of_great_depth_and_length_is_cut(lead: Client) -> None:
    deep: Any = "bottom"
    for _ in range(14):  # MariaDB stores 32 levels at most
        deep = {"children": [deep]}
    thread = make_thread()
    item(thread, 1, "widget", {"widget": deep}).save()
    image = {"image": {"id": "i", "url": "data:image/png;base64," + "A" * 3_000_000}}
    item(thread, 2, "generated_image", image).save()

    page = read(lead, thread)

    assert "bottom" not in page
    assert "more characters)" in page
    assert len(page) < 100_000


def test_feedback_stands_under_the_item_it_is_about(lead: Client, alice: User) -> None:
    thread = make_thread(1, alice)
    _question, answer = exchange(thread, 2)
    ChatFeedback.objects.create(
        thread=thread, item=answer, scope=thread.scope, user=alice, kind="negative"
    )

    shown = entries(lead, thread)

    assert [len(entry.feedback) for entry in shown] == [0, 1]
    assert "Answer 2 Negative" in words(read(lead, thread))


def test_attachments_are_listed_with_a_checked_download_and_never_shown(
    lead: Client, settings: Settings, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    thread = make_thread()
    stored = make_attachment(thread, name="cat.png", mime_type="image/png")
    stored.file.save("x", ContentFile(b"bytes"))
    payload = said("Look")
    payload["attachments"] = [
        {"id": stored.id, "name": "cat.png", "mime_type": "image/png", "preview_url": "http://x/y"},
        {"id": "atc_gone", "name": "gone.txt", "mime_type": "text/plain"},
    ]
    item(thread, 1, "user_message", payload).save()

    page = read(lead, thread)

    download = reverse("admin:django_chatkit_chatattachment_download", args=[stored.pk])
    assert f'<a href="{download}"><bdi>cat.png</bdi></a>' in page
    assert "cat.png image/png · 2.0 KB gone.txt text/plain · removed" in words(page).replace(
        "\xa0", " "
    )
    assert "http://x/y" not in page
    assert stored.file.url not in page


def test_an_attachment_of_somebody_else_is_not_linked(lead: Client) -> None:
    thread = make_thread(1)
    foreign = make_attachment(make_thread(2))
    payload = said("Look")
    payload["attachments"] = [{"id": foreign.id, "name": "mine.pdf"}]
    item(thread, 1, "user_message", payload).save()

    page = read(lead, thread)

    assert "/download/" not in page
    assert "mine.pdf" in page


def test_hidden_context_needs_its_permission(staff: Callable[..., Client]) -> None:
    thread = make_thread()
    item(thread, 1, "hidden_context_item", {"content": {"margin": "12 percent"}}).save()
    item(thread, 2, "sdk_hidden_context", {"content": "stop now"}).save()
    item(thread, 3, "user_message", said("Hello")).save()
    client = staff("view_chatthread")

    page = read(client, thread)

    assert "12 percent" not in page
    assert "stop now" not in page
    assert [entry.type for entry in entries(client, thread)] == ["user_message"]


def test_hidden_context_is_marked_for_who_may_read_it(staff: Callable[..., Client]) -> None:
    thread = make_thread()
    item(thread, 1, "hidden_context_item", {"content": {"margin": "12 percent"}}).save()

    page = read(staff("view_chatthread", "view_hidden_context"), thread)

    assert "the visitor never sees it. { &quot;margin&quot;" in " ".join(
        re.sub(r"<[^>]+>", " ", page).split()
    )


@pytest.mark.database
def test_a_long_conversation_opens_at_its_newest_page_and_leads_back(lead: Client) -> None:
    thread = make_thread()
    exchange(thread, 250)

    newest = lead.get(url(thread)).context["conversation"]
    middle = lead.get(url(thread), {"before": newest.earlier}).context["conversation"]
    oldest = lead.get(url(thread), {"before": middle.earlier}).context["conversation"]

    ids = [entry.id for page in (oldest, middle, newest) for entry in page.entries]
    assert ids == [f"itm_{number:032x}" for number in range(1, 251)]
    assert [len(page.entries) for page in (newest, middle, oldest)] == [100, 100, 50]
    assert (newest.later, oldest.earlier) == (None, None)
    later = lead.get(url(thread), {"after": oldest.later}).context["conversation"]
    assert [entry.id for entry in later.entries] == [entry.id for entry in middle.entries]


def test_a_link_to_an_item_opens_the_page_it_is_on(lead: Client) -> None:
    thread = make_thread()
    wanted = exchange(thread, 250)[39]

    response = lead.get(url(thread), {"item": ChatThreadItem.objects.get(id=wanted.id).pk})

    conversation = response.context["conversation"]
    assert conversation.entries[-1].id == wanted.id
    assert conversation.later == wanted.position
    assert b"chatkit-entry-shown" in response.content


@pytest.mark.parametrize(
    "query", [{"before": "x"}, {"before": "-1"}, {"item": "9999999"}, {"after": "9" * 40}]
)
def test_a_place_that_is_none_opens_the_newest_page(lead: Client, query: dict[str, str]) -> None:
    thread = make_thread()
    exchange(thread, 2)

    assert len(entries(lead, thread, **query)) == 2


@pytest.mark.database
@pytest.mark.parametrize("count", [2, 300])
def test_the_page_costs_the_same_queries_however_long_the_conversation(
    lead: Client, alice: User, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    thread = make_thread(1, alice, title="Long")
    for each in exchange(thread, count):
        ChatFeedback.objects.create(
            thread=thread, item=each, scope=thread.scope, user=alice, kind="positive"
        )
    lead.get(url(thread))

    # Session, staff user; thread with user, items, feedback; five capped counts. Attachments
    # are one more where items name some.
    with django_assert_num_queries(10):
        lead.get(url(thread))


def test_facts_stand_beside_the_conversation(lead: Client, alice: User) -> None:
    thread = make_thread(
        1, alice, status="closed", status_reason="Solved", metadata={"plan": "pro", "n": 3}
    )
    exchange(thread, 3)
    item(thread, 9, "end_of_turn", {}).save()

    page = read(lead, thread)

    facts = page.partition('class="chatkit-facts"')[2].partition("</aside>")[0]
    text = " ".join(unescape(re.sub(r"<[^>]+>", " ", facts)).split())
    assert f'<a href="/admin/auth/user/{alice.pk}/change/">' in facts
    assert f'data-chatkit-copy="{thread.id}"' in facts
    assert f"?q={thread.scope}" in facts
    for fact in (
        "alice alice@example.com",
        f"Thread id {thread.id}",
        f"Scope {thread.scope}",
        "Status Closed Solved",
        "Messages 3 Items in all 4 Attachments 0",
        "Metadata n 3 plan pro",
    ):
        assert fact in text


def test_a_copy_of_a_hosted_conversation_says_so(lead: Client) -> None:
    thread = make_thread(1, is_mirror=True, synced_at=MORNING, vanished_at=MORNING)

    page = read(lead, thread)

    assert "Last synced: March 14, 2026, 9:30 a.m." in page
    assert "OpenAI has it no more since: March 14, 2026, 9:30 a.m." in page


def test_the_session_is_linked_for_who_may_see_sessions(
    lead: Client, staff: Callable[..., Client]
) -> None:
    session = ChatSession.objects.create(
        id="cksess_1", scope="s", assistant="default", secret_hash="h", expires_at=MORNING
    )
    thread = make_thread(1, session=session)
    link = reverse("admin:django_chatkit_chatsession_change", args=[session.pk])

    assert f'<a href="{link}"><code>cksess_1</code></a>' in read(lead, thread)
    assert link not in read(staff("view_chatthread"), thread)


def test_the_user_is_no_link_for_who_may_not_see_users(
    staff: Callable[..., Client], alice: User
) -> None:
    page = read(staff("view_chatthread"), make_thread(1, alice))

    assert "/admin/auth/user/" not in page
    assert "alice" in page


def test_counts_stop_where_counting_would_take_long(
    lead: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django_chatkit.admin.conversation.COUNT_LIMIT", 5)
    thread = make_thread()
    exchange(thread, 7)

    assert "Messages 5+ Items in all 5+" in " ".join(
        re.sub(r"<[^>]+>", " ", read(lead, thread)).split()
    )


def test_an_answer_under_way_is_said_at_the_end(lead: Client) -> None:
    soon = timezone.now() + timedelta(minutes=1)
    thread = make_thread(1, turn_token="t", turn_expires_at=soon)
    item(thread, 1, "user_message", said("Hello")).save()

    assert words(read(lead, thread)).endswith(
        "Hello An answer is being written. Reload End of the conversation"
    )


def test_an_empty_conversation_says_so(lead: Client) -> None:
    assert "nobody has written in it" in read(lead, make_thread())


def test_nothing_on_the_page_edits_the_conversation(lead: Client) -> None:
    thread = make_thread(1, title="As it was")
    exchange(thread, 1)

    page = read(lead, thread)
    lead.post(url(thread), {"title": "Changed", "_save": "Save"})

    assert not re.search(r"<(?:input|textarea|select)(?![^>]*type=\"(?:hidden|search)\")", page)
    assert ChatThread.objects.get().title == "As it was"
    assert lead.get(reverse("admin:django_chatkit_chatthread_add")).status_code == 403


def test_an_unknown_conversation_is_not_found(lead: Client) -> None:
    for key in ("1", "x", "9" * 40):
        assert (
            lead.get(reverse("admin:django_chatkit_chatthread_change", args=[key])).status_code
            == 404
        )


def test_who_may_not_view_threads_reads_none(staff: Callable[..., Client]) -> None:
    thread = make_thread()
    client = staff("view_hidden_context", "moderate_chatthread")

    assert client.get(url(thread)).status_code == 403


def test_who_is_not_staff_is_asked_to_log_in(client: Client, alice: User) -> None:
    thread = make_thread(1, alice)
    client.force_login(alice)

    assert client.get(url(thread)).status_code == 302
