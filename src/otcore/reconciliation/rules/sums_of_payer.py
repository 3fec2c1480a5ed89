"""Sums of items that nobody named: everything due, the oldest, or the only few that add up to the amount."""

from collections.abc import Iterator, Sequence

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.draft import Draft, Part, Said, draft, payer_of
from otcore.reconciliation.rules.left_out import is_plain, left_out
from otcore.reconciliation.rules.many_named import slots_of
from otcore.reconciliation.rules.pools import Fit, fits
from otcore.reconciliation.evidence.cite import Cite

_PAYERS = 2


def sums_of_payer(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Sums of the likeliest payers' items, all that is named plainly among them."""
    for customer in list(reading.payers.found)[:_PAYERS]:
        named = _named(customer, reading, book)
        taken = {cite.entry.id for cite in named}
        rest = reading.amount - sum(cite.entry.open for cite in named)
        if rest <= 0:
            continue
        standing = book.standing(customer, reading.currency)
        work = policies.of(customer).work
        for fit in fits(standing, taken, rest, reading.day, work):
            yield _draft(customer, named, fit, reading, book)


def _named(customer: str, reading: Reading, book: Book) -> list[Cite]:
    return [
        slot[0] for slot in slots_of(reading).get(customer, ()) if len(slot) == 1 and is_plain(slot[0], reading, book)
    ]


def _draft(customer: str, named: Sequence[Cite], fit: Fit, reading: Reading, book: Book) -> Draft:
    entries: list[Entry] = [*(cite.entry for cite in named), *fit.entries]
    said = (
        *payer_of(customer, reading, book),
        *(Said(cite.kind, cite.entry.id, 0, cite) for cite in named),
        Said(fit.kind, customer, fit.weight),
        *left_out(customer, reading, book, {entry.id for entry in entries}, named=bool(named)),
    )
    parts = tuple(Part(entry, entry.open) for entry in entries)
    rule = "NUMBERS_AND_SUM" if named else fit.kind
    return draft(rule, customer, parts, 0, said, fit.alone)
