"""``docs/reference/rest-api.md`` says what the schema says."""

import re
from pathlib import Path

from django_chatkit.api.schema.errors import CATALOGUE
from django_chatkit.api.schema.operations import OPERATIONS
from tests.openapi import document

PAGE = (Path(__file__).resolve().parents[3] / "docs/reference/rest-api.md").read_text()


def test_every_error_is_documented_with_its_status_and_no_other() -> None:
    rows = re.findall(r"^\| (\d{3}) \| ([^|]*)\|", PAGE, re.MULTILINE)
    documented = {
        (int(status), code)
        for status, codes in rows
        for code in re.findall(r"\w+", codes) or [None]
    }

    assert documented == {(refusal.status, refusal.code) for refusal in CATALOGUE}


def test_every_method_is_documented_and_no_other() -> None:
    rows = re.findall(r"^\| `([\w/{}-]+)` \| ([`A-Z, ]+) \|", PAGE, re.MULTILINE)
    documented = {
        (path, method.lower()) for path, methods in rows for method in re.findall(r"\w+", methods)
    }
    described = {
        (re.sub(r"\{\w+\}", "{id}", path.removeprefix("/chatkit/")), method)
        for path, item in document()["paths"].items()
        for method in item
    }

    assert documented == described
    assert len(described) == len(OPERATIONS)


def test_every_parameter_of_lists_is_documented_and_no_other() -> None:
    _, _, section = PAGE.partition("\n## Lists\n")
    rows = re.findall(r"^\| (`[\w`, ]+`) \|", section.partition("\n## ")[0], re.MULTILINE)
    described = {
        parameter["name"]
        for operation in OPERATIONS
        for parameter in operation.parameters
        if operation.id.startswith("chatkit_list") and parameter["in"] == "query"
    }

    assert {name for row in rows for name in re.findall(r"\w+", row)} == described
