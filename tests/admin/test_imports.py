"""What the admin loads."""

import subprocess
import sys

PROGRAM = """
import sys
import django
from django.contrib import admin
django.setup()
admin.autodiscover()
from django_chatkit.models import ChatThread
assert ChatThread in admin.site._registry
print([name for name in ("agents", "chatkit", "openai") if name in sys.modules])
"""


def test_the_admin_leaves_the_sdks_unloaded() -> None:
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert result.stdout == "[]\n"
