"""The samples' site, and a visitor of each."""

import os
import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.chat import Chat
from tests.browser.conftest import STATIC, complaints
from tests.samples.moving import SAMPLES
from tests.servers import Site, live_site

__all__ = ["complaints"]

FOLDER = os.environ.get("CHATKIT_SAMPLES", "")

collect_ignore_glob = [] if FOLDER else ["test_*.py"]

HEARD = "Move me to seat 14C"


class FakeTranscription(BaseHTTPRequestHandler):
    """OpenAI's endpoint for recordings, strict about what it is sent."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        good = (
            self.path == "/v1/audio/transcriptions"
            and b"gpt-4o-transcribe" in body
            and b'filename="audio.webm"' in body
        )
        answer = f'{{"text": "{HEARD}"}}'.encode() if good else b"{}"
        self.send_response(200 if good else 400)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def openai_url() -> Iterator[str]:
    """Where OpenAI is, for this test run."""
    with ThreadingHTTPServer(("127.0.0.1", 0), FakeTranscription) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/v1"
        server.shutdown()


@pytest.fixture(scope="session")
def changed_lines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The folder with the samples' packages, and what was changed in each."""
    if not FOLDER:
        pytest.skip("CHATKIT_SAMPLES names no folder.")
    folder = tmp_path_factory.mktemp("samples")
    changed = {sample.folder: sample.move(Path(FOLDER), folder) for sample in SAMPLES}
    return {"folder": folder, "changed": changed}


@pytest.fixture(scope="session")
def samples_site(changed_lines: dict[str, Any], openai_url: str) -> Iterator[Site]:
    """One site with the four samples as its assistants."""
    backend = "django_chatkit.backends.SelfHostedBackend"
    names = ("cats", "support", "metro", "news")
    assistants = {
        name: {
            "BACKEND": backend,
            "OPTIONS": {
                "SERVER": f"tests.samples.site.get_{name}",
                # The desk of the airline takes actions that no widget offers.
                "VERIFY_ACTIONS": name != "support",
            },
        }
        for name in names
    }
    with live_site(
        "asgi",
        environment={
            "PYTHONPATH": str(changed_lines["folder"]),
            "OPENAI_BASE_URL": openai_url,
            "OPENAI_AGENTS_DISABLE_TRACING": "1",
        },
        ROOT_URLCONF="tests.samples.site",
        STATICFILES_DIRS=[str(STATIC)],
        CHATKIT_ADAPTER="tests.samples.site.SampleAdapter",
        CHATKIT_ASSISTANTS={"default": {"BACKEND": backend}, **assistants},
    ) as site:
        yield site


Visit = Callable[[str, str], Chat]


@pytest.fixture
def visit(
    page: Page,
    samples_site: Site,
    request: pytest.FixtureRequest,
    complaints: list[str],
    foreign_requests: list[str],
) -> Iterator[Visit]:
    """Opens a sample's chat, as a visitor of this test alone; nothing foreign is asked."""
    username = re.sub(r"\W", "-", request.node.name)[:100]
    page.context.request.post(f"{samples_site.url}/test/log-in", form={"username": username})

    def visit(name: str, options: str = "{}") -> Chat:
        chat = Chat(page, samples_site)
        chat.visit()
        page.evaluate(
            f"() => {{ chatApi.url = '/chatkit/conversation?assistant={name}';"
            f" addChat({options}); }}"
        )
        chat.wait_for_event("ready")
        return chat

    yield visit
    assert foreign_requests == []
