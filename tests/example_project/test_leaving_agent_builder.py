"""The example site leaves OpenAI by the guide: the same page, yesterday's thread, a new agent."""

import re
import shlex
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from django_chatkit.testing import FakeOpenAIServer
from tests.example_project.conftest import FOLDER, Manage, environment
from tests.example_project.test_conversation import answers, history, log_in, say, wait_for_the_end
from tests.servers import ROOT, Site, running

pytestmark = [pytest.mark.browser, pytest.mark.socket]

GUIDE = (ROOT / "docs" / "how-to" / "leave-agent-builder.md").read_text()
SCRIPT = "https://cdn.platform.openai.com/deployments/chatkit/chatkit.js"
STAND_IN = ROOT / "tests" / "templatetags" / "static" / "openai" / "chatkit.js"


@pytest.fixture
def openai() -> Iterator[FakeOpenAIServer]:
    with FakeOpenAIServer() as server:
        yield server


@pytest.fixture
def hosted(openai: FakeOpenAIServer, tmp_path: Path) -> dict[str, str]:
    """The environment of the example site with a workflow at OpenAI."""
    return {
        "EXAMPLE_DEMO": "true",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'museum.sqlite3'}",
        "OPENAI_API_KEY": openai.api.api_key,
        "OPENAI_BASE_URL": openai.base_url,
        "CHATKIT_WORKFLOW_ID": "wf_1",
        "CHATKIT_SCOPE_PREFIX": "shop-",
    }


def steps(section: str) -> list[tuple[str, str]]:
    """The ``manage.py`` commands of a section of the guide, each with the output that it shows."""
    [body] = re.findall(rf"^## {section}.*?\n(.*?)(?=^## )", GUIDE, re.DOTALL | re.MULTILINE)
    blocks = re.findall(r"^ *```console\n(.*?)^ *```", body, re.DOTALL | re.MULTILINE)
    return [
        (command, re.sub(r"^ +", "", output, flags=re.MULTILINE))
        for block in blocks
        for command, output in re.findall(
            r"^ *\$ python manage\.py ((?:[^\n\"]|\"[^\"]*\")+)\n((?: *[^ $\n][^\n]*\n)*)",
            block,
            re.MULTILINE,
        )
    ]


def follow(section: str, manage: Manage, site: dict[str, str]) -> list[str]:
    """Do what a section says; every output it shows must come. What was printed, in order."""
    printed = []
    for command, shown in steps(section):
        run = manage(*shlex.split(command), **site)
        assert run.returncode == 0, (command, run.stderr)
        assert shown in run.stdout
        printed.append(run.stdout)
    return printed


def museum(site: dict[str, str]) -> AbstractContextManager[Site]:
    """The example site under uvicorn."""
    return running(
        "config.asgi:application",
        "asgi",
        database=site["DATABASE_URL"],
        environment=environment(**site),
        folder=FOLDER,
        ready="/",
    )


def test_the_guide_has_a_command_for_every_step() -> None:
    assert [[command.split()[0] for command, _ in steps(name)] for name in "2345"] == [
        ["chatkit_sync"],
        ["shell"],
        ["chatkit_sync", "chatkit_import", "chatkit_import", "chatkit_import"],
        [],
    ]


def test_a_visitor_opens_yesterdays_hosted_thread_and_the_sites_own_agent_continues_it(
    page: Page,
    openai: FakeOpenAIServer,
    hosted: dict[str, str],
    manage: Manage,
    foreign_requests: list[str],
) -> None:
    for command in ("migrate", "seed_demo"):
        manage(command, **hosted).check_returncode()
    page.route(SCRIPT, lambda route: route.fulfill(path=STAND_IN))
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)

    # Yesterday: OpenAI's element, OpenAI's agent.
    with museum(hosted) as site:
        log_in(page, site, "alice")
        page.goto(f"{site.url}/assistant/")
        expect(page.locator("openai-chatkit")).to_contain_text("Chat of ek_")
        [session] = openai.api.sessions.values()
        assert (session["user"], session["workflow"]["id"]) == ("shop-user-1", "wf_1")
        thread = openai.api.add_thread(
            session["user"],
            title="The lamp",
            messages=["Who lit the lamp?", "The keeper, at dusk.", "And when it was foggy?"],
        )["id"]
        openai.api.add_assistant_message(thread, "He rang the bell all night.")
        openai.api.add_user_message(thread, "Poor keeper.")
        openai.api.add_thread("shop-user-2", title="Tickets", messages=["How much?", "Nine euros."])
    assert [*complaints, *foreign_requests] == []

    # The runbook.
    assert "2 threads read." in follow("2", manage, hosted)[0]
    switched = {**hosted, "HOSTED_ALIAS": "legacy"}
    [moved] = follow("3", manage, switched)
    assert moved.split()[-1] == "2"  # Django's shell says first what it imported
    assert follow("4", manage, switched)[2:] == [
        "1 threads with 5 items imported.\n",
        "1 threads with 2 items imported.\n",
    ]
    verified = manage("chatkit_import", "legacy", "default", "--dry-run", **switched).stdout
    assert verified == "0 threads with 0 items would be imported.\n"
    assert f"says `{verified.strip()}`" in GUIDE
    assert "new items: 0" in manage("chatkit_sync", "legacy", **switched).stdout

    # Today: the same page, and nothing is asked of OpenAI.
    openai.stop()
    with museum(switched) as site:
        page.goto(f"{site.url}/assistant/")
        history(page).get_by_role("button", name="The lamp", exact=True).click()
        expect(page.get_by_text("He rang the bell all night.")).to_be_visible()
        expect(page.get_by_text("Poor keeper.")).to_be_visible()
        say(page, "table")
        expect(answers(page).last).to_contain_text("Mercury", timeout=30_000)
        wait_for_the_end(page)

        page.reload()

        expect(page.get_by_text("The keeper, at dusk.")).to_be_visible()
        expect(answers(page).last).to_contain_text("Mercury")
        expect(history(page).get_by_role("button", name="The lamp", exact=True)).to_have_count(1)
    assert [*complaints, *foreign_requests] == []
