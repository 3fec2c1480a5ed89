"""How documents of earlier releases become documents of this one."""

from collections.abc import Callable, Mapping
from typing import Any

Upcast = Callable[[Any], Any]
"""Takes a stored JSON document of one schema number, returns the document of the next."""

UPCASTS: Mapping[tuple[str, str, int], Upcast] = {}
"""By kind, event type ("" for the state) and the schema number it starts from. What is not listed kept its shape, or
only gained members, which take their defaults.
"""
