"""A return: goods that a buyer sends back, from the request to the last of them."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve as changed
from attrs import frozen

from otcore.orders.returns import events as e
from otcore.orders.returns.events import ZERO, ReturnLine, ToCredit
from otcore.orders.returns.lifecycle import RETURN_LIFE_CYCLE, ReturnStatus
from otcore.orders.returns.restocking import NO_FEE, RestockingFee
from otcore.values.allocation import share_until
from otcore.values.facets import Facets
from otcore.values.money import Money


@frozen
class Return:
    """Goods on their way back. Returned goods are not owed again: what replaces them is another order, `exchange`.

    `value`: what is to be credited for what came so far, tax included, and `charged` of it as restocking fee by the
    terms of `fee`. `credits`: which lines of which invoices that is. What came back before it was billed is in neither.
    `credited`: what credit notes gave for it.
    """

    id: str
    order: str
    customer: str
    day: date
    lines: tuple[ReturnLine, ...]
    status: ReturnStatus
    value: Money
    charged: Money
    fee: RestockingFee = NO_FEE
    credits: tuple[ToCredit, ...] = ()
    exchange: str = ""
    reason: str = ""
    credited: tuple[e.CreditedPart, ...] = ()

    @property
    def credit_due(self) -> Money:
        """What the buyer is to be credited so far, tax included: the value less the restocking fee."""
        return self.value - self.charged

    @property
    def credit_left(self) -> Money:
        """What of that no credit note gave yet; nothing once all that came is credited."""
        if not any(self.to_credit(each.invoice) for each in self.credits):
            return Money.zero(self.value.currency)
        given = sum(part.value.minor - part.fee.minor for part in self.credited)
        return max(self.credit_due - Money.from_minor(given, self.value.currency), Money.zero(self.value.currency))

    def to_credit(self, invoice: str) -> dict[str, Decimal]:
        """What is still to be credited of an invoice, by line."""
        left: dict[str, Decimal] = {}
        for each in self.credits:
            if each.invoice == invoice:
                left[each.line] = left.get(each.line, ZERO) + each.quantity
        for part in self.credited:
            for line, quantity in part.lines if part.invoice == invoice else ():
                left[line] -= quantity
        return {line: quantity for line, quantity in left.items() if quantity}

    def fee_on(self, value: Money) -> Money:
        """What of the restocking fee falls on so much more of the value: cumulative shares, so that it adds up."""
        before = sum(part.value.minor for part in self.credited)
        taken = sum(part.fee.minor for part in self.credited)
        until = share_until(self.charged.minor, Decimal(before + value.minor), Decimal(self.value.minor))
        return Money.from_minor(max(until - taken, 0), value.currency)

    def line(self, id: str) -> ReturnLine | None:
        """What is to come back of this order line, None when nothing is."""
        return next((line for line in self.lines if line.line == id), None)


def evolve(asked: Return | None, event: Any) -> Return:
    """The return after one fact; never refuses, computes no rule."""
    status = RETURN_LIFE_CYCLE.after(asked.status if asked else None, event)
    return _AFTER[type(event)](asked, event, status)


def _opened(asked: None, event: e.ReturnOpened, status: ReturnStatus) -> Return:
    whose, nothing = (event.return_id, event.order, event.customer), event.nothing
    return Return(*whose, event.day, event.lines, status, nothing, nothing)


def _authorised(asked: Return, event: e.ReturnAuthorised, status: ReturnStatus) -> Return:
    return changed(asked, status=status, fee=event.fee)


def _given_up(asked: Return, event: e.ReturnRejected | e.ReturnCancelled, status: ReturnStatus) -> Return:
    lines = tuple(changed(line, dropped=line.quantity) for line in asked.lines)
    return changed(asked, status=status, lines=lines, reason=event.reason)


def _received(asked: Return, event: e.ReturnReceived, status: ReturnStatus) -> Return:
    came = {line: (good, scrapped) for line, good, scrapped in event.lines}
    return changed(
        asked,
        status=status,
        lines=tuple(_with(line, *came[line.line]) if line.line in came else line for line in asked.lines),
        value=asked.value + event.value,
        charged=asked.charged + event.fee,
        credits=(*asked.credits, *event.credits),
    )


def _with(line: ReturnLine, good: Decimal, scrapped: Decimal) -> ReturnLine:
    return changed(line, good=line.good + good, scrapped=line.scrapped + scrapped)


def _completed(asked: Return, event: e.ReturnCompleted, status: ReturnStatus) -> Return:
    return changed(asked, status=status)


def _exchanged(asked: Return, event: e.ReturnExchanged, status: ReturnStatus) -> Return:
    return changed(asked, status=status, exchange=event.order)


def _closed(asked: Return, event: e.ReturnClosed, status: ReturnStatus) -> Return:
    gone = dict(event.dropped)
    lines = tuple(changed(line, dropped=gone.get(line.line, line.dropped)) for line in asked.lines)
    return changed(asked, status=status, lines=lines, reason=event.reason)


def _credited(asked: Return, event: e.ReturnCredited, status: ReturnStatus) -> Return:
    return changed(asked, status=status, credited=(*asked.credited, event.part))


_AFTER: Mapping[type, Callable[[Any, Any, ReturnStatus], Return]] = {
    e.ReturnOpened: _opened,
    e.ReturnAuthorised: _authorised,
    e.ReturnRejected: _given_up,
    e.ReturnCancelled: _given_up,
    e.ReturnReceived: _received,
    e.ReturnCompleted: _completed,
    e.ReturnExchanged: _exchanged,
    e.ReturnClosed: _closed,
    e.ReturnCredited: _credited,
}


def facets(asked: Return) -> Facets:
    """Found by customer, order, status and day."""
    return Facets(asked.customer, asked.order, asked.status.value, asked.day)
