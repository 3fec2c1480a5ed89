"""Items of several customers are named that one payer pays for, its own among them or not, and they add up."""

from collections.abc import Iterator, Sequence
from operator import attrgetter, itemgetter

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.draft import Draft, Part, Said, draft
from otcore.reconciliation.rules.left_out import left_out


def family_named(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """All that is named of a parent and of those that it pays for, where its policy allows that."""
    for parent, paying in reading.payers.found.items():
        children = book.children.get(parent, ()) if paying.kind != "PAYER_PARENT" else ()
        if not children or not policies.of(parent).for_children:
            continue
        cites = _named({parent, *children}, reading)
        several = len({cite.entry.customer for cite in cites}) > 1
        if several and sum(cite.entry.open for cite in cites) == reading.amount:
            yield _draft(parent, cites, reading, book)


def _named(family: set[str], reading: Reading) -> list[Cite]:
    """What each place of the text names best; an item that is named twice, once."""
    owed = (cite for cite in reading.cites if cite.entry.open and cite.entry.currency == reading.currency)
    own = sorted((cite for cite in owed if cite.entry.customer in family), key=attrgetter("weight"))
    best = {cite.start: cite for cite in own}
    return list({cite.entry.id: cite for _, cite in sorted(best.items(), key=itemgetter(0))}.values())


def _draft(parent: str, cites: Sequence[Cite], reading: Reading, book: Book) -> Draft:
    paying = reading.payers.found[parent]
    owing = {cite.entry.customer for cite in cites}
    scope = log2(sum(len(book.standing(customer, reading.currency)) for customer in owing))
    said = (
        Said(paying.kind, parent, paying.weight),
        *(Said("PAYER_PARENT", customer, weights.PAYER_PARENT) for customer in sorted(owing - {parent})),
        *(Said(cite.kind, cite.entry.id, cite.weight, cite) for cite in cites),
        Said("SUM", parent, weights.amount_weight(reading.amount, 1)),
        *left_out(parent, reading, {cite.entry.id for cite in cites}, frozenset(cite.start for cite in cites)),
        Said("SET", parent, -scope * len(cites)),
    )
    return draft("NUMBERS_EXACT_SUM", parent, tuple(Part(cite.entry, cite.entry.open) for cite in cites), 0, said)
