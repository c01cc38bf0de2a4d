"""Starting what stands for OpenAI."""

import contextlib
import subprocess
import sys
from collections.abc import Iterator

from .processes import ROOT


@contextlib.contextmanager
def upstream(*, seconds: float = 0, threads: int = 0) -> Iterator[str]:
    """The base URL of an OpenAI in another process.

    Parameters:
        seconds: How late it answers.
        threads: How many it lists.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.fake_openai", str(seconds), str(threads)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield f"http://127.0.0.1:{int(process.stdout.readline())}/v1"
    finally:
        process.stdin.close()
        process.wait()
