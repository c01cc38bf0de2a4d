"""The tutorials' code and the project that they make, for tests that do them as they are written."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.servers import ROOT, Site, Visitor, running

PASSWORD = "a-tutorial-password"


class Tutorial:
    """One page of ``docs/tutorials``."""

    def __init__(self, name: str) -> None:
        self.text = (ROOT / "docs/tutorials" / f"{name}.md").read_text()

    def blocks(self, after: str, language: str = "python") -> list[str]:
        """The code blocks between the sentence that begins with ``after`` and the next paragraph."""
        _, _, rest = self.text.partition(after)
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


def environment(**variables: str) -> dict[str, str]:
    """Nothing that would configure the project but ``variables``."""
    kept = ("PATH", "HOME", "LANG", "TMPDIR")
    return (
        {name: os.environ[name] for name in kept if name in os.environ}
        | {"PYTHONUNBUFFERED": "1", "DJANGO_SUPERUSER_PASSWORD": PASSWORD}
        | variables
    )


def run(folder: Path, *command: str) -> None:
    """One command of Python's in the project's folder."""
    subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        check=True,
        capture_output=True,
    )


def start(
    folder: Path, application: str = "mysite.wsgi:application", **variables: str
) -> Iterator[Site]:
    """The project as a running site."""
    with running(
        application,
        "wsgi",
        database="",
        environment=environment(**variables),
        folder=folder,
        ready="/admin/login/",
    ) as site:
        yield site


def first_project(folder: Path) -> Path:
    """The project of the first tutorial as it is after its step 3."""
    tutorial = Tutorial("first-chat")
    run(folder, "-m", "django", "startproject", "mysite", ".")
    settings = folder / "mysite/settings.py"
    settings.write_text(
        settings.read_text() + "\n".join(tutorial.blocks("In `mysite/settings.py`, add the app"))
    )
    (folder / "mysite/urls.py").write_text(*tutorial.blocks("In `mysite/urls.py`, mount"))
    (folder / "templates").mkdir()
    (folder / "templates/home.html").write_text(
        *tutorial.blocks("And write `templates/home", "django")
    )
    run(folder, "manage.py", "migrate")
    names = ("--username", "ada", "--email", "ada@example.org")
    run(folder, "manage.py", "createsuperuser", "--noinput", *names)
    return folder


def log_in(site: Site) -> Visitor:
    """Ada, as ``createsuperuser`` made her."""
    visitor = site.visitor()
    page = visitor.get("/admin/login/").text
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token is not None
    visitor.post(
        "/admin/login/",
        data={
            "username": "ada",
            "password": PASSWORD,
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
