"""Payments of one payer that owes an invoice a week, and what is shown for them."""

from datetime import date, timedelta

from otcore.reconciliation.book import Book
from otcore.reconciliation.deciding import decide
from otcore.reconciliation.decision import Decision
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payer import Payer
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import read
from otcore.reconciliation.suggesting import suggestions
from otcore.values.money import Money

DAY = date(2026, 10, 20)
ANNA = Payer("ANNA", ("Anna Brunnen GmbH",), ("DE89370400440532013000",))
CENTS = (10117, 20393, 30071, 40853, 51409, 60293, 70489, 80557, 91283, 100897, 110063, 121937)
"""Amounts of which few sums are equal."""


def eur(minor: int) -> Money:
    return Money.from_minor(minor, "EUR")


def item(at: int, minor: int, days: int) -> OpenItem:
    """The invoice of a number, due so many days after the payment."""
    due = DAY + timedelta(days)
    return OpenItem(f"I{at}", "ANNA", f"RK-2026-{at:05}", eur(minor), eur(minor), due - timedelta(30), due)


def weekly(*more: OpenItem) -> tuple[OpenItem, ...]:
    """An invoice a week, six of them due."""
    return *(item(1000 + 37 * at, minor, 7 * at - 40) for at, minor in enumerate(CENTS)), *more


def decided(minor: int, items: tuple[OpenItem, ...], text: str = "") -> Decision:
    payment = Payment("P", eur(minor), DAY, "Anna Brunnen GmbH", "DE89370400440532013000", text=(text,))
    return decide(payment, Book(items, [ANNA]))


def shown(decision: Decision) -> list[set[str]]:
    """What the first three explanations pay."""
    first = [decision.posted, *decision.rivals] if decision.posted else decision.rivals
    return [{each.item for each in proposal.allocations} for proposal in first[:3]]


def ids(*places: int) -> set[str]:
    return {f"I{1000 + 37 * at}" for at in places}


def paid(*places: int) -> int:
    return sum(CENTS[at] for at in places)


def meant(minor: int, items: tuple[OpenItem, ...], text: str = "") -> list[set[str]]:
    """What the suggestions pay, whether or not anything would be posted."""
    payment = Payment("P", eur(minor), DAY, "Anna Brunnen GmbH", "DE89370400440532013000", text=(text,))
    book = Book(items, [ANNA])
    drafts = suggestions(read(payment, book, Policies()), book, Policies())
    return [{part.entry.id for part in draft.parts} for draft in drafts]
