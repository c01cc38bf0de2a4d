"""Shows fenced code in several languages."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from django_chatkit.server.demo.escape import fence
from django_chatkit.server.demo.skill import Skill
from django_chatkit.server.demo.turn import Events, Turn

_PYTHON = '''\
from django.urls import include, path

urlpatterns = [
    path("chatkit/", include("django_chatkit.urls")),  # that is all
]


def greet(name: str = "world") -> str:
    """Return a greeting."""
    return f"Hello, {name}!"'''

_JAVASCRIPT = """\
const chat = document.querySelector("openai-chatkit");

chat.addEventListener("chatkit.response.end", () => {
  console.log(`The answer is complete after ${performance.now()} ms`);
});"""

_SQL = """\
SELECT title, created_at
FROM thread
WHERE status = 'active'
ORDER BY created_at DESC
LIMIT 20;"""

_SHELL = """\
# a long line, to see how it scrolls
pip install "django-openai-chatkit[server]" && python manage.py migrate && python manage.py runserver"""


async def run(turn: Turn) -> Events:
    """Stream one message with four blocks of code."""
    parts = [
        turn.translate(_("Some **Python**:")),
        fence(_PYTHON, "python"),
        turn.translate(_("The same page in **JavaScript**:")),
        fence(_JAVASCRIPT, "javascript"),
        turn.translate(_("A question to the database:")),
        fence(_SQL, "sql"),
        turn.translate(_("And a line for the shell:")),
        fence(_SHELL, "bash"),
    ]
    async for event in turn.say("\n\n".join(parts)):
        yield event


SKILL = Skill(
    name="code",
    keywords={
        "en": ("code", "code block", "source code", "python", "javascript", "sql"),
        "de": ("Code", "Quelltext", "Quellcode", "Programm"),
        "fr": ("code", "bloc de code"),
        "es": ("código", "bloque de código"),
        "ar": ("شيفرة", "كود", "برمجة"),
    },
    description=_("code in several languages, to read and to copy"),
    run=run,
)
