"""The package's own words in its languages."""

import re
import subprocess
from pathlib import Path

import pytest

import django_chatkit

PACKAGE = Path(django_chatkit.__file__).parent
CATALOGUES = sorted(PACKAGE.glob("locale/*/LC_MESSAGES/django.po"))


def read(catalogue: Path) -> str:
    return catalogue.read_text()


def language(catalogue: Path) -> str:
    return catalogue.parent.parent.name


def test_the_languages() -> None:
    assert [language(catalogue) for catalogue in CATALOGUES] == ["ar", "de", "es", "fr"]


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=language)
def test_nothing_is_left_untranslated_or_guessed(catalogue: Path) -> None:
    entries = [entry for entry in read(catalogue).split("\n\n")[1:] if "msgid" in entry]

    empty = re.compile(r'^msgstr(\[\d\])? ""$(?!\n")', re.MULTILINE)
    assert [entry for entry in entries if empty.search(entry) or "#, fuzzy" in entry] == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=language)
def test_every_language_says_the_same_things(catalogue: Path) -> None:
    identifiers = re.compile(r'^msgid (".*"(?:\n".*")*)', re.MULTILINE)

    assert set(identifiers.findall(read(catalogue))) == set(
        identifiers.findall(read(CATALOGUES[0]))
    )


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=language)
def test_what_is_compiled_is_what_is_written(catalogue: Path, tmp_path: Path) -> None:
    import shutil

    if shutil.which("msgfmt") is None:
        pytest.skip("gettext is not installed.")
    compiled = tmp_path / "django.mo"
    subprocess.run(["msgfmt", "--check-format", "-o", compiled, catalogue], check=True)

    assert compiled.read_bytes() == catalogue.with_suffix(".mo").read_bytes()
