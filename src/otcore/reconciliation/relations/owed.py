"""What is owed on some items and what a payment is worth there, in whole minor units of the items' currency."""

from collections.abc import Sequence

from attrs import frozen

from otcore.payments.allocation import Adjustment, Allocation, Why
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payment import Payment
from otcore.values.fast_init import fast_init
from otcore.values.money import Money
from otcore.values.rounding import round_ratio


@fast_init
@frozen
class Owed:
    """Items of one currency against a payment. `worth`: what the payment brings there; `short`: what it lacks.

    `whole`: the sum of what is open. `foreign`: the payment is in another currency than the items.
    """

    items: tuple[OpenItem, ...]
    opens: tuple[int, ...]
    whole: int
    worth: int
    payment: Money
    currency: str
    foreign: bool

    @property
    def short(self) -> int:
        """What is owed beyond the payment; negative: what it brings beyond that."""
        return self.whole - self.worth

    @property
    def largest(self) -> int:
        """The index of the largest item, the first of equals: the one that bears what is nobody's in particular."""
        return max(range(len(self.opens)), key=lambda index: abs(self.opens[index]))

    def allocations(self, taken: Sequence[int], why: Why | None = None) -> tuple[Allocation, ...]:
        """Every item closed: by cash, but for what is `taken` off each for the reason."""
        worths = [amount - off for amount, off in zip(self.opens, taken, strict=True)]
        return tuple(
            self._allocation(item, cash, worth, () if not off or why is None else (self._adjusted(why, off),))
            for item, cash, worth, off in zip(self.items, self.cash(worths), worths, taken, strict=True)
        )

    def open_ended(self, worths: Sequence[int], reason: str = "") -> tuple[Allocation, ...]:
        """So much of each item closed, nothing where it is zero; the reason stands where something stays open."""
        return tuple(
            self._allocation(item, cash, worth, (), reason if worth != amount else "")
            for item, cash, worth, amount in zip(self.items, self.cash(worths), worths, self.opens, strict=True)
            if worth
        )

    def cash(self, worths: Sequence[int]) -> list[int]:
        """The payment's own minor units for worths in the items' currency; exactly the payment for all it is worth."""
        if not self.foreign:
            return list(worths)
        exact = sum(worths) == self.worth
        parts = [round_ratio(self.payment.minor * worth, self.worth) for worth in worths]
        if exact:
            parts[self.largest] += self.payment.minor - sum(parts)
        return parts

    def _adjusted(self, why: Why, amount: int) -> Adjustment:
        return Adjustment(why, Money.from_minor(amount, self.currency))

    def _allocation(
        self, item: OpenItem, cash: int, worth: int, adjustments: tuple[Adjustment, ...], reason: str = ""
    ) -> Allocation:
        exchanged = Money.from_minor(worth, self.currency) if self.foreign else None
        return Allocation(item.id, Money.from_minor(cash, self.payment.currency), adjustments, reason, exchanged)


def owed_on(items: Sequence[OpenItem], payment: Payment) -> Owed | None:
    """None when amounts cannot be compared: no items, several currencies, or another one without what was ordered."""
    currencies = {item.open.currency for item in items}
    if len(currencies) != 1:
        return None
    currency = currencies.pop()
    foreign = payment.amount.currency != currency
    worth = payment.original if foreign else payment.amount
    if worth is None or worth.currency != currency or not worth:
        return None
    opens = tuple(item.open.minor for item in items)
    return Owed(tuple(items), opens, sum(opens), worth.minor, payment.amount, currency, foreign)
