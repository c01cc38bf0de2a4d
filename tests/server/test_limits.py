"""Whether a message is answered: the pause and the limits."""

import time
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import timezone

from django_chatkit.models import ChatAssistant, ChatUsage
from django_chatkit.server import RequestContext
from django_chatkit.server.limits import refusal

pytestmark = [pytest.mark.database, pytest.mark.django_db]

ALICE = RequestContext(scope="user-1")
BOB = RequestContext(scope="user-2")


@pytest.fixture(autouse=True)
def _nothing_counted() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def limited(settings: Any) -> Any:
    def limit(**limits: dict[str, Any]) -> None:
        settings.CHATKIT_ASSISTANTS = {
            "default": {
                "BACKEND": "django_chatkit.backends.SelfHostedBackend",
                "OPTIONS": {"LIMITS": limits, "PRICES": {"m": {"INPUT": 1, "OUTPUT": 1}}},
            }
        }

    return limit


def used(scope: str, tokens: int, *, hours_ago: int = 0, cost: str | None = None) -> None:
    ChatUsage.objects.create(
        assistant="default",
        scope=scope,
        thread_sequence=1,
        model="m",
        input_tokens=tokens,
        cost=None if cost is None else Decimal(cost),
        created_at=timezone.now() - timedelta(hours=hours_ago),
    )


def test_an_assistant_answers_unless_something_is_against_it() -> None:
    assert refusal(ALICE) is None


def test_a_paused_assistant_says_what_staff_wrote() -> None:
    ChatAssistant.objects.create(alias="default", is_paused=True, notice="Back at noon.")

    assert refusal(ALICE) == "Back at noon."


def test_without_a_notice_a_paused_assistant_takes_a_break() -> None:
    ChatAssistant.objects.create(alias="default", is_paused=True)

    assert refusal(ALICE) == ("This assistant is taking a break. Please come back later.")


def test_an_assistant_that_goes_on_is_not_paused() -> None:
    ChatAssistant.objects.create(alias="default", is_paused=False, notice="Back at noon.")

    assert ChatAssistant.objects.pause_of("default") is None


def test_that_an_assistant_answers_is_asked_of_the_database_once_a_second(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    ChatAssistant.objects.create(alias="default")
    with django_assert_num_queries(1):
        asked = [ChatAssistant.objects.pause_of("default") for _ in range(3)]
    # As another process would: without this one's knowledge.
    ChatAssistant.objects.update(is_paused=True, notice="Back at noon.")

    asked.append(ChatAssistant.objects.pause_of("default"))
    now += 1
    asked.append(ChatAssistant.objects.pause_of("default"))

    assert asked == [None, None, None, None, "Back at noon."]


def test_a_pause_that_is_saved_holds_at_once_in_this_process() -> None:
    assistant = ChatAssistant.objects.create(alias="default")
    asked = [ChatAssistant.objects.pause_of("default")]
    assistant.is_paused = True
    assistant.save()

    asked.append(ChatAssistant.objects.pause_of("default"))

    assert asked == [None, ""]


def test_one_persons_tokens_do_not_use_up_anothers(limited: Any) -> None:
    limited(SCOPE={"TOKENS_PER_DAY": 100})
    used("user-1", 100)

    assert refusal(ALICE) == (
        "You have used up what this chat offers in a day. Try again tomorrow."
    )
    assert refusal(BOB) is None


def test_what_was_used_before_the_period_is_forgotten(limited: Any) -> None:
    limited(SCOPE={"TOKENS_PER_DAY": 100})
    used("user-1", 100, hours_ago=25)

    assert refusal(ALICE) is None


def test_everybodys_cost_together_may_be_limited(limited: Any) -> None:
    limited(ASSISTANT={"COST_PER_HOUR": "0.50"})
    used("user-1", 1, cost="0.30")
    used("user-2", 1, cost="0.20")

    assert refusal(BOB) == (
        "So many people are writing that this assistant needs a rest. Try again later."
    )


def test_messages_above_the_limit_have_to_wait(limited: Any) -> None:
    limited(SCOPE={"TURNS_PER_HOUR": 2})

    assert [refusal(ALICE) for _ in range(3)] == [
        None,
        None,
        "You have used up what this chat offers in an hour. Try again later.",
    ]
    assert refusal(BOB) is None
