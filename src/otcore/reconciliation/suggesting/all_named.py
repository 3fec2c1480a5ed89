"""All that is named, and a little more than its sum: the rest is left on account."""

from collections.abc import Iterator

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rule_ids import RuleId
from otcore.reconciliation.rules.draft import Draft, Part, Said, draft, whose

_LITTLE = 4  # a quarter of what is named
_FEWEST = 2


def all_named(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Two items or more of one customer, where the text has no digits that nobody understood."""
    if reading.loose:
        return
    for customer, slots in reading.slots.items():
        cites = {slot[0].entry.id: slot[0] for slot in slots}.values()
        over = reading.amount - sum(cite.entry.open for cite in cites)
        if len(cites) < _FEWEST or not 0 < over * _LITTLE <= reading.amount - over:
            continue
        scope = log2(max(1, len(book.standing(customer, reading.currency))))
        said = (
            *whose(customer, reading, book),
            *(Said(cite.kind, cite.entry.id, cite.weight, cite) for cite in cites),
            Said("OVER", customer, weights.OVER),
            Said("SET", customer, -scope * (len(cites) - 1)),
        )
        parts = tuple(Part(cite.entry, cite.entry.open) for cite in cites)
        yield draft(RuleId.NUMBER, customer, parts, over, said, sure=False)
