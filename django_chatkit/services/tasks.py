"""What workers of Django's ``TASKS`` run; imported only where Django has them."""

from collections import Counter

from django.tasks import task

from ..models import ChatThread
from .hosted_threads import sync_held_threads


@task()
def sync_threads(thread_ids: list[str]) -> dict[str, int]:
    """Bring the mirror of some threads up to date; return how many came to which outcome."""
    threads = ChatThread.objects.filter(id__in=thread_ids, is_mirror=True).defer("payload")
    outcomes = sync_held_threads(list(threads), seconds=None)
    return dict(Counter(outcome.value for _thread, outcome in outcomes))
