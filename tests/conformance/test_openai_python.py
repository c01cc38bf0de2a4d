"""``openai-python``'s own ChatKit tests, strict clients included, against a running site.

They expect a mock that forgets nothing; :mod:`tests.conformance.restore` makes the site one.
"""

from pathlib import Path

from tests.conformance.sources import run_pytest, unpacked
from tests.servers import live_site
from tests.settings import MIDDLEWARE

ASSISTANT = {"BACKEND": "django_chatkit.backends.SelfHostedBackend"}
TESTS = 125


def test_the_openai_sdks_own_chatkit_tests_pass_against_a_site(tmp_path: Path) -> None:
    source = unpacked("openai", tmp_path)
    with live_site(
        "asgi",
        MIDDLEWARE=[*MIDDLEWARE, "tests.conformance.restore.restore_rows"],
        CHATKIT_SERVER_KEYS=["My API Key"],
        # The tests mint for a workflow of the name "id".
        CHATKIT_ASSISTANTS={"default": ASSISTANT, "id": ASSISTANT},
    ) as site:
        results = run_pytest(
            source,
            "tests/api_resources/beta/chatkit",
            environment={"TEST_API_BASE_URL": site.url},
        )
    assert results.others == 0, results.output
    assert results.passed >= TESTS
