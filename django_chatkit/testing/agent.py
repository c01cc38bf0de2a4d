"""An agent that says what a test told it to."""

from typing import Any


class ScriptedAgent:
    """A server for ``OPTIONS["SERVER"]`` that answers with the given texts, one per turn.

    ::

        agent = ScriptedAgent("Hello!", "Your order is on its way.")
        settings.CHATKIT_ASSISTANTS = {
            "default": {
                "BACKEND": "django_chatkit.backends.SelfHostedBackend",
                "OPTIONS": {"SERVER": agent},
            }
        }

    Parameters:
        answers: What it says, in order; afterwards it says the last one again.

    ``received`` holds the texts it was sent; ``histories``, for each turn, the texts of
    the whole conversation that an agent would be given.
    """

    def __init__(self, *answers: str) -> None:
        if not answers:
            raise ValueError("A scripted agent needs something to say.")
        self._answers = list(answers)
        self.received: list[str] = []
        self.histories: list[list[str]] = []

    def next_answer(self) -> str:
        """The next text to say."""
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]

    def __call__(self) -> Any:
        """The server; only now the SDK is needed."""
        from ..server.scripted import ScriptedServer  # noqa: PLC0415 - a second to import

        return ScriptedServer(self)
