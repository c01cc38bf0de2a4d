"""``python -m benchmarks [NAME …] [--quick]``: all of them without a name."""

import argparse
import signal
import sys
from typing import Any

from . import (
    agent,
    browser,
    hosted_client,
    items,
    joining,
    listing,
    minting,
    queries,
    startup,
    sync,
    turns,
    uploads,
)
from .report import heading

BENCHMARKS = {
    "startup": startup.run,
    "queries": queries.run,
    "items": items.run,
    "turns": turns.run,
    "agent": agent.run,
    "joining": joining.run,
    "client": hosted_client.run,
    "minting": minting.run,
    "listing": listing.run,
    "sync": sync.run,
    "upload": uploads.run,
    "browser": browser.run,
}


def main() -> int:
    """Run the named benchmarks, all by default; 1 if a target was missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(BENCHMARKS))
    parser.add_argument("--quick", action="store_true", help="fewer rounds, smaller tables")
    arguments = parser.parse_args()
    unknown = set(arguments.names) - set(BENCHMARKS)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    signal.signal(signal.SIGTERM, _stop)
    targets = [
        target
        for name in arguments.names or BENCHMARKS
        for target in BENCHMARKS[name](quick=arguments.quick)
    ]
    heading("Targets")
    for target in targets:
        print(target.line())
    return 0 if all(target.is_met for target in targets) else 1


def _stop(*_: Any) -> None:
    """End as on Ctrl-C, which drops the databases and stops the servers."""
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
