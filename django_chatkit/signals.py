"""Signals that sites can listen to.

Every signal's sender is the model's class, except ``turn_finished``, whose
sender is ``ChatThread``. Receivers run after the row is written.
"""

from django.dispatch import Signal

session_created = Signal()
"""A session was minted. Arguments: ``session`` (ChatSession)."""

session_cancelled = Signal()
"""A session was revoked. Arguments: ``session`` (ChatSession)."""

thread_created = Signal()
"""A thread was created. Arguments: ``thread_id`` (str), ``scope`` (str), ``assistant`` (str)."""

thread_deleted = Signal()
"""A thread was deleted. Arguments: ``thread_id`` (str), ``scope`` (str), ``assistant`` (str)."""

turn_finished = Signal()
"""An answer ended. Arguments: ``thread_id`` (str), ``scope`` (str), ``assistant`` (str),
``outcome`` (``"completed"``, ``"stopped"`` or ``"failed"``) and ``usage``: what an
``AgentServer``'s models used, ``requests``, ``input_tokens`` and ``output_tokens``; else ``None``."""

feedback_received = Signal()
"""A visitor judged items. Arguments: ``thread_id`` (str), ``scope`` (str), ``item_ids``
(list of str), ``kind`` (``"positive"`` or ``"negative"``)."""

client_event_received = Signal()
"""A page reported something. Arguments: ``event`` (dict of ``name``, ``level`` and ``message``,
scrubbed and bounded), ``scope`` (str), ``assistant`` (str)."""
