"""The code of the how-to guides, for tests that run it as it is written."""

import contextlib
import io
import re
from typing import Any

from tests.servers import ROOT

EXAMPLE = "https://www.example.com/"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Guide:
    """One page of ``docs/how-to``: its blocks of code in order, about another site."""

    def __init__(self, name: str, site: str = EXAMPLE) -> None:
        text = (ROOT / "docs/how-to" / f"{name}.md").read_text()
        self.text = text.replace(EXAMPLE, site)
        self.blocks: list[tuple[str, str]] = _BLOCK.findall(self.text)

    def of(self, language: str) -> list[str]:
        """The blocks in a language."""
        return [code for kind, code in self.blocks if kind == language]

    def settings(self, **names: Any) -> dict[str, Any]:
        """The settings of the guide's first block that is one."""
        [block] = [code for code in self.of("python") if code.startswith("# settings.py")]
        exec(block, names)  # noqa: S102 - our own documentation
        return {name: value for name, value in names.items() if name.startswith("CHATKIT_")}

    def run(self, names: dict[str, Any]) -> list[tuple[str, str]]:
        """Run the Python in one namespace; what it printed, and what the guide says it prints.

        A block ``text`` is what the block of Python before it prints.
        """
        printed: list[tuple[str, str]] = []
        for number, (language, code) in enumerate(self.blocks):
            if language != "python" or code.startswith("# settings.py"):
                continue
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                exec(code, names)  # noqa: S102 - our own documentation
            following = self.blocks[number + 1 : number + 2]
            if following and following[0][0] == "text":
                printed.append((output.getvalue(), following[0][1]))
        return printed
