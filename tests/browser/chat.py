"""A chat on a page, as a visitor and as the page's own script use it."""

import json
import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, Request, Route, expect

from tests.browser.plays import Step
from tests.browser.proxy import Network
from tests.servers import Site

PATIENCE = 15_000
"""Milliseconds for what takes a server's answer, on a busy machine."""


class Chat:
    """The page with one or more chats, and the agent behind them."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page = page
        self.site = site
        self.requests: list[dict[str, Any]] = []
        """The bodies posted to the endpoint, in order."""
        page.on("request", self._remember)

    def _remember(self, request: Request) -> None:
        if "/chatkit/conversation" in request.url and request.method == "POST":
            self.requests.append(json.loads(request.post_data or "{}"))

    # The agent

    def answers_with(self, said: str, *steps: Step | list[Step]) -> None:
        """Have the agent answer ``said`` with these steps."""
        flat = [step for entry in steps for step in (entry if isinstance(entry, list) else [entry])]
        response = self.page.context.request.post(
            f"{self.site.url}/test/play", data={"said": said, "steps": flat}
        )
        assert response.ok

    def open_gate(self, name: str) -> None:
        """Let the answer that waits there go on."""
        assert self.page.context.request.post(f"{self.site.url}/test/gate/{name}").ok

    def server_answers(self, operation: str, **response: Any) -> None:
        """Answer an operation in the server's place; ``response`` is that of Playwright."""
        self._instead(operation, lambda route: route.fulfill(**response))

    def server_sends(self, operation: str, *events: dict[str, Any], end: str = "") -> None:
        """Answer with an event stream of these events, whatever the SDK thinks of them."""
        body = "".join(f"data: {json.dumps(event)}\n\n" for event in events) + end
        self.server_answers(operation, content_type="text/event-stream", body=body)

    def server_is_unreachable(self, operation: str) -> None:
        """Let the connection fail."""
        self._instead(operation, lambda route: route.abort("connectionrefused"))

    def server_is_itself(self) -> None:
        """Answer nothing in the server's place any more."""
        self.page.unroute_all()

    def _instead(self, operation: str, act: Callable[[Route], None]) -> None:
        def answer(route: Route) -> None:
            asked = json.loads(route.request.post_data or "{}")
            if asked.get("type") == operation:
                act(route)
            else:
                route.fallback()

        self.page.route("**/chatkit/conversation*", answer)

    # The page's script

    def visit(self) -> None:
        """Open the page that has no chat yet."""
        self.page.goto(f"{self.site.url}/test/element")
        self.page.wait_for_function("() => window.pageIsReady")

    def open(self, options: str = "{}", place: str = "") -> None:
        """Open a page with one chat; ``options`` is JavaScript."""
        self.visit()
        self.page.evaluate(f"() => {{ addChat({options}, {place!r}); }}")
        self.wait_for_event("ready")

    def set_options(self, options: str) -> None:
        self.page.evaluate(f"chat.setOptions({{api: chatApi, ...{options}}})")

    def call(self, expression: str) -> Any:
        """Call a method: ``call("setThreadId(null)")``. Returns what it rejected with, or null."""
        return self.page.evaluate(
            f"chat.{expression}.then(() => null, (error) => `${{error.name}}: ${{error.message}}`)"
        )

    def events(self, *names: str) -> list[Any]:
        """What happened: ``[name, detail]``, of these names only when some are given."""
        every: list[Any] = self.page.evaluate("chatEvents")
        return [event for event in every if not names or event[0] in names]

    def wait_for_event(self, name: str, times: int = 1) -> None:
        self.page.wait_for_function(
            "([name, times]) => chatEvents.filter((event) => event[0] === name).length >= times",
            arg=[name, times],
            timeout=PATIENCE,
        )

    def calls(self, name: str) -> list[Any]:
        """The arguments that callbacks noted under this name."""
        every: list[Any] = self.page.evaluate("chatCalls")
        return [call[1:] for call in every if call[0] == name]

    # The visitor

    @property
    def box(self) -> Locator:
        return self.page.get_by_role("textbox", name="Message", exact=True)

    @property
    def send_button(self) -> Locator:
        return self.page.get_by_role("button", name="Send message")

    @property
    def stop_button(self) -> Locator:
        return self.page.get_by_role("button", name="Stop responding")

    @property
    def answers(self) -> Locator:
        return self.page.locator("article.assistant-message")

    @property
    def questions(self) -> Locator:
        return self.page.locator("article.user-message")

    @property
    def greeting(self) -> Locator:
        return self.page.get_by_role("heading", name="What can I help with today?")

    def say(self, text: str) -> None:
        self.box.fill(text)
        self.box.press("Enter")

    def ask(self, text: str) -> None:
        """Say something and wait for the end of the answer."""
        ends = len(self.events("response.end"))
        self.say(text)
        self.wait_for_event("response.end", ends + 1)

    def expect_answer(self, text: str | re.Pattern[str]) -> None:
        expect(self.answers.last).to_contain_text(text, timeout=PATIENCE)

    @property
    def thread_id(self) -> str:
        """The thread of the newest change."""
        [*_, (_name, detail)] = self.events("thread.change")
        return str(detail["threadId"])

    @property
    def history(self) -> Locator:
        return self.page.get_by_role("dialog", name="Chat history")

    def open_history(self) -> Locator:
        self.page.get_by_role("button", name="Chat history").click()
        expect(self.history).to_be_visible()
        return self.history

    def visitor(self) -> Callable[[str, dict[str, Any]], dict[str, Any]]:
        """Ask the endpoint as the same visitor, from outside the page."""
        context = self.page.context
        [token] = [c["value"] for c in context.cookies() if c.get("name") == "csrftoken"]

        def ask(operation: str, params: dict[str, Any]) -> dict[str, Any]:
            response = context.request.post(
                f"{self.site.url}/chatkit/conversation",
                data={"type": operation, "params": params},
                headers={"X-CSRFToken": token},
            )
            assert response.ok, response.text()
            answer: dict[str, Any] = response.json()
            return answer

        return ask


class FarChat(Chat):
    """The page comes through the network; the agent's cues go straight to the site."""

    def __init__(self, page: Page, site: Site, wire: Network) -> None:
        super().__init__(page, site)
        self.wire = wire

    def visit(self) -> None:
        self.page.goto(f"{self.wire.url}/test/element")
        self.page.wait_for_function("() => window.pageIsReady")
