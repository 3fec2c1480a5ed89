"""Drafts: written down, placed when the buyer takes them up, cancelled when their time is over."""

from datetime import date

from otcore.orders import drafting
from otcore.orders.drafting import DraftOrder, SubmitOrder
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.ports.aggregates import CUSTOMER, ORDER
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.workflows.house import House
from otcore.workflows.place import enter
from otcore.workflows.quoting import quote
from otcore.workflows.requests import Find, Flow, Load, Save


def draft(command: DraftOrder, house: House) -> Flow[Kept[Order]]:
    """The draft, at the prices of the day."""
    kept = yield from Load(ORDER, command.order)
    customer = (yield from Load(CUSTOMER, command.customer)).some
    quoted = yield from quote(drafting.contents(command), customer, house)
    kept = kept.after(drafting.draft(kept.state, command, quoted.lines, quoted.value))
    return (yield from _saved(kept))


def submit(command: SubmitOrder, house: House) -> Flow[Kept[Order]]:
    """The order in the books, as if it had come today: promised, held or rejected."""
    kept = yield from Load(ORDER, command.order)
    return (yield from enter(kept, drafting.submission(kept.some, command), house))


def expired(day: date, house: House) -> Flow[tuple[str, ...]]:
    """The drafts that stood until an earlier day."""
    drafts = yield from Find(ORDER, Where(status=Status.DRAFT.value))
    return tuple(kept.id for kept in drafts if drafting.expire(kept.some, day))


def expire(id: str, day: date, house: House) -> Flow[int]:
    """One draft cancelled, in a unit of work of its own; 0 where it was placed, or stands longer, meanwhile."""
    kept = yield from Load(ORDER, id)
    kept = kept.after(drafting.expire(kept.some, day))
    if not kept.events:
        return 0
    yield from _saved(kept)
    return 1


def _saved(kept: Kept[Order]) -> Flow[Kept[Order]]:
    yield from Save(kept)
    return kept
