"""Keeping ``ATOMIC_REQUESTS`` off the endpoints."""

from typing import Any, TypeVar

from django.db import connections, transaction

View = TypeVar("View", bound=Any)


def outside_transactions(view: View) -> View:
    """Exempt a view from ``ATOMIC_REQUESTS`` on every database.

    A transaction as long as an answer would hold a connection and hide what is saved
    meanwhile, and Django refuses asynchronous views under one. Its own decorator without
    an argument exempts from the default database's alone.
    """
    for alias in connections:
        view = transaction.non_atomic_requests(using=alias)(view)
    return view
