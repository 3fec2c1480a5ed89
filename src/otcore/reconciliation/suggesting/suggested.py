"""A suggestion as a draft: who pays, what its sum weighs, and what is named and left out."""

from collections.abc import Sequence

from otcore.reconciliation.book import Book
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.draft import Draft, Part, Said, draft, payer_of
from otcore.reconciliation.rules.left_out import left_out


def suggested(rule: str, customer: str, entries: Sequence[Entry], weight: int, reading: Reading, book: Book) -> Draft:
    """A draft that is not to be posted, of whole items."""
    taken = {entry.id for entry in entries}
    out = left_out(customer, reading, taken, named=False)
    said = (*payer_of(customer, reading, book), Said(rule, customer, weight), *out)
    return draft(rule, customer, tuple(Part(entry, entry.open) for entry in entries), 0, said, sure=False)
