"""Hostile text from models, visitors and servers: it is shown, and never runs."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.chat import PATIENCE, Chat
from tests.browser.plays import done, say, stream, tool_call, widget, workflow

pytestmark = [pytest.mark.browser, pytest.mark.socket]

ATTACKS: list[str] = json.loads((Path(__file__).parent / "attacks.json").read_text())
ALL = "\n\n".join(ATTACKS)
BRIEF = '<img src=x onerror="window.pwned=1">'


def assert_unharmed(chat: Chat) -> None:
    """Nothing ran, and nothing on the page would run when it is touched."""
    found = chat.page.evaluate("""() => {
        const roots = [document], bad = [];
        for (const root of roots) {
            for (const node of root.querySelectorAll("*")) {
                if (node.shadowRoot) roots.push(node.shadowRoot);
                if (node.matches("script:not([src]):not([type='application/json']), iframe, object, embed, base, meta[http-equiv=refresh i]"))
                    bad.push(node.outerHTML.slice(0, 120));
                for (const { name, value } of node.attributes) {
                    const isCode = /^on/.test(name) || name === "srcdoc" ||
                        (/^(href|src|action|formaction|xlink:href)$/.test(name) &&
                         /^\\s*(javascript|vbscript|data:text)/i.test(value));
                    if (isCode) bad.push(`${node.localName} ${name}=${value.slice(0, 80)}`);
                }
            }
        }
        return { pwned: window.pwned ?? null, bad };
    }""")
    assert found == {"pwned": None, "bad": []}


def click_every_link(chat: Chat) -> None:
    """Click what can be clicked in answers, without leaving the page."""
    chat.page.evaluate("""() => {
        const root = chat.shadowRoot;
        root.addEventListener("click", (event) => event.preventDefault());
        for (const link of root.querySelectorAll("a")) link.click();
    }""")


@pytest.mark.row("C34")
def test_in_an_answer(chat: Chat) -> None:
    middle = len(ALL) // 2
    chat.answers_with("Attack", stream(ALL[:middle], ALL[middle:]))
    chat.open()

    chat.ask("Attack")
    click_every_link(chat)

    assert_unharmed(chat)


@pytest.mark.row("C34")
def test_in_what_the_visitor_says(chat: Chat) -> None:
    chat.open()

    chat.ask(ALL)

    expect(chat.questions.first).to_contain_text(BRIEF)
    assert_unharmed(chat)


@pytest.mark.row("C34")
def test_in_titles_of_conversations(chat: Chat) -> None:
    chat.answers_with("Title", {"thread": {"title": BRIEF}}, say("Titled."))
    chat.open()
    chat.ask("Title")
    expect(chat.page.get_by_role("heading", name=BRIEF)).to_be_visible()

    history = chat.open_history()

    expect(history.get_by_role("button", name=BRIEF, exact=True)).to_be_visible()
    history.get_by_role("button", name="Delete:").click()
    expect(chat.page.get_by_role("dialog", name="Delete conversation?")).to_contain_text(BRIEF)
    assert_unharmed(chat)


@pytest.mark.row("C34")
def test_in_notices_errors_progress_and_locks(chat: Chat) -> None:
    chat.answers_with(
        "Notify",
        {"type": "notice", "level": "info", "title": BRIEF, "message": ALL},
        {"type": "progress_update", "text": BRIEF},
        {"thread": {"status": {"type": "locked", "reason": BRIEF}}},
        {"type": "error", "code": "custom", "message": BRIEF, "allow_retry": False},
    )
    chat.open()

    chat.ask("Notify")
    click_every_link(chat)

    expect(chat.page.get_by_placeholder(BRIEF)).to_be_visible()
    expect(chat.page.get_by_role("alert").last).to_contain_text(BRIEF)
    assert_unharmed(chat)


@pytest.mark.row("C34")
def test_in_options_that_pages_may_fill_with_data(chat: Chat) -> None:
    text = json.dumps(BRIEF)
    everything = json.dumps(ALL)
    chat.open(f"""{{
        disclaimer: {{ text: {everything} }},
        frameTitle: {text},
        header: {{ title: {{ text: {text} }} }},
        composer: {{ placeholder: {text} }},
        startScreen: {{ greeting: {text}, prompts: [{{ label: {text}, prompt: "x" }}] }},
    }}""")
    click_every_link(chat)

    expect(chat.page.get_by_role("heading", name=BRIEF)).to_have_count(2)
    assert_unharmed(chat)


@pytest.mark.row("C34")
def test_in_widgets(chat: Chat) -> None:
    chat.answers_with(
        "Widget",
        widget(
            {"type": "Title", "value": BRIEF},
            {"type": "Text", "value": BRIEF},
            {"type": "Markdown", "value": ALL},
            {"type": "Badge", "label": BRIEF},
            {"type": "Button", "label": BRIEF, "iconStart": "sparkle"},
            {"type": "Image", "src": "javascript:window.pwned=1", "alt": BRIEF},
            {"type": "Image", "src": "data:text/html,<script>pwned=1</script>", "alt": "x"},
            {"type": "Box", "background": 'url("javascript:window.pwned=1")', "children": []},
        ),
    )
    chat.open()

    chat.ask("Widget")
    expect(chat.page.get_by_role("button", name=BRIEF)).to_be_visible(timeout=PATIENCE)
    click_every_link(chat)

    assert_unharmed(chat)


@pytest.mark.row("C34")
def test_in_workflows_sources_and_images(chat: Chat) -> None:
    source = {"type": "url", "url": "javascript:window.pwned=1", "title": BRIEF}
    tasks = [
        {"type": "custom", "title": BRIEF, "content": ALL},
        {"type": "web_search", "title": BRIEF, "queries": [BRIEF], "sources": [source]},
        {
            "type": "file",
            "title": BRIEF,
            "sources": [{"type": "file", "filename": BRIEF, "title": BRIEF}],
        },
    ]
    annotated = {
        "type": "output_text",
        "text": "Cited.",
        "annotations": [{"type": "annotation", "source": source, "index": 3}],
    }
    image = {"id": "i", "url": "javascript:window.pwned=1"}
    chat.answers_with(
        "Work",
        done(workflow(tasks=tasks, expanded=True, summary={"title": BRIEF})),
        done({"id": "$cited", "type": "assistant_message", "content": [annotated]}),
        done({"id": "$image", "type": "generated_image", "image": image}),
        tool_call(BRIEF),
    )
    chat.open("{onClientTool: () => ({})}")

    chat.ask("Work")
    expect(chat.page.get_by_text(BRIEF).first).to_be_visible()
    click_every_link(chat)

    assert_unharmed(chat)


@pytest.mark.row("C34")
def test_in_names_of_files(chat: Chat) -> None:
    chat.open("{composer: {attachments: {enabled: true}}}")
    name = '"><img src=x onerror=window.pwned=1>.txt'

    chat.call(
        f'setComposerValue({{text: "See", files: [new File(["a"], {json.dumps(name)}, {{type: "text/plain"}})]}})'
    )
    expect(chat.page.get_by_text("onerror=window.pwned=1", exact=False).first).to_be_visible()
    chat.box.press("Enter")
    chat.wait_for_event("response.end")

    expect(chat.questions).to_contain_text("onerror=window.pwned=1")
    assert_unharmed(chat)


@pytest.mark.row("C34")
def test_in_the_admins_thread_page(chat: Chat) -> None:
    chat.answers_with(
        "Everything",
        {"thread": {"title": BRIEF}},
        say(ALL),
        widget({"type": "Markdown", "value": ALL}, {"type": "Text", "value": BRIEF}),
        done(workflow(tasks=[{"type": "thought", "title": BRIEF, "content": ALL}])),
        tool_call(BRIEF, argument=BRIEF),
    )
    chat.open("{onClientTool: () => ({})}")
    chat.ask("Everything")
    thread_id = chat.thread_id
    chat.page.context.request.post(
        f"{chat.site.url}/test/log-in", form={"username": "auditor", "superuser": "1"}
    )

    chat.page.goto(f"{chat.site.url}/admin/django_chatkit/chatthread/")
    expect(chat.page.get_by_role("link", name=BRIEF).first).to_be_visible()
    assert_unharmed(chat)
    chat.page.goto(f"{chat.site.url}/admin/django_chatkit/chatthread/?q={thread_id}")
    chat.page.locator("#result_list th a").click()

    expect(chat.page.get_by_text(BRIEF).first).to_be_visible()
    assert_unharmed(chat)
