"""What is billed of an order beside its lines: invoices before delivery, which later invoices deduct."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from attrs import evolve as changed
from attrs import frozen

from otcore.values.money import Money, total


@frozen(kw_only=True)
class Milestone:
    """A step of an order that is billed when it is reached: a `percent` of the order's value, or an `amount`, tax
    included. The last to be billed takes what is left, whatever it says; it may say neither.
    """

    id: str
    name: str = ""
    percent: Decimal | None = None
    amount: Money | None = None


@frozen
class BilledAdvance:
    """An invoice before delivery: what it came to, tax included, what of it later invoices deducted, and what credit
    notes took off it. `milestone`: the one that it bills.
    """

    invoice: str
    day: date
    amount: Money
    deducted: Money
    credited: Money
    milestone: str = ""

    @property
    def left(self) -> Money:
        """What is still to be deducted."""
        return self.amount - self.deducted - self.credited


Deducted = tuple[tuple[str, Money], ...]
"""By invoice: how much of the advance is deducted."""


def advances_left(advances: Sequence[BilledAdvance], currency: str) -> Money:
    """What all of them still have to give."""
    return total((each.left for each in advances), currency)


def to_deduct(advances: Sequence[BilledAdvance], payable: Money) -> Deducted:
    """What an invoice that comes to so much deducts, the oldest advance first."""
    found, left = [], payable.minor
    for each in advances:
        part = min(each.left.minor, left)
        if part > 0:
            found.append((each.invoice, Money.from_minor(part, payable.currency)))
            left -= part
    return tuple(found)


def with_deducted(advances: Sequence[BilledAdvance], parts: Deducted) -> tuple[BilledAdvance, ...]:
    """The advances after an invoice deducted these parts."""
    gone = dict(parts)
    return tuple(
        [
            changed(each, deducted=each.deducted + gone[each.invoice]) if each.invoice in gone else each
            for each in advances
        ]
    )


def with_credited(advances: Sequence[BilledAdvance], invoice: str, amount: Money) -> tuple[BilledAdvance, ...]:
    """The advances after a credit note took so much off one of them."""
    return tuple(
        [changed(each, credited=each.credited + amount) if each.invoice == invoice else each for each in advances]
    )
