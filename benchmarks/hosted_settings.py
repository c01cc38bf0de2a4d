"""Settings of the same site with a hosted assistant.

``CHATKIT_BENCHMARK_UPSTREAM`` is what stands for OpenAI.
"""

import os

from .settings import *  # noqa: F403 - settings are built on settings

ROOT_URLCONF = "benchmarks.hosted_urls"

CHATKIT_ASSISTANTS = {
    "default": {
        "BACKEND": "django_chatkit.backends.HostedBackend",
        "OPTIONS": {
            "API_KEY": "sk-test-key",
            "WORKFLOW_ID": "wf_1",
            "BASE_URL": os.environ.get("CHATKIT_BENCHMARK_UPSTREAM", "http://127.0.0.1:9/v1"),
            "TIMEOUT": 60,
        },
    }
}
CHATKIT_SCOPE_PREFIX = ""
# Everything is counted, nothing is refused.
CHATKIT_THROTTLE_RATES = {"mint": "1000000/m", "read": "1000000/m"}
# That OpenAI does not answer is meant, where it is.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "loggers": {"django_chatkit": {"level": "ERROR"}},
}
