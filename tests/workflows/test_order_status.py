"""One question tells where an order stands on every axis."""

from datetime import date

import pytest

from otcore.invoicing.reference import creditor_reference
from otcore.orders.extent import Extent
from otcore.orders.lifecycle import Status
from otcore.orders.progress import Fulfilment, Invoicing
from otcore.ports.errors import NotFound
from otcore.receivables.payment_status import PaymentStatus
from otcore.values.period import Period
from otcore.workflows.order_status import AskOrderStatus, OrderStanding
from tests.orders.examples import eur, left, line, pieces, product
from tests.workflows.desk import Desk, billed, desk
from tests.workflows.sending import back, confirmed, delivers, sent


def standing(ready: Desk, order: str = "O1", day: date | None = None) -> OrderStanding:
    return ready.otc.ask(AskOrderStatus(order, day))


def test_a_new_order_owes_nothing_and_has_nothing():
    found = standing(confirmed(stocked=4))
    assert (found.status, found.held, found.fulfilment) == (Status.CONFIRMED, False, Fulfilment.UNFULFILLED)
    assert (found.backordered, found.invoicing) == (Extent.PART, Invoicing.NOTHING_TO_INVOICE)
    assert (found.payment, found.complete) == (PaymentStatus.NOTHING_DUE, False)


def test_each_axis_moves_by_itself():
    ready = sent(4)
    back(ready, 1)
    found = standing(ready)
    assert (found.fulfilment, found.shipped, found.returned) == (
        Fulfilment.PART_DELIVERED,
        Extent.PART,
        Extent.PART,
    )
    assert (found.invoicing, found.cancelled, found.credited) == (Invoicing.NOT_INVOICED, Extent.NONE, Extent.NONE)


def test_what_is_shipped_billed_and_paid_is_complete():
    ready = desk(stocked=10)
    number = billed(ready).id
    assert (standing(ready).payment, standing(ready).complete) == (PaymentStatus.UNPAID, False)
    ready.gets("20.00", reference=creditor_reference(number))
    ready.applies()
    assert standing(ready).payment is PaymentStatus.PART_PAID
    ready.gets("100.00", "R2", reference=creditor_reference(number))
    ready.applies("R2")
    delivers(ready)
    found = standing(ready)
    assert (found.payment, found.delivered, found.complete) == (PaymentStatus.PAID, Extent.ALL, True)


def test_what_is_to_be_credited_is_owed_to_the_buyer():
    ready = desk(stocked=10)
    ready.gets("120.00", text=billed(ready).id)
    ready.applies()
    back(ready, 3)
    found = standing(ready)
    assert (found.payment, found.figures.balance) == (PaymentStatus.CREDIT_OWED, eur("-36.00"))


def test_a_cancelled_order_is_void():
    ready = confirmed()
    ready.cancels()
    found = standing(ready)
    assert (found.fulfilment, found.payment) == (Fulfilment.CANCELLED, PaymentStatus.VOID)
    assert found.cancelled is Extent.ALL


def test_what_is_late_is_told_for_a_day():
    wanted = Period(date(2026, 3, 10), date(2026, 3, 12))
    ready = confirmed(line(requested=wanted))
    assert standing(ready).late == ()
    assert standing(ready, day=date(2026, 3, 13)).late == ("1",)


def test_what_suppliers_have_to_send_is_told():
    ready = Desk()
    ready.onboards(accepts_changes=True)
    ready.lists(product(drop_shipped=True))
    ready.places()
    ready.acknowledges()
    ready.ships(left("1", 6))
    (missing,) = standing(ready).to_procure
    assert (missing.line, missing.product, missing.quantity) == ("1", "P1", pieces(4))


def test_nobody_knows_where_an_order_stands_that_is_not_there():
    with pytest.raises(NotFound):
        standing(Desk(), "O9")
