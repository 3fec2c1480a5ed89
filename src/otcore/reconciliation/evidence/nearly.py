"""Members of a list that are spelled wrongly, or were cut: a customer who is named plainly has an item near it."""

from collections.abc import Sequence

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.evidence.nearness import nearness, runs
from otcore.reconciliation.evidence.pieces import Piece
from otcore.reconciliation.evidence.weights import NUMBER_SPELLED

_MANY = 400
_CANDIDATES = 4


def cited_nearly(text: str, loose: Sequence[Piece], cites: Sequence[Cite], book: Book, currency: str) -> list[Cite]:
    """Open items of the customers that are named plainly, near the digits that name nothing."""
    where = {cite.start for cite in cites}
    spare = [piece for piece in loose if not piece.dated and piece.start not in where]
    said = [run for run in runs(spare) if not any(run[1] <= start < run[2] for start in where)]
    if not said:
        return []
    found = []
    for customer in dict.fromkeys(cite.entry.customer for cite in cites if cite.weight >= NUMBER_SPELLED):
        debts = book.standing(customer, currency).debts
        if len(debts) <= _MANY:
            for digits, start, end in said:
                near = [(nearness(digits, entry.digits), entry) for entry in debts]
                hits = [(weight, entry) for weight, entry in near if weight]
                if len(hits) <= _CANDIDATES:
                    found += [Cite("NUMBER_NEAR", entry, weight, text[start:end], start, end) for weight, entry in hits]
    return found
