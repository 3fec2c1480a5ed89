"""Makes what a store keeps independent of later changes: what could be changed is copied into what cannot."""

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from types import MappingProxyType, UnionType
from typing import Any, Union, get_args, get_origin

from attrs import fields, has, resolve_types

_UNION = (Union, UnionType)
_SCALARS = (str, bytes, int, Decimal, date, time, timedelta, Enum, type(None))
_COPIERS: dict[type, Callable[[Any], Any] | None] = {}


def frozen(value: Any) -> Any:
    """The same value, mappings inside made read-only copies and lists tuples; itself when nothing inside can change.

    Which fields of a class can hold such a thing is learned once from their types: a class without any costs a look-up.
    """
    copy = _copier_of(type(value))
    return value if copy is None else copy(value)


def frozen_all(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Each of them frozen; the same tuple when nothing in any of them can change."""
    for value in values:
        if _copier_of(type(value)) is not None:
            return tuple(map(frozen, values))
    return values


def _copier_of(of: type) -> Callable[[Any], Any] | None:
    if of not in _COPIERS:
        _COPIERS[of] = _copier(of)
    return _COPIERS[of]


def _copier(of: type) -> Callable[[Any], Any] | None:
    """What makes a value of this class unchangeable; None when it is."""
    if has(of):
        names, suspects = tuple(field.name for field in fields(of)), _suspects(of)
        return (lambda value: _rebuilt(value, names, suspects)) if suspects else None
    if issubclass(of, Mapping):
        return lambda value: MappingProxyType({key: frozen(item) for key, item in value.items()})
    if issubclass(of, list | tuple):
        return lambda value: tuple(map(frozen, value))
    if issubclass(of, set | frozenset):
        return lambda value: frozenset(map(frozen, value))
    return None


def _rebuilt(value: Any, names: tuple[str, ...], suspects: tuple[str, ...]) -> Any:
    copy = object.__new__(type(value))
    for name in names:
        item = getattr(value, name)
        object.__setattr__(copy, name, frozen(item) if name in suspects else item)
    return copy


def _suspects(of: type) -> tuple[str, ...]:
    """The fields of an attrs class that may hold something changeable."""
    return tuple(field.name for field in fields(resolve_types(of)) if _changeable(field.type, (of,)))


def _changeable(of: Any, within: tuple[type, ...]) -> bool:
    """Whether a value of this type can be, or hold, a container that changes. `within`: classes being looked into."""
    of = getattr(of, "__supertype__", of)
    if isinstance(of, type) and has(of):
        return of not in within and any(_changeable(field.type, (*within, of)) for field in fields(resolve_types(of)))
    origin, arguments = get_origin(of), get_args(of)
    if origin in _UNION or (origin in (tuple, frozenset) and arguments):
        return any(_changeable(argument, within) for argument in arguments if argument is not ...)
    return not (isinstance(of, type) and issubclass(of, _SCALARS))
