"""A matching run: all money that pays nothing yet, decided as a whole, and what came of it."""

from datetime import date

from attrs import frozen

from otcore.values.command import Command
from otcore.values.facets import Facets
from otcore.values.faults import Rejected


@frozen
class MatchingRun:
    """`posted`: the receipts of which something was posted; `left`: those that wait for a person."""

    id: str
    day: date
    posted: tuple[str, ...]
    left: tuple[str, ...]


@frozen(kw_only=True)
class MatchReceipts(Command[MatchingRun]):
    """Match all receipts that are unapplied or unidentified as one batch, so that none takes another's better match.

    `run`: an id of the host's; `day`: as in `ApplyReceipt`. Money that is on account on purpose stays there unless it
    names an item. The order in which the money came makes no difference. Refused: `RUN_EXISTS`.
    """

    run: str
    day: date


@frozen
class ReceiptsMatched:
    """A run is over."""

    run: str
    day: date
    posted: tuple[str, ...]
    left: tuple[str, ...]


EVENTS: tuple[type, ...] = (ReceiptsMatched,)


def new(run: MatchingRun | None, command: MatchReceipts) -> None:
    """Refused: `RUN_EXISTS`."""
    if run is not None:
        raise Rejected("RUN_EXISTS", run=run.id)


def evolve(run: MatchingRun | None, event: ReceiptsMatched) -> MatchingRun:
    """The run after its fact."""
    return MatchingRun(event.run, event.day, event.posted, event.left)


def facets(run: MatchingRun) -> Facets:
    """Found by its day."""
    return Facets(day=run.day)
