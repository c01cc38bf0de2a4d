"""Names for the plain data that travels between the floors."""

from typing import Any, TypeAlias

JSON: TypeAlias = Any
"""A JSON value as ``json.loads`` returns it."""

JSONObject: TypeAlias = dict[str, Any]
"""A JSON object as ``json.loads`` returns it."""
