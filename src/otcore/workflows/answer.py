"""After placing: answering the buyer, the buyer's answer, and the seller's no."""

from otcore.customers.customer import Customer
from otcore.orders import answering
from otcore.orders.amendment import Amendment, Side
from otcore.orders.amendments import amending
from otcore.orders.amendments.commands import ProposeAmendment
from otcore.orders.answering import BUYER_AGREED, BY_POLICY
from otcore.orders.commands import AcknowledgeOrder, AgreeToChanges, RejectOrder
from otcore.orders.exposure import order_moves
from otcore.orders.order import Order
from otcore.ports.aggregates import CUSTOMER, ORDER
from otcore.ports.kinds import Kept
from otcore.workflows import allocating, amend
from otcore.workflows.clearing import account_of
from otcore.workflows.house import House
from otcore.workflows.requests import Flow, Load, Save


def acknowledge(command: AcknowledgeOrder, house: House) -> Flow[Kept[Order]]:
    """The seller's answer on the order; with changes, a proposal that the buyer answers."""
    kept = yield from Load(ORDER, command.order)
    customer = (yield from Load(CUSTOMER, kept.some.customer)).some
    answering.must_be_submitted(kept.some)
    stated = bool(command.changes or command.added)
    if stated:
        kept = kept.after(amending.propose(kept.some, _proposal(command)))
    proposal = kept.some.proposal
    if proposal and proposal.by is Side.SELLER and (stated or not kept.some.held):
        return (yield from _offered(kept, command, proposal, customer, house))
    kept = kept.after(answering.acknowledge(kept.some, command, customer.profile.accepts_changes))
    yield from Save(kept)
    return kept


def agree(command: AgreeToChanges, house: House) -> Flow[Kept[Order]]:
    """The buyer's yes to an answer with changes, and to what the seller proposes."""
    kept = yield from Load(ORDER, command.order)
    proposal = kept.some.proposal
    if proposal and proposal.by is Side.SELLER:
        customer = (yield from Load(CUSTOMER, kept.some.customer)).some
        return (yield from amend.accepted(kept, proposal, customer, command.day, house, BUYER_AGREED))
    kept = kept.after(answering.agree_to_changes(kept.some, command))
    yield from Save(kept)
    return kept


def reject(command: RejectOrder, house: House) -> Flow[Kept[Order]]:
    """The seller's no: promises go back to the shelves, the order's value leaves the exposure."""
    kept = yield from Load(ORDER, command.order)
    before = kept.some
    after = kept.after(answering.reject_order(before, command))
    if not before.promised:
        yield from Save(after)
        return after
    _, account = yield from account_of(before)
    shelves = yield from allocating.release(kept)
    yield from Save(after, account.after(order_moves(before, after.some)), *shelves)
    return after


def _offered(
    kept: Kept[Order], command: AcknowledgeOrder, proposal: Amendment, customer: Customer, house: House
) -> Flow[Kept[Order]]:
    """The buyer is told of the proposal; where the customer accepts changes beforehand, it counts at once."""
    seen = yield from amend.look(kept.some, proposal, customer, command.day, house)
    amending.may_amend(kept.some, seen.amended, seen.was, seen.now)
    settled = amending.settled_kinds(kept.some, seen.now)
    kept = kept.after(answering.offer(kept.some, command, proposal, settled))
    if customer.profile.accepts_changes:
        return (yield from amend.accepted(kept, proposal, customer, command.day, house, BY_POLICY))
    yield from Save(kept)
    return kept


def _proposal(command: AcknowledgeOrder) -> ProposeAmendment:
    return ProposeAmendment(
        order=command.order,
        day=command.day,
        by=Side.SELLER,
        changes=command.changes,
        added=command.added,
        reason=command.reason,
    )
