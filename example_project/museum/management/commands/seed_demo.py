"""``manage.py seed_demo``: the demo's users, and how to reach the site."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from museum.demo import DEMO_USERS


class Command(BaseCommand):
    """Creates the demo's users where they are missing and prints the address and the log-ins."""

    help = "Create the demo's users (only with EXAMPLE_DEMO=true) and print how to log in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="localhost")
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        if not getattr(settings, "DEMO", False):
            raise CommandError(
                "These users' passwords are public. Set EXAMPLE_DEMO=true on a machine of your own."
            )
        for username, password, is_admin in DEMO_USERS:
            user, _ = get_user_model().objects.get_or_create(username=username)
            user.is_staff = user.is_superuser = is_admin
            # A new hash would end the sessions of whoever is logged in.
            if not user.check_password(password):
                user.set_password(password)
            user.save()
        self.stdout.write(_welcome(host, port))


def _welcome(host: str, port: int) -> str:
    everywhere = {"127.0.0.1", "0.0.0.0", "::"}  # noqa: S104 - compared with, not bound to
    site = f"http://{'localhost' if host in everywhere else host}:{port}"
    lines = ["", f"  Skerry Light Museum  {site}/", "", "  Log in as"]
    lines += [
        f"    {username:7} {password}{f'   (the admin is {site}/admin/)' if is_admin else ''}"
        for username, password, is_admin in DEMO_USERS
    ]
    return "\n".join([*lines, "", "  Ctrl+C stops it.", ""])
