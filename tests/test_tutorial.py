"""The first tutorial, done step by step as it is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import Site
from tests.tutorials import Tutorial, first_project, log_in, say, start

TUTORIAL = Tutorial("first-chat")

pytestmark = pytest.mark.socket


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as it is after step 3."""
    return first_project(tmp_path_factory.mktemp("tutorial"))


@pytest.fixture(scope="module")
def site(project: Path) -> Iterator[Site]:
    yield from start(project)


@pytest.fixture(scope="module")
def site_with_own_code(project: Path) -> Iterator[Site]:
    """The site as it is after step 4."""
    (project / "mysite/assistant.py").write_text(*TUTORIAL.blocks("Write `mysite/assistant.py`"))
    with (project / "mysite/settings.py").open("a") as settings:
        settings.writelines(TUTORIAL.blocks("Name the class in `mysite/settings.py`"))
    yield from start(project)


def test_a_stranger_is_offered_to_log_in(site: Site) -> None:
    page = site.visitor().get("/").text

    assert 'href="/admin/login/?next=/"' in page
    assert "<openai-chatkit" not in page


def test_the_demo_agent_answers_who_is_logged_in(site: Site) -> None:
    visitor = log_in(site)

    assert "<openai-chatkit" in visitor.get("/").text
    assert "built-in demo agent" in say(visitor, "What can you do?")


def test_own_code_answers(site_with_own_code: Site) -> None:
    events = say(log_in(site_with_own_code), "Hello")

    assert "Hello **ada**, this site has 1 account(s)." in events
    assert "At the reception" in events
    assert '"thread.item.done"' in events.rpartition("data: ")[2]
