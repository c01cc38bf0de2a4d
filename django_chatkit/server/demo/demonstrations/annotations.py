"""Shows annotations: sources that belong to a place in the text."""

from __future__ import annotations

from chatkit.types import Annotation, EntitySource, FileSource, URLSource
from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn


async def run(turn: Turn) -> Events:
    """Stream three sentences, each with a source of another kind at its end."""
    async for event in turn.progress(_("Collecting sources…"), "search"):
        yield event
    annotations = [
        Annotation(source=_url(turn)),
        Annotation(source=_file(turn)),
        Annotation(source=_entity(turn)),
    ]
    sentences = [
        turn.translate(_("Django renders pages on the server and streams what takes longer.")),
        turn.translate(_("The handbook says that every answer names its sources.")),
        turn.translate(_("And somebody in the team knows the rest.")),
    ]
    text = turn.preface
    turn.preface = ""
    for sentence, annotation in zip(sentences, annotations, strict=True):
        text += sentence
        annotation.index = len(text)
        text += " "
    async for event in turn.say(text.rstrip(), annotations):
        yield event


def _url(turn: Turn) -> URLSource:
    return URLSource(
        title="Request and response objects",
        url="https://docs.djangoproject.com/en/stable/ref/request-response/",
        description=turn.translate(_("How Django sends a response piece by piece")),
        attribution="docs.djangoproject.com",
        group=turn.translate(_("Documentation")),
    )


def _file(turn: Turn) -> FileSource:
    return FileSource(
        title=turn.translate(_("The handbook")),
        filename="handbook.pdf",
        description=turn.translate(_("Chapter 3, on good manners")),
    )


def _entity(turn: Turn) -> EntitySource:
    return EntitySource(
        id="person-ada",
        title="Ada Lovelace",
        label=turn.translate(_("Colleague")),
        inline_label="Ada",
        icon="profile",
        interactive=True,
        data={"type": "person"},
    )


SKILL = Skill(
    name="annotations",
    keywords={
        "en": ("sources", "annotations", "annotation", "citations", "source"),
        "de": ("Quellen", "Anmerkungen", "Quelle", "Belege"),
        "fr": ("sources", "annotations", "citations"),
        "es": ("fuentes", "anotaciones", "citas"),
        "ar": ("مصادر", "حواشي", "مراجع"),
    },
    description=_("an answer with its sources"),
    run=run,
)
