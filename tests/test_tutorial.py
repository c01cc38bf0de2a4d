"""The first tutorial, done step by step as it is written."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import ROOT, Site, Visitor, running

TUTORIAL = (ROOT / "docs/tutorials/first-chat.md").read_text()

pytestmark = pytest.mark.socket


def blocks(after: str, language: str = "python") -> list[str]:
    """The code blocks between the sentence that begins with ``after`` and the next paragraph."""
    _, _, rest = TUTORIAL.partition(after)
    assert rest, f"The tutorial does not say {after!r} any more."
    found = []
    text = rest.partition("\n\n")[2]
    fence = f"```{language}\n"
    while text.startswith(fence):
        code, _, text = text.removeprefix(fence).partition("\n```\n")
        found.append(code + "\n")
        text = text.lstrip("\n")
    assert found
    return found


def environment() -> dict[str, str]:
    kept = ("PATH", "HOME", "LANG", "TMPDIR")
    return {name: os.environ[name] for name in kept if name in os.environ} | {
        "PYTHONUNBUFFERED": "1",
        "DJANGO_SUPERUSER_PASSWORD": "a-tutorial-password",
    }


def run(folder: Path, *command: str) -> None:
    subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        check=True,
        capture_output=True,
    )


def start(folder: Path) -> Iterator[Site]:
    with running(
        "mysite.wsgi:application",
        "wsgi",
        database="",
        environment=environment(),
        folder=folder,
        ready="/admin/login/",
    ) as site:
        yield site


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as it is after step 3."""
    folder = tmp_path_factory.mktemp("tutorial")
    run(folder, "-m", "django", "startproject", "mysite", ".")
    settings = folder / "mysite/settings.py"
    settings.write_text(
        settings.read_text() + "\n".join(blocks("In `mysite/settings.py`, add the app"))
    )
    (folder / "mysite/urls.py").write_text(*blocks("In `mysite/urls.py`, mount"))
    (folder / "templates").mkdir()
    (folder / "templates/home.html").write_text(*blocks("And write `templates/home", "django"))
    run(folder, "manage.py", "migrate")
    names = ("--username", "ada", "--email", "ada@example.org")
    run(folder, "manage.py", "createsuperuser", "--noinput", *names)
    return folder


@pytest.fixture(scope="module")
def site(project: Path) -> Iterator[Site]:
    yield from start(project)


@pytest.fixture(scope="module")
def site_with_own_code(project: Path) -> Iterator[Site]:
    """The site as it is after step 4."""
    (project / "mysite/assistant.py").write_text(*blocks("Write `mysite/assistant.py`"))
    with (project / "mysite/settings.py").open("a") as settings:
        settings.writelines(blocks("Name the class in `mysite/settings.py`"))
    yield from start(project)


def log_in(site: Site) -> Visitor:
    visitor = site.visitor()
    page = visitor.get("/admin/login/").text
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token is not None
    visitor.post(
        "/admin/login/",
        data={
            "username": "ada",
            "password": "a-tutorial-password",
            "csrfmiddlewaretoken": token[1],
            "next": "/",
        },
    )
    return visitor


def say(visitor: Visitor, text: str) -> str:
    """Start a conversation and return the whole stream."""
    message = {
        "content": [{"type": "input_text", "text": text}],
        "attachments": [],
        "inference_options": {},
    }
    body = {"type": "threads.create", "params": {"input": message}}
    answer = visitor.post("/chatkit/conversation", json=body)
    assert answer.status_code == 200, answer.text
    return answer.text


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
