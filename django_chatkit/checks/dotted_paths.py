"""Whether a dotted path leads somewhere, as far as can be told without importing it."""

import importlib.util
import sys
from importlib.machinery import ModuleSpec, PathFinder


def find_module(name: str) -> ModuleSpec | None:
    """The spec of a module, found without importing it or any package above it.

    ``importlib.util.find_spec`` imports the packages above, which may import the SDK.
    """
    top, *rest = name.split(".")
    try:
        spec = importlib.util.find_spec(top)
    except (ImportError, ValueError):
        return None
    found = top
    for part in rest:
        if spec is None or spec.submodule_search_locations is None:
            return None
        found = f"{found}.{part}"
        spec = PathFinder.find_spec(found, list(spec.submodule_search_locations))
    return spec


def leads_somewhere(path: str) -> bool:
    """Whether ``path`` names something in a module that exists.

    What the module holds is looked at only if somebody imported it already.
    """
    module, _, name = path.rpartition(".")
    if not module or not all(part.isidentifier() for part in path.split(".")):
        return False
    if module in sys.modules:
        return hasattr(sys.modules[module], name)
    return find_module(module) is not None
