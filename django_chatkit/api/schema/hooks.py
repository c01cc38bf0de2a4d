"""How our endpoints get into a schema that a site makes with drf-spectacular."""

from collections.abc import Callable
from typing import Any

from django.urls import NoReverseMatch, get_script_prefix, reverse

from .inspector import VIEWS
from .operations import OPERATIONS

Endpoint = tuple[str, str, str, Callable[..., Any]]
"""A path, its regular expression, a method and a view, as drf-spectacular has them."""

NAMESPACE = "django_chatkit"
PROBE = "PROBE"


def add_endpoints(endpoints: list[Endpoint], **_options: Any) -> list[Endpoint]:
    """Add this app's endpoints where they are mounted: a ``PREPROCESSING_HOOKS``."""
    return [*endpoints, *chatkit_endpoints()]


def chatkit_endpoints() -> list[Endpoint]:
    """The endpoints, each method by itself; none where the site's URLs do not include them."""
    callbacks = {name: view.as_view() for name, view in VIEWS.items()}
    found: list[Endpoint] = []
    for operation in OPERATIONS:
        names = [p["name"] for p in operation.parameters if p["in"] == "path"]
        try:
            path = _path_of(operation.endpoint, names)
        except NoReverseMatch:
            return []
        found.append((path, path, operation.method.upper(), callbacks[operation.endpoint]))
    return found


def _path_of(endpoint: str, names: list[str]) -> str:
    """An endpoint's path below the site's root, with its parameters in braces."""
    probes = {name: f"{PROBE}-{name}" for name in names}
    path = "/" + reverse(f"{NAMESPACE}:{endpoint}", kwargs=probes).removeprefix(get_script_prefix())
    for name, probe in probes.items():
        path = path.replace(probe, f"{{{name}}}")
    return path
