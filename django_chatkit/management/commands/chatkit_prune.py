"""``manage.py chatkit_prune``: remove what nothing needs any more."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.template.defaultfilters import filesizeformat

from ... import services
from ...services.files import UNSENT_DAYS, FilesReport
from ..progress import Progress


class Command(BaseCommand):
    """Calls :func:`django_chatkit.services.prune_files` and says what went."""

    help = (
        "Removes files that were announced or uploaded and never sent, and files in the storage "
        "that no row knows. Safe to interrupt and to repeat. Exits with 1 when the storage did not "
        "delete a file."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--older-than",
            type=float,
            default=UNSENT_DAYS,
            metavar="DAYS",
            help=f"how old an unused file must be, {UNSENT_DAYS} by default",
        )
        parser.add_argument(
            "--keep-strays",
            action="store_true",
            help="do not look through the storage, which other sites share",
        )
        parser.add_argument("--dry-run", action="store_true", help="only say what would go")

    def handle(self, *_: Any, **options: Any) -> None:
        days = options["older_than"]
        if not 0 < days < 100_000:
            raise CommandError("--older-than must be above 0 and below 100000 days.")
        bar = Progress(self.stderr, is_wanted=options["verbosity"] > 0)
        bar.begin("Looking for files" if options["dry_run"] else "Removing files")

        def show(report: FilesReport) -> None:
            done = report.announced + report.unsent + report.strays
            bar.show(done, "files", note=f"{report.seen:,} in the storage seen")

        try:
            report = services.prune_files(
                older_than=timedelta(days=days),
                strays=not options["keep_strays"],
                dry_run=options["dry_run"],
                progress=show,
            )
        except KeyboardInterrupt:
            raise CommandError("Interrupted. Run it again to go on.", returncode=130) from None
        finally:
            bar.clear()
        self.tell(report, verbosity=options["verbosity"])
        if not report.is_complete:
            raise CommandError(f"{len(report.failures)} files could not be deleted.")

    def tell(self, report: FilesReport, *, verbosity: int = 1) -> None:
        """Print what went; without words, only what could not be deleted."""
        for name, why in report.failures:
            self.stderr.write(f"  {name}: {why}")
        if not verbosity:
            return
        would = "would be " if report.dry_run else ""
        size = filesizeformat(report.freed).replace("\xa0", " ")
        self.stdout.write(f"Files that were never sent {would}removed: {report.unsent} ({size})")
        self.stdout.write(f"Announcements without a file {would}removed: {report.announced}")
        self.stdout.write(f"Files without a row {would}removed: {report.strays}")
