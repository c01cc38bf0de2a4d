"""Shorter times for sites under test, where a real one would make the test wait.

``CHATKIT_TEST_LEASE_SECONDS``, ``CHATKIT_TEST_CHECKPOINT_SECONDS`` and
``CHATKIT_TEST_HEARTBEAT_SECONDS`` in the environment of the site.
"""

import os
from datetime import timedelta


def apply() -> None:
    """Set what the environment asks for; without it nothing is even imported."""
    lease_seconds = os.environ.get("CHATKIT_TEST_LEASE_SECONDS")
    checkpoint = os.environ.get("CHATKIT_TEST_CHECKPOINT_SECONDS")
    heartbeat = os.environ.get("CHATKIT_TEST_HEARTBEAT_SECONDS")
    if lease_seconds:
        from django_chatkit.server import lease

        lease.LEASE = timedelta(seconds=float(lease_seconds))
        lease.RENEWAL_SECONDS = float(lease_seconds) / 3
    if checkpoint or heartbeat:
        from django_chatkit.server import stream

        stream.CHECKPOINT_SECONDS = float(checkpoint or stream.CHECKPOINT_SECONDS)
        stream.HEARTBEAT_SECONDS = float(heartbeat or stream.HEARTBEAT_SECONDS)
