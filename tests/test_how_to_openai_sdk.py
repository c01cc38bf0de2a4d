"""The guide to the OpenAI SDK, done as it is written."""

import os
from collections.abc import Iterator

import pytest

from tests.guides import Guide
from tests.servers import Site, live_site

pytestmark = pytest.mark.socket

GUIDE = "use-the-openai-sdk"
KEY = "a server key that is long enough to be one"
ASSISTANTS = {
    "default": {
        "BACKEND": "django_chatkit.backends.SelfHostedBackend",
        "OPTIONS": {"SERVER": "tests.agents.ScriptedServer"},
    }
}


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("CHATKIT_SERVER_KEY", KEY)
    settings = Guide(GUIDE).settings(os=os)
    with live_site("asgi", CHATKIT_ASSISTANTS=ASSISTANTS, **settings) as running:
        yield running


def test_the_guide_does_what_it_says(site: Site) -> None:
    alice = site.log_in("alice")
    scope = alice.post("/chatkit/sessions", json={}).json()["user"]
    script = '{"deltas": ["From nine ", "to five."], "title": "Opening hours"}'
    message = {
        "content": [{"type": "input_text", "text": script}],
        "attachments": [],
        "inference_options": {},
    }
    alice.post(
        "/chatkit/conversation", json={"type": "threads.create", "params": {"input": message}}
    ).raise_for_status()
    guide = Guide(GUIDE, f"{site.url}/")
    guide.blocks = [
        (kind, code.replace("user-7", scope).replace("When are you open?", script))
        for kind, code in guide.blocks
    ]

    printed = guide.run({})

    assert len(printed) == 6
    for said, documented in printed:
        assert said == documented
