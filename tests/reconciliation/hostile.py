"""Small books and payments for tests that try to have a wrong posting made."""

from datetime import date
from time import process_time
from typing import Any

from otcore.reconciliation.book import Book
from otcore.reconciliation.deciding import decide
from otcore.reconciliation.decision import Decision
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payer import Payer
from otcore.reconciliation.payment import Payment
from otcore.values.money import Money

TODAY = date(2026, 10, 12)
SECONDS = 1.0  # far above what a decision takes, far below what no bound would take


def eur(minor: int) -> Money:
    return Money.from_minor(minor, "EUR")


def item(number: str, minor: int, customer: str = "ANNA", **more: Any) -> OpenItem:
    """An item whose key is its number, unless `id` says otherwise."""
    known: dict[str, Any] = {
        "id": number,
        "amount": eur(minor),
        "issued": date(2026, 9, 1),
        "due": date(2026, 10, 1),
    } | more
    return OpenItem(customer=customer, number=number, **{"open": known["amount"]} | known)


ANNA = Payer("ANNA", ("Anna Nordmetall GmbH",), ("DE11",))
BERT = Payer("BERT", ("Bert Holzbau AG",), ("DE22",))


def paid(minor: int, text: str | tuple[str, ...] = "", **more: Any) -> Payment:
    """Money from ANNA's account, unless `payer_account` and `payer_name` say otherwise."""
    lines = (text,) if isinstance(text, str) else text
    known: dict[str, Any] = {
        "amount": eur(minor),
        "day": TODAY,
        "payer_account": "DE11",
        "payer_name": ANNA.names[0],
    } | more
    return Payment(id="P", text=lines, **known)


def stranger(minor: int, text: str = "", **more: Any) -> Payment:
    """Money from an account that nobody has seen, with no name."""
    return paid(minor, text, **{"payer_account": "DE99", "payer_name": ""} | more)


def decided(payment: Payment, *items: OpenItem, payers: tuple[Payer, ...] = (ANNA, BERT)) -> Decision:
    """The decision; it comes soon."""
    book = Book(items, payers)
    start = process_time()
    decision = decide(payment, book)
    assert process_time() - start < SECONDS
    assert conserved(payment, items, decision)
    return decision


def posted(payment: Payment, *items: OpenItem, payers: tuple[Payer, ...] = (ANNA, BERT)) -> dict[str, int] | None:
    """What is posted, in minor units by item; None: nothing is."""
    proposal = decided(payment, *items, payers=payers).posted
    return None if proposal is None else {each.item: each.amount.minor for each in proposal.allocations}


def conserved(payment: Payment, items: tuple[OpenItem, ...], decision: Decision) -> bool:
    """Every explanation gives out the payment, and no item gets more than is open of it."""
    left = {each.id: each.open.minor for each in items}
    for each in filter(None, (decision.posted, *decision.rivals)):
        cash = sum(part.amount.minor for part in each.allocations) + each.on_account.minor
        if cash != payment.amount.minor:
            return False
        for part in each.allocations:
            now, then = left[part.item], left[part.item] - part.closes.minor
            if not (0 <= then <= now or now <= then <= 0):
                return False
    return True
