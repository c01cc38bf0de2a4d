"""The guide with a key: the same agent on a model at an address."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from django_chatkit.testing import FakeModelServer
from tests.example_project.conftest import FOLDER, Manage, environment
from tests.example_project.test_conversation import answers, log_in, say
from tests.servers import Site, running

pytestmark = [pytest.mark.browser, pytest.mark.socket]


@pytest.fixture
def model() -> Iterator[FakeModelServer]:
    with FakeModelServer(name="some-model", api_key="sk-museum") as server:
        yield server
        server.assert_done()


@pytest.fixture
def museum_with_a_key(manage: Manage, model: FakeModelServer, tmp_path: Path) -> Iterator[Site]:
    variables = {
        "EXAMPLE_DEMO": "true",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'museum.sqlite3'}",
        "OPENAI_API_KEY": "sk-museum",
        "OPENAI_BASE_URL": model.base_url,
        "GUIDE_MODEL": "some-model",
    }
    for command in ("migrate", "seed_demo"):
        manage(command, **variables).check_returncode()
    with running(
        "config.asgi:application",
        "asgi",
        database=variables["DATABASE_URL"],
        environment=environment(**variables),
        folder=FOLDER,
        ready="/",
    ) as site:
        yield site


def test_a_fact_is_kept_when_a_model_wants_to(
    page: Page, museum_with_a_key: Site, model: FakeModelServer, foreign_requests: list[str]
) -> None:
    model.calls("save_fact", {"fact": "Likes tea"})
    model.says("Tea it is.")
    log_in(page, museum_with_a_key, "alice")
    page.goto(f"{museum_with_a_key.url}/guide/")
    expect(page.get_by_text("A model answers, and can be wrong.")).to_be_visible()

    say(page, "I would never say no to a cup of tea")

    expect(answers(page).last).to_contain_text("Tea it is.", timeout=30_000)
    expect(page.locator("#facts")).to_contain_text("Likes tea")
    assert model.requests[1]["messages"][-1]["content"] == '{"success": true}'
    assert foreign_requests == []


def test_starting_the_site_imports_no_sdk(manage: Manage) -> None:
    code = "import sys; print(sorted({'agents', 'chatkit', 'openai'} & set(sys.modules)))"

    run = manage("shell", "--no-imports", "-c", code, EXAMPLE_DEMO="true", OPENAI_API_KEY="sk-1")

    assert run.stdout == "[]\n", run.stderr
