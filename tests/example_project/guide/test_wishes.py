"""What the scripted model understands."""

import gettext

import pytest

from guide.wishes import Kind, Request, understand
from tests.example_project.conftest import FOLDER


@pytest.mark.parametrize(
    ("words", "request_"),
    [
        ("Remember that I like tea", Request("remember", "I like tea")),
        ("please remember: my name is Ada.", Request("remember", "My name is Ada")),
        ("Don’t forget that I am allergic to nuts!", Request("remember", "I am allergic to nuts")),
        ("Merk dir, dass ich Tee mag", Request("remember", "Ich Tee mag")),
        ("Recuerda que me gusta el té", Request("remember", "Me gusta el té")),
        ("Souviens-toi que j’aime le thé", Request("remember", "J’aime le thé")),
        ("تذكر أنني أحب الشاي", Request("remember", "أنني أحب الشاي")),
        ("dark theme please", Request("theme", "dark")),
        ("Switch the page to light mode", Request("theme", "light")),
        ("Schalte die Seite auf dunkel", Request("theme", "dark")),
        ("Passe la page en mode sombre", Request("theme", "dark")),
        ("Weather in Paris", Request("weather", "Paris")),
        ("What is the weather like in New York?", Request("weather", "New York")),
        ("Wie ist das Wetter in Lissabon?", Request("weather", "Lissabon")),
        ("¿Qué tiempo hace en París?", Request("weather", "París")),
        ("Quel est le météo à Paris ?", Request("weather", "Paris")),
        ("كيف الطقس في باريس؟", Request("weather", "باريس")),
        ("How is the weather?", Request("weather", "Skerry")),
        ("What is in this file?", Request("file")),
        ("What do you know about me?", Request("known")),
        ("When are you open?", Request("hours")),
        ("It is dark in here", Request("other")),
        ("", Request("other")),
    ],
)
def test_a_wish_is_understood_by_its_words(words: str, request_: Request) -> None:
    assert understand(words) == request_


def test_words_beside_a_file_are_about_the_file() -> None:
    assert understand("Tell me more", with_file=True) == Request("file")


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "ar"])
@pytest.mark.parametrize(
    ("prompt", "kind"),
    [
        ("Remember that I like tea", "remember"),
        ("What is the weather in Paris?", "weather"),
        ("Switch the page to dark mode", "theme"),
        ("Can you read a file of mine?", "file"),
    ],
)
def test_every_prompt_of_the_start_screen_is_understood_in_every_language(
    prompt: str, kind: Kind, language: str
) -> None:
    catalogue = gettext.translation("django", FOLDER / "locale", [language], fallback=True)
    said = catalogue.gettext(prompt)

    assert (said == prompt) is (language == "en")
    assert understand(said).kind == kind
