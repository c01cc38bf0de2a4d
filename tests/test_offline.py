"""The suite needs no network and no key. Row B17."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.offline import NetworkBlockedError

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.row("B17")


@pytest.mark.parametrize("host", ["api.openai.com", "cdn.platform.openai.com", "pypi.org"])
def test_no_name_is_looked_up(host: str) -> None:
    with pytest.raises(NetworkBlockedError):
        socket.getaddrinfo(host, 443)


@pytest.mark.parametrize(
    ("family", "address"), [(socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")]
)
def test_no_address_is_connected_to(family: socket.AddressFamily, address: str) -> None:
    with socket.socket(family) as stranger, pytest.raises(NetworkBlockedError):
        stranger.connect((address, 443))


def test_this_machine_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


def test_a_server_under_test_is_offline_and_has_no_key() -> None:
    """In a process of its own, which is given a key."""
    code = (
        "import os, django; django.setup()\n"
        "assert 'OPENAI_API_KEY' not in os.environ\n"
        "import socket; socket.getaddrinfo('api.openai.com', 443)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ
        | {"DJANGO_SETTINGS_MODULE": "tests.settings", "OPENAI_API_KEY": "sk-never-used"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "NetworkBlockedError" in done.stderr
