"""The documentation says what the code does."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.dispatch import Signal

from django_chatkit import conf, signals, urls
from django_chatkit.adapter import ChatKitAdapter
from django_chatkit.backends import HostedBackend, SelfHostedBackend
from django_chatkit.element_options import TAG_KEYWORDS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])


def read(page: str) -> str:
    return (DOCS / page).read_text()


def documented_settings() -> dict[str, str]:
    """Each setting's heading in the reference, and what stands under it."""
    parts = re.split(r"^#{2,3} CHATKIT_(\w+)$", read("reference/settings.md"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_page_is_listed_in_the_index() -> None:
    listed = set(re.findall(r"\]\(([\w/.-]+\.md)\)", read("index.md")))

    assert listed == {str(path.relative_to(DOCS)) for path in DOCS.glob("*/*.md")}


def test_every_picture_is_there_and_shown() -> None:
    shown = {
        (page.parent / address).resolve()
        for page in PAGES
        for address in re.findall(r"[\w./-]+\.(?:webp|png|jpg|svg)\b", page.read_text())
    }

    assert shown == set((DOCS / "images").iterdir())


def test_every_setting_is_documented_and_no_other() -> None:
    assert set(documented_settings()) == set(conf.DEFAULTS)


@pytest.mark.parametrize("name", sorted(conf.DEFAULTS))
def test_the_documented_default_is_the_default(name: str) -> None:
    text = documented_settings()[name]
    found = re.search(r"^Default: `(.+)`$", text, re.MULTILINE) or re.search(
        r"^Default:\n\n```python\n(.+?)\n```$", text, re.MULTILINE | re.DOTALL
    )

    assert found is not None
    assert ast.literal_eval(found[1]) == conf.DEFAULTS[name]


def test_the_languages_of_the_element_are_listed() -> None:
    section = read("reference/template-tag.md").partition("## Languages")[2].partition("\n## ")[0]
    listed = re.findall(r"^\| [^|`]+ \| `([\w-]+)` \|$", section, re.MULTILINE)
    catalogues = (ROOT / "django_chatkit/static/django_chatkit/locales").glob("*.js")

    assert listed == sorted(["en", *(path.stem for path in catalogues)])


def test_every_option_that_an_assistant_may_override_is_named() -> None:
    text = documented_settings()["ASSISTANTS"]

    assert {name for name in conf.PER_ASSISTANT if f"`{name}`" not in text} == set()
    assert {name for name in conf.ASSISTANT_KEYS if f"| `{name}` |" not in text} == set()


def test_every_option_of_the_backends_is_documented() -> None:
    text = documented_settings()["ASSISTANTS"]
    options = SelfHostedBackend.option_names | HostedBackend.option_names

    assert {name for name in options if f"`{name}`" not in text} == set()


def test_every_method_of_the_adapter_is_documented_and_no_other() -> None:
    rows = re.findall(r"^\| `(\w+)\(", read("how-to/decide-who-chats.md"), re.MULTILINE)

    assert set(rows) == {name for name in vars(ChatKitAdapter) if not name.startswith("_")}


def test_every_check_is_documented_and_no_other() -> None:
    pattern = re.compile(r"django_chatkit\.[EWI]\d{3}")
    sources = (ROOT / "django_chatkit").rglob("*.py")
    used = {name for path in sources for name in pattern.findall(path.read_text())}

    assert used
    assert set(pattern.findall(read("reference/checks.md"))) == used


def test_every_parameter_of_the_tag_is_documented_and_no_other() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", read("reference/template-tag.md"), re.MULTILINE)

    assert sorted(rows) == sorted(TAG_KEYWORDS)


def test_every_signal_is_documented_and_no_other() -> None:
    existing = {name for name, value in vars(signals).items() if isinstance(value, Signal)}
    _, _, section = read("reference/models.md").partition("\n## Signals\n")
    rows = re.findall(r"^\| (`[\w`, ]+`) \|", section, re.MULTILINE)

    assert {name for row in rows for name in re.findall(r"\w+", row)} == existing


def test_every_model_is_documented_and_no_other() -> None:
    rows = re.findall(r"^\| `(Chat\w+)` \|", read("reference/models.md"), re.MULTILINE)
    existing = apps.get_app_config("django_chatkit").get_models()

    assert set(rows) == {model.__name__ for model in existing}


def test_every_endpoint_is_documented_and_no_other() -> None:
    rows = re.findall(
        r"^\| `([\w/{}-]+)` \| `[A-Z`, ]+` \|", read("reference/rest-api.md"), re.MULTILINE
    )
    patterns = [str(pattern.pattern) for pattern in urls.urlpatterns if pattern.name != "not_found"]
    paths = [
        re.sub(r"\(\?P<\w+>[^)]*\)", "{id}", path.removeprefix("^").removesuffix("/?$"))
        for path in patterns
    ]

    assert sorted(rows) == sorted(paths)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)(#[^)\s]+)?\)", page.read_text())
    broken = [
        target
        for target, _ in targets
        if "://" not in target and not (page.parent / target).exists()
    ]

    assert broken == []


SITE_WITH_AN_AGENT = """
import pytest

BACKEND = "django_chatkit.backends.SelfHostedBackend"
OPTIONS = {"AGENT": "guide.agent.guide_for"}


@pytest.fixture(autouse=True)
def site(settings):
    settings.CHATKIT_ASSISTANTS = {"default": {"BACKEND": BACKEND, "OPTIONS": OPTIONS}}
"""


def test_the_tests_of_the_testing_guide_pass(tmp_path: Path) -> None:
    blocks = re.findall(r"```python\n(.+?)\n```", read("how-to/test.md"), re.DOTALL)
    tests = tmp_path / "test_guide.py"
    tests.write_text("\n\n\n".join(block for block in blocks if "def test_" in block))
    (tmp_path / "conftest.py").write_text(SITE_WITH_AN_AGENT)
    plugin = "django_chatkit.testing.pytest_plugin"

    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", plugin, "--rootdir", ROOT, tests],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "3 passed" in run.stdout, run.stdout + run.stderr
