"""What OpenAI accepts in the body of ``POST /chatkit/sessions``, and how it refuses the rest.

Source: https://platform.openai.com/docs/api-reference/chatkit/sessions/create
"""

from typing import Any, TypeAlias

from .requests import Refusal

Rules: TypeAlias = "dict[str, type | tuple[type, ...] | Rules]"

LONGEST_KEY = 64
LARGEST_FILE = 512

SESSION: Rules = {
    "user": str,
    "workflow": {
        "id": str,
        "version": str,
        "state_variables": dict,
        "tracing": {"enabled": bool},
    },
    "chatkit_configuration": {
        "automatic_thread_titling": {"enabled": bool},
        "file_upload": {"enabled": bool, "max_file_size": int, "max_files": int},
        "history": {"enabled": bool, "recent_threads": int},
    },
    "expires_after": {"anchor": str, "seconds": int},
    "rate_limits": {"max_requests_per_1_minute": int},
}

REQUIRED = {"": ("user", "workflow"), "workflow": ("id",), "expires_after": ("anchor", "seconds")}

NAMES = {
    bool: "a boolean",
    dict: "an object",
    float: "a decimal number",
    int: "an integer",
    list: "an array",
    str: "a string",
    type(None): "null",
}


def check_session(body: Any) -> None:
    """Refuse what OpenAI refuses.

    Raises:
        Refusal: with the parameter at fault.
    """
    if not isinstance(body, dict):
        raise Refusal(400, "The body of your request is not a JSON object.")
    _check(body, SESSION, "")
    if not body["user"]:
        raise _invalid("user", "expected a string with minimum length 1")
    for key, value in (body["workflow"].get("state_variables") or {}).items():
        name = f"workflow.state_variables.{key}"
        if len(key) > LONGEST_KEY:
            raise _invalid(name, f"expected a key with maximum length {LONGEST_KEY}")
        if not isinstance(value, str | bool | int | float):
            raise _wrong_type(name, "a string, boolean or number", value)
    expiry = body.get("expires_after")
    if expiry is not None:
        if expiry["anchor"] != "created_at":
            raise _invalid("expires_after.anchor", "supported values are: 'created_at'")
        _at_least_one(expiry["seconds"], "expires_after.seconds")
    limits = body.get("rate_limits") or {}
    if "max_requests_per_1_minute" in limits:
        name = "rate_limits.max_requests_per_1_minute"
        _at_least_one(limits["max_requests_per_1_minute"], name)
    upload = (body.get("chatkit_configuration") or {}).get("file_upload") or {}
    if upload.get("max_file_size", 1) > LARGEST_FILE:
        name = "chatkit_configuration.file_upload.max_file_size"
        raise _invalid(name, f"expected a value <= {LARGEST_FILE}")


def _check(value: dict[str, Any], rules: Rules, prefix: str) -> None:
    for name in value:
        if name not in rules:
            path = prefix + name
            raise Refusal(
                400, f"Unknown parameter: '{path}'.", param=path, code="unknown_parameter"
            )
    for name in REQUIRED.get(prefix.rstrip("."), ()):
        if name not in value:
            path = prefix + name
            raise Refusal(
                400,
                f"Missing required parameter: '{path}'.",
                param=path,
                code="missing_required_parameter",
            )
    for name, rule in rules.items():
        if name not in value:
            continue
        path = prefix + name
        given: object = value[name]
        kind = dict if isinstance(rule, dict) else rule
        is_number = isinstance(given, bool) and kind is int
        if not isinstance(given, kind) or is_number:
            expected = NAMES[kind] if isinstance(kind, type) else "another type"
            raise _wrong_type(path, expected, given)
        if isinstance(rule, dict) and isinstance(given, dict):
            _check(given, rule, f"{path}.")


def _at_least_one(value: int, name: str) -> None:
    if value < 1:
        raise _invalid(name, "expected a value >= 1")


def _invalid(name: str, why: str) -> Refusal:
    return Refusal(400, f"Invalid value for '{name}': {why}.", param=name, code="invalid_value")


def _wrong_type(name: str, expected: str, given: Any) -> Refusal:
    got = NAMES.get(type(given), "something else")
    return Refusal(
        400,
        f"Invalid type for '{name}': expected {expected}, but got {got} instead.",
        param=name,
        code="invalid_type",
    )
