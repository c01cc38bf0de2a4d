"""Django, for a run of ``openai-chatkit``'s tests that knows nothing of it."""

import json
import os

import django
from django.conf import settings

settings.configure(
    SECRET_KEY="for the tests of openai-chatkit",
    USE_TZ=True,
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django_chatkit",
    ],
    DATABASES={"default": json.loads(os.environ["CHATKIT_TEST_DATABASE_SETTINGS"])},
)
django.setup()
