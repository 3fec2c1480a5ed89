"""What time alone brings about: open items fall overdue."""

from datetime import date, timedelta

from otcore.ports.aggregates import RECEIVABLE
from otcore.ports.storage import Where
from otcore.receivables import item
from otcore.workflows.house import House
from otcore.workflows.requests import Find, Flow, Load, Save


def past_due(day: date, house: House) -> Flow[tuple[str, ...]]:
    """The open items whose due day has passed."""
    passed = yield from Find(RECEIVABLE, Where(status="open", until=day - timedelta(days=1)))
    return tuple(each.id for each in passed)


def fall_overdue(id: str, day: date, house: House) -> Flow[int]:
    """One item marked, in a unit of work of its own; 0 for one that was paid since it was found."""
    kept = yield from Load(RECEIVABLE, id, True)
    kept = kept.after(item.fall_overdue(kept.some, day))
    if not kept.events:
        return 0
    yield from Save(kept)
    return 1
