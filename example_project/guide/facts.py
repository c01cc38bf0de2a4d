"""Keeping what visitors tell about themselves."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet

from guide.models import Fact

MOST = 50
"""How many facts of one visitor are kept; they are part of every question to the model."""

LONGEST = 200
"""The characters of a fact."""


class NotKept(Exception):
    """A fact is not kept; the message says why, for the model to tell."""


def facts_of(user: AbstractBaseUser) -> QuerySet[Fact]:
    """A visitor's facts, the newest first."""
    return Fact.objects.filter(user_id=user.pk)


def keep(user: AbstractBaseUser, text: str) -> Fact:
    """Keep a fact; one that is known already is kept once.

    Parameters:
        text: What the visitor said, in one line.

    Raises:
        NotKept: it is empty or too long, or there are too many.
    """
    text = " ".join(text.replace("\x00", "").split())
    if not text:
        raise NotKept("There is nothing to remember.")
    if len(text) > LONGEST:
        raise NotKept(f"A fact has at most {LONGEST} characters. Say it in fewer words.")
    known = facts_of(user).filter(text=text).first()
    if known is not None:
        return known
    if facts_of(user).count() >= MOST:
        raise NotKept(f"{MOST} facts are known already. The visitor may delete some on the page.")
    fact, _created = Fact.objects.get_or_create(user_id=user.pk, text=text)
    return fact
