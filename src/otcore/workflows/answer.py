"""After placing: answering the buyer, and the buyer's answer."""

from otcore.orders import answering
from otcore.orders.commands import AcknowledgeOrder, AgreeToChanges
from otcore.orders.order import Order
from otcore.ports.aggregates import CUSTOMER, ORDER
from otcore.ports.kinds import Kept
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load, Save


def acknowledge(command: AcknowledgeOrder, house: House) -> Flow[Kept[Order]]:
    """The seller's answer on the order."""
    kept = yield from Load(ORDER, command.order)
    customer = (yield from Load(CUSTOMER, kept.some.customer)).some
    kept = kept.after(answering.acknowledge(kept.some, command, customer.profile.accepts_changes))
    return (yield from _saved(kept))


def agree(command: AgreeToChanges, house: House) -> Flow[Kept[Order]]:
    """The buyer's yes to an answer with changes."""
    kept = yield from Load(ORDER, command.order)
    return (yield from _saved(kept.after(answering.agree_to_changes(kept.some, command))))


def _saved(kept: Kept[Order]) -> Flow[Kept[Order]]:
    yield from Save(kept)
    return kept
