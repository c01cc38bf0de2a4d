"""The small, safe Markdown in which staff read answers."""

import time

import pytest

from django_chatkit.admin.markdown import render
from tests.admin.conversations import XSS


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("Hello\nthere", '<p dir="auto">Hello<br>there</p>'),
        ("One\n\nTwo", '<p dir="auto">One</p><p dir="auto">Two</p>'),
        (
            "**bold** *it* `a<b`",
            '<p dir="auto"><strong>bold</strong> <em>it</em> <code>a&lt;b</code></p>',
        ),
        ("2 * 3 * 4, snake_case_name", '<p dir="auto">2 * 3 * 4, snake_case_name</p>'),
        ("## Title ##", '<p class="chatkit-heading">Title</p>'),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("3. c\n4. d", '<ol start="3"><li>c</li><li>d</li></ol>'),
        (
            "- a\n  - b\n- c",
            '<ul><li><p dir="auto">a</p><ul><li>b</li></ul></li><li>c</li></ul>',
        ),
        ("> quoted", '<blockquote><p dir="auto">quoted</p></blockquote>'),
        ("---", "<hr>"),
        (
            "```py\n<b>\n\n- x\n```\nend",
            '<pre class="chatkit-code" dir="ltr" tabindex="0"><code>&lt;b&gt;\n\n- x</code></pre>'
            '<p dir="auto">end</p>',
        ),
        (
            "```\nnever closed",
            '<pre class="chatkit-code" dir="ltr" tabindex="0"><code>never closed</code></pre>',
        ),
        (
            "| A | B |\n|---|---|\n| 1 | 2 |",
            '<div class="chatkit-table" tabindex="0"><table><thead><tr><th>A</th><th>B</th></tr>'
            "</thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>",
        ),
        ("", ""),
    ],
)
def test_what_answers_are_made_of(source: str, html: str) -> None:
    assert render(source) == html


def test_a_link_names_the_host_behind_its_label() -> None:
    assert render("[your bank](https://evil.example/login)") == (
        '<p dir="auto"><a href="https://evil.example/login" target="_blank" '
        'rel="noopener noreferrer nofollow">your bank</a> '
        '<small class="chatkit-quiet">(evil.example)</small></p>'
    )


def test_an_address_in_the_text_is_a_link_without_the_full_stop() -> None:
    assert render("See https://example.com/a.") == (
        '<p dir="auto">See <a href="https://example.com/a" target="_blank" '
        'rel="noopener noreferrer nofollow">https://example.com/a</a>.</p>'
    )


def test_an_image_is_a_link_and_never_loads() -> None:
    html = render("![chart](https://evil.example/p.png?q=secret)")

    assert "<img" not in html
    assert 'href="https://evil.example/p.png?q=secret"' in html


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "JaVaScRiPt:alert`1`", "data:text/html,x", "//x", "http://[x"]
)
def test_a_dangerous_target_is_text(target: str) -> None:
    assert "href" not in render(f"[click]({target})")


@pytest.mark.parametrize(
    "around", ["{}", "# {}", "- {}", "> {}", "`{}`", "**{}**", "```\n{}\n```", "|{}|\n|-|\n|{}|"]
)
def test_html_is_text_wherever_it_stands(around: str) -> None:
    html = render(around.replace("{}", XSS))

    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    "source",
    [
        "*" * 50_000,
        "[" * 50_000,
        "`" * 50_000,
        "> " * 25_000,
        "# " + "# " * 25_000 + "x",
        "**a " * 12_000,
        "[a](" * 12_000,
        "- " * 25_000,
        "|" * 50_000 + "\n" + "|-" * 25_000,
        "```" + "a" * 49_000 + "`",
        "- a\n\n" * 10_000,
        "http://" * 7_000,
    ],
)
def test_hostile_markdown_takes_no_longer_than_other_text(source: str) -> None:
    began = time.thread_time()

    render(source)

    assert time.thread_time() - began < 2
