"""Rows of disputes from the facts of a store, every round of each, so that past days stay as they were."""

from collections.abc import Iterable

from attrs import evolve

from otcore.kpi.facts import DisputeRow
from otcore.support.events import DisputeCaseOpened, DisputeCaseReopened, DisputeCaseSettled
from otcore.values.recorded import Recorded, in_sequence


def dispute_rows(facts: Iterable[Recorded]) -> tuple[DisputeRow, ...]:
    """A row for every opening, by the id of the case and in the order of its rounds; other facts are passed over."""
    rounds: dict[str, list[DisputeRow]] = {}
    for fact in in_sequence(facts):
        id, event = fact.stream.id, fact.event
        if isinstance(event, DisputeCaseOpened):
            rounds[id] = [_row(id, event.item, event.customer, event)]
        elif isinstance(event, DisputeCaseReopened):
            last = rounds[id][-1]
            rounds[id].append(_row(id, last.item, last.customer, event))
        elif isinstance(event, DisputeCaseSettled):
            rounds[id][-1] = evolve(rounds[id][-1], settled=event.day)
    return tuple(row for id in sorted(rounds) for row in rounds[id])


def _row(id: str, item: str, customer: str, event: DisputeCaseOpened | DisputeCaseReopened) -> DisputeRow:
    return DisputeRow(
        id=id, item=item, customer=customer, amount=event.amount, opened=event.day, deduction=bool(event.receipt)
    )
