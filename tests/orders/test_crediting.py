"""A credit note takes back no more than was billed, and says whether it is billed again."""

from typing import Any

import pytest
from attrs import evolve as changed

from otcore.orders.crediting import CreditLine, credit
from otcore.orders.events import LinesCredited, LinesInvoiced
from otcore.orders.order import Order
from otcore.values.faults import Rejected
from tests.orders.examples import after, confirmed, dec, line, placed, promised


def billed(**figures: int) -> Order:
    """Ten shipped and billed, unless stated."""
    order = confirmed(promised(placed(line())))
    known: dict[str, Any] = {name: dec(value) for name, value in ({"shipped": 10, "invoiced": 10} | figures).items()}
    ledger = changed(order.lines[0].ledger, **known)
    return changed(order, lines=(changed(order.lines[0], ledger=ledger),))


def of(quantity: int, reinvoice: bool = False, line: str = "1") -> CreditLine:
    return CreditLine(line, dec(quantity), reinvoice)


def test_a_final_credit_is_not_billed_again():
    facts = credit(billed(), "CN-1", (of(4),))
    assert facts == (LinesCredited("CN-1", (("1", dec(4)),)),)
    ledger = after(billed(), facts).lines[0].ledger
    assert (ledger.credited, ledger.invoiced, ledger.billable) == (dec(4), dec(10), dec(0))


def test_what_is_credited_to_be_billed_again_is_not_billed_any_more():
    facts = credit(billed(), "CN-1", (of(4, reinvoice=True),))
    assert facts == (LinesInvoiced("CN-1", (("1", dec(-4)),)),)
    ledger = after(billed(), facts).lines[0].ledger
    assert (ledger.credited, ledger.invoiced, ledger.billable) == (dec(0), dec(6), dec(4))


@pytest.mark.parametrize(
    ("order", "lines", "code"),
    [
        (billed(), (), "NOTHING_CREDITED"),
        (billed(), (of(1), of(1)), "LINE_TWICE"),
        (billed(), (of(1, line="9"),), "LINE_UNKNOWN"),
        (billed(), (of(0),), "QUANTITY_NOT_POSITIVE"),
        (billed(), (of(11),), "MORE_THAN_INVOICED"),
        (billed(credited=4), (of(7),), "MORE_THAN_INVOICED"),
        (billed(return_requested=3, returned=3), (of(8, reinvoice=True),), "GOODS_CAME_BACK"),
        (placed(line()), (of(1),), "ORDER_NOT_CONFIRMED"),
    ],
)
def test_a_credit_that_cannot_be_is_refused(order: Order, lines: tuple[CreditLine, ...], code: str):
    with pytest.raises(Rejected) as caught:
        credit(order, "CN-1", lines)
    assert caught.value.code == code


def test_what_the_buyer_kept_may_be_billed_again():
    assert credit(billed(return_requested=3, returned=3), "CN-1", (of(7, reinvoice=True),))
    assert credit(billed(return_requested=3, returned=3, never_billed=3, invoiced=7), "CN-1", (of(7, reinvoice=True),))
