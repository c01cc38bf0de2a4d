"""Settings of the test project.

Environment variables choose what it runs on:

- ``CHATKIT_TEST_DATABASE``: ``sqlite`` (default) or a database URL
  (``postgres://…``, ``mysql://…``).
- ``CHATKIT_TEST_CACHE``: ``locmem`` (default) or a cache URL (``redis://…``).
- ``CHATKIT_TEST_OVERRIDES``: settings that differ, as a JSON object (see :mod:`tests.servers`).
"""

import json
import os
import sys
from pathlib import Path

from tests import offline, services

# Where the example site's apps are, for processes that pytest has not shown the way.
sys.path.append(str(Path(__file__).resolve().parent.parent / "example_project"))

offline.install(services.POSTGRES_URL, services.MARIADB_URL, services.REDIS_URL)

SECRET_KEY = "a key for tests, long enough to keep every check quiet: 0123456789"
DEBUG = False
ALLOWED_HOSTS = ["*"]

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_chatkit",
    "guide",  # the example site's, for the tests of its tools
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "tests.urls"
ASGI_APPLICATION = "tests.asgi.application"
WSGI_APPLICATION = "tests.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": services.database(os.environ.get("CHATKIT_TEST_DATABASE", "sqlite"))}
CACHES = {"default": services.cache(os.environ.get("CHATKIT_TEST_CACHE", "locmem"))}
MEDIA_ROOT = services.media_folder()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Fast and worthless on purpose: no test is about the strength of a password hash.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
STATIC_URL = "/static/"
LOGIN_URL = "/admin/login/"

# Tests ask faster than people; those about rates set their own.
CHATKIT_THROTTLE_RATES: dict[str, str] = {}

globals().update(json.loads(os.environ.get("CHATKIT_TEST_OVERRIDES", "{}")))
