"""How little of the samples' back ends is changed."""

from typing import Any

import pytest

pytestmark = [pytest.mark.socket]

STORES = ("memory_store", "attachment_store", "MemoryStore", "AttachmentStore")
"""What lines name that are about the stores; the last line of each change names ours."""


@pytest.mark.parametrize(
    ("sample", "lines"),
    [("cat-lounge", 1), ("metro-map", 2), ("news-guide", 2)],
)
def test_only_imports_of_the_store_differ(
    changed_lines: dict[str, Any], sample: str, lines: int
) -> None:
    changed = changed_lines["changed"][sample]

    assert len([line for line in changed if line[0] == "+"]) == lines
    assert all(any(store in line for store in STORES) for line in changed)


def test_a_sample_with_files_tells_its_converter_who_asks(changed_lines: dict[str, Any]) -> None:
    changed = changed_lines["changed"]["customer-support"]
    others = [
        line
        for line in changed
        if line[0] == "+" and not any(name in line for name in (*STORES, "InvalidRequest"))
    ]

    assert len([line for line in changed if line[0] == "-"]) == 11
    assert all(
        "context" in line or "asked" in line or "stored" in line
        for line in others
        if line[1:].strip()
    )
