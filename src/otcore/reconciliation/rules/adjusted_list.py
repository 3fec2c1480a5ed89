"""All named items of a customer are paid, and something is taken off their sum: a discount, tax, a fee, cents."""

from collections.abc import Iterator, Sequence

from otcore.payments.allocation import Allocation
from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.relations import Related, Relation, relate
from otcore.reconciliation.rules.draft import Draft, Part, Said, draft, whose
from otcore.reconciliation.rules.left_out import left_out
from otcore.reconciliation.sums import bits, fitting

_ON_TOP = {
    Relation.DISCOUNT: weights.DISCOUNT,
    Relation.WITHHOLDING: weights.WITHHOLDING,
    Relation.FEE: weights.FEE,
    Relation.ROUNDING: weights.ROUNDING,
}
_WORK = 50_000
_MOST = 4  # a part of so many is taken off at most


def adjusted_list(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """All named items of a customer, where the policy allows what is missing of their sum to be closed."""
    if reading.payment.original is not None:
        return
    for customer, slots in reading.slots.items():
        cites = _once(slots)
        missing = sum(cite.entry.open for cite in cites) - reading.amount
        if len(cites) < 2 or not 0 < missing * _MOST < reading.amount:
            continue
        items = [cite.entry.now for cite in cites]
        for related in relate(items, reading.payment, policies.of(customer), reading.said):
            stated = related.relation is Relation.DISCOUNT or not _is_credited(customer, missing, reading, book)
            if related.allowed and related.relation in _ON_TOP and stated:
                yield _draft(customer, cites, related, reading, book)


def _once(slots: Sequence[Sequence[Cite]]) -> list[Cite]:
    """What each place of the text names best; an item that is named twice, once."""
    best = {slot[0].entry.id: slot[0] for slot in reversed(slots)}
    return list(best.values())[::-1]


def _is_credited(customer: str, missing: int, reading: Reading, book: Book) -> bool:
    """Whether one credit, or two, come to what is missing: then it is no fee, though fees are round as well."""
    credits = [-entry.open for entry in book.standing(customer, reading.currency).credits]
    return bool(fitting(credits, missing, work=_WORK, most=2))


def _draft(customer: str, cites: Sequence[Cite], related: Related, reading: Reading, book: Book) -> Draft:
    chance = bits(related.density) + _ON_TOP[related.relation]
    scope = log2(max(1, len(book.standing(customer, reading.currency))))
    said = (
        *whose(customer, reading, book),
        *(Said(cite.kind, cite.entry.id, cite.weight, cite) for cite in cites),
        Said(related.relation.name, customer, chance),
        *left_out(customer, reading, {cite.entry.id for cite in cites}, frozenset(cite.start for cite in cites)),
        Said("SET", customer, -scope * (len(cites) - 1)),
    )
    parts = tuple(_part(cite.entry, given) for cite, given in zip(cites, related.allocations, strict=True))
    return draft("NUMBERS_WITH_ADJUSTMENT", customer, parts, 0, said)


def _part(entry: Entry, given: Allocation) -> Part:
    if not given.adjustments:
        return Part(entry, given.amount.minor)
    (adjustment,) = given.adjustments
    return Part(entry, given.amount.minor, adjustment.amount.minor, adjustment.why)
