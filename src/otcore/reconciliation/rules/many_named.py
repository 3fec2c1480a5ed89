"""Several items of one customer are named, and their sum is the amount."""

from collections.abc import Iterator

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.draft import Draft, Part, Said, draft, whose


def named_of(reading: Reading) -> dict[str, list[Cite]]:
    """The open items that are named, by customer."""
    named: dict[str, list[Cite]] = {}
    for cite in reading.cites:
        if cite.entry.open and cite.entry.currency == reading.currency:
            named.setdefault(cite.entry.customer, []).append(cite)
    return named


def many_named(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """All that are named of one customer, where they add up."""
    for customer, cites in named_of(reading).items():
        if len(cites) > 1 and sum(cite.entry.open for cite in cites) == reading.amount:
            yield exact_sum(customer, cites, reading, book)


def exact_sum(customer: str, cites: list[Cite], reading: Reading, book: Book) -> Draft:
    """The named items, paid in full."""
    said = (
        *whose(customer, reading, book),
        *(Said(cite.kind, cite.entry.id, cite.weight, cite) for cite in cites),
        Said("SUM", customer, weights.amount_weight(reading.amount, 1)),
    )
    parts = tuple(Part(cite.entry, cite.entry.open) for cite in cites)
    return draft("NUMBERS_EXACT_SUM", customer, parts, 0, said)
