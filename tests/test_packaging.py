"""What a site gets when it installs the package."""

import json
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from email import message_from_string
from email.message import Message
from pathlib import Path

import pytest

import django_chatkit

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "django_chatkit"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


@pytest.fixture(scope="module")
def metadata(wheel: zipfile.ZipFile) -> Message:
    (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    return message_from_string(wheel.read(name).decode())


def committed_files() -> set[str]:
    """The package's files as git knows them, or as they lie there outside a checkout."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "django_chatkit"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listing.returncode == 0:
        names = set(listing.stdout.splitlines())
    else:
        names = {str(path.relative_to(ROOT)) for path in PACKAGE.rglob("*") if path.is_file()}
    return {name for name in names if "__pycache__" not in name and (ROOT / name).is_file()}


def test_the_wheel_holds_the_package_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    contents = {name for name in wheel.namelist() if ".dist-info/" not in name}

    assert contents == committed_files()


@pytest.mark.parametrize(
    "pattern",
    [
        "py.typed",
        "migrations/0001_initial.py",
        "static/django_chatkit/embed.js",
        "templates/**/*.html",
        "locale/*/LC_MESSAGES/django.mo",
    ],
)
def test_the_wheel_holds_what_is_no_code(wheel: zipfile.ZipFile, pattern: str) -> None:
    expected = {str(path.relative_to(ROOT)) for path in PACKAGE.glob(pattern)}

    assert expected
    assert expected <= set(wheel.namelist())


def test_the_wheel_holds_every_asset_that_pages_name(wheel: zipfile.ZipFile) -> None:
    folder = "django_chatkit/static/django_chatkit"
    assets = json.loads(wheel.read(f"{folder}/assets.json"))

    assert assets
    assert {f"{folder}/{path}" for path in assets.values()} <= set(wheel.namelist())


def test_the_core_needs_django_drf_and_httpx_only(metadata: Message) -> None:
    requirements = metadata.get_all("Requires-Dist", [])

    assert sorted(requirements) == [
        "django>=5.2",
        "djangorestframework>=3.16",
        "drf-spectacular>=0.29; extra == 'schema'",
        "httpx>=0.27",
        "openai-chatkit<1.7,>=1.6.5; extra == 'server'",
        "pillow>=11; extra == 'images'",
    ]


def test_the_versions_agree(metadata: Message) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    assert metadata["Version"] == project["version"] == django_chatkit.__version__


def test_the_installed_wheel_runs_without_the_checkout(
    wheel: zipfile.ZipFile, tmp_path: Path
) -> None:
    wheel.extractall(tmp_path)
    script = (
        "import django, django_chatkit\n"
        "from django.conf import settings\n"
        "from django.core.management import call_command\n"
        "settings.configure(\n"
        "    SECRET_KEY='k', ROOT_URLCONF='django_chatkit.urls', STATIC_URL='/static/',\n"
        "    DATABASES={'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': ':memory:'}},\n"
        "    INSTALLED_APPS=['django.contrib.auth', 'django.contrib.contenttypes',\n"
        "                    'django.contrib.sessions', 'django_chatkit'],\n"
        ")\n"
        "django.setup()\n"
        "call_command('migrate', verbosity=0)\n"
        "print(django_chatkit.__file__)\n"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.stderr == ""
    assert Path(run.stdout.strip()).is_relative_to(tmp_path)
