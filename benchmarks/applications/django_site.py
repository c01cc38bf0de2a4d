"""A Django site with this app: Django's usual middleware, sessions, log-in and PostgreSQL."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
application = get_asgi_application()
