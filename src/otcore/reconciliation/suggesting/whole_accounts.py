"""Nobody known paid: an account of the book of which all that is due by a day, or neighbours, add up to the amount."""

from collections.abc import Iterator

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rule_ids import RuleId
from otcore.reconciliation.rules.draft import Draft
from otcore.reconciliation.suggesting.suggested import suggested

_SHOWN = 3


def whole_accounts(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Up to three accounts that fit, where nothing says whose payment it is and no item is open with the amount."""
    if reading.payers.found or book.amounts.count(reading.currency, reading.amount):
        return
    found = book.stretches(reading.amount, reading.currency)
    for customer, entries in found if len(found) <= _SHOWN else ():
        weight = weights.amount_weight(reading.amount, len(found))
        yield suggested(RuleId.DUE_RUN, customer, entries, weight, reading, book)
