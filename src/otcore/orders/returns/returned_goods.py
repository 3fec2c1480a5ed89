"""A return: goods that a buyer sends back, from the request to the last of them."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve as changed
from attrs import frozen

from otcore.orders.returns import events as e
from otcore.orders.returns.events import ReturnLine, ToCredit
from otcore.orders.returns.lifecycle import RETURN_LIFE_CYCLE, ReturnStatus
from otcore.orders.returns.restocking import NO_FEE, RestockingFee
from otcore.values.facets import Facets
from otcore.values.money import Money


@frozen
class Return:
    """Goods on their way back. Returned goods are not owed again: what replaces them is another order, `exchange`.

    `value`: what is to be credited for what came so far, tax included, and `charged` of it as restocking fee by the
    terms of `fee`. `credits`: which lines of which invoices that is. What came back before it was billed is in neither.
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

    @property
    def credit_due(self) -> Money:
        """What the buyer is to be credited so far, tax included: the value less the restocking fee."""
        return self.value - self.charged

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


_AFTER: Mapping[type, Callable[[Any, Any, ReturnStatus], Return]] = {
    e.ReturnOpened: _opened,
    e.ReturnAuthorised: _authorised,
    e.ReturnRejected: _given_up,
    e.ReturnCancelled: _given_up,
    e.ReturnReceived: _received,
    e.ReturnCompleted: _completed,
    e.ReturnExchanged: _exchanged,
    e.ReturnClosed: _closed,
}


def facets(asked: Return) -> Facets:
    """Found by customer, order, status and day."""
    return Facets(asked.customer, asked.order, asked.status.value, asked.day)
