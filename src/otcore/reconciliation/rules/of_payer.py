"""Nothing need be named: the payer is known, and an amount is one of the payer's open amounts."""

from collections.abc import Iterator

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.draft import Draft, Part, Said, draft, whose

_SHOWN = 4


def of_payer(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Each item of a payer of which exactly the amount is open."""
    amount = reading.amount
    for customer in reading.payers.found:
        same = book.standing(customer, reading.currency).of(amount)
        if not same:
            continue
        whom = whose(customer, reading, book)
        among = weights.amount_weight(amount, book.amounts.count(reading.currency, amount))
        for entry in same[:_SHOWN]:
            said = (*whom, Said("EXACT", entry.id, among))
            yield draft("AMOUNT_OF_PAYER", customer, (Part(entry, amount),), 0, said)
