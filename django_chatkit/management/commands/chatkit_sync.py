"""``manage.py chatkit_sync``: mirror what OpenAI holds of a hosted assistant."""

from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ... import services
from ...exceptions import ChatKitError
from ...hosted.sync import SyncReport
from ..progress import Progress


class Command(BaseCommand):
    """Calls :func:`django_chatkit.services.sync` and says what it found."""

    help = (
        "Mirrors the threads and items of a hosted assistant. An interrupted run goes on where "
        "it stopped when it is run again. Exits with 1 when something could not be read."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("assistant", help="its alias in CHATKIT_ASSISTANTS")
        parser.add_argument("--user", metavar="SCOPE", help="only this scope, such as user-7")
        parser.add_argument("--concurrency", type=int, default=8, help="requests at a time")

    def handle(self, *_: Any, **options: Any) -> None:
        if options["concurrency"] < 1:
            raise CommandError("--concurrency must be at least 1.")
        bar = Progress(self.stderr, is_wanted=options["verbosity"] > 0)
        bar.begin(f"Mirroring {options['assistant']}")

        try:
            report = services.sync(
                options["assistant"],
                user=options["user"],
                concurrency=options["concurrency"],
                progress=partial(show_sync, bar),
            )
        except ChatKitError as error:
            raise CommandError(self.reason(error, options["assistant"])) from None
        except KeyboardInterrupt:
            raise CommandError("Interrupted. Run it again to go on.", returncode=130) from None
        finally:
            bar.clear()
        self.tell(report, verbosity=options["verbosity"])
        if not report.is_complete:
            raise CommandError(
                report.error or f"{report.failed} could not be read; run it again.", returncode=1
            )

    def reason(self, error: ChatKitError, alias: str) -> str:
        """What is wrong with the arguments."""
        return f"No such assistant: {alias!r}." if error.status == 404 else str(error)

    def tell(self, report: SyncReport, *, verbosity: int = 1) -> None:
        """Print what was found; without words, only what could not be read."""
        for what, why in report.failures:
            self.stderr.write(f"  {what}: {why}")
        if not verbosity:
            return
        start = "Went on with an interrupted run: " if report.resumed else ""
        self.stdout.write(f"{start}{report.threads} threads read.")
        for name, count in report.drift().items():
            self.stdout.write(f"  {name.replace('_', ' ')}: {count}")
        if report.foreign:
            self.stdout.write(f"  left alone, of others or imported: {report.foreign}")
        if report.cancellations:
            self.stdout.write(f"  cancellations OpenAI now knows of: {report.cancellations}")


def show_sync(bar: Progress, report: SyncReport) -> None:
    """How far a mirroring is; how many threads there are, OpenAI does not say before the end."""
    bar.show(report.threads, "threads", note=f"{report.new_items:,} new items")
