"""Goods that are on their way to a shelf."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from attrs import frozen

from otcore.values.fast_init import fast_init


@fast_init
@frozen
class Incoming:
    """What a document (a purchase order, a transfer, a production order) says will still arrive, and on which day.

    In the product's unit.
    """

    document: str
    quantity: Decimal
    expected: date


def expecting(incoming: Sequence[Incoming], one: Incoming) -> tuple[Incoming, ...]:
    """With this one in place of what its document said before; nothing of it when its quantity is 0.

    Sorted by day, then document.
    """
    others = [each for each in incoming if each.document != one.document]
    return tuple(sorted([*others, one] if one.quantity else others, key=lambda each: (each.expected, each.document)))


def outstanding(incoming: Sequence[Incoming], document: str) -> Decimal:
    """What a document still announces."""
    return sum([each.quantity for each in incoming if each.document == document], Decimal(0))


def less(incoming: Sequence[Incoming], document: str, quantity: Decimal) -> tuple[Incoming, ...]:
    """Without this much of a document: it arrived."""
    left = [
        Incoming(document, each.quantity - quantity, each.expected) if each.document == document else each
        for each in incoming
    ]
    return tuple([each for each in left if each.quantity])
