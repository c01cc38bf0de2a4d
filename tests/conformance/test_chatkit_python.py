"""``openai-chatkit``'s own tests of stores, with :class:`DjangoStore` in the place of its SQLite store.

They compare what comes back with what went in, byte for byte, on whatever database the suite runs on.
"""

import json
import shutil
from pathlib import Path

from tests import services
from tests.conformance.sources import run_pytest, unpacked
from tests.servers import own_database

STAND_INS = Path(__file__).parent / "chatkit_python"
TESTS = 30


def test_the_chatkit_sdks_own_store_tests_pass_with_our_store(tmp_path: Path) -> None:
    source = unpacked("openai-chatkit", tmp_path)
    shutil.copy(STAND_INS / "django_setup.py", source / "conftest.py")
    shutil.copy(STAND_INS / "_types.py", source / "tests")
    (source / "tests/__init__.py").touch()  # or ours would be found in its place
    (source / "helpers").mkdir()
    shutil.copy(STAND_INS / "mock_store.py", source / "helpers")
    shutil.rmtree(source / "chatkit")  # what is installed is what is tested
    with own_database() as url:
        results = run_pytest(
            source,
            "tests/test_store.py",
            environment={
                "CHATKIT_TEST_DATABASE_SETTINGS": json.dumps(services.database(url)),
                "DJANGO_SETTINGS_MODULE": "",
            },
        )
    assert results.others == 0, results.output
    assert results.passed >= TESTS
