"""The tutorial from echo to agent, done step by step as it is written.

A model that says what the tests tell it to stands in the place of the key.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from django_chatkit.testing import FakeModelServer
from tests.servers import Site
from tests.tutorials import PASSWORD, Tutorial, first_project, log_in, run, say, start

TUTORIAL = Tutorial("from-echo-to-agent")

# What runserver does by itself: the project's static files.
SERVED = """
from django.contrib.staticfiles.handlers import StaticFilesHandler
from mysite.wsgi import application as project

application = StaticFilesHandler(project)
"""

pytestmark = pytest.mark.socket


def write(path: Path, sentence: str, language: str = "python", *, add: bool = False) -> None:
    """Write what the tutorial says to write, over the file or at its end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a" if add else "w") as file:
        file.writelines(TUTORIAL.blocks(sentence, language))


@pytest.fixture(scope="module")
def model() -> Iterator[FakeModelServer]:
    # A local server wants no key.
    with FakeModelServer(name="qwen3", api_key="none") as server:
        yield server


@pytest.fixture(autouse=True)
def script(model: FakeModelServer) -> Iterator[FakeModelServer]:
    """A new script for each test, said to its end."""
    model.reset()
    yield model
    model.assert_done()


@pytest.fixture(scope="module")
def echo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project after step 1."""
    folder = first_project(tmp_path_factory.mktemp("agent-tutorial"))
    write(folder / "mysite/assistant.py", "Write `mysite/assistant.py`")
    write(folder / "mysite/settings.py", "Name it in `mysite/settings.py`", add=True)
    return folder


@pytest.fixture(scope="module")
def echo_site(echo: Path) -> Iterator[Site]:
    yield from start(echo)


@pytest.fixture(scope="module")
def agent(echo: Path) -> Path:
    """The project after step 2."""
    run(echo, "manage.py", "startapp", "todo")
    write(echo / "todo/agent.py", "Write `todo/agent.py`:")
    write(echo / "mysite/settings.py", "And in `mysite/settings.py` let it answer", add=True)
    return echo


@pytest.fixture(scope="module")
def agent_site(agent: Path, model: FakeModelServer) -> Iterator[Site]:
    yield from start(agent, MODEL_URL=model.base_url, MODEL_NAME=model.name)


@pytest.fixture(scope="module")
def tool(agent: Path) -> Path:
    """The project after step 3."""
    write(agent / "todo/models.py", "Write `todo/models.py`")
    write(agent / "mysite/settings.py", "Add the app in `mysite/settings.py`", add=True)
    run(agent, "manage.py", "makemigrations", "todo")
    run(agent, "manage.py", "migrate")
    write(agent / "todo/tools.py", "the function who is asking. Write `todo/tools.py`")
    write(agent / "todo/agent.py", "Write `todo/agent.py` again")
    return agent


@pytest.fixture(scope="module")
def tool_site(tool: Path, model: FakeModelServer) -> Iterator[Site]:
    yield from start(tool, MODEL_URL=model.base_url, MODEL_NAME=model.name)


@pytest.fixture(scope="module")
def finished(tool: Path) -> Path:
    """The project after the last step."""
    write(tool / "todo/views.py", "Write `todo/views.py`")
    write(tool / "mysite/urls.py", "Show it in `mysite/urls.py`")
    write(tool / "templates/home.html", "And write `templates/home.html`", "django")
    write(tool / "todo/agent.py", "reads it from the request's context. Write `todo/agent.py`")
    write(tool / "todo/tools.py", "The server can write the\nrow;", add=True)
    write(tool / "todo/static/todo/chat.js", "`client_tool_call` ends the turn", "js")
    write(tool / "todo/tools.py", '"What is left?" deserves', add=True)
    (tool / "mysite/served.py").write_text(SERVED)
    return tool


@pytest.fixture(scope="module")
def finished_site(finished: Path, model: FakeModelServer) -> Iterator[Site]:
    yield from start(
        finished, "mysite.served:application", MODEL_URL=model.base_url, MODEL_NAME=model.name
    )


def test_the_echo_says_what_it_was_told(echo_site: Site) -> None:
    assert '"text":"You said: Good morning"' in say(log_in(echo_site), "Good morning")


def test_the_agent_answers(agent_site: Site, script: FakeModelServer) -> None:
    script.says("Good morning, what is to be done?")

    assert "Good morning, what is to be done?" in say(log_in(agent_site), "Good morning")
    assert script.requests[0]["messages"][0] == {
        "role": "system",
        "content": "You keep a to-do list. Be brief and friendly.",
    }


def test_the_tool_makes_a_row(tool: Path, tool_site: Site, script: FakeModelServer) -> None:
    script.calls("add_task", {"text": "Water the plants"})
    script.says("I will remind you.")

    assert "I will remind you." in say(log_in(tool_site), "Remind me to water the plants")
    assert script.requests[1]["messages"][-1]["content"] == "It is on the list."
    run(
        tool,
        "manage.py",
        "shell",
        "-c",
        "from todo.models import Task; assert str(Task.objects.get()) == 'Water the plants'",
    )


@pytest.fixture
def chat(page: Page, finished_site: Site) -> Page:
    """Ada on the finished page, in a new conversation."""
    page.goto(f"{finished_site.url}/admin/login/?next=/")
    page.get_by_label("Username").fill("ada")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="What is to be done?")).to_be_visible()
    return page


def ask(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="Message").fill(text)
    send = page.get_by_role("button", name="Send message")
    expect(send).to_be_enabled(timeout=15_000)
    send.click()


def answer(page: Page) -> Locator:
    return page.get_by_role("article").filter(has_not_text="You said:").last


def add(page: Page, script: FakeModelServer, task: str) -> None:
    """Put a task on the list, and see it after a reload."""
    script.calls("add_task", {"text": task})
    script.says(f"Noted: {task}")
    ask(page, f"Remind me: {task}")
    expect(answer(page)).to_contain_text(f"Noted: {task}", timeout=15_000)
    page.reload()
    expect(page.locator("#tasks li").filter(has_text=task)).to_have_count(1)


@pytest.mark.browser
def test_the_page_is_known_and_changed(chat: Page, script: FakeModelServer) -> None:
    add(chat, script, "Call Grace")
    script.calls("finish_task", {"task": "Call Grace"})
    script.says("Well done!")

    ask(chat, "I have called Grace")

    expect(answer(chat)).to_contain_text("Well done!", timeout=15_000)
    expect(chat.locator("#tasks s")).to_have_text(["Call Grace"])
    told = script.requests[2]["messages"]
    assert '{"task": "Call Grace", "done": false}' in told[0]["content"]
    assert script.requests[3]["messages"][-1]["content"] == '{"crossedOut": true}'
    chat.reload()
    expect(chat.locator("#tasks s")).to_have_text(["Call Grace"])


@pytest.mark.browser
def test_a_task_that_is_not_there_is_told(chat: Page, script: FakeModelServer) -> None:
    script.calls("finish_task", {"task": "Fly to the moon"})
    script.says("That is not on your list.")

    ask(chat, "I have been to the moon")

    expect(answer(chat)).to_contain_text("That is not on your list.", timeout=15_000)
    assert "There is no such task." in script.requests[1]["messages"][-1]["content"]


@pytest.mark.browser
def test_the_widget_shows_what_is_left(chat: Page, script: FakeModelServer) -> None:
    add(chat, script, "Buy a lamp")
    script.calls("show_tasks", {})
    script.says("Here they are.")

    ask(chat, "What is left?")

    expect(answer(chat)).to_contain_text("Here they are.", timeout=15_000)
    expect(chat.locator(".ck-w-card-body")).to_contain_text("Buy a lamp")


@pytest.mark.browser
def test_a_file_becomes_tasks(chat: Page, script: FakeModelServer) -> None:
    script.calls("add_task", {"text": "Milk"}, ("add_task", {"text": "Bread"}))
    script.says("Both are on your list.")
    chat.locator("input[type=file]").set_input_files(
        {"name": "shopping.txt", "mimeType": "text/plain", "buffer": b"Milk\nBread\n"}
    )
    expect(chat.get_by_role("button", name="Remove shopping.txt")).to_be_visible()

    ask(chat, "Put these on my list")

    expect(answer(chat)).to_contain_text("Both are on your list.", timeout=15_000)
    _words, file = script.requests[0]["messages"][-1]["content"]
    assert file == {"type": "text", "text": "The file 'shopping.txt':\nMilk\nBread\n"}
    chat.reload()
    for task in ("Milk", "Bread"):
        expect(chat.locator("#tasks li").filter(has_text=task)).to_have_count(1)
