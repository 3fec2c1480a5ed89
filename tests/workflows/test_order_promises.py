"""An order that is not paid may be promised to be: by a card that was authorised, or a direct debit under way."""

from attrs import evolve as changed

from otcore.receivables.payment_status import PaymentStatus
from otcore.workflows.order_status import AskOrderStatus, OrderStanding
from tests.orders.examples import eur
from tests.workflows.desk import Desk
from tests.workflows.direct_debit import collector as dd
from tests.workflows.gateways import counter as cards


def standing(ready: Desk) -> OrderStanding:
    return ready.otc.ask(AskOrderStatus("O1"))


def test_an_order_whose_invoice_a_card_promises_is_authorised():
    ready, _ = cards.counter()
    assert standing(ready).payment is PaymentStatus.UNPAID
    cards.authorises(ready)
    assert (standing(ready).payment, standing(ready).figures.authorised) == (PaymentStatus.AUTHORISED, eur("120.00"))
    cards.captures(ready, "70.00", "c1")
    assert (standing(ready).payment, standing(ready).figures.authorised) == (PaymentStatus.PART_PAID, eur("50.00"))
    cards.captures(ready, operation="c2")
    assert (standing(ready).payment, standing(ready).figures.authorised) == (PaymentStatus.PAID, eur("0.00"))


def test_an_order_of_which_a_part_is_promised_is_awaited():
    ready, _ = cards.counter()
    cards.authorises(ready, order="O1", amount=eur("50.00"))
    assert standing(ready).payment is PaymentStatus.AWAITING
    cards.voids(ready)
    assert standing(ready).payment is PaymentStatus.UNPAID


def test_an_order_that_is_being_collected_is_awaited():
    ready = dd.collector()
    planned = dd.plans(ready)
    assert (standing(ready).payment, standing(ready).figures.awaited) == (PaymentStatus.AWAITING, eur("120.00"))
    dd.presents(ready)
    assert standing(ready).payment is PaymentStatus.AWAITING
    dd.says(ready, dd.booked("120.00", planned.end_to_end))
    assert (standing(ready).payment, standing(ready).figures.awaited) == (PaymentStatus.PAID, eur("0.00"))
    dd.says(ready, dd.back("120.00", planned.end_to_end), id="8")
    assert standing(ready).payment is PaymentStatus.UNPAID


def test_the_collection_of_another_order_is_not_counted():
    from tests.workflows.desk import billed

    ready = dd.collector()
    billed(ready, order="O2")
    dd.plans(ready, "INV-2026-000002")
    assert standing(ready).payment is PaymentStatus.UNPAID


def test_an_order_without_an_invoice_awaits_no_collection():
    from tests.orders.examples import line

    ready, _ = cards.counter(invoiced=False)
    ready.places(line())
    assert standing(ready).figures.awaited == eur("0.00")
    assert changed(standing(ready).figures, awaited=eur("1.00")).awaited == eur("1.00")


def test_what_is_credited_and_paid_back_leaves_the_order_paid():
    from tests.workflows.invoicing import credits

    ready, _ = cards.counter()
    cards.charges(ready)
    credits(ready, amount=eur("50.00"))
    assert standing(ready).payment is PaymentStatus.CREDIT_OWED
    cards.refunds(ready, "50.00")
    assert standing(ready).payment is PaymentStatus.PAID
