"""The demo agent answers in the visitor's language."""

import gettext
from pathlib import Path

import pytest
from django.test import override_settings
from django.utils.functional import Promise

import django_chatkit
from django_chatkit.server.demo.language import LANGUAGES, detect, supported, words
from django_chatkit.server.demo.skill import Skill, find
from django_chatkit.server.demo.skills import SKILLS
from tests.server.demo.conversation import Conversation, answer
from tests.server.demo.memory_store import MemoryStore

LOCALE = Path(django_chatkit.__file__).parent / "locale"

GREETINGS = {
    "en": "Hello! I am a **built-in demo agent**",
    "de": "Hallo! Ich bin ein **eingebauter Demo-Agent**",
    "fr": "Bonjour\xa0! Je suis un **agent de démonstration intégré**",
    "es": "¡Hola! Soy un **agente de demostración incorporado**",
    "ar": "مرحبًا! أنا **وكيل تجريبي مدمج**",
}


@pytest.mark.parametrize("locale", LANGUAGES)
async def test_answers_in_the_page_s_language(memory: MemoryStore, locale: str) -> None:
    talk = Conversation(memory, locale=locale)
    assert answer(await talk.say("hi")).startswith(GREETINGS[locale])


@pytest.mark.parametrize(
    ("locale", "language"),
    [("de-AT", "de"), ("fr_CA", "fr"), ("en-GB", "en"), ("", "en"), ("xx", "en")],
)
async def test_a_regional_or_unknown_tag_finds_its_language(
    memory: MemoryStore, locale: str, language: str
) -> None:
    talk = Conversation(memory, locale=locale)
    assert answer(await talk.say("hi")).startswith(GREETINGS[language])


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("Hallo!", "de"),
        ("Bonjour à tous", "fr"),
        ("Hola", "es"),
        ("مرحبا", "ar"),
        ("hello to all of you", "en"),
    ],
)
async def test_a_message_in_another_language_is_answered_in_it(
    memory: MemoryStore, message: str, language: str
) -> None:
    talk = Conversation(memory, locale="de" if language == "en" else "en")
    assert answer(await talk.say(message)).startswith(GREETINGS[language])


async def test_the_conversation_stays_in_the_language_it_changed_to(
    conversation: Conversation,
) -> None:
    await conversation.say("Bonjour")
    assert answer(await conversation.say("coin")) == "La pièce tombe sur **pile**."
    assert answer(await conversation.say("what is the time, please?")).startswith("It is Friday")
    assert answer(await conversation.say("coin")) == "The coin shows **heads**."


async def test_a_tool_s_output_is_answered_in_the_same_language(
    conversation: Conversation,
) -> None:
    await conversation.say("Dunkelmodus bitte")
    events = await conversation.stream("threads.add_client_tool_output", result={})
    assert answer(events).startswith("Fertig: Die Seite ist jetzt **dunkel**.")


@pytest.mark.parametrize(
    ("locale", "reply"),
    [
        ("de", "Es ist Freitag, **20. November 2026**, 15:04 nach der Uhr dieser Website."),
        ("fr", "Nous sommes vendredi, **20 novembre 2026**, 15:04 à l'horloge du site."),
        ("es", "Es viernes, **20 de noviembre de 2026**, 15:04 según el reloj del sitio."),
        ("ar", "اليوم الجمعة، **20 نوفمبر، 2026**، 3:04 م بتوقيت الموقع."),
    ],
)
async def test_dates_are_written_as_the_language_writes_them(
    memory: MemoryStore, locale: str, reply: str
) -> None:
    assert answer(await Conversation(memory, locale=locale).say("date")) == reply


async def test_numbers_are_written_as_the_language_writes_them(memory: MemoryStore) -> None:
    talk = Conversation(memory, locale="de")
    assert answer(await talk.say("7 / 2 + 0,25")) == "7 / 2 + 0,25 = **3,75**"


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("skill", SKILLS, ids=lambda skill: str(skill.name))
def test_each_suggested_word_works_in_each_language(locale: str, skill: Skill) -> None:
    assert find(SKILLS, skill.keyword(locale)) is skill


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_every_description_is_translated(language: str) -> None:
    catalogue = gettext.translation("django", LOCALE, [language])
    texts = [str(skill.description) for skill in SKILLS if isinstance(skill.description, Promise)]
    assert len(texts) == 26
    assert [text for text in texts if catalogue.gettext(text) == text] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("What is the time?", "en"),
        ("show me a table", "en"),
        ("Zeig mir eine Tabelle", "de"),
        ("montre-moi un tableau", "fr"),
        ("muéstrame una tabla", "es"),
        ("¿Qué hora es?", "es"),
        ("أرني جدولا", "ar"),
        ("markdown", None),
        ("hello", None),
        ("table", None),
        ("12345", None),
        ("", None),
    ],
)
def test_a_language_is_recognised_where_it_is_clear(text: str, language: str | None) -> None:
    assert detect(text) == language


def test_words_are_compared_without_case_accents_and_articles() -> None:
    assert words("Élan, STRASSE straße الجَدْوَل") == ["elan", "strasse", "strasse", "جدول"]


@override_settings(LANGUAGE_CODE="fr", LANGUAGES=[("fr", "Français")])
def test_only_known_languages_are_loaded() -> None:
    assert [supported(tag) for tag in ("fr-be", "es-MX", "tlh", "../../etc")] == [
        "fr",
        "es",
        "fr",
        "fr",
    ]
