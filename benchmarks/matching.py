"""The matching engine behind the interface that labelled workloads are scored through."""

import gc
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from otcore.payments.allocation import Allocation, Why
from otcore.reconciliation.book import Book
from otcore.reconciliation.deciding import decide
from otcore.reconciliation.decision import Decision, Proposal
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payer import Payer
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import MatchingPolicy, Policies
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.terms.discount_offer import DiscountOffer

Row = dict[str, Any]

USUAL_RATES = "1 1.5 2 2.5 3 4 5 6 7 7.5 8 10 12 12.5 15 16 18 20 25 26 30"
"""Rates at which states have tax withheld from payments for goods and services, in percent."""


def policies_for(currencies: Sequence[str]) -> Policies:
    """The policy of a house that takes discounts late, small differences and bank fees."""
    return Policies(
        MatchingPolicy(
            tolerance=tuple(Money.from_minor(5, currency) for currency in currencies),
            write_off={Why.FEE: tuple(Money.from_minor(5000, currency) for currency in currencies)},
            grace_days=365,
            withholding=tuple(Decimal(rate) for rate in USUAL_RATES.split()),
        )
    )


def item_of(row: Row) -> OpenItem:
    """An open item from a row of the workload."""
    currency = row["currency"]
    issued, terms = date.fromisoformat(row["issued"]), row["terms"]
    amount = Money.from_minor(row["amount"], currency)
    offers = (_offer(amount, terms, issued),) if terms else ()
    return OpenItem(
        row["id"],
        row["customer"],
        row["number"],
        amount,
        Money.from_minor(row["open"], currency),
        issued,
        date.fromisoformat(row["due"]),
        row["ref"] or "",
        (row["po"],) if row["po"] else (),
        offers,
    )


def _offer(amount: Money, terms: Row, issued: date) -> DiscountOffer:
    percent = Decimal(str(terms["pct"]))
    taken = Money.rounded(amount.amount * percent / 100, amount.currency)
    return DiscountOffer(issued + timedelta(days=terms["days"]), Percentage(percent), amount, taken)


def payer_of(row: Row) -> Payer:
    """A customer from a row of the workload."""
    return Payer(row["id"], (row["name"], *row["aliases"]), tuple(row["ibans"]), row["parent"] or "")


def payment_of(row: Row) -> Payment:
    """A payment from a row of the workload."""
    original = Money.from_minor(row["orig_amount"], row["orig_ccy"]) if row["orig_ccy"] else None
    return Payment(
        row["id"],
        Money.from_minor(row["amount"], row["currency"]),
        date.fromisoformat(row["booked"]),
        row["payer_name"] or "",
        row["payer_iban"] or "",
        row["ref"] or "",
        (row["text"] or "",),
        row["e2e"] or "",
        original,
    )


class Engine:
    """Proposes through `decide`, and keeps the book as the truth says."""

    def __init__(self, customers: list[Row], invoices: list[Row]) -> None:
        gc.disable()  # as a host does that keeps a book for long: nothing in it is garbage
        self.book = Book(map(item_of, invoices), map(payer_of, customers))
        gc.freeze()
        gc.enable()
        self.policies = policies_for(sorted({row["currency"] for row in invoices}))

    def decide(self, row: Row) -> Decision:
        """The decision on a payment of the workload."""
        return decide(payment_of(row), self.book, self.policies)

    def propose(self, row: Row) -> Row:
        """The decision, as the scorer reads it."""
        decision = self.decide(row)
        posted = _rows(decision.posted) if decision.posted else []
        rivals = [_rows(rival) for rival in decision.rivals]
        return {"posted": posted, "suggestions": rivals, "decision": decision}

    def settle(self, row: Row, allocations: list[Row]) -> None:
        """What really happened."""
        book = self.book
        for given in allocations:
            entry = book.entries[given["invoice"]]
            book.close(given["invoice"], Money.from_minor(given["closes"], entry.currency))
            book.learn(row["payer_iban"] or "", entry.customer)


def _rows(proposal: Proposal) -> list[Row]:
    return [{"invoice": each.item, "cash": each.amount.minor, "reason": _reason(each)} for each in proposal.allocations]


def _reason(given: Allocation) -> str | None:
    if given.exchanged is not None:
        return "fx"
    return str(given.adjustments[0].why if given.adjustments else given.reason) or None


engine = Engine
