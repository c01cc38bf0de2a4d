"""The template tag with OpenAI's element and with our own. Row E01."""

from typing import Any

import pytest
from django.test import override_settings

from tests.pages import config, render, user_request
from tests.servers import ROOT

pytestmark = pytest.mark.row("E01")

TAG = (
    "{% chatkit theme='dark' greeting=text placeholder='Ask' thread='thr_1' "
    "history=False prompts=prompts %}"
)
HOSTILE = '</script><script>alert(1)</script><!-- &amp; \u2028 "'
PROMPTS = [{"label": HOSTILE, "prompt": HOSTILE}]


def shown(source: str) -> Any:
    """The configuration on a page whose element is OpenAI's, ``cdn``, or our own."""
    with override_settings(CHATKIT_ELEMENT_SOURCE=source, CHATKIT_DOMAIN_KEY="domain_pk_1"):
        html = render(TAG, user_request(), text=HOSTILE, prompts=PROMPTS)
    assert "<script>alert" not in html
    assert html.count("</script>") == 2
    return config(html)


def test_both_elements_get_the_same_options() -> None:
    cdn, bundled = shown("cdn"), shown("bundled")

    assert (cdn["source"], bundled["source"]) == ("cdn", "bundled")
    assert cdn["options"] == bundled["options"]
    assert cdn["api"]["url"] == bundled["api"]["url"]
    assert cdn["script"]["url"].startswith("https://cdn.platform.openai.com/")
    assert bundled["script"]["url"] is None


@pytest.mark.parametrize("source", ["cdn", "bundled"])
def test_what_a_template_says_arrives_as_it_was(source: str) -> None:
    options = shown(source)["options"]

    assert options["startScreen"]["greeting"] == HOSTILE
    assert options["startScreen"]["prompts"] == PROMPTS
    assert options["theme"] == {"colorScheme": "dark"}
    assert options["history"] == {"enabled": False}


def test_the_hosts_that_openais_element_needs_are_documented() -> None:
    _, _, section = (
        (ROOT / "docs/reference/javascript.md")
        .read_text()
        .partition("\n## Content-Security-Policy with OpenAI's element\n")
    )

    for host in (
        "https://cdn.platform.openai.com",
        "https://api.openai.com",
        "https://sentinel.openai.com",
        "https://chatgpt.com",
    ):
        assert host in section.partition("\n## ")[0]
