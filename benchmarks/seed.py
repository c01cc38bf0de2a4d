"""Fill a new database: the tables, a visitor who is logged in, and empty threads."""

import os

from .messages import SESSION_KEY, thread_id
from .processes import read_job, tell


def set_up() -> None:
    """Start Django on the database that the environment names."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
    django.setup()


def main() -> None:
    """Read a job and do it."""
    job = read_job()
    set_up()
    from django.contrib.auth import get_user_model, login
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session
    from django.core.management import call_command
    from django.http import HttpRequest

    from django_chatkit.adapter import get_adapter
    from django_chatkit.models import ChatThread

    call_command("migrate", verbosity=0)
    user = get_user_model().objects.create_user("visitor")
    request = HttpRequest()
    request.session = SessionStore()
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    Session.objects.create(
        session_key=SESSION_KEY,
        session_data=request.session.encode(dict(request.session.items())),
        expire_date=request.session.get_expiry_date(),
    )
    scope = get_adapter().get_user_scope(user)
    ChatThread.objects.bulk_create(
        [
            ChatThread(id=thread_id(number), scope=scope, user=user, assistant="default")
            for number in range(job["threads"])
        ]
    )
    tell({"scope": scope})


if __name__ == "__main__":
    main()
