"""A cell of a CSV file as the JSON that says the same."""

import re
from collections.abc import Mapping
from typing import Any, get_origin

_INTEGER = re.compile(r"-?[0-9]{1,15}")
_BOOLEANS = {"true": True, "false": False}


def cell(text: str, of: Any) -> Any:
    """A cell that is not empty, by the type of its column; what does not fit stays text, and the record's check tells.

    Booleans are `true` and `false`; several values are separated by semicolons; a mapping is `MAIN:100;NORTH:20`.
    """
    if of is bool:
        return _BOOLEANS.get(text.lower(), text)
    if of is int:
        return int(text) if _INTEGER.fullmatch(text) else text
    if get_origin(of) is tuple:
        return _several(text)
    if get_origin(of) is Mapping:
        return _mapping(text)
    return text


def _several(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _mapping(text: str) -> Any:
    """By name; the text itself when a part has no name or a name comes twice."""
    parts = [part.rpartition(":") for part in _several(text)]
    entries = {name.strip(): value.strip() for name, _, value in parts}
    return entries if len(entries) == len(parts) and all(entries) else text
