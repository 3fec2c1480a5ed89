"""What of an order counts in its customer's exposure, and how that moves: in the account's currency, tax included.

A stage gives up exactly what it took in: every amount is the difference of what counts after and before, so roundings
of a conversion cancel out and an order that is over counts nothing.
"""

from datetime import date
from decimal import Decimal

from otcore.customers.credit import account as credit
from otcore.customers.credit.account import CreditAccount, ExposureMoved
from otcore.orders.events import GoodsShipped
from otcore.orders.line import ZERO
from otcore.orders.order import Order
from otcore.values.money import Money
from otcore.values.rounding import round_ratio


def in_account(order: Order, money: Money) -> Money:
    """An amount of the order in the currency of the credit account."""
    return money if order.rate is None else order.rate.convert(money)


def counted_in(order: Order) -> str:
    """The currency in which the order counts: the account's, once a rate into that is known."""
    return order.currency if order.rate is None else order.rate.target


def counting(order: Order) -> Money:
    """The part of the open value that counts, in the order's currency: all of it once cleared, but for a rise of it
    that waits for a release, and for what is billed already.
    """
    if not order.promised:
        return Money.zero(order.currency)
    counts = order.open_value if order.cleared is None else min(order.cleared, order.open_value)
    return _not_billed(order, counts)


def asked_for(order: Order) -> Money:
    """The part of the open value that credit is asked for: what is billed already counts with the invoices."""
    return _not_billed(order, order.open_value)


def _not_billed(order: Order, value: Money) -> Money:
    return value if order.ahead is None else max(value - order.ahead, Money.zero(order.currency))


def due(order: Order) -> date | None:
    """The first day on which something of the order is wanted; None when a line may be sent at any time."""
    first: date | None = None
    for line in order.lines:
        if line.agreed.sold:
            if line.agreed.requested is None:
                return None
            first = min(first or line.agreed.requested.start, line.agreed.requested.start)
    return first


def order_moves(before: Order, after: Order) -> tuple[ExposureMoved, ...]:
    """The facts that follow for the account when an order became another: promised, amended, given up, reopened."""
    was, now = in_account(after, counting(before)), in_account(after, counting(after))
    if due(before) == due(after):
        return _moved(after, now - was, due(after))
    return (*_moved(before, -was, due(before)), *_moved(after, now, due(after)))


def without(account: CreditAccount, order: Order) -> CreditAccount:
    """The account as if the order did not count."""
    for event in _moved(order, -in_account(order, counting(order)), due(order)):
        account = credit.evolve(account, event)
    return account


def shipped_exposure(before: Order, facts: GoodsShipped) -> Money:
    """What a shipment takes from the order's part of the exposure to the deliveries', and what is delivered beyond what
    was ordered, which counted nowhere before.
    """
    open_ = before.open_value
    value = facts.value if facts.ahead is None else facts.value - facts.ahead
    goods = in_account(before, open_) - in_account(before, open_ - value)
    return goods + in_account(before, _over_delivered(before, facts))


def shipment_moves(before: Order, after: Order, shipment: str, exposure: Money) -> tuple[ExposureMoved, ...]:
    """The facts for the account when goods leave."""
    left = in_account(after, counting(after)) - in_account(before, counting(before))
    return credit.moved(shipment, orders=left, deliveries=exposure, currency=left.currency, due=due(before))


def _moved(order: Order, value: Money, day: date | None) -> tuple[ExposureMoved, ...]:
    return credit.moved(order.id, orders=value, currency=value.currency, due=day) if value else ()


def _over_delivered(order: Order, facts: GoodsShipped) -> Money:
    """What is shipped beyond the open quantities is worth, in the proportion of the order's value to its lines'."""
    lines = {line.id: line for line in order.lines}
    beyond = [(lines[each.line], each.quantity - lines[each.line].ledger.open) for each in facts.lines]
    extra = sum([line.agreed.price.extend(more) for line, more in beyond if more > 0 and line.agreed.sold], ZERO)
    if not extra:
        return Money.zero(order.currency)
    whole = sum((line.agreed.price.extend(line.ledger.ordered) for line in order.lines if line.agreed.sold), ZERO)
    return Money.from_minor(_share(order.value.minor, extra, whole), order.currency)


def _share(total: int, part: Decimal, whole: Decimal) -> int:
    (above, below), (whole_above, whole_below) = part.as_integer_ratio(), whole.as_integer_ratio()
    return round_ratio(total * above * whole_below, below * whole_above)
