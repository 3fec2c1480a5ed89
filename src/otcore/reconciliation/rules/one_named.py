"""One item is named: by its reference, its number, its order."""

from collections.abc import Iterator

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.difference import difference
from otcore.reconciliation.rules.draft import Draft, Part, Said, draft, whose

RULES = {"REFERENCE": "STRUCTURED_REFERENCE", "REFERENCE_SAID": "STRUCTURED_REFERENCE", "ORDER": "ORDER_NUMBER"}


def left_out(reading: Reading, taken: set[str]) -> Iterator[Said]:
    """What speaks against an explanation: items that are named and still owed, and are none of it."""
    for cite in reading.cites:
        if cite.entry.open and cite.entry.id not in taken:
            yield Said("UNEXPLAINED", cite.entry.id, weights.UNEXPLAINED, cite)


def one_named(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Each open item that is named, alone."""
    for cite in reading.cites:
        entry = cite.entry
        if entry.open > 0 and entry.currency == reading.currency:
            yield _named(cite, reading, book, policies)


def _named(cite: Cite, reading: Reading, book: Book, policies: Policies) -> Draft:
    entry = cite.entry
    among = book.amounts.count(entry.currency, entry.open)
    how = difference(entry, reading, policies.of(entry.customer), among)
    said = (
        *whose(entry.customer, reading, book),
        Said(cite.kind, entry.id, cite.weight, cite),
        Said(how.kind, entry.id, how.weight),
        *left_out(reading, {entry.id}),
    )
    parts = (Part(entry, how.cash, how.taken, how.why),)
    return draft(RULES.get(cite.kind, "NUMBER"), entry.customer, parts, how.over, said)
