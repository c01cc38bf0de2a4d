"""One start of Django, timed."""

import sys
import time

from .processes import read_job, tell


def main() -> None:
    """Start Django with or without the app."""
    job = read_job()
    begun = time.perf_counter()
    import django

    from . import settings as site

    chosen = {name: getattr(site, name) for name in dir(site) if name.isupper()}
    if not job["app"]:
        chosen["INSTALLED_APPS"] = [a for a in site.INSTALLED_APPS if a != "django_chatkit"]
    from django.conf import settings

    settings.configure(**chosen)
    django.setup()
    seconds = time.perf_counter() - begun
    tell({"seconds": seconds, "imported": [name for name in job["watch"] if name in sys.modules]})


if __name__ == "__main__":
    main()
