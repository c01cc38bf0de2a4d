"""What is made of a file's name."""

import pytest

from django_chatkit.uploads import clean_name


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("report.pdf", "report.pdf"),
        ("../../a.txt", "a.txt"),
        ("a\\b/c.txt", "c.txt"),
        ("\x00\x1f\x7f\u202ea.txt\ud800", "a.txt"),
        (".htaccess", ".htaccess"),
        ("aux", "_aux"),
        ("com¹.txt", "_com¹.txt"),
        ("console.txt", "console.txt"),
        ("a.txt. .", "a.txt"),
        ("." * 300 + "txt", "." * 252 + "txt"),
        ("x" * 300, "x" * 255),
        ("x" * 300 + ".tar.gz", "x" * 252 + ".gz"),
        ("a." + "x" * 300, "a." + "x" * 253),
        ("می\u200cخواهم.txt", "می\u200cخواهم.txt"),
        ("👩\u200d🚀.png", "👩\u200d🚀.png"),
        ("..", ""),
        ("folder/", ""),
    ],
    ids=ascii,
)
def test_a_name_is_cleaned(name: str, cleaned: str) -> None:
    assert clean_name(name) == cleaned


def test_a_huge_name_is_cut_before_it_is_looked_at() -> None:
    assert clean_name("\u202e" * 10_000_000 + "a.txt") == "a.txt"
