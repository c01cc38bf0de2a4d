"""Which skill a message asks for."""

import pytest

from django_chatkit.server.demo.skill import find
from django_chatkit.server.demo.skills import SKILLS


@pytest.mark.parametrize(
    ("message", "skill"),
    [
        ("markdown", "markdown"),
        ("Show me a widget with a button", "widget"),
        ("Can you show me a workflow with tasks?", "workflow"),
        ("a Markdown table, please", "table"),
        ("show some Python code", "code"),
        ("think", "think"),
        ("please switch to dark mode", "theme"),
        ("make the page light", "theme"),
        ("Error with retry", "error"),
        ("lock this thread", "lock"),
        ("please close the conversation", "close"),
        ("a long answer", "long"),
        ("Zeig mir bitte eine Tabelle", "table"),
        ("dessine une image", "image"),
        ("quiero ver las fuentes", "annotations"),
        ("أرني جدولا", "table"),
        ("what is 20% of 50", "arithmetic"),
        ("roll 2d6", "dice"),
        ("hello, help me", "help"),
        ("hi there", "hello"),
    ],
)
def test_a_request_finds_its_skill(message: str, skill: str) -> None:
    found = find(SKILLS, message)
    assert found is not None
    assert found.name == skill


@pytest.mark.parametrize(
    "message",
    ["I think so", "It was a long day", "Is it dark outside?", "He came close", "xyzzy", "", "?!"],
)
def test_a_word_in_passing_asks_for_nothing(message: str) -> None:
    assert find(SKILLS, message) is None


def test_names_are_unique() -> None:
    names = [skill.name for skill in SKILLS]
    assert len(names) == len(set(names))
