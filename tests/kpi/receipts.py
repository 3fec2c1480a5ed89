"""Receipts in every standing."""

from datetime import date

from hypothesis import strategies as st

from otcore.payments.allocation import Allocation
from otcore.payments.receipt import Receipt, ReceiptRecorded, apply, evolve
from otcore.payments.statement import BankTransaction
from otcore.values import Money
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY


def receipt(
    id: str,
    amount: str,
    *,
    customer: str = "",
    paid: dict[str, str] | None = None,
    on: date = TODAY,
    payer: str = "Acme Ltd",
    currency: str = "EUR",
    reason: str = "",
) -> Receipt:
    """Money in, and what of it pays which items."""
    row = BankTransaction(Money(amount, currency), True, False, on, on, payer_name=payer)
    fresh = evolve(None, ReceiptRecorded(id, "S1", "DE00", row))
    parts = tuple(Allocation(item, Money(part, currency)) for item, part in (paid or {}).items())
    rule = "NUMBERS_EXACT_SUM" if parts else ""
    for event in apply(fresh, customer, parts, rule, reason):
        fresh = evolve(fresh, event)
    return fresh


@st.composite
def any_receipts(draw: st.DrawFn) -> Receipt:
    amount = draw(st.integers(1, 10**12))
    part = draw(st.integers(0, amount))
    currency = draw(ledgers.currencies)
    customer = draw(ledgers.parties) if part else draw(st.just("") | ledgers.parties)
    paid = {"INV1": str(Money.from_minor(part, currency).amount)} if part else {}
    whole = str(Money.from_minor(amount, currency).amount)
    return receipt(
        draw(ledgers.receipts), whole, customer=customer, paid=paid, on=draw(ledgers.days), currency=currency
    )
