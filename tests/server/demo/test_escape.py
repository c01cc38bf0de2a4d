"""User text stays text inside Markdown."""

import pytest

from django_chatkit.server.demo.escape import escape, escape_line, fence, quote


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain text, 3:04 p.m.", "plain text, 3:04 p.m."),
        ("*bold* _it_ `code` ~~no~~", "\\*bold\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~"),
        ("[x](javascript:y) ![i](u)", "\\[x\\]\\(javascript:y\\) !\\[i\\]\\(u\\)"),
        ("<script>&amp;", "\\<script\\>\\&amp;"),
        ("https://evil.test www.evil.test", "https\\://evil.test www\\.evil.test"),
        ("a | b $c$ d@e.test", "a \\| b \\$c\\$ d\\@e.test"),
        ("two\n\nlines\t\x00\x1b[0m", "two lines \\[0m"),
        ("\\", "\\\\"),
    ],
)
def test_nothing_in_a_line_is_markdown(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. one", "1\\. one"),
        ("2) two", "2\\) two"),
        ("- dash", "\\- dash"),
        ("+ plus", "\\+ plus"),
        ("---", "\\---"),
        ("===", "\\==="),
        ("# heading", "\\# heading"),
        ("> quote", "\\> quote"),
        ("    code", "code"),
        ("3.5 and -5", "3.5 and -5"),
    ],
)
def test_no_line_begins_a_block(text: str, escaped: str) -> None:
    assert escape_line(text) == escaped


def test_each_line_of_a_quotation_stays_inside_it() -> None:
    assert quote("one\n\n# two\n1. three") == "> one\n>\n> \\# two\n>\n> 1\\. three"


def test_a_fence_is_longer_than_any_inside() -> None:
    assert fence("a\n````\nb", "text") == "`````text\na\n````\nb\n`````"
