"""The test project under WSGI, static files included."""

import os

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.wsgi import get_wsgi_application

from tests import timing

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

application = StaticFilesHandler(get_wsgi_application())
timing.apply()
