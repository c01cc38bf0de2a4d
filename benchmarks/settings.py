"""Settings of the site that is measured: the apps of ``startproject``, and this one.

``CHATKIT_BENCHMARK_DATABASE`` is the URL of its database.
"""

import os
from typing import Any

import environ

SECRET_KEY = "a key for benchmarks, long enough to keep every check quiet: 0123456789"
DEBUG = False
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django_chatkit",
]
# What a visitor needs to be known by. Under ASGI each of Django's own takes one to three hops to
# the request's thread, whatever the view.
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
ROOT_URLCONF = "benchmarks.urls"
TEMPLATES = [
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True},
]
DATABASES: dict[str, dict[str, Any]] = {
    "default": environ.Env.db_url_config(
        os.environ.get("CHATKIT_BENCHMARK_DATABASE", "sqlite://:memory:")
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # As docs/how-to/deploy.md recommends under ASGI.
    DATABASES["default"]["OPTIONS"] = {
        "pool": {"min_size": 4, "max_size": 16},
        "server_side_binding": True,
        "prepare_threshold": 2,
    }
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True

CHATKIT_ASSISTANTS = {
    "default": {
        "BACKEND": "django_chatkit.backends.SelfHostedBackend",
        "OPTIONS": {"SERVER": "benchmarks.servers.ScriptedServer"},
    }
}
CHATKIT_THROTTLE_RATES: dict[str, str] = {}
CHATKIT_MAX_UPLOAD_SIZE = 200 * 1024 * 1024
CHATKIT_UPLOAD_QUOTA = None
MEDIA_ROOT = os.environ.get("CHATKIT_BENCHMARK_MEDIA", "")
