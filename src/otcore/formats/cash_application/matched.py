"""Payments with what was decided about them, and the items and names that the decisions speak of."""

from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from otcore.reconciliation.decision import Decision, Outcome
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payment import Payment
from otcore.values.money import Money, total

SUSPICIOUS = frozenset({"PAYER_MISMATCH", "STALE_REFERENCE"})
"""What is special about a payment that was posted, and worth a look."""


@frozen
class Matched:
    """A payment, and the decision about it; `learned`: the account that is known as its customer's since then."""

    payment: Payment
    decision: Decision
    learned: str = ""

    @property
    def flags(self) -> tuple[str, ...]:
        """Why somebody should look at it although it was posted."""
        posted = self.decision.outcome is Outcome.POSTED
        return tuple(each for each in self.decision.reasons if posted and each in SUSPICIOUS)


@frozen
class Matching:
    """Payments that were decided, in their order. `items` as they came, by id; `names`: of customers, by id."""

    matched: tuple[Matched, ...]
    items: Mapping[str, OpenItem] = field(factory=dict)
    names: Mapping[str, str] = field(factory=dict)

    @property
    def to_look_at(self) -> tuple[Matched, ...]:
        """Those that were not posted: suggested first, each kind in its order."""
        return (*self.of(Outcome.SUGGESTED), *self.of(Outcome.UNMATCHED))

    @cached_property
    def payers_of_items(self) -> Mapping[str, Matched]:
        """By item the first payment that was posted on it."""
        found: dict[str, Matched] = {}
        for each in self.of(Outcome.POSTED):
            for part in each.decision.posted.allocations if each.decision.posted else ():
                found.setdefault(part.item, each)
        return found

    @property
    def flagged(self) -> tuple[Matched, ...]:
        """Those that were posted, and that somebody should look at all the same."""
        return tuple(each for each in self.matched if each.flags)

    def of(self, outcome: Outcome) -> tuple[Matched, ...]:
        """Those with an outcome."""
        return tuple(each for each in self.matched if each.decision.outcome is outcome)

    def number(self, item: str) -> str:
        """The number on a document, by the id of its item."""
        return self.items[item].number if item in self.items else item

    def name(self, customer: str) -> str:
        """A customer's name, or its id."""
        return self.names.get(customer) or customer

    def called(self, about: str) -> str:
        """What a finding speaks for: an item by its number, a customer by its name."""
        return self.number(about) if about in self.items else self.name(about)


def sums(matched: tuple[Matched, ...]) -> tuple[Money, ...]:
    """What payments come to, a sum a currency, in the order of the codes."""
    currencies = sorted({each.payment.amount.currency for each in matched})
    return tuple(
        total((each.payment.amount for each in matched if each.payment.amount.currency == currency), currency)
        for currency in currencies
    )
