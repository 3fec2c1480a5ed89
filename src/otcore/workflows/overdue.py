"""What time alone brings about: open items fall overdue."""

from datetime import date, timedelta

from otcore.ports.aggregates import RECEIVABLE
from otcore.ports.outbox import Notice
from otcore.ports.storage import Where
from otcore.receivables import item
from otcore.workflows.requests import Announce, Commit, Find, Flow, Load, Save


def fall_overdue(day: date) -> Flow[int]:
    """Mark every open item whose due day has passed, one unit of work an item; how many were marked."""
    passed = yield from Find(RECEIVABLE, Where(status="open", until=day - timedelta(days=1)))
    marked = 0
    for each in passed:
        yield from Commit()
        marked += yield from _mark(each.id, day)
    return marked


def _mark(id: str, day: date) -> Flow[int]:
    """Read again for update: it may have been paid since it was found."""
    kept = yield from Load(RECEIVABLE, id, True)
    kept = kept.after(item.fall_overdue(kept.some, day))
    if not kept.events:
        return 0
    yield from Save(kept)
    open_ = kept.some.open
    facts = {"customer": kept.some.customer, "open": str(open_), "due": kept.some.due.isoformat()}
    yield from Announce(Notice("invoice.overdue", id, facts))
    return 1
