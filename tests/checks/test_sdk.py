"""Checks of the name ``chatkit``: E016, W018 and W019."""

import sys
from pathlib import Path

import pytest

from django_chatkit.checks import sdk
from tests.checks.messages import check, ids

HINT = "Rename it (and the app, if it is one): 'assistant', for example."


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands first on Python's path, as a project's does."""
    monkeypatch.delitem(sys.modules, "chatkit", raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def test_a_module_of_the_project_shadows_the_sdk(project: Path) -> None:
    (project / "chatkit.py").touch()

    assert check() == [
        ("E016", f"{project}/chatkit.py takes the import name of OpenAI's SDK, 'chatkit'.", HINT)
    ]


def test_a_package_of_the_project_shadows_the_sdk(project: Path) -> None:
    (project / "chatkit").mkdir()
    (project / "chatkit" / "__init__.py").touch()

    assert check() == [
        (
            "E016",
            f"{project}/chatkit/__init__.py takes the import name of OpenAI's SDK, 'chatkit'.",
            HINT,
        )
    ]


def test_an_empty_folder_does_not_shadow_an_installed_package(project: Path) -> None:
    (project / "chatkit").mkdir()

    assert check() == []


def test_the_sdk_itself_is_no_intruder() -> None:
    assert sdk.check_name_chatkit(None) == []


def app(folder: Path, name: str) -> Path:
    package = folder / name.replace(".", "/")
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    return package


def test_another_apps_tag_library_of_the_same_name(project: Path) -> None:
    tags = app(project, "talk_app") / "templatetags"
    tags.mkdir()
    (tags / "__init__.py").touch()
    (tags / "chatkit.py").touch()

    assert check(INSTALLED_APPS=[*installed(), "talk_app"]) == [
        (
            "W018",
            "The app 'talk_app' has a template tag library named 'chatkit' too; templates get the "
            "one of the app that stands last in INSTALLED_APPS.",
            "Rename its templatetags/chatkit.py.",
        )
    ]


def test_another_app_labelled_like_the_sdk(project: Path) -> None:
    app(project, "company_apps")
    app(project, "company_apps.chatkit")

    assert ids(INSTALLED_APPS=[*installed(), "company_apps.chatkit"]) == ["W019"]


def installed() -> list[str]:
    from django.conf import settings

    return list(settings.INSTALLED_APPS)
