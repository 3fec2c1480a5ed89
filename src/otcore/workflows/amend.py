"""Amending: proposals are looked at as if the order were placed with them; what is accepted moves value and goods."""

from datetime import date

from attrs import frozen

from otcore.customers.customer import Customer, may_order
from otcore.orders.amendment import Amendment, Side
from otcore.orders.amendments import amending, meeting
from otcore.orders.amendments.amended import Amended, amended_lines, as_asked, with_lines
from otcore.orders.amendments.amending import Findings
from otcore.orders.amendments.commands import AcceptAmendment, ProposeAmendment, RejectAmendment, WithdrawAmendment
from otcore.orders.answering import BUYER_AGREED, BY_POLICY, SELLER_AGREED
from otcore.orders.commands import PlaceOrder
from otcore.orders.events import OrderClosed, StockFreed
from otcore.orders.fulfilment import closing
from otcore.orders.lifecycle import LIFE_CYCLE
from otcore.orders.line import OrderLine
from otcore.orders.order import Order
from otcore.orders.placing import PlacingGiven, findings
from otcore.ports.aggregates import CUSTOMER, ORDER
from otcore.ports.kinds import Kept
from otcore.workflows import allocating, clearing, promise
from otcore.workflows.allocating import Others
from otcore.workflows.house import House
from otcore.workflows.quoting import Quote, order_totals, quote
from otcore.workflows.requests import Flow, Load, Save


@frozen
class Look:
    """The order with a proposal in it, and what the placing rules find without (`was`) and with it (`now`)."""

    amended: Amended
    was: Findings
    now: Findings


def propose(command: ProposeAmendment, house: House) -> Flow[Kept[Order]]:
    """The order with the proposal, or as it is amended where no answer is needed."""
    kept = yield from Load(ORDER, command.order)
    customer = (yield from Load(CUSTOMER, kept.some.customer)).some
    met = yield from _met(kept.some, command, customer, house)
    if met:
        return (yield from accepted(kept, met, customer, command.day, house, _agreed(command.by)))
    kept = kept.after(amending.propose(kept.some, command))
    proposal = kept.some.proposal
    if proposal is None:
        yield from Save(kept)
        return kept
    if amending.at_once(kept.some, proposal, customer.profile.accepts_changes):
        by = BY_POLICY if command.by is Side.SELLER else BUYER_AGREED
        return (yield from accepted(kept, proposal, customer, command.day, house, by))
    seen = yield from look(kept.some, proposal, customer, command.day, house)
    amending.may_amend(kept.some, seen.amended, seen.was, seen.now)
    yield from Save(kept)
    return kept


def accept(command: AcceptAmendment, house: House) -> Flow[Kept[Order]]:
    """The order as it is amended."""
    kept = yield from Load(ORDER, command.order)
    proposal = amending.proposal_of(kept.some, command)
    customer = (yield from Load(CUSTOMER, kept.some.customer)).some
    return (yield from accepted(kept, proposal, customer, command.day, house, _agreed(command.by)))


def reject(command: RejectAmendment, house: House) -> Flow[Kept[Order]]:
    """The order as it was."""
    kept = yield from Load(ORDER, command.order)
    kept = kept.after(amending.reject(kept.some, command))
    yield from Save(kept)
    return kept


def withdraw(command: WithdrawAmendment, house: House) -> Flow[Kept[Order]]:
    """The order as it was."""
    kept = yield from Load(ORDER, command.order)
    kept = kept.after(amending.withdraw(kept.some, command))
    yield from Save(kept)
    return kept


def accepted(
    kept: Kept[Order], proposal: Amendment, customer: Customer, day: date, house: House, by: str
) -> Flow[Kept[Order]]:
    """The order as it is amended, saved with all that moved: exposure by the difference of what is open, goods by what
    each line wants now. `by` confirms an order that waited for the buyer.
    """
    before, wanted = kept.some, kept
    seen = yield from look(before, proposal, customer, day, house)
    _, account = yield from clearing.account_of(before)
    kept = kept.after(amending.accept(before, seen.amended, seen.was, seen.now, day, by))
    if before.promised:
        kept, account = yield from clearing.recheck(kept, account, before, customer, day, house)
        kept, shelves = yield from _supplied(kept, wanted, customer, day, house)
        others: Others = (account, *shelves)
    else:
        kept, others = yield from promise.promise(kept, account, customer, day, house)
    kept = _closed(kept)
    yield from Save(kept, *(each for each in others if each.events))
    return kept


def look(order: Order, proposal: Amendment, customer: Customer, day: date, house: House) -> Flow[Look]:
    """The order with the proposal in it, by the catalogue and the price lists of the day."""
    asked, as_it_is = as_asked(order, day, proposal), as_asked(order, day)
    quoted, quoted_now = (yield from quote(asked, customer, house)), (yield from quote(as_it_is, customer, house))
    changes = tuple(amended_lines(order, proposal, quoted.lines))
    lines = with_lines(order, changes)
    value, _ = order_totals(asked, lines)
    was = _found(as_it_is, order.lines, quoted_now, house)
    if value > order.value:
        was = _without_more(was, customer)
    return Look(Amended(proposal, changes, lines, value), was, _found(asked, lines, quoted, house))


def _without_more(was: Findings, customer: Customer) -> Findings:
    """What counts as found before when an order grows: not that the customer may order nothing more."""
    stops = may_order(customer)
    return tuple(each for each in was if each.code != stops) if stops else was


def _found(asked: PlaceOrder, lines: tuple[OrderLine, ...], quoted: Quote, house: House) -> Findings:
    """What the rules find; the order's own number is no duplicate of itself."""
    value, net = order_totals(asked, lines)
    given = PlacingGiven(
        customer=quoted.customer,
        products=quoted.products,
        prices=quoted.prices,
        value=value,
        net=net,
        rules=house.placing,
        policy=house.policy_of(quoted.customer),
        calendar=house.calendar,
    )
    return findings(asked, tuple(line for line in lines if line.ledger.ordered), given)


def _met(order: Order, command: ProposeAmendment, customer: Customer, house: House) -> Flow[Amendment | None]:
    """What the other side proposed, where this proposal comes to the same."""
    standing = order.proposal
    if standing is None or standing.by is command.by:
        return None
    seen = yield from look(order, standing, customer, command.day, house)
    return meeting.meets(order, seen.amended, command)


def _supplied(
    kept: Kept[Order], before: Kept[Order], customer: Customer, day: date, house: House
) -> Flow[tuple[Kept[Order], Others]]:
    """Goods for what the lines want now; an order that waits keeps what it has, or gives it back where the house wants
    that of such a hold.
    """
    if not kept.some.held:
        return (yield from allocating.reallocate(kept, before.some, customer.profile, house, day))
    freeing = [hold for hold in kept.some.holds if hold.kind in house.free_on_hold]
    if freeing and (shelves := (yield from allocating.release(before))):
        return kept.after((StockFreed(freeing[0].code),)), shelves
    return (yield from allocating.trim(kept, before.some, day))


def _closed(kept: Kept[Order]) -> Kept[Order]:
    """Closed, where what was taken off was all that was still to be done."""
    return kept.after(closing(kept.some)) if LIFE_CYCLE.allows(kept.some.status, OrderClosed) else kept


def _agreed(by: Side) -> str:
    return BUYER_AGREED if by is Side.BUYER else SELLER_AGREED
