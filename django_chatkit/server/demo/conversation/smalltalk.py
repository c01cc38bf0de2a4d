"""Greetings, thanks and the questions people ask a new acquaintance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.conversation.suggestion import suggestion
from django_chatkit.server.demo.skill import Keywords, Skill
from django_chatkit.server.demo.turn import Events, Turn

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def _reply(name: str, text: StrOrPromise, keywords: Keywords, *, suggests: bool = False) -> Skill:
    """Return a skill that answers its keywords with one prepared text."""

    async def run(turn: Turn) -> Events:
        answer = turn.translate(text)
        if suggests:
            answer += "\n\n" + suggestion(turn)
        async for event in turn.say(answer):
            yield event

    return Skill(name=name, keywords=keywords, small_talk=True, run=run)


SKILLS: Final = (
    _reply(
        "who",
        _(
            "I am a **built-in demo agent**; no model is asked. I know a few words, "
            "and I can show every kind of thing this chat can show."
        ),
        {
            "en": ("who are you", "what are you", "are you a bot", "are you human", "your name"),
            "de": ("wer bist du", "was bist du", "wer sind sie", "dein name"),
            "fr": ("qui es tu", "qui êtes vous", "tu es qui", "ton nom"),
            "es": ("quién eres", "qué eres", "quién es usted", "tu nombre"),
            "ar": ("من أنت", "ما اسمك"),
        },
        suggests=True,
    ),
    _reply(
        "mood",
        _("Very well, thank you: no load, no tokens, no bill. And you?"),
        {
            "en": ("how are you", "how do you do", "how is it going"),
            "de": ("wie geht es dir", "wie geht s", "wie gehts"),
            "fr": ("comment vas tu", "ça va", "comment allez vous"),
            "es": ("cómo estás", "qué tal", "cómo está usted"),
            "ar": ("كيف حالك",),
        },
    ),
    _reply(
        "joke",
        _("There are ten kinds of people: those who understand binary, and those who do not."),
        {
            "en": ("joke", "make me laugh"),
            "de": ("Witz",),
            "fr": ("blague",),
            "es": ("chiste",),
            "ar": ("نكتة",),
        },
    ),
    _reply(
        "thanks",
        _("You are welcome!"),
        {
            "en": ("thanks", "thank you"),
            "de": ("danke", "vielen dank"),
            "fr": ("merci",),
            "es": ("gracias",),
            "ar": ("شكرا",),
        },
    ),
    _reply(
        "goodbye",
        _("Goodbye! This thread stays in your history."),
        {
            "en": ("bye", "goodbye", "see you"),
            "de": ("tschüss", "auf wiedersehen"),
            "fr": ("au revoir", "à bientôt"),
            "es": ("adiós", "hasta luego"),
            "ar": ("وداعا", "مع السلامة"),
        },
    ),
    _reply(
        "hello",
        _(
            "Hello! I am a **built-in demo agent**; no model is asked. "
            "Ask me for a sum, the date or a roll of the dice, or have something shown to you."
        ),
        {
            "en": ("hello", "hi", "hey", "good morning", "good afternoon", "good evening"),
            "de": ("hallo", "guten tag", "guten morgen", "guten abend", "moin", "servus"),
            "fr": ("bonjour", "bonsoir", "salut", "coucou"),
            "es": ("hola", "buenos días", "buenas tardes", "buenas noches"),
            "ar": ("مرحبا", "أهلا", "السلام عليكم", "صباح الخير", "مساء الخير"),
        },
        suggests=True,
    ),
)
