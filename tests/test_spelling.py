"""What somebody who mistyped a name is told."""

import pytest

from django_chatkit.spelling import did_you_mean, nearest

KNOWN = ["frameTitle", "startScreen", "layout"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("layuot", "layout"),
        ("frame_title", "frameTitle"),
        ("START-SCREEN", "startScreen"),
        ("zebra", None),
        (3, None),
    ],
)
def test_the_nearest_name(typed: object, meant: str | None) -> None:
    assert nearest(typed, KNOWN) == meant


def test_the_sentence_names_the_nearest_name_or_all() -> None:
    assert did_you_mean("layuot", KNOWN) == "Did you mean 'layout'?"
    assert did_you_mean("zebra", KNOWN) == "Known: frameTitle, layout, startScreen."
    assert did_you_mean("zebra", []) == "Known: none."
