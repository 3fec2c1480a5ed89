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


Deducted = tuple[tuple[str, Money], ...]
"""By invoice: how much of it."""


@frozen
class BilledAdvance:
    """An invoice before delivery: what it came to, tax included, and what credit notes took off it. `deductions`: which
    invoices took how much of it off again. `milestone`: the one that it bills.
    """

    invoice: str
    day: date
    amount: Money
    milestone: str = ""
    deductions: Deducted = ()
    credited: Money | None = None

    @property
    def deducted(self) -> Money:
        """What invoices took off again."""
        return total((amount for _, amount in self.deductions), self.amount.currency)

    @property
    def stands(self) -> Money:
        """What of it is not credited."""
        return self.amount if self.credited is None else self.amount - self.credited

    @property
    def left(self) -> Money:
        """What is still to be deducted."""
        return max(self.stands - self.deducted, Money.zero(self.amount.currency))


def advances_left(advances: Sequence[BilledAdvance], currency: str) -> Money:
    """What all of them still have to give."""
    return total((each.left for each in advances), currency)


def with_deducted(advances: Sequence[BilledAdvance], invoice: str, parts: Deducted) -> tuple[BilledAdvance, ...]:
    """The advances after an invoice deducted these parts."""
    gone = dict(parts)
    return tuple(
        [
            changed(each, deductions=(*each.deductions, (invoice, gone[each.invoice])))
            if each.invoice in gone
            else each
            for each in advances
        ]
    )


def with_returned(advances: Sequence[BilledAdvance], invoice: str) -> tuple[BilledAdvance, ...]:
    """The advances after an invoice that deducted them was credited: they are to be deducted again."""
    return tuple(
        [changed(each, deductions=tuple([one for one in each.deductions if one[0] != invoice])) for each in advances]
    )


def with_credited(advances: Sequence[BilledAdvance], invoice: str, amount: Money) -> tuple[BilledAdvance, ...]:
    """The advances after a credit note took so much off one of them."""
    return tuple(
        [
            changed(each, credited=each.amount - each.stands + amount) if each.invoice == invoice else each
            for each in advances
        ]
    )
