"""Writes values as JSON text at once: what `json` makes of what the hooks give, in a third of their time."""

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from json.encoder import encode_basestring_ascii as quoted
from typing import Any, get_args

from attrs import fields, has, resolve_types
from cattrs import Converter

from otcore.adapters.sql.hooks import TAG, is_list, is_union, members
from otcore.adapters.sql.nesting import once_a_class
from otcore.values.money import Money

Text = Callable[[Any], str]
"""From a value to JSON text."""

dumps = json.JSONEncoder(separators=(",", ":"), allow_nan=False, check_circular=False).encode

_LEAVES = {
    str: "{quoted(@)}",
    bool: "{'true' if @ else 'false'}",
    int: "{@:d}",
    Decimal: '"{@!s}"',
    date: '"{day(@)}"',
    datetime: '"{moment(@)}"',
    Money: "[{@.minor!r},{quoted(@.currency)}]",
}
"""What stands for a value (`@`) of these types in an f-string that writes it."""


class Writers:
    """A function a type, made once. The clear version is `clearly`; it also writes what this one does not know."""

    def __init__(self, made: Converter) -> None:
        self._made = made
        self.of: Callable[[Any], Text] = once_a_class(self._quickly)
        """What writes values of a type."""

    def clearly(self, type_: Any) -> Text:
        """Through plain values, as the hooks give them."""
        hook = self._made.get_unstructure_hook(type_)
        return lambda value: dumps(hook(value))

    def _quickly(self, type_: Any) -> Text:
        named: dict[str, Any] = {"quoted": quoted, "day": date.isoformat, "moment": datetime.isoformat}
        if _is_class(type_):
            resolve_types(type_)
            parts = [f'"{each.name}":' + self._part(each.type, f"it.{each.name}", named) for each in fields(type_)]
            return _compiled("{{" + ",".join(parts) + "}}", named)
        if is_list(type_):
            write = self.of(get_args(type_)[0])
            return lambda values: "[" + ",".join(map(write, values)) + "]"
        if _is_row(type_):
            parts = [self._part(each, f"it[{place}]", named) for place, each in enumerate(get_args(type_))]
            return _compiled("[" + ",".join(parts) + "]", named)
        if is_union(type_):
            return self._tagged(members(type_))
        return self.clearly(type_) if _leaf(type_) is None else _compiled(self._part(type_, "it", named), named)

    def _part(self, type_: Any, at: str, named: dict[str, Any]) -> str:
        """What writes the value that is found `at` a place, within an f-string; `named` are the names it uses."""
        leaf = _leaf(type_)
        if leaf is not None:
            return leaf.replace("@", at)
        write = f"write{len(named)}"
        if is_union(type_) and type(None) in get_args(type_) and len(members(type_)) == 1:
            named[write] = self.of(members(type_)[0])
            return f"{{'null' if {at} is None else {write}({at})}}"
        named[write] = self.of(type_)
        return f"{{{write}({at}) if {at} else '[]'}}" if is_list(type_) else f"{{{write}({at})}}"

    def _tagged(self, of: list[Any]) -> Text:
        if len(of) == 1:
            one = self.of(of[0])
            return lambda value: "null" if value is None else one(value)
        heads = {each: (f'{{"{TAG}":"{each.__name__}"', "," if fields(each) else "", self.of(each)) for each in of}

        def write(value: Any) -> str:
            if value is None:
                return "null"
            head, comma, text = heads[type(value)]
            return head + comma + text(value)[1:]

        return write


def _leaf(type_: Any) -> str | None:
    type_ = getattr(type_, "__supertype__", type_)
    if isinstance(type_, type) and issubclass(type_, StrEnum):
        return _LEAVES[str]
    return _LEAVES.get(type_)


def _is_class(type_: Any) -> bool:
    return isinstance(type_, type) and has(type_) and type_ is not Money


def _is_row(type_: Any) -> bool:
    """A tuple of so many, each of its own type."""
    return getattr(type_, "__origin__", None) is tuple and bool(get_args(type_)) and ... not in get_args(type_)


def _compiled(template: str, named: dict[str, Any]) -> Text:
    text: Text = eval(f"lambda it: f'''{template}'''", named)
    return text
