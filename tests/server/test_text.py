"""Characters that databases cannot store."""

import pytest

from django_chatkit.server.text import clean_json, clean_text, has_lone_surrogate


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("plain", "plain"),
        ("a\x00b", "a\ufffdb"),
        ("a\ud800b", "a\ufffdb"),
        ("\udc00\ud800", "\ufffd\ufffd"),
        ("é 😀 \ufffd", "é 😀 \ufffd"),
        ("\x01\x1f\x7f", "\x01\x1f\x7f"),
    ],
    ids=ascii,
)
def test_only_nul_and_lone_surrogates_are_replaced(text: str, cleaned: str) -> None:
    assert clean_text(text) == cleaned


@pytest.mark.parametrize(
    ("text", "lone"), [("", False), ("abc", False), ("😀", False), ("\ud83d", True)], ids=ascii
)
def test_a_surrogate_is_lone_where_utf8_cannot_write_it(text: str, lone: bool) -> None:
    assert has_lone_surrogate(text) is lone


def test_json_is_cleaned_in_keys_and_values_at_every_depth() -> None:
    dirty = {"a\x00": ["\ud800", {"b": "\x00"}, ("c\x00",)], "n": 1, "t": True, "none": None}

    assert clean_json(dirty) == {
        "a\ufffd": ["\ufffd", {"b": "\ufffd"}, ["c\ufffd"]],
        "n": 1,
        "t": True,
        "none": None,
    }


def test_numbers_that_json_has_no_word_for_are_null() -> None:
    assert clean_json([float("nan"), float("inf"), -float("inf"), 1.5]) == [None, None, None, 1.5]
