"""Questions about disputes."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from otcore.support.dispute_case import DisputeCase
from otcore.values.command import Query


@frozen
class DisputeStanding:
    """A case that is open on a day, and for how many days it has been."""

    case: DisputeCase
    days: int


@frozen
class AskDisputes(Query[tuple[DisputeStanding, ...]]):
    """The disputes that were open at the end of a day, of one customer or of all, the oldest first."""

    day: date
    customer: str = ""


def standings(cases: Iterable[DisputeCase], day: date) -> tuple[DisputeStanding, ...]:
    """Those that were open at the end of the day."""
    found = (DisputeStanding(case, (day - case.opened).days) for case in cases if case.open_on(day))
    return tuple(sorted(found, key=lambda each: (each.case.opened, each.case.id)))
