"""When a proposal says yes to the other side's: both come to the same."""

from collections.abc import Mapping

from attrs import evolve

from otcore.orders.amendment import Amendment, LineChange
from otcore.orders.amendments.amended import Amended, with_lines
from otcore.orders.amendments.changing import new_changes, new_details
from otcore.orders.amendments.commands import ProposeAmendment
from otcore.orders.line import OrderLine
from otcore.orders.order import Order
from otcore.values.period import Period


def meets(order: Order, amended: Amended, command: ProposeAmendment) -> Amendment | None:
    """The other side's proposal with what this one states, where both come to the same; None where they do not.

    `amended` is the order with that proposal in it. Days that are asked for are met by a promised day among them, and a
    buyer's details are the buyer's to state.
    """
    proposal = amended.amendment
    stated = {change.line: change for change in command.changes}
    if command.added or proposal.added or not all(_spoken_of(order, each, stated) for each in proposal.changes):
        return None
    after = {line.id: line for line in with_lines(order, amended.changes)}
    days = {change.line: change for change in new_changes(after.values(), command.changes)}
    if not all(_met(after.get(line), change) for line, change in days.items()):
        return None
    changes = [evolve(each, requested=_days(days.pop(each.line, None), each)) for each in proposal.changes]
    details = new_details(order, command.details) or proposal.details
    return evolve(proposal, changes=(*changes, *days.values()), details=details)


def _spoken_of(order: Order, proposed: LineChange, stated: Mapping[str, LineChange]) -> bool:
    """Whether the other side states the line and what is proposed to change of it. The seller's number of an item that
    had none is the seller's to give.
    """
    said, line = stated.get(proposed.line), order.line(proposed.line)
    if said is None or line is None:
        return False
    named = not line.agreed.product or said.product == proposed.product
    quantity = proposed.quantity is None or said.quantity is not None
    return named and quantity and (proposed.price is None or said.price is not None)


def _met(line: OrderLine | None, change: LineChange) -> bool:
    """Whether the change asks for no more than days among which the promised one is."""
    days = change.requested
    if line is None or days is None or line.promised is None:
        return False
    return line.promised in days and change == LineChange(line=line.id, requested=days, note=change.note)


def _days(asked: LineChange | None, proposed: LineChange) -> Period | None:
    return asked.requested if asked else proposed.requested
