"""The oldest first: not evidence, but a named policy for money of a known payer that names nothing."""

from otcore.reconciliation.book import Book
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.draft import Draft, Part, draft, payer_of

_MOST = 200
_NUMBER = 4


def oldest_first(reading: Reading, book: Book, policies: Policies) -> Draft | None:
    """The payer's oldest items, as far as the money goes; what no item takes stays on account.

    None: the policy does not say so, the payer is not certain, or something is named.
    """
    customer = next(iter(reading.payers.found), "")
    if not customer or not policies.of(customer).oldest_first or _says_something(reading):
        return None
    left, parts = reading.amount, []
    for entry in book.standing(customer, reading.currency).debts[:_MOST]:
        cash = min(left, entry.open)
        parts.append(Part(entry, cash))
        left -= cash
        if not left:
            break
    if not parts:
        return None
    return draft("OLDEST_FIRST", customer, tuple(parts), left, payer_of(customer, reading, book))


def _says_something(reading: Reading) -> bool:
    """Whether it names an item or any other number, speaks of something else, or could be of more than one payer."""
    number = any(len(piece.digits) >= _NUMBER and not piece.dated for piece in reading.loose)
    named = number or reading.names_strangely or reading.cites or reading.payment.reference.strip()
    return bool(named) or reading.prepaid or len(reading.payers.found) > 1
