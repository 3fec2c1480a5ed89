"""What a message is, and how it travels as a notice: text under its topic, and typed again where it arrives."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from types import NoneType
from typing import Any, ClassVar, get_args

from attrs import NOTHING, Attribute, field, fields, frozen, resolve_types

from otcore.ports.outbox import Notice
from otcore.values.faults import Invalid
from otcore.values.money import Money


class Message:
    """Something that others may want to know; its first field is what it is about.

    Fields are text, whole numbers, days and money. A field that is added later has a default.
    """

    __slots__ = ()
    topic: ClassVar[str]
    """The public name; it keeps its meaning for ever."""


@frozen
class OtherMessage(Message):
    """A message of a topic, or in a form, that this release does not know: as it stood in the outbox."""

    about: str
    name: str
    facts: Mapping[str, str] = field(factory=dict)


_fields: "Callable[[Any], tuple[Attribute[Any], ...]]" = cache(lambda of: tuple(fields(resolve_types(of))))
"""The fields of a message's class, with their types."""


def notice_of(message: Message) -> Notice:
    """The message as it stands in the outbox; what has its default value is left out."""
    if isinstance(message, OtherMessage):
        return Notice(message.name, message.about, message.facts)
    about, *rest = _fields(type(message))
    facts = {}
    for each in rest:
        name, value = each.name, getattr(message, each.name)
        if each.default is NOTHING or value != each.default:
            facts[name] = value if type(value) is str else _written(value)
    return Notice(message.topic, getattr(message, about.name), facts)


def typed(notice: Notice, of: type[Message] | None) -> Message:
    """The message of this class that a notice carries, or an `OtherMessage` when it does not fit."""
    if of is None:
        return OtherMessage(notice.subject, notice.topic, notice.facts)
    about, *rest = _fields(of)
    try:
        read = {each.name: _read(each, notice.facts) for each in rest}
    except (KeyError, ValueError, Invalid):
        return OtherMessage(notice.subject, notice.topic, notice.facts)
    return of(**{about.name: notice.subject}, **read)


def _written(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _read(each: "Attribute[Any]", facts: Mapping[str, str]) -> Any:
    if each.name not in facts and each.default is not NOTHING:
        return each.default
    kinds = get_args(each.type) or (each.type,)
    return _READ[next(kind for kind in kinds if kind is not NoneType)](facts[each.name])


def _money(text: str) -> Money:
    amount, currency = text.split()
    return Money(amount, currency)


_READ: Mapping[Any, Callable[[str], Any]] = {str: str, int: int, date: date.fromisoformat, Money: _money}
