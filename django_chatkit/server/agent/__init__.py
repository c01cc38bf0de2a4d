"""Any Agents SDK agent behind the chat: :class:`~django_chatkit.server.agent.server.AgentServer`.

Importing this package imports nothing; ``django_chatkit.server`` loads what is asked for.
"""
