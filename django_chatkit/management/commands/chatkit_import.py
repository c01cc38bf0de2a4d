"""``manage.py chatkit_import``: bring a hosted assistant's history home."""

from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ... import services
from ...exceptions import ChatKitError
from ...hosted.importer import ImportReport
from ...services.mirror import self_hosted
from ..progress import Progress
from .chatkit_sync import show_sync


class Command(BaseCommand):
    """Calls :func:`django_chatkit.services.import_history` and says what came."""

    help = (
        "Turns the mirrored threads of a hosted assistant into threads of a self-hosted one, with "
        "the same ids and owners. Mirrors first what is new at OpenAI, unless --no-sync is given. "
        "Safe to repeat. Exits with 1 when a thread could not be imported."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", help="the hosted assistant's alias")
        parser.add_argument("target", help="the self-hosted assistant's alias")
        parser.add_argument("--user", metavar="SCOPE", help="only this scope, such as user-7")
        parser.add_argument(
            "--no-sync", action="store_true", help="take what is mirrored; do not ask OpenAI"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="only say what is mirrored and would be imported"
        )

    def handle(self, *_: Any, **options: Any) -> None:
        bar = Progress(self.stderr, is_wanted=options["verbosity"] > 0)

        def show(report: ImportReport) -> None:
            bar.show(report.done, "threads", total=report.total, note=f"{report.items:,} items")

        source, target, user = options["source"], options["target"], options["user"]
        try:
            if not options["no_sync"] and not options["dry_run"]:
                self_hosted(target)
                bar.begin(f"Mirroring {source}")
                synced = services.sync(source, user=user, progress=partial(show_sync, bar))
                if not synced.is_complete:
                    raise CommandError(
                        "OpenAI could not be read to the end, so nothing was imported: "
                        f"{synced.error or f'{synced.failed} threads failed'}. Run it again, or "
                        "with --no-sync to import what is mirrored."
                    )
            bar.begin("Counting" if options["dry_run"] else f"Importing into {target}")
            report = services.import_history(
                source, target, user=user, dry_run=options["dry_run"], progress=show
            )
        except ChatKitError as error:
            reason = "No such assistant." if error.status == 404 else str(error)
            raise CommandError(reason) from None
        except KeyboardInterrupt:
            raise CommandError("Interrupted. Run it again to go on.", returncode=130) from None
        finally:
            bar.clear()
        self.tell(report, verbosity=options["verbosity"])
        if not report.is_complete:
            raise CommandError(f"{len(report.failures)} threads could not be imported.")

    def tell(self, report: ImportReport, *, verbosity: int = 1) -> None:
        """Print what came and what could not; without words, only what failed."""
        for thread_id, why in report.failures:
            self.stderr.write(f"  {thread_id}: {why}.")
        if not verbosity:
            return
        would = "would be " if report.dry_run else ""
        self.stdout.write(f"{report.threads} threads with {report.items} items {would}imported.")
        if report.attachments:
            self.stdout.write(f"{report.attachments} attachments fetched.")
        for thread_id, name, why in report.missing_attachments:
            self.stdout.write(f"  {thread_id}: {name!r} did not come: {why}.")
        for thread_id, kind in report.unknown_items:
            self.stdout.write(f"  {thread_id}: kept {kind!r} as hidden context.")
        for thread_id in report.empty:
            self.stdout.write(f"  {thread_id}: left alone, the mirror has no items of it.")
