"""Crediting billed lines: which quantities a credit note may take back, and whether they may be billed again."""

from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen

from otcore.orders.events import LinesCredited, LinesInvoiced
from otcore.orders.lifecycle import LIFE_CYCLE
from otcore.orders.line import ZERO, OrderLine
from otcore.orders.order import Order
from otcore.values.faults import Rejected


@frozen
class CreditLine:
    """A quantity of one line, in its unit, that a credit note takes back; `reinvoice`: it is billed again, rightly this
    time.
    """

    line: str
    quantity: Decimal
    reinvoice: bool = False


def credit(order: Order, note: str, lines: Sequence[CreditLine]) -> tuple[LinesCredited | LinesInvoiced, ...]:
    """The facts that follow for the order: a final credit stays beside what was billed; what is to be billed again is
    no longer billed.

    Refused: `ORDER_NOT_CONFIRMED`, `NOTHING_CREDITED`, `LINE_TWICE`, `LINE_UNKNOWN`, `QUANTITY_NOT_POSITIVE`,
    `MORE_THAN_INVOICED`, and `GOODS_CAME_BACK` for billing returned goods again.
    """
    if not LIFE_CYCLE.allows(order.status, LinesCredited):
        raise Rejected("ORDER_NOT_CONFIRMED", order=order.id, status=order.status.value)
    if not lines:
        raise Rejected("NOTHING_CREDITED", order=order.id, note=note)
    if len({each.line for each in lines}) < len(lines):
        raise Rejected("LINE_TWICE", order=order.id, note=note)
    for each in lines:
        _check(order, order.line(each.line), each)
    final = tuple((each.line, each.quantity) for each in lines if not each.reinvoice)
    again = tuple((each.line, -each.quantity) for each in lines if each.reinvoice)
    return (*((LinesCredited(note, final),) if final else ()), *((LinesInvoiced(note, again),) if again else ()))


def _check(order: Order, line: OrderLine | None, said: CreditLine) -> None:
    if line is None:
        raise Rejected("LINE_UNKNOWN", order=order.id, line=said.line)
    if said.quantity <= 0:
        raise Rejected("QUANTITY_NOT_POSITIVE", order=order.id, line=line.id, quantity=str(said.quantity))
    ledger = line.ledger
    left = ledger.invoiced - ledger.credited
    if said.quantity > left:
        raise Rejected("MORE_THAN_INVOICED", order=order.id, line=line.id, credited=str(said.quantity), left=str(left))
    came_back = ledger.came_back - ledger.never_billed - ledger.credited
    if said.reinvoice and said.quantity > left - max(came_back, ZERO):
        raise Rejected(
            "GOODS_CAME_BACK", order=order.id, line=line.id, credited=str(said.quantity), back=str(came_back)
        )
