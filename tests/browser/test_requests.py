"""How the element talks to its server."""

import json

import pytest
from playwright.sync_api import Request, Route, expect

from tests.browser.chat import Chat

pytestmark = [pytest.mark.browser, pytest.mark.socket]


@pytest.mark.row("C11")
def test_the_pages_fetch_carries_every_request(chat: Chat) -> None:
    seen: list[tuple[str, str]] = []

    def note(request: Request) -> None:
        path = request.url.removeprefix(chat.site.url)
        if path.startswith("/chatkit/"):
            seen.append((path, request.headers["accept-language"]))

    chat.page.on("request", note)
    chat.open('{locale: "fr", composer: {attachments: {enabled: true}}}')
    chat.call("""setComposerValue({text: "Voici",
        files: [new File(["a"], "a.txt", {type: "text/plain"})]})""")
    chat.page.locator("openai-chatkit textarea").press("Enter")
    chat.wait_for_event("response.end")
    chat.call("showHistory()")
    expect(chat.page.locator(".history-open")).to_have_count(1)

    assert seen == [
        ("/chatkit/files", "fr"),
        ("/chatkit/conversation", "fr"),
        ("/chatkit/conversation", "fr"),
    ]
    assert [(url, "Accept-Language" in headers) for url, headers in chat.calls("fetch")] == [
        ("/chatkit/files", True),
        ("/chatkit/conversation", True),
        ("/chatkit/conversation", True),
    ]


@pytest.mark.row("C12")
def test_a_client_secret_is_asked_for_once_and_renewed(chat: Chat, complaints: list[str]) -> None:
    sent: list[str | None] = []

    def answer(secret: str) -> None:
        def reply(route: Route) -> None:
            given = route.request.headers.get("authorization")
            sent.append(given)
            status = 200 if given == f"Bearer {secret}" else 401
            route.fulfill(status=status, json={"data": [], "has_more": False})

        chat.page.route("**/chatkit/conversation", reply)

    answer("secret-1")
    chat.open("""{api: { getClientSecret: async (current) => {
        chatCalls.push(["secret", current]);
        return `secret-${chatCalls.length}`;
    }}}""")
    chat.call("showHistory()")
    expect(chat.history).to_contain_text("No conversations yet")
    chat.call("hideHistory()")
    chat.call("showHistory()")
    expect(chat.history).to_contain_text("No conversations yet")
    assert chat.calls("secret") == [[None]]
    chat.server_is_itself()
    answer("secret-2")

    chat.call("fetchUpdates()")

    expect(chat.history).to_contain_text("No conversations yet")
    assert chat.calls("secret") == [[None], ["secret-1"]]
    assert sent[-2:] == ["Bearer secret-1", "Bearer secret-2"]
    complaints.clear()  # the browser logs the 401


@pytest.mark.row("C12")
def test_a_file_and_its_message_go_on_with_a_new_secret_when_the_old_one_has_ended(
    chat: Chat, complaints: list[str]
) -> None:
    visitor = chat.site.log_in("alice")
    minted = [visitor.post("/chatkit/sessions", json={}).json() for _ in range(3)]
    secrets = [session["client_secret"] for session in minted]

    def end(session: dict[str, str]) -> None:
        visitor.post(f"/chatkit/sessions/{session['id']}/cancel").raise_for_status()

    end(minted[0])
    chat.open(f"""{{
        api: {{ getClientSecret: async (current) => {{
            chatCalls.push(["secret", current]);
            return {json.dumps(secrets)}[chatCalls.length - 1];
        }}}},
        composer: {{ attachments: {{ enabled: true }} }},
    }}""")
    chat.call("""setComposerValue({text: "Hello",
        files: [new File(["a"], "a.txt", {type: "text/plain"})]})""")
    expect(chat.page.locator(".tile[data-state=ready]")).to_have_count(1)
    end(minted[1])

    chat.page.locator("openai-chatkit textarea").press("Enter")
    chat.wait_for_event("response.end")

    assert chat.calls("secret") == [[None], [secrets[0]], [secrets[1]]]
    complaints.clear()  # the browser logs the 401s


@pytest.mark.row("C50")
def test_everything_works_under_the_strictest_policy(chat: Chat) -> None:
    response = chat.page.goto(f"{chat.site.url}/test/element")
    assert response is not None
    assert response.headers["content-security-policy"].startswith("default-src 'self'; base-uri")
    chat.open("{composer: {tools: [{ id: 'a', label: 'A', icon: 'search' }]}}")

    chat.ask("```python\nprint(1)\n```\n\n$x^2$")
    chat.open_history()

    expect(chat.history.locator(".history-open")).to_have_count(1)
