"""Answers' Markdown for the admin: a small, safe part of it.

Every piece of text is escaped, nothing loads from anywhere, and images become links.
What is not known here stays as it was written.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from .readable import shortened

DEEPEST = 6
"""Levels of lists and quotations that are drawn; deeper ones stay text."""

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[^`]*$")
_HEADING = re.compile(r"^ {0,3}#{1,6}\s+(\S.*)$")
_RULE = re.compile(r"^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$")
_ITEM = re.compile(r"^( {0,3}(?:[-*+]|(\d{1,9})[.)])\s+)(\S.*)$")
_QUOTE = re.compile(r"^ {0,3}> ?(.*)$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")

# Every alternative is bounded by its own closing mark, so matching is linear.
_INLINE = re.compile(
    r"`(?P<code>[^`\n]+)`"
    r"|!?\[(?P<label>[^\[\]\n]*)\]\((?P<target>[^()\s]+)(?:\s+\"[^\"\n]*\")?\)"
    r"|\*\*(?P<bold>[^*\n]+)\*\*"
    r"|(?<![\w*])\*(?P<italic>[^*\s][^*\n]*)\*(?!\w)"
    r"|(?P<address>https?://[^\s<>\"'()\[\]`*]+)"
)
_SAFE_SCHEMES = ("http", "https", "mailto")


def render(source: str) -> SafeString:
    """``source`` as HTML that is safe to show, whoever wrote it."""
    lines = shortened(source).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return _blocks(lines, 0)


def _blocks(lines: list[str], depth: int) -> SafeString:
    return format_html_join("", "{}", ((block,) for block in _each_block(lines, depth)))


def _each_block(lines: list[str], depth: int) -> Iterator[SafeString]:
    paragraph: list[str] = []
    at = 0
    while at < len(lines):
        block, after = _special_block(lines, at, depth)
        if block is None and lines[at].strip():
            paragraph.append(lines[at])
            at += 1
            continue
        if paragraph:
            yield _paragraph(paragraph)
            paragraph = []
        if block is not None:
            yield block
        at = after
    if paragraph:
        yield _paragraph(paragraph)


def _special_block(lines: list[str], at: int, depth: int) -> tuple[SafeString | None, int]:
    line = lines[at]
    if fence := _FENCE.match(line):
        return _code(lines, at, fence)
    if heading := _HEADING.match(line):
        # No heading element: the page's outline is the admin's, not the answer's.
        return format_html(
            '<p class="chatkit-heading">{}</p>', inline(heading[1].rstrip("# "))
        ), at + 1
    if _RULE.match(line):
        return mark_safe("<hr>"), at + 1
    if depth < DEEPEST and _QUOTE.match(line):
        return _quotation(lines, at, depth)
    if depth < DEEPEST and _ITEM.match(line):
        return _list(lines, at, depth)
    if "|" in line and at + 1 < len(lines) and _is_table_rule(lines[at + 1]):
        return _table(lines, at)
    return None, at + 1


def _is_table_rule(line: str) -> bool:
    return "|" in line and _TABLE_RULE.match(line) is not None


def _paragraph(lines: list[str]) -> SafeString:
    joined = format_html_join(mark_safe("<br>"), "{}", ((inline(line),) for line in lines))
    return format_html('<p dir="auto">{}</p>', joined)


def _code(lines: list[str], at: int, fence: re.Match[str]) -> tuple[SafeString, int]:
    end = at + 1
    while end < len(lines) and not _closes(lines[end].strip(), fence[1]):
        end += 1
    block = format_html(
        '<pre class="chatkit-code" dir="ltr" tabindex="0"><code>{}</code></pre>',
        "\n".join(lines[at + 1 : end]),
    )
    return block, end + 1


def _closes(line: str, fence: str) -> bool:
    return line.startswith(fence) and not line.strip(fence[0])


def _quotation(lines: list[str], at: int, depth: int) -> tuple[SafeString, int]:
    inner = []
    while at < len(lines) and (quoted := _QUOTE.match(lines[at])):
        inner.append(quoted[1])
        at += 1
    return format_html("<blockquote>{}</blockquote>", _blocks(inner, depth + 1)), at


def _list(lines: list[str], at: int, depth: int) -> tuple[SafeString, int]:
    first = _ITEM.match(lines[at])
    start = first[2] if first else None
    items: list[SafeString] = []
    while at < len(lines) and (item := _ITEM.match(lines[at])):
        if (item[2] is None) != (start is None):
            break
        body = [item[3]]
        at += 1
        while at < len(lines) and (lines[at].startswith("  ") or _continues(lines, at)):
            body.append(lines[at][min(len(item[1]), _indent(lines[at])) :])
            at += 1
        items.append(_list_item(body, depth))
        if at + 1 < len(lines) and not lines[at].strip() and _ITEM.match(lines[at + 1]):
            at += 1  # a blank line between two items
    content = format_html_join("", "<li>{}</li>", ((item,) for item in items))
    if start is None:
        return format_html("<ul>{}</ul>", content), at
    return format_html('<ol start="{}">{}</ol>', int(start), content), at


def _continues(lines: list[str], at: int) -> bool:
    """Whether a blank line has more of the same list item after it."""
    return not lines[at].strip() and at + 1 < len(lines) and lines[at + 1].startswith("  ")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _list_item(body: list[str], depth: int) -> SafeString:
    if len(body) == 1:
        return inline(body[0])
    return _blocks(body, depth + 1)


def _table(lines: list[str], at: int) -> tuple[SafeString, int]:
    head = _row(lines[at], "<th>{}</th>")
    at += 2
    rows = []
    while at < len(lines) and "|" in lines[at]:
        rows.append(_row(lines[at], "<td>{}</td>"))
        at += 1
    body = format_html_join("", "<tr>{}</tr>", ((row,) for row in rows))
    table = format_html(
        '<div class="chatkit-table" tabindex="0"><table><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table></div>",
        head,
        body,
    )
    return table, at


def _row(line: str, cell: str) -> SafeString:
    cells = line.strip().strip("|").split("|")
    return format_html_join("", cell, ((inline(text.strip()),) for text in cells))


def inline(source: str, depth: int = 0) -> SafeString:
    """One line: code, links, bold and italic text, everything else escaped."""
    pieces: list[str] = []
    end = 0
    for match in _INLINE.finditer(source):
        pieces += (escape(source[end : match.start()]), _inline_piece(match, depth))
        end = match.end()
    pieces.append(escape(source[end:]))
    return mark_safe("".join(pieces))  # noqa: S308 - every piece is escaped


def _inline_piece(match: re.Match[str], depth: int) -> str:
    if match["code"] is not None:
        return format_html("<code>{}</code>", match["code"])
    if match["target"] is not None:
        return link(match["target"], match["label"])
    if match["address"] is not None:
        address = match["address"].rstrip(".,;:!?")
        return f"{link(address)}{escape(match['address'][len(address) :])}"
    element, inner = ("strong", "bold") if match["bold"] is not None else ("em", "italic")
    words = inline(match[inner], depth + 1) if depth < DEEPEST else escape(match[inner])
    return format_html("<{0}>{1}</{0}>", mark_safe(element), words)  # noqa: S308 - a constant


def link(target: str, label: str = "") -> SafeString:
    """A link that names its host, as a label may say anything; else its text."""
    try:
        parts = urlsplit(target)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in _SAFE_SCHEMES:
        return format_html("{} ({})", label, target) if label else format_html("{}", target)
    anchor = format_html(
        '<a href="{}" target="_blank" rel="noopener noreferrer nofollow">{}</a>',
        target,
        label or target,
    )
    if not label or label == target or not parts.netloc:
        return anchor
    return format_html('{} <small class="chatkit-quiet">({})</small>', anchor, parts.netloc)
