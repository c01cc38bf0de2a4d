"""The bodies of ``conversation``, where the ChatKit SDK is there to describe them."""

import importlib.util

from ...types import JSONObject

PREFIX = "ChatKitProtocol"

OPERATION: JSONObject = {
    "type": "object",
    "description": "An operation of the ChatKit protocol.",
    "properties": {
        "type": {"type": "string"},
        "params": {"type": "object"},
        "metadata": {"type": "object"},
    },
    "required": ["type"],
}
"""A request, where the SDK is not installed to say more."""


def protocol_components() -> dict[str, JSONObject]:
    """The protocol's schemas by component name; general ones where the SDK is not installed."""
    if importlib.util.find_spec("chatkit") is None:
        general: JSONObject = {"type": "object"}
        return {
            f"{PREFIX}Request": OPERATION,
            f"{PREFIX}Event": general,
            f"{PREFIX}Result": general,
        }
    from ...server.protocol import protocol_schemas  # noqa: PLC0415

    schemas = protocol_schemas(f"#/components/schemas/{PREFIX}")
    return {PREFIX + name: schema for name, schema in schemas.items()}
