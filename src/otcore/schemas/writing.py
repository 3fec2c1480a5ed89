"""From values to JSON: the inverse of reading."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import singledispatch
from typing import Any, cast

from attrs import NOTHING, Attribute, Factory, fields, has

from otcore.values.money import Money
from otcore.values.percentage import Percentage


@singledispatch
def json_of(value: Any) -> Any:
    """The JSON form of a command or any value in it, from dicts, lists, strings, integers and booleans.

    What equals its default is left out. Raises `TypeError` for what has no JSON form (a float, for one).
    """
    if not has(type(value)):
        raise TypeError(f"{type(value).__name__} has no JSON form")
    return {each.name: json_of(getattr(value, each.name)) for each in fields(type(value)) if _told(value, each)}


def canonical_json(value: Any) -> bytes:
    """The same value in the same bytes always: UTF-8, names sorted, no blanks (RFC 8785 for what occurs here)."""
    return json.dumps(json_of(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def default_of(attribute: "Attribute[Any]") -> Any:
    """What a field is when nothing is said; `attrs.NOTHING` when it must be said."""
    default = attribute.default
    return cast("Any", default).factory() if isinstance(default, type(Factory(list))) else default


def _told(value: Any, attribute: "Attribute[Any]") -> bool:
    default = default_of(attribute)
    return default is NOTHING or getattr(value, attribute.name) != default


@json_of.register
def _money(value: Money) -> dict[str, str]:
    return {"amount": f"{value.amount:f}", "currency": value.currency}


@json_of.register
def _percentage(value: Percentage) -> str:
    return f"{value.value:f}"


@json_of.register
def _decimal(value: Decimal) -> str:
    return f"{value:f}"


@json_of.register
def _date(value: date) -> str:
    return value.isoformat()


@json_of.register
def _enum(value: StrEnum) -> str:
    return str(value)


@json_of.register(str)
@json_of.register(int)
@json_of.register(type(None))
def _as_it_is(value: Any) -> Any:
    return value


@json_of.register
def _list(value: tuple) -> list[Any]:  # type: ignore[type-arg]  # singledispatch takes no parametrised class
    return [json_of(item) for item in value]


@json_of.register(Mapping)
def _mapping(value: Mapping[str, Any]) -> dict[str, Any]:
    return {name: json_of(item) for name, item in value.items()}
