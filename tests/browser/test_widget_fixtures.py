"""The widgets that tests show are widgets that an agent can send."""

import pytest

from tests.browser.widgets import FIXTURES, fixture
from tests.example_project.gallery import wire


@pytest.mark.parametrize("name", FIXTURES)
def test_the_sdk_knows_what_is_in_it(name: str) -> None:
    found = [
        complaint for node in wire.nodes(fixture(name), inside=True) for complaint in wire.of(node)
    ]

    assert found == []
