"""How the element comes to life, takes its options and announces itself."""

import pytest
from playwright.sync_api import expect

from tests.browser.chat import Chat

pytestmark = [pytest.mark.browser, pytest.mark.socket]


@pytest.mark.row("C01")
def test_a_conversation_asks_nobody_but_its_own_site(chat: Chat) -> None:
    asked: list[str] = []
    chat.page.on("request", lambda request: asked.append(request.url))
    chat.open()
    chat.ask("Hello")
    chat.expect_answer("Echo: Hello")

    assert chat.page.evaluate("customElements.get('openai-chatkit') !== undefined")
    assert [url for url in asked if not url.startswith(f"{chat.site.url}/")] == []


@pytest.mark.row("C02")
def test_options_may_come_before_the_element_is_on_the_page(chat: Chat) -> None:
    chat.visit()
    chat.page.evaluate("""() => {
        const chat = document.createElement("openai-chatkit");
        chat.setOptions({ api: chatApi, startScreen: { greeting: "Before" } });
        document.querySelector("main").append(chat);
    }""")

    expect(chat.page.get_by_role("heading", name="Before")).to_be_visible()
    chat.wait_for_event("ready")
    assert chat.events("ready") == [["ready", None]]


@pytest.mark.row("C02")
def test_options_may_come_after_the_element_is_on_the_page(chat: Chat) -> None:
    chat.visit()
    chat.page.evaluate("""() => {
        const chat = document.createElement("openai-chatkit");
        document.querySelector("main").append(chat);
        chat.setOptions({ api: chatApi, startScreen: { greeting: "After" } });
    }""")

    expect(chat.page.get_by_role("heading", name="After")).to_be_visible()
    chat.wait_for_event("ready")
    assert chat.events("ready") == [["ready", None]]


@pytest.mark.row("C02")
def test_two_elements_hold_two_conversations(chat: Chat) -> None:
    chat.visit()
    chat.page.evaluate("""() => {
        for (const id of ["left", "right"]) addChat({}, "400x600").id = id;
    }""")
    chat.wait_for_event("ready", 2)
    for side in ("left", "right"):
        box = chat.page.locator(f"#{side}").get_by_role("textbox")
        box.fill(f"I am {side}")
        box.press("Enter")
    chat.wait_for_event("response.end", 2)

    for side in ("left", "right"):
        expect(chat.page.locator(f"#{side} article")).to_have_count(2)
        expect(chat.page.locator(f"#{side} article.assistant-message")).to_contain_text(
            f"Echo: I am {side}"
        )
    assert chat.events("error") == []


@pytest.mark.row("C02")
def test_an_element_that_is_moved_keeps_its_conversation(chat: Chat) -> None:
    chat.open()
    chat.ask("Stay")

    chat.page.evaluate("""() => {
        chat.remove();
        document.querySelector("main").append(chat);
    }""")

    chat.expect_answer("Echo: Stay")
    chat.ask("Again")
    chat.expect_answer("Echo: Again")
    expect(chat.questions).to_have_text(["You said: Stay", "You said: Again"])
    assert len(chat.events("ready")) == 1


@pytest.mark.row("C03")
def test_new_options_replace_the_old_ones_entirely(chat: Chat) -> None:
    chat.open('{composer: {placeholder: "Ask the keeper"}, startScreen: {greeting: "Ahoy"}}')
    expect(chat.page.get_by_placeholder("Ask the keeper")).to_be_visible()

    chat.set_options("{}")

    expect(chat.page.get_by_placeholder("Message the AI")).to_be_visible()
    expect(chat.greeting).to_be_visible()


@pytest.mark.row("C03")
@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ("{}", 'missing key "api"'),
        ("{api: chatApi, compser: {}}", 'unrecognized key "compser" (did you mean "composer"?)'),
        (
            '{api: chatApi, theme: {radius: "rund"}}',
            'one of "pill", "round", "soft", "sharp" (did you mean "round"?), got "rund"',
        ),
        ('{api: {url: "/chatkit/conversation"}}', 'missing key "domainKey"'),
        ("{api: chatApi, history: 1}", "expected an object, got 1 at history"),
        (
            '{api: chatApi, header: {leftAction: {icon: "hoem", onClick() {}}}}',
            'the name of an icon of the header (did you mean "home"?), got "hoem"',
        ),
        (
            '{api: chatApi, startScreen: {prompts: [{label: "A", prompt: "B", icon: "strar"}]}}',
            'the name of an icon (did you mean "star"?), got "strar" at startScreen.prompts[0].icon',
        ),
    ],
)
def test_a_mistake_in_the_options_is_named_and_changes_nothing(
    chat: Chat, options: str, complaint: str
) -> None:
    chat.open('{startScreen: {greeting: "Unharmed"}}')

    thrown = chat.page.evaluate(f"""() => {{
        try {{ chat.setOptions({options}); }}
        catch (error) {{ return `${{error.name}}: ${{error.message}}`; }}
    }}""")

    assert thrown.startswith("IntegrationError: ")
    assert complaint in thrown
    assert [detail["message"] for _, detail in chat.events("error")] == [thrown[18:]]
    expect(chat.page.get_by_role("heading", name="Unharmed")).to_be_visible()


@pytest.mark.row("C03")
def test_after_a_mistake_the_options_before_are_in_force(chat: Chat) -> None:
    chat.open("""{
        locale: "fr", theme: "dark", composer: { placeholder: "Demander au gardien" },
        threadItemActions: { feedback: true },
    }""")

    chat.page.evaluate("""() => {
        try { chat.setOptions({ api: chatApi, theme: "light", locale: "de", histroy: {} }); }
        catch {}
    }""")

    box = chat.page.get_by_placeholder("Demander au gardien")
    box.fill("Bonjour")
    box.press("Enter")
    chat.expect_answer("Echo: Bonjour")
    expect(chat.page.get_by_role("button", name="Bonne réponse")).to_be_visible()
    scheme = chat.page.evaluate("getComputedStyle(chat).colorScheme")
    assert scheme == "dark"


@pytest.mark.row("C03")
def test_a_locale_that_nobody_speaks_is_english_with_a_warning(chat: Chat) -> None:
    warnings: list[str] = []
    chat.page.on(
        "console",
        lambda message: warnings.append(message.text) if message.type == "warning" else None,
    )

    chat.open('{locale: "frr"}')

    expect(chat.page.get_by_placeholder("Message the AI")).to_be_visible()
    assert warnings == ['ChatKit has no locale "frr" (did you mean "fr"?) and is shown in English.']


@pytest.mark.row("C03")
def test_the_first_mistake_is_shown_to_the_developer(chat: Chat) -> None:
    chat.visit()
    chat.page.evaluate("""() => {
        const chat = document.createElement("openai-chatkit");
        document.querySelector("main").append(chat);
        try { chat.setOptions({}); } catch {}
    }""")

    expect(chat.page.get_by_role("alert")).to_contain_text('missing key "api"')
