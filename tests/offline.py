"""Keeps the suite, and every server process it starts, off the network.

An audit hook sees each name looked up and each connection opened by Python code, whatever the
library. Only this machine and the services named in :mod:`tests.services` may be reached.
"""

import functools
import ipaddress
import os
import socket
import sys
from typing import Any
from urllib.parse import urlsplit


class NetworkBlockedError(OSError):
    """Something tried to leave this machine."""


def install(*service_urls: str) -> None:
    """Block the network for the rest of this process and forget OpenAI's key.

    ``service_urls`` are the databases and caches whose hosts may be reached.
    """
    os.environ.pop("OPENAI_API_KEY", None)
    hosts = {urlsplit(url).hostname for url in service_urls} - {None}
    _install(frozenset(host for host in hosts if host))


@functools.cache
def _install(hosts: frozenset[str]) -> None:
    allowed = set(hosts)
    for host in hosts:
        try:
            allowed |= {str(entry[4][0]) for entry in socket.getaddrinfo(host, None)}
        except OSError:
            continue  # not there: the test that needs it says so

    def refuse_strangers(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "socket.getaddrinfo":
            host = arguments[0]
        elif event == "socket.connect" and isinstance(arguments[1], tuple):
            host = arguments[1][0]
        else:
            return
        name = host.decode() if isinstance(host, bytes) else host
        if name and name not in allowed and not _is_here(name):
            raise NetworkBlockedError(f"The tests are offline: {name} is out of reach.")

    sys.addaudithook(refuse_strangers)


def _is_here(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified
